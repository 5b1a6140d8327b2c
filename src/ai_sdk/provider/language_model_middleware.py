"""What can be put between a language model and whoever calls it.

Ports: @ai-sdk/provider/src/language-model-middleware/v4/language-model-v4-middleware.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from ai_sdk.provider.language_model import (
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4StreamResult,
)
from ai_sdk.provider.supported_urls import SupportedUrls

__all__ = ["LanguageModelV4Middleware", "LanguageModelV4TransformOptions", "LanguageModelV4WrapOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModelV4TransformOptions:
    """What `transform_params` gets: which call is about to be made, its options, and the model."""

    type: Literal["generate", "stream"]
    params: LanguageModelV4CallOptions
    model: LanguageModelV4


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModelV4WrapOptions:
    """What `wrap_generate` and `wrap_stream` get: both calls of the model with `params`, ready to be made."""

    do_generate: Callable[[], Awaitable[LanguageModelV4GenerateResult]]
    do_stream: Callable[[], Awaitable[LanguageModelV4StreamResult]]
    params: LanguageModelV4CallOptions
    model: LanguageModelV4


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModelV4Middleware:
    """Changes to a language model; what is `None` stays as the model has it.

    `wrap_generate` and `wrap_stream` get what `transform_params` returned.

    >>> LanguageModelV4Middleware(override_model_id=lambda model: f"audited-{model.model_id}").specification_version
    'v4'
    """

    specification_version: Literal["v4"] = "v4"
    override_provider: Callable[[LanguageModelV4], str] | None = None
    override_model_id: Callable[[LanguageModelV4], str] | None = None
    override_supported_urls: Callable[[LanguageModelV4], SupportedUrls | Awaitable[SupportedUrls]] | None = None
    transform_params: Callable[[LanguageModelV4TransformOptions], Awaitable[LanguageModelV4CallOptions]] | None = None
    wrap_generate: Callable[[LanguageModelV4WrapOptions], Awaitable[LanguageModelV4GenerateResult]] | None = None
    wrap_stream: Callable[[LanguageModelV4WrapOptions], Awaitable[LanguageModelV4StreamResult]] | None = None
