"""How Bedrock writes errors.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-error.ts
"""

from ai_sdk_generated.amazon_bedrock.shared.wire import AmazonBedrockErrorAmazonBedrockError as AmazonBedrockErrorData

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["CONVERSE_ERROR_STRUCTURE", "ERROR_STRUCTURE"]


def _to_message(error: AmazonBedrockErrorData) -> str:
    return error.message if error.type is None else f"{error.type}: {error.message}"


ERROR_STRUCTURE = ErrorStructure(AmazonBedrockErrorData, _to_message)
CONVERSE_ERROR_STRUCTURE = ErrorStructure(AmazonBedrockErrorData, lambda error: error.message)
"""Converse without a stream: the type is not part of the message."""
