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
from ai_sdk.providers.amazon_bedrock.aws_provider import AmazonBedrockProviderSettings
from ai_sdk.providers.amazon_bedrock.credentials import AwsCredentials
from ai_sdk.providers.amazon_bedrock.model_settings import (
    AmazonBedrockChatModelSettings,
    AmazonBedrockEmbeddingModelSettings,
)
from ai_sdk.providers.amazon_bedrock.provider import AmazonBedrockProvider, amazon_bedrock, create_amazon_bedrock
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.amazon_bedrock.chat.options import (
        AmazonBedrockLanguageModelChatOptions,
        AmazonBedrockLanguageModelChatOptions as AmazonBedrockLanguageModelOptions,
        AmazonBedrockLanguageModelChatOptions as BedrockProviderOptions,
    )
    from ai_sdk_generated.amazon_bedrock.embedding.options import AmazonBedrockEmbeddingModelOptions
    from ai_sdk_generated.amazon_bedrock.image.options import AmazonBedrockImageModelOptions
    from ai_sdk_generated.amazon_bedrock.reranking.options import (
        AmazonBedrockRerankingModelOptions,
        AmazonBedrockRerankingModelOptions as BedrockRerankingOptions,
    )
    from ai_sdk_generated.anthropic.messages.options import AnthropicLanguageModelOptions as AnthropicProviderOptions

    from ai_sdk.providers.amazon_bedrock.chat.model import AmazonBedrockChatLanguageModel
    from ai_sdk.providers.amazon_bedrock.embedding import AmazonBedrockEmbeddingModel
    from ai_sdk.providers.amazon_bedrock.image import AmazonBedrockImageModel
    from ai_sdk.providers.amazon_bedrock.reranking import AmazonBedrockRerankingModel

__all__ = [
    "VERSION",
    "AmazonBedrockChatLanguageModel",
    "AmazonBedrockChatModelSettings",
    "AmazonBedrockEmbeddingModel",
    "AmazonBedrockEmbeddingModelOptions",
    "AmazonBedrockEmbeddingModelSettings",
    "AmazonBedrockImageModel",
    "AmazonBedrockImageModelOptions",
    "AmazonBedrockLanguageModelChatOptions",
    "AmazonBedrockLanguageModelOptions",
    "AmazonBedrockProvider",
    "AmazonBedrockProviderSettings",
    "AmazonBedrockRerankingModel",
    "AmazonBedrockRerankingModelOptions",
    "AnthropicProviderOptions",
    "AwsCredentials",
    "BedrockProviderOptions",
    "BedrockRerankingOptions",
    "amazon_bedrock",
    "bedrock",
    "create_amazon_bedrock",
]

bedrock = amazon_bedrock
"""The provider by its older name."""

# Names whose modules are loaded when they are first used: module, and the name in it where it is another.
_MODULES = "ai_sdk.providers.amazon_bedrock"
_OPTIONS = "ai_sdk_generated.amazon_bedrock"
_CHAT_OPTIONS = (f"{_OPTIONS}.chat.options", "AmazonBedrockLanguageModelChatOptions")
_RERANKING_OPTIONS = (f"{_OPTIONS}.reranking.options", "AmazonBedrockRerankingModelOptions")
__getattr__ = lazy_names(
    __name__,
    {
        "AmazonBedrockChatLanguageModel": f"{_MODULES}.chat.model",
        "AmazonBedrockEmbeddingModel": f"{_MODULES}.embedding",
        "AmazonBedrockEmbeddingModelOptions": f"{_OPTIONS}.embedding.options",
        "AmazonBedrockImageModel": f"{_MODULES}.image",
        "AmazonBedrockImageModelOptions": f"{_OPTIONS}.image.options",
        "AmazonBedrockLanguageModelChatOptions": _CHAT_OPTIONS,
        "AmazonBedrockLanguageModelOptions": _CHAT_OPTIONS,
        "AmazonBedrockRerankingModel": f"{_MODULES}.reranking",
        "AmazonBedrockRerankingModelOptions": _RERANKING_OPTIONS,
        "AnthropicProviderOptions": ("ai_sdk_generated.anthropic.messages.options", "AnthropicLanguageModelOptions"),
        "BedrockProviderOptions": _CHAT_OPTIONS,
        "BedrockRerankingOptions": _RERANKING_OPTIONS,
    },
)
