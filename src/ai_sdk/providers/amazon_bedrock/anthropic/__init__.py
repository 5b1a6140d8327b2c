"""Anthropic's models on Bedrock by their own interface, the Messages API.

>>> from ai_sdk.providers.amazon_bedrock.anthropic import amazon_bedrock_anthropic
>>> amazon_bedrock_anthropic("us.anthropic.claude-sonnet-5").provider
'bedrock.anthropic.messages'

Ports: @ai-sdk/amazon-bedrock/src/anthropic/index.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.amazon_bedrock.anthropic.provider import (
    AmazonBedrockAnthropicProvider,
    amazon_bedrock_anthropic,
    create_amazon_bedrock_anthropic,
)
from ai_sdk.providers.amazon_bedrock.aws_provider import (
    AmazonBedrockProviderSettings as AmazonBedrockAnthropicProviderSettings,
)

if TYPE_CHECKING:
    from ai_sdk_generated.amazon_bedrock.anthropic.model_ids import (
        AmazonBedrockAnthropicModelId,
        AmazonBedrockAnthropicModelId as BedrockAnthropicModelId,
    )

__all__ = [
    "AmazonBedrockAnthropicModelId",
    "AmazonBedrockAnthropicProvider",
    "AmazonBedrockAnthropicProviderSettings",
    "BedrockAnthropicModelId",
    "BedrockAnthropicProvider",
    "BedrockAnthropicProviderSettings",
    "amazon_bedrock_anthropic",
    "bedrock_anthropic",
    "create_amazon_bedrock_anthropic",
    "create_bedrock_anthropic",
]

# The older names
BedrockAnthropicProvider = AmazonBedrockAnthropicProvider
BedrockAnthropicProviderSettings = AmazonBedrockAnthropicProviderSettings
bedrock_anthropic = amazon_bedrock_anthropic
create_bedrock_anthropic = create_amazon_bedrock_anthropic

_MODEL_IDS = ("ai_sdk_generated.amazon_bedrock.anthropic.model_ids", "AmazonBedrockAnthropicModelId")
__getattr__ = lazy_names(__name__, {"AmazonBedrockAnthropicModelId": _MODEL_IDS, "BedrockAnthropicModelId": _MODEL_IDS})
