"""Gives the calls of a language model settings that they do not have themselves.

Ports: ai/src/middleware/default-settings-middleware.ts
"""

from collections.abc import Mapping
from typing import Any, TypedDict

from ai_sdk.middleware.merge_settings import load_settings, merge_settings
from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4Middleware,
    LanguageModelV4ReasoningEffort,
    LanguageModelV4ResponseFormat,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4TransformOptions,
    SharedV4ProviderOptions,
)

__all__ = ["DefaultSettings", "default_settings_middleware"]


class DefaultSettings(TypedDict, total=False):
    """Settings of a language model call, as `LanguageModelV4CallOptions` has them; each may be a plain dict."""

    max_output_tokens: float
    temperature: float
    stop_sequences: list[str]
    top_p: float
    top_k: float
    presence_penalty: float
    frequency_penalty: float
    response_format: LanguageModelV4ResponseFormat | dict[str, Any]
    seed: float
    tools: list[LanguageModelV4Tool] | list[dict[str, Any]]
    tool_choice: LanguageModelV4ToolChoice | dict[str, Any]
    headers: dict[str, str]
    reasoning: LanguageModelV4ReasoningEffort
    provider_options: SharedV4ProviderOptions


def default_settings_middleware(*, settings: DefaultSettings | Mapping[str, Any]) -> LanguageModelV4Middleware:
    """Return middleware that gives calls the `settings` that they leave open; headers and provider options are merged.

    Names are snake_case or camelCase. Raises `InvalidArgumentError` for a setting that calls do not have.

    >>> default_settings_middleware(settings={"temperature": 0.2}).transform_params is not None
    True
    """
    defaults = load_settings(LanguageModelV4CallOptions, settings, "prompt")

    async def transform_params(options: LanguageModelV4TransformOptions) -> LanguageModelV4CallOptions:
        return merge_settings(defaults, options.params)

    return LanguageModelV4Middleware(transform_params=transform_params)
