"""Providers under a prefix each: `openai:gpt-5.2` is the model `gpt-5.2` of the provider `openai`.

Ports: ai/src/registry/provider-registry.ts
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ai_sdk.error.model_errors import NoSuchProviderError
from ai_sdk.middleware.image_model_middleware import ImageModelMiddleware
from ai_sdk.middleware.language_model_middleware import LanguageModelMiddleware
from ai_sdk.middleware.wrap_image_model import wrap_image_model
from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.provider import (
    EmbeddingModelV4,
    FilesV4,
    ImageModelV4,
    LanguageModelV4,
    ModelType,
    NoSuchModelError,
    ProviderV4,
    RerankingModelV4,
    SkillsV4,
    SpeechModelV4,
    TranscriptionModelV4,
    VideoModelV4,
)

__all__ = ["ProviderRegistryProvider", "create_provider_registry"]


def create_provider_registry(
    providers: Mapping[str, ProviderV4],
    *,
    separator: str = ":",
    language_model_middleware: LanguageModelMiddleware | Sequence[LanguageModelMiddleware] | None = None,
    image_model_middleware: ImageModelMiddleware | Sequence[ImageModelMiddleware] | None = None,
) -> "ProviderRegistryProvider":
    """Return a registry of `providers`; an id is a provider's key, the first `separator` in it, and a model id.

    The middleware stands around every language model and image model that the registry gives.

    >>> from ai_sdk.providers.groq import groq
    >>> create_provider_registry({"groq": groq}).language_model("groq:qwen/qwen3-32b").model_id
    'qwen/qwen3-32b'
    """
    return ProviderRegistryProvider(providers, separator, language_model_middleware, image_model_middleware)


class ProviderRegistryProvider:
    """Finds models of several providers; itself a provider, so it can be the default one.

    Every method raises `NoSuchProviderError` for a key that was not registered. Those for models raise
    `NoSuchModelError` for an id without separator, and for a kind that the provider does not have.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        providers: Mapping[str, ProviderV4],
        separator: str,
        language_model_middleware: LanguageModelMiddleware | Sequence[LanguageModelMiddleware] | None,
        image_model_middleware: ImageModelMiddleware | Sequence[ImageModelMiddleware] | None,
    ) -> None:
        self._providers = dict(providers)
        self._separator = separator
        self._language_model_middleware = language_model_middleware
        self._image_model_middleware = image_model_middleware

    def language_model(self, model_id: str) -> LanguageModelV4:
        """Return the language model of that id, behind the registry's middleware."""
        model: LanguageModelV4 = self._model(model_id, "language_model", "languageModel")
        middleware = self._language_model_middleware
        return model if middleware is None else wrap_language_model(model=model, middleware=middleware)

    def embedding_model(self, model_id: str) -> EmbeddingModelV4:
        """Return the embedding model of that id."""
        model: EmbeddingModelV4 = self._model(model_id, "embedding_model", "embeddingModel")
        return model

    def image_model(self, model_id: str) -> ImageModelV4:
        """Return the image model of that id, behind the registry's middleware."""
        model: ImageModelV4 = self._model(model_id, "image_model", "imageModel")
        middleware = self._image_model_middleware
        return model if middleware is None else wrap_image_model(model=model, middleware=middleware)

    def transcription_model(self, model_id: str) -> TranscriptionModelV4:
        """Return the transcription model of that id."""
        model: TranscriptionModelV4 = self._model(model_id, "transcription_model", "transcriptionModel")
        return model

    def speech_model(self, model_id: str) -> SpeechModelV4:
        """Return the speech model of that id."""
        model: SpeechModelV4 = self._model(model_id, "speech_model", "speechModel")
        return model

    def reranking_model(self, model_id: str) -> RerankingModelV4:
        """Return the reranking model of that id."""
        model: RerankingModelV4 = self._model(model_id, "reranking_model", "rerankingModel")
        return model

    def video_model(self, model_id: str) -> VideoModelV4:
        """Return the video model of that id."""
        model: VideoModelV4 = self._model(model_id, "video_model", "videoModel")
        return model

    def files(self, provider_id: str) -> FilesV4:
        """Return a provider's file store; raises `ValueError` when it has none."""
        store: FilesV4 = self._store(provider_id, "files", "file uploads")
        return store

    def skills(self, provider_id: str) -> SkillsV4:
        """Return a provider's skill store; raises `ValueError` when it has none."""
        store: SkillsV4 = self._store(provider_id, "skills", "skills")
        return store

    def _model(self, registry_id: str, accessor: str, model_type: ModelType) -> Any:
        provider_id, found, model_id = registry_id.partition(self._separator)
        if not found:
            message = (
                f"Invalid {model_type} id for registry: {registry_id} "
                f'(must be in the format "providerId{self._separator}modelId")'
            )
            raise NoSuchModelError(message, model_id=registry_id, model_type=model_type)
        make = getattr(self._provider(provider_id, model_type), accessor, None)
        model = None if make is None else make(model_id)
        if model is None:
            raise NoSuchModelError(model_id=registry_id, model_type=model_type)
        return model

    def _store(self, provider_id: str, accessor: str, what: str) -> Any:
        make = getattr(self._provider(provider_id, "languageModel"), accessor, None)
        store = None if make is None else make()
        if store is None:
            message = (
                f'The provider "{provider_id}" does not support {what}. Make sure it exposes a {accessor}() method.'
            )
            raise ValueError(message)
        return store

    def _provider(self, provider_id: str, model_type: ModelType) -> ProviderV4:
        if provider_id not in self._providers:
            raise NoSuchProviderError(
                model_id=provider_id,
                model_type=model_type,
                provider_id=provider_id,
                available_providers=list(self._providers),
            )
        return self._providers[provider_id]
