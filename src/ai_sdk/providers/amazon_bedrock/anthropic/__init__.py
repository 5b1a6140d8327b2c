"""Anthropic's models on Bedrock by their own interface, the Messages API.

>>> from ai_sdk.providers.amazon_bedrock.anthropic import amazon_bedrock_anthropic
>>> amazon_bedrock_anthropic("us.anthropic.claude-sonnet-5").provider
'bedrock.anthropic.messages'

Ports: @ai-sdk/amazon-bedrock/src/anthropic/index.ts
"""

from ai_sdk.providers.amazon_bedrock.anthropic.provider import (
    AmazonBedrockAnthropicProvider,
    amazon_bedrock_anthropic,
    create_amazon_bedrock_anthropic,
)

__all__ = [
    "AmazonBedrockAnthropicProvider",
    "BedrockAnthropicProvider",
    "amazon_bedrock_anthropic",
    "bedrock_anthropic",
    "create_amazon_bedrock_anthropic",
    "create_bedrock_anthropic",
]

# The older names
BedrockAnthropicProvider = AmazonBedrockAnthropicProvider
bedrock_anthropic = amazon_bedrock_anthropic
create_bedrock_anthropic = create_amazon_bedrock_anthropic
