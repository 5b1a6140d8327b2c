"""What may be given as the middleware of a language model: the record of hooks, or an object with some of them.

Ports: ai/src/types/language-model-middleware.ts
"""

from collections.abc import Awaitable
from typing import Protocol

from ai_sdk.middleware.overrides import OverridesModelId, OverridesProvider
from ai_sdk.provider import (
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4Middleware,
    LanguageModelV4StreamResult,
    LanguageModelV4TransformOptions,
    LanguageModelV4WrapOptions,
    SupportedUrls,
)

__all__ = ["LanguageModelMiddleware"]


class _TransformsParams(Protocol):
    def transform_params(
        self, options: LanguageModelV4TransformOptions, /
    ) -> LanguageModelV4CallOptions | Awaitable[LanguageModelV4CallOptions]: ...


class _WrapsGenerate(Protocol):
    def wrap_generate(
        self, options: LanguageModelV4WrapOptions, /
    ) -> LanguageModelV4GenerateResult | Awaitable[LanguageModelV4GenerateResult]: ...


class _WrapsStream(Protocol):
    def wrap_stream(
        self, options: LanguageModelV4WrapOptions, /
    ) -> LanguageModelV4StreamResult | Awaitable[LanguageModelV4StreamResult]: ...


class _OverridesSupportedUrls(Protocol):
    def override_supported_urls(self, model: LanguageModelV4, /) -> SupportedUrls | Awaitable[SupportedUrls]: ...


LanguageModelMiddleware = (
    LanguageModelV4Middleware
    | _TransformsParams
    | _WrapsGenerate
    | _WrapsStream
    | _OverridesSupportedUrls
    | OverridesProvider[LanguageModelV4]
    | OverridesModelId[LanguageModelV4]
)
"""A `LanguageModelV4Middleware`, or any object with one or more of its hooks as methods."""
