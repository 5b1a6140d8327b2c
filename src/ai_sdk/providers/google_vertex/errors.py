"""How Vertex AI writes errors, and the errors of tokens and of jobs that fail after they were accepted.

Ports: @ai-sdk/google-vertex/src/google-vertex-error.ts
"""

from ai_sdk_generated.google_vertex.shared import wire

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["GoogleVertexError", "GoogleVertexVideoGenerationError", "google_vertex_error_structure"]

google_vertex_error_structure = ErrorStructure(
    data_type=wire.GoogleVertexErrorData,
    to_message=lambda data: data.error.message,
)


class GoogleVertexError(AISDKError):
    """What was asked cannot be done, or Google gives no token for it."""

    name = "Error"


class GoogleVertexVideoGenerationError(AISDKError):
    """A video job could not be started, or names no videos when it is done."""

    name = "VERTEX_VIDEO_GENERATION_ERROR"
