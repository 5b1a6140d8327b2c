"""A provider of one's own: models under the names one likes, and another provider for the rest.

Ports: ai/src/registry/custom-provider.ts
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from ai_sdk.model.resolve_model import (
    get_default_provider,
    resolve_embedding_model,
    resolve_image_model,
    resolve_language_model,
    resolve_reranking_model,
    resolve_speech_model,
    resolve_transcription_model,
    resolve_video_model,
)
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

__all__ = ["CustomProvider", "custom_provider"]

ModelT = TypeVar("ModelT")
_Models = Mapping[str, ModelT | str] | None


def custom_provider(
    *,
    language_models: Mapping[str, LanguageModelV4 | str] | None = None,
    embedding_models: Mapping[str, EmbeddingModelV4 | str] | None = None,
    image_models: Mapping[str, ImageModelV4 | str] | None = None,
    transcription_models: Mapping[str, TranscriptionModelV4 | str] | None = None,
    speech_models: Mapping[str, SpeechModelV4 | str] | None = None,
    reranking_models: Mapping[str, RerankingModelV4 | str] | None = None,
    video_models: Mapping[str, VideoModelV4 | str] | None = None,
    files: FilesV4 | None = None,
    skills: SkillsV4 | None = None,
    fallback_provider: ProviderV4 | None = None,
) -> "CustomProvider":
    """Return a provider that knows the given models by their names; a model may be an id at the default provider.

    What it does not know it asks `fallback_provider` for.

    >>> from ai_sdk.providers.groq import groq
    >>> models = custom_provider(language_models={"fast": groq("openai/gpt-oss-20b")}, fallback_provider=groq)
    >>> models.language_model("fast").model_id, models.language_model("qwen/qwen3-32b").model_id
    ('openai/gpt-oss-20b', 'qwen/qwen3-32b')
    """
    return CustomProvider(
        _Catalog(
            language_models=language_models,
            embedding_models=embedding_models,
            image_models=image_models,
            transcription_models=transcription_models,
            speech_models=speech_models,
            reranking_models=reranking_models,
            video_models=video_models,
            files=files,
            skills=skills,
        ),
        fallback_provider,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Catalog:
    language_models: _Models[LanguageModelV4]
    embedding_models: _Models[EmbeddingModelV4]
    image_models: _Models[ImageModelV4]
    transcription_models: _Models[TranscriptionModelV4]
    speech_models: _Models[SpeechModelV4]
    reranking_models: _Models[RerankingModelV4]
    video_models: _Models[VideoModelV4]
    files: FilesV4 | None
    skills: SkillsV4 | None


class CustomProvider:
    """The provider that `custom_provider` makes; its methods raise `NoSuchModelError` for a name that nobody knows.

    `files` and `skills` are there when a store was given or the fallback provider has one.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(self, catalog: _Catalog, fallback: ProviderV4 | None) -> None:
        self._catalog = catalog
        self._fallback = fallback

    def language_model(self, model_id: str) -> LanguageModelV4:
        """Return the language model of that name."""
        find = self._fall_back("language_model", "languageModel")
        return _find(self._catalog.language_models, model_id, resolve_language_model, find)

    def embedding_model(self, model_id: str) -> EmbeddingModelV4:
        """Return the embedding model of that name."""
        find = self._fall_back("embedding_model", "embeddingModel")
        return _find(self._catalog.embedding_models, model_id, resolve_embedding_model, find)

    def image_model(self, model_id: str) -> ImageModelV4:
        """Return the image model of that name."""
        find = self._fall_back("image_model", "imageModel")
        return _find(self._catalog.image_models, model_id, resolve_image_model, find)

    def transcription_model(self, model_id: str) -> TranscriptionModelV4:
        """Return the transcription model of that name."""
        find = self._fall_back("transcription_model", "transcriptionModel")
        models = self._catalog.transcription_models
        return _find(models, model_id, resolve_transcription_model, find, optional="transcription_model")

    def speech_model(self, model_id: str) -> SpeechModelV4:
        """Return the speech model of that name."""
        find = self._fall_back("speech_model", "speechModel")
        models = self._catalog.speech_models
        return _find(models, model_id, resolve_speech_model, find, optional="speech_model")

    def reranking_model(self, model_id: str) -> RerankingModelV4:
        """Return the reranking model of that name."""
        find = self._fall_back("reranking_model", "rerankingModel")
        return _find(self._catalog.reranking_models, model_id, resolve_reranking_model, find)

    def video_model(self, model_id: str) -> VideoModelV4:
        """Return the video model of that name."""
        find = self._fall_back("video_model", "videoModel")
        return _find(self._catalog.video_models, model_id, resolve_video_model, find)

    def __getattr__(self, name: str) -> Any:
        """Return `files` or `skills` when there is such a store."""
        if name not in {"files", "skills"}:
            raise AttributeError(f"a custom provider has no attribute {name!r}")
        store = getattr(self._catalog, name)
        return getattr(self._fallback, name) if store is None else lambda: store

    def _fall_back(self, accessor: str, model_type: ModelType) -> Callable[[str], Any]:
        def refuse(model_id: str) -> Any:
            raise NoSuchModelError(model_id=model_id, model_type=model_type)

        found: Callable[[str], Any] = getattr(self._fallback, accessor, refuse)
        return found


def _find(
    models: _Models[ModelT],
    model_id: str,
    resolve: Callable[[Any], ModelT],
    fall_back: Callable[[str], ModelT],
    *,
    optional: str | None = None,
) -> ModelT:
    """Resolve a known model; the id of an `optional` kind that the default provider lacks counts as unknown."""
    if models is None or model_id not in models:
        return fall_back(model_id)
    model = models[model_id]
    if optional and isinstance(model, str) and not hasattr(get_default_provider(), optional):
        return fall_back(model_id)
    return resolve(model)
