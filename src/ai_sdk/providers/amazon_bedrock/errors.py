"""How Bedrock writes errors, in whole answers and in streams.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-error.ts, @ai-sdk/amazon-bedrock/src/amazon-bedrock-stream-error.ts
"""

from ai_sdk_generated.amazon_bedrock.shared.wire import AmazonBedrockErrorAmazonBedrockError as AmazonBedrockErrorData

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = [
    "CONVERSE_ERROR_STRUCTURE",
    "ERROR_STRUCTURE",
    "AmazonBedrockError",
    "get_amazon_bedrock_stream_error_metadata",
]


class AmazonBedrockError(AISDKError):
    """Bedrock cannot be called as asked, or answered without an error status that it did not do what was asked."""

    name = "Error"


def _to_message(error: AmazonBedrockErrorData) -> str:
    return error.message if error.type is None else f"{error.type}: {error.message}"


ERROR_STRUCTURE = ErrorStructure(AmazonBedrockErrorData, _to_message)
CONVERSE_ERROR_STRUCTURE = ErrorStructure(AmazonBedrockErrorData, lambda error: error.message)
"""Converse without a stream: the type is not part of the message."""

_STREAM_ERRORS = {
    "internalServerException": (500, True),
    "modelStreamErrorException": (424, True),
    "serviceUnavailableException": (503, True),
    "throttlingException": (429, True),
    "validationException": (400, False),
}


def get_amazon_bedrock_stream_error_metadata(kind: str) -> tuple[int | None, bool | None]:
    """Return the status code that an exception in a stream stands for, and whether trying again may help.

    >>> get_amazon_bedrock_stream_error_metadata("ThrottlingException")
    (429, True)
    """
    return _STREAM_ERRORS.get(kind[:1].lower() + kind[1:], (None, None))
