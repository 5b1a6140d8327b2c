"""The provider protocol: from a model id to a model.

Ports: @ai-sdk/provider/src/provider/v4/provider-v4.ts
"""

from typing import Literal, Protocol, runtime_checkable

from ai_sdk.provider.embedding_model import EmbeddingModelV4
from ai_sdk.provider.image_model import ImageModelV4
from ai_sdk.provider.language_model import LanguageModelV4

__all__ = ["ProviderV4"]


@runtime_checkable
class ProviderV4(Protocol):
    """What every provider has; one that lacks a kind raises `NoSuchModelError` for it.

    `transcription_model`, `speech_model`, `reranking_model`, `video_model`, `files` and `skills` are there when the
    provider has that kind.
    """

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    def language_model(self, model_id: str) -> LanguageModelV4:
        """Return the language model of that name."""

    def embedding_model(self, model_id: str) -> EmbeddingModelV4:
        """Return the embedding model of that name."""

    def image_model(self, model_id: str) -> ImageModelV4:
        """Return the image model of that name."""
