"""How xAI writes errors, and the errors that are its own.

Ports: @ai-sdk/xai/src/xai-error.ts
"""

from ai_sdk_generated.xai.shared import wire

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["XAI_ERROR_STRUCTURE", "XaiImageBlockedError", "XaiVideoGenerationError"]


def _error_to_message(data: wire.ApiError | wire.ResponsesError | wire.SpeechError) -> str:
    match data:
        case wire.ResponsesError():
            return f"{data.code}: {data.error}"
        case wire.SpeechError():
            return data.error
    return data.error.message


XAI_ERROR_STRUCTURE = ErrorStructure(wire.XaiErrorData, _error_to_message)


class XaiImageBlockedError(AISDKError):
    """An image was made and held back by moderation."""

    name = "Error"


class XaiVideoGenerationError(AISDKError):
    """A video could not be started."""

    name = "XAI_VIDEO_GENERATION_ERROR"
