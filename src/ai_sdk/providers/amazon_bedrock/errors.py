"""Bedrock's own error, and what its exceptions in streams mean.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-stream-error.ts
"""

from ai_sdk.provider import AISDKError

__all__ = ["AmazonBedrockError", "get_amazon_bedrock_stream_error_metadata"]

_STREAM_ERRORS = {
    "internalServerException": (500, True),
    "modelStreamErrorException": (424, True),
    "serviceUnavailableException": (503, True),
    "throttlingException": (429, True),
    "validationException": (400, False),
}


class AmazonBedrockError(AISDKError):
    """Bedrock cannot be called as asked, or answered without an error status that it did not do what was asked."""

    name = "Error"


def get_amazon_bedrock_stream_error_metadata(kind: str) -> tuple[int | None, bool | None]:
    """Return the status code that an exception in a stream stands for, and whether trying again may help.

    >>> get_amazon_bedrock_stream_error_metadata("ThrottlingException")
    (429, True)
    """
    return _STREAM_ERRORS.get(kind[:1].lower() + kind[1:], (None, None))
