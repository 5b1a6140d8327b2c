"""What Bedrock's models need to know of their provider."""

from collections.abc import Callable
from dataclasses import dataclass

from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.providers.amazon_bedrock.model_settings import ChatModelFamily, EmbeddingModelFamily

__all__ = ["BedrockChatConfig", "BedrockEmbeddingConfig", "BedrockRerankingConfig"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BedrockChatConfig(ModelConfig):
    """The configuration of a language model; the family is for ids that do not name the model."""

    model_family: ChatModelFamily | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BedrockEmbeddingConfig(ModelConfig):
    """The configuration of an embedding model; the family is for ids that do not name the model."""

    model_family: EmbeddingModelFamily | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BedrockRerankingConfig(ModelConfig):
    """The configuration of a reranking model, which is named with its region."""

    region: Callable[[], str]
