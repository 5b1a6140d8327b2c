"""Bedrock Mantle: models that Bedrock serves by OpenAI's interfaces.

>>> from ai_sdk.providers.amazon_bedrock.mantle import bedrock_mantle
>>> bedrock_mantle("openai.gpt-oss-20b").provider
'bedrock-mantle.chat'

Ports: @ai-sdk/amazon-bedrock/src/mantle/index.ts
"""

from ai_sdk.providers.amazon_bedrock.mantle.provider import (
    BedrockMantleProvider,
    bedrock_mantle,
    create_bedrock_mantle,
)

__all__ = ["BedrockMantleProvider", "bedrock_mantle", "create_bedrock_mantle"]
