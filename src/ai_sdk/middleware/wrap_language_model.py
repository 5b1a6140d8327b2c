"""Puts middleware around a language model.

Ports: ai/src/middleware/wrap-language-model.ts
"""

from collections.abc import Awaitable, Sequence
from typing import Literal

from ai_sdk.middleware.language_model_middleware import LanguageModelMiddleware
from ai_sdk.middleware.overrides import innermost_first, override, settle
from ai_sdk.model.resolve_model import resolve_language_model
from ai_sdk.provider import (
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4StreamResult,
    LanguageModelV4TransformOptions,
    LanguageModelV4WrapOptions,
    SupportedUrls,
)

__all__ = ["wrap_language_model"]


def wrap_language_model(
    *,
    model: LanguageModelV4,
    middleware: LanguageModelMiddleware | Sequence[LanguageModelMiddleware],
    model_id: str | None = None,
    provider_id: str | None = None,
) -> LanguageModelV4:
    """Return a model that calls `model` through `middleware`.

    Of several, the first transforms the call first and the last stands directly around the model. `model_id` and
    `provider_id` rename the model. Raises `UnsupportedModelVersionError` for a model of another specification.

    >>> from ai_sdk.provider import LanguageModelV4Middleware
    >>> from ai_sdk.providers.groq import groq
    >>> named = LanguageModelV4Middleware(override_model_id=lambda model: f"audited-{model.model_id}")
    >>> wrap_language_model(model=groq("qwen/qwen3-32b"), middleware=named).model_id
    'audited-qwen/qwen3-32b'
    """
    wrapped = resolve_language_model(model)
    for layer in innermost_first(middleware):
        wrapped = _WrappedLanguageModel(wrapped, layer, model_id, provider_id)
    return wrapped


class _WrappedLanguageModel:
    specification_version: Literal["v4"] = "v4"

    def __init__(
        self, model: LanguageModelV4, middleware: LanguageModelMiddleware, model_id: str | None, provider_id: str | None
    ) -> None:
        self.provider: str = override(middleware, "provider", model) if provider_id is None else provider_id
        self.model_id: str = override(middleware, "model_id", model) if model_id is None else model_id
        self._model = model
        self._middleware = middleware

    @property
    def supported_urls(self) -> SupportedUrls | Awaitable[SupportedUrls]:
        urls: SupportedUrls | Awaitable[SupportedUrls] = override(self._middleware, "supported_urls", self._model)
        return urls

    async def do_generate(self, options: LanguageModelV4CallOptions) -> LanguageModelV4GenerateResult:
        params = await self._transform(options, "generate")
        wrap = getattr(self._middleware, "wrap_generate", None)
        if wrap is None:
            return await self._model.do_generate(params)
        return await settle(wrap(self._calls(params)))

    async def do_stream(self, options: LanguageModelV4CallOptions) -> LanguageModelV4StreamResult:
        params = await self._transform(options, "stream")
        wrap = getattr(self._middleware, "wrap_stream", None)
        if wrap is None:
            return await self._model.do_stream(params)
        return await settle(wrap(self._calls(params)))

    async def _transform(
        self, params: LanguageModelV4CallOptions, kind: Literal["generate", "stream"]
    ) -> LanguageModelV4CallOptions:
        transform = getattr(self._middleware, "transform_params", None)
        if transform is None:
            return params
        return await settle(transform(LanguageModelV4TransformOptions(type=kind, params=params, model=self._model)))

    def _calls(self, params: LanguageModelV4CallOptions) -> LanguageModelV4WrapOptions:
        return LanguageModelV4WrapOptions(
            do_generate=lambda: self._model.do_generate(params),
            do_stream=lambda: self._model.do_stream(params),
            params=params,
            model=self._model,
        )
