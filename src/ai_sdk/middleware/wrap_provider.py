"""Puts middleware around every language and image model of a provider.

Ports: ai/src/middleware/wrap-provider.ts
"""

from collections.abc import Sequence
from typing import Any, Literal

from ai_sdk.middleware.image_model_middleware import ImageModelMiddleware
from ai_sdk.middleware.language_model_middleware import LanguageModelMiddleware
from ai_sdk.middleware.wrap_image_model import wrap_image_model
from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.provider import EmbeddingModelV4, ImageModelV4, LanguageModelV4, ProviderV4

__all__ = ["wrap_provider"]

_OPTIONAL = frozenset({"transcription_model", "speech_model", "reranking_model", "video_model", "files", "skills"})


def wrap_provider(
    *,
    provider: ProviderV4,
    language_model_middleware: LanguageModelMiddleware | Sequence[LanguageModelMiddleware],
    image_model_middleware: ImageModelMiddleware | Sequence[ImageModelMiddleware] | None = None,
) -> ProviderV4:
    """Return a provider whose language models, and image models, are those of `provider` behind middleware.

    Everything else is `provider`'s own, which also stays the one to close.

    >>> from ai_sdk.provider import LanguageModelV4Middleware
    >>> from ai_sdk.providers.groq import groq
    >>> named = LanguageModelV4Middleware(override_provider=lambda model: "audited")
    >>> wrap_provider(provider=groq, language_model_middleware=named).language_model("qwen/qwen3-32b").provider
    'audited'
    """
    return _WrappedProvider(provider, language_model_middleware, image_model_middleware)


class _WrappedProvider:
    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        provider: ProviderV4,
        language_model_middleware: LanguageModelMiddleware | Sequence[LanguageModelMiddleware],
        image_model_middleware: ImageModelMiddleware | Sequence[ImageModelMiddleware] | None,
    ) -> None:
        self._provider = provider
        self._language_model_middleware = language_model_middleware
        self._image_model_middleware = image_model_middleware

    def language_model(self, model_id: str) -> LanguageModelV4:
        model = self._provider.language_model(model_id)
        return wrap_language_model(model=model, middleware=self._language_model_middleware)

    def embedding_model(self, model_id: str) -> EmbeddingModelV4:
        return self._provider.embedding_model(model_id)

    def image_model(self, model_id: str) -> ImageModelV4:
        model = self._provider.image_model(model_id)
        middleware = self._image_model_middleware
        return model if middleware is None else wrap_image_model(model=model, middleware=middleware)

    def __getattr__(self, name: str) -> Any:
        """Return a kind that providers may lack, when the provider has it."""
        if name not in _OPTIONAL:
            raise AttributeError(f"a wrapped provider has no attribute {name!r}")
        return getattr(self._provider, name)
