"""A provider of the models that a test gives it.

Ports: ai/src/test/mock-provider-v4.ts
"""

from collections.abc import Mapping
from typing import Literal, TypeVar

from ai_sdk.provider.embedding_model import EmbeddingModelV4
from ai_sdk.provider.errors import ModelType, NoSuchModelError
from ai_sdk.provider.image_model import ImageModelV4
from ai_sdk.provider.language_model import LanguageModelV4
from ai_sdk.provider.reranking_model import RerankingModelV4
from ai_sdk.provider.speech_model import SpeechModelV4
from ai_sdk.provider.transcription_model import TranscriptionModelV4

__all__ = ["MockProviderV4"]

M = TypeVar("M")


class MockProviderV4:
    """Knows the models it is given, by their ids; raises `NoSuchModelError` for any other.

    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> provider = MockProviderV4(language_models={"echo": MockLanguageModelV4(do_generate="Hello")})
    >>> provider.language_model("echo").provider
    'mock-provider'
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        language_models: Mapping[str, LanguageModelV4] | None = None,
        embedding_models: Mapping[str, EmbeddingModelV4] | None = None,
        image_models: Mapping[str, ImageModelV4] | None = None,
        transcription_models: Mapping[str, TranscriptionModelV4] | None = None,
        speech_models: Mapping[str, SpeechModelV4] | None = None,
        reranking_models: Mapping[str, RerankingModelV4] | None = None,
    ) -> None:
        self._language_models = language_models
        self._embedding_models = embedding_models
        self._image_models = image_models
        self._transcription_models = transcription_models
        self._speech_models = speech_models
        self._reranking_models = reranking_models

    def language_model(self, model_id: str) -> LanguageModelV4:
        """Return the language model of that name."""
        return _find(self._language_models, model_id, "languageModel")

    def embedding_model(self, model_id: str) -> EmbeddingModelV4:
        """Return the embedding model of that name."""
        return _find(self._embedding_models, model_id, "embeddingModel")

    def image_model(self, model_id: str) -> ImageModelV4:
        """Return the image model of that name."""
        return _find(self._image_models, model_id, "imageModel")

    def transcription_model(self, model_id: str) -> TranscriptionModelV4:
        """Return the transcription model of that name."""
        return _find(self._transcription_models, model_id, "transcriptionModel")

    def speech_model(self, model_id: str) -> SpeechModelV4:
        """Return the speech model of that name."""
        return _find(self._speech_models, model_id, "speechModel")

    def reranking_model(self, model_id: str) -> RerankingModelV4:
        """Return the reranking model of that name."""
        return _find(self._reranking_models, model_id, "rerankingModel")


def _find(models: Mapping[str, M] | None, model_id: str, model_type: ModelType) -> M:
    if models is None or model_id not in models:
        raise NoSuchModelError(model_id=model_id, model_type=model_type)
    return models[model_id]
