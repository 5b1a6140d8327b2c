"""Gives the calls of an embedding model settings that they do not have themselves.

Ports: ai/src/middleware/default-embedding-settings-middleware.ts
"""

from collections.abc import Mapping
from typing import Any, TypedDict

from ai_sdk.middleware.merge_settings import load_settings, merge_settings
from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Middleware,
    EmbeddingModelV4TransformOptions,
    SharedV4ProviderOptions,
)

__all__ = ["DefaultEmbeddingSettings", "default_embedding_settings_middleware"]


class DefaultEmbeddingSettings(TypedDict, total=False):
    """Settings of an embedding model call."""

    dimensions: int
    headers: dict[str, str]
    provider_options: SharedV4ProviderOptions


def default_embedding_settings_middleware(
    *, settings: DefaultEmbeddingSettings | Mapping[str, Any]
) -> EmbeddingModelV4Middleware:
    """Return middleware that gives calls the `settings` that they leave open; headers and provider options are merged.

    Names are snake_case or camelCase. Raises `InvalidArgumentError` for a setting that calls do not have.

    >>> default_embedding_settings_middleware(settings={"headers": {"x-team": "search"}}).transform_params is not None
    True
    """
    defaults = load_settings(EmbeddingModelV4CallOptions, settings, "values")

    async def transform_params(options: EmbeddingModelV4TransformOptions) -> EmbeddingModelV4CallOptions:
        return merge_settings(defaults, options.params)

    return EmbeddingModelV4Middleware(transform_params=transform_params)
