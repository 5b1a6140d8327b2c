"""From what a user passes as `model` to a model: an id is looked up at the default provider, the AI Gateway at first.

Ports: ai/src/model/resolve-model.ts
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from ai_sdk.error.model_errors import UnsupportedModelVersionError
from ai_sdk.provider.errors import ModelType, NoSuchModelError

if TYPE_CHECKING:
    from ai_sdk.provider import (
        EmbeddingModelV4,
        ImageModelV4,
        LanguageModelV4,
        RerankingModelV4,
        SpeechModelV4,
        TranscriptionModelV4,
        VideoModelV4,
    )

__all__ = [
    "UnsupportedModelVersionError",
    "get_default_provider",
    "resolve_embedding_model",
    "resolve_image_model",
    "resolve_language_model",
    "resolve_reranking_model",
    "resolve_speech_model",
    "resolve_transcription_model",
    "resolve_video_model",
    "set_default_provider",
]

ModelT = TypeVar("ModelT")

# What TypeScript says when the default provider lacks the kind; of the others it says nothing.
_NOT_SUPPORTED: Mapping[str, str] = MappingProxyType(
    {
        "rerankingModel": "The default provider does not support reranking models. Please use a RerankingModel object "
        'from a provider (e.g., gateway.rerankingModel("model-id")).',
        "videoModel": "The default provider does not support video models. Please use a Experimental_VideoModelV4 "
        'object from a provider (e.g., vertex.video("model-id")).',
    }
)


class _Default:
    """The provider of model ids, when one was set."""

    provider: Any = None


def set_default_provider(provider: Any) -> None:
    """Look model ids up at `provider` from now on, in the whole process; `None` is the AI Gateway again."""
    _Default.provider = provider


def get_default_provider() -> Any:
    """Return the provider that model ids are looked up at."""
    if _Default.provider is not None:
        return _Default.provider
    from ai_sdk.providers.gateway import gateway

    return gateway


def resolve_language_model(model: "str | LanguageModelV4") -> "LanguageModelV4":
    """Return `model` itself, or the default provider's model of that id.

    Raises `UnsupportedModelVersionError` for a model of another specification.

    >>> resolve_language_model("anthropic/claude-opus-4-6").provider
    'gateway'
    """
    return _resolve(model, "language_model", "languageModel")


def resolve_embedding_model(model: "str | EmbeddingModelV4") -> "EmbeddingModelV4":
    """Return `model` itself, or the default provider's model of that id."""
    return _resolve(model, "embedding_model", "embeddingModel")


def resolve_image_model(model: "str | ImageModelV4") -> "ImageModelV4":
    """Return `model` itself, or the default provider's model of that id."""
    return _resolve(model, "image_model", "imageModel")


def resolve_speech_model(model: "str | SpeechModelV4") -> "SpeechModelV4":
    """Return `model` itself, or the default provider's; raises `NoSuchModelError` when that has no such kind."""
    return _resolve(model, "speech_model", "speechModel")


def resolve_transcription_model(model: "str | TranscriptionModelV4") -> "TranscriptionModelV4":
    """Return `model` itself, or the default provider's; raises `NoSuchModelError` when that has no such kind."""
    return _resolve(model, "transcription_model", "transcriptionModel")


def resolve_reranking_model(model: "str | RerankingModelV4") -> "RerankingModelV4":
    """Return `model` itself, or the default provider's; raises `NoSuchModelError` when that has no such kind."""
    return _resolve(model, "reranking_model", "rerankingModel")


def resolve_video_model(model: "str | VideoModelV4") -> "VideoModelV4":
    """Return `model` itself, or the default provider's; raises `NoSuchModelError` when that has no such kind."""
    return _resolve(model, "video_model", "videoModel")


def _resolve(model: str | ModelT, accessor: str, model_type: ModelType) -> ModelT:
    if isinstance(model, str):
        make = getattr(get_default_provider(), accessor, None)
        if make is None:
            raise NoSuchModelError(_NOT_SUPPORTED.get(model_type), model_id=model, model_type=model_type)
        made: ModelT = make(model)
        return made
    version = getattr(model, "specification_version", None)
    if version != "v4":
        provider, model_id = getattr(model, "provider", ""), getattr(model, "model_id", "")
        raise UnsupportedModelVersionError(version=version, provider=provider, model_id=model_id)
    return model
