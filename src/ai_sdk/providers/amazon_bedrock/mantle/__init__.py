"""Bedrock Mantle: models that Bedrock serves by OpenAI's interfaces.

>>> from ai_sdk.providers.amazon_bedrock.mantle import bedrock_mantle
>>> bedrock_mantle("openai.gpt-oss-20b").provider
'bedrock-mantle.chat'

Ports: @ai-sdk/amazon-bedrock/src/mantle/index.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.amazon_bedrock.aws_provider import AmazonBedrockProviderSettings as BedrockMantleProviderSettings
from ai_sdk.providers.amazon_bedrock.mantle.provider import (
    BedrockMantleProvider,
    bedrock_mantle,
    create_bedrock_mantle,
)

if TYPE_CHECKING:
    from ai_sdk_generated.amazon_bedrock.mantle.model_ids import BedrockMantleModelId

__all__ = [
    "BedrockMantleModelId",
    "BedrockMantleProvider",
    "BedrockMantleProviderSettings",
    "bedrock_mantle",
    "create_bedrock_mantle",
]

__getattr__ = lazy_names(__name__, {"BedrockMantleModelId": "ai_sdk_generated.amazon_bedrock.mantle.model_ids"})
