"""How MiniMax writes errors of its video API, and what can go wrong with a video.

Ports: @ai-sdk/minimax/src/minimax-video-model.ts
"""

from ai_sdk_generated.minimax.video import wire

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = [
    "MINIMAX_VIDEO_ERROR_STRUCTURE",
    "MiniMaxVideoCancelledError",
    "MiniMaxVideoExpiredError",
    "MiniMaxVideoFailedError",
    "MiniMaxVideoGenerationError",
    "MiniMaxVideoTimeoutError",
]


def _error_to_message(data: wire.MinimaxVideoError) -> str:
    message = None if data.error is None else data.error.message
    return "MiniMax video generation error" if message is None else message


MINIMAX_VIDEO_ERROR_STRUCTURE = ErrorStructure(wire.MinimaxVideoError, _error_to_message)


class MiniMaxVideoGenerationError(AISDKError):
    """No video was made; raised itself when an answer lacks the task or the video."""

    name = "MINIMAX_VIDEO_GENERATION_ERROR"


class MiniMaxVideoFailedError(MiniMaxVideoGenerationError):
    """MiniMax could not make the video."""

    name = "MINIMAX_VIDEO_GENERATION_FAILED"


class MiniMaxVideoCancelledError(MiniMaxVideoGenerationError):
    """The task was cancelled."""

    name = "MINIMAX_VIDEO_GENERATION_CANCELLED"


class MiniMaxVideoExpiredError(MiniMaxVideoGenerationError):
    """The task waited too long on MiniMax's side."""

    name = "MINIMAX_VIDEO_GENERATION_EXPIRED"


class MiniMaxVideoTimeoutError(MiniMaxVideoGenerationError):
    """The video was not ready within the option `pollTimeoutMs`."""

    name = "MINIMAX_VIDEO_GENERATION_TIMEOUT"
