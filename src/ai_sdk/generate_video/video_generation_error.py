"""A video operation failed, took too long, or cannot be done by the model.

Ports: ai/src/generate-video/generate-video.ts
"""

from ai_sdk.provider import AISDKError

__all__ = ["VideoGenerationError"]


class VideoGenerationError(AISDKError):
    """The message says what is wrong; TypeScript raises a plain `Error`."""

    name = "Error"
