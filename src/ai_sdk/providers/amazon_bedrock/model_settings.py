"""What a model may be told beside its id, in Python's or in TypeScript's spelling.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model-options.ts
Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-embedding-model-options.ts
"""

from typing import Literal, TypedDict

__all__ = [
    "AmazonBedrockChatModelSettings",
    "AmazonBedrockEmbeddingModelSettings",
    "ChatModelFamily",
    "EmbeddingModelFamily",
]

ChatModelFamily = Literal["anthropic"]
EmbeddingModelFamily = Literal["titan", "cohere", "nova"]


class AmazonBedrockChatModelSettings(TypedDict, total=False):
    """The family of a language model whose id, such as the ARN of an inference profile, does not name it."""

    model_family: ChatModelFamily
    modelFamily: ChatModelFamily


class AmazonBedrockEmbeddingModelSettings(TypedDict, total=False):
    """The family of an embedding model whose id, such as the ARN of an inference profile, does not name it."""

    model_family: EmbeddingModelFamily
    modelFamily: EmbeddingModelFamily
