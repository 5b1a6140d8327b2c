"""Amazon Bedrock: Converse, embeddings, images and reranking.

Anthropic's own interface is in `ai_sdk.providers.amazon_bedrock.anthropic`, OpenAI's in
`ai_sdk.providers.amazon_bedrock.mantle`. Importing this package reads no environment and builds no models.

>>> from ai_sdk.providers.amazon_bedrock import amazon_bedrock
>>> amazon_bedrock("us.amazon.nova-lite-v1:0").provider
'amazon-bedrock'

Ports: @ai-sdk/amazon-bedrock/src/index.ts, @ai-sdk/amazon-bedrock/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.amazon_bedrock.credentials import AwsCredentials
from ai_sdk.providers.amazon_bedrock.provider import AmazonBedrockProvider, amazon_bedrock, create_amazon_bedrock
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.amazon_bedrock.chat.options import AmazonBedrockLanguageModelChatOptions
    from ai_sdk_generated.amazon_bedrock.chat.options import (
        AmazonBedrockLanguageModelChatOptions as AmazonBedrockLanguageModelOptions,
    )
    from ai_sdk_generated.amazon_bedrock.chat.options import (
        AmazonBedrockLanguageModelChatOptions as BedrockProviderOptions,
    )
    from ai_sdk_generated.amazon_bedrock.embedding.options import AmazonBedrockEmbeddingModelOptions
    from ai_sdk_generated.amazon_bedrock.image.options import AmazonBedrockImageModelOptions
    from ai_sdk_generated.amazon_bedrock.reranking.options import AmazonBedrockRerankingModelOptions
    from ai_sdk_generated.amazon_bedrock.reranking.options import (
        AmazonBedrockRerankingModelOptions as BedrockRerankingOptions,
    )

    from ai_sdk.providers.amazon_bedrock.chat.model import AmazonBedrockChatLanguageModel
    from ai_sdk.providers.amazon_bedrock.embedding import AmazonBedrockEmbeddingModel
    from ai_sdk.providers.amazon_bedrock.image import AmazonBedrockImageModel
    from ai_sdk.providers.amazon_bedrock.reranking import AmazonBedrockRerankingModel

__all__ = [
    "VERSION",
    "AmazonBedrockChatLanguageModel",
    "AmazonBedrockEmbeddingModel",
    "AmazonBedrockEmbeddingModelOptions",
    "AmazonBedrockImageModel",
    "AmazonBedrockImageModelOptions",
    "AmazonBedrockLanguageModelChatOptions",
    "AmazonBedrockLanguageModelOptions",
    "AmazonBedrockProvider",
    "AmazonBedrockRerankingModel",
    "AmazonBedrockRerankingModelOptions",
    "AwsCredentials",
    "BedrockProviderOptions",
    "BedrockRerankingOptions",
    "amazon_bedrock",
    "bedrock",
    "create_amazon_bedrock",
]

bedrock = amazon_bedrock
"""The provider by its older name."""

# Names whose modules are loaded when they are first used: module, and the name in it.
_CHAT_OPTIONS = ("ai_sdk_generated.amazon_bedrock.chat.options", "AmazonBedrockLanguageModelChatOptions")
_RERANKING_OPTIONS = ("ai_sdk_generated.amazon_bedrock.reranking.options", "AmazonBedrockRerankingModelOptions")
_LAZY = {
    "AmazonBedrockChatLanguageModel": (
        "ai_sdk.providers.amazon_bedrock.chat.model",
        "AmazonBedrockChatLanguageModel",
    ),
    "AmazonBedrockEmbeddingModel": ("ai_sdk.providers.amazon_bedrock.embedding", "AmazonBedrockEmbeddingModel"),
    "AmazonBedrockEmbeddingModelOptions": (
        "ai_sdk_generated.amazon_bedrock.embedding.options",
        "AmazonBedrockEmbeddingModelOptions",
    ),
    "AmazonBedrockImageModel": ("ai_sdk.providers.amazon_bedrock.image", "AmazonBedrockImageModel"),
    "AmazonBedrockImageModelOptions": (
        "ai_sdk_generated.amazon_bedrock.image.options",
        "AmazonBedrockImageModelOptions",
    ),
    "AmazonBedrockLanguageModelChatOptions": _CHAT_OPTIONS,
    "AmazonBedrockLanguageModelOptions": _CHAT_OPTIONS,
    "AmazonBedrockRerankingModel": ("ai_sdk.providers.amazon_bedrock.reranking", "AmazonBedrockRerankingModel"),
    "AmazonBedrockRerankingModelOptions": _RERANKING_OPTIONS,
    "BedrockProviderOptions": _CHAT_OPTIONS,
    "BedrockRerankingOptions": _RERANKING_OPTIONS,
}

__getattr__ = lazy_names(__name__, _LAZY)
