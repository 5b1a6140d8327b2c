"""How Google writes errors, and the errors of jobs that fail after they were accepted.

Ports: @ai-sdk/google/src/google-error.ts
"""

from ai_sdk_generated.google.shared import wire

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = [
    "GoogleError",
    "GoogleFilesUploadError",
    "GoogleFilesUploadFailedError",
    "GoogleFilesUploadTimeoutError",
    "GoogleVideoGenerationError",
    "google_error_structure",
    "map_google_error_status_to_http_status_code",
]

google_error_structure = ErrorStructure(
    data_type=wire.GoogleErrorData,
    to_message=lambda data: data.error.message,
)

_HTTP_STATUS_CODES = {
    "CANCELLED": 499,
    "INVALID_ARGUMENT": 400,
    "FAILED_PRECONDITION": 400,
    "OUT_OF_RANGE": 400,
    "DEADLINE_EXCEEDED": 504,
    "NOT_FOUND": 404,
    "ALREADY_EXISTS": 409,
    "ABORTED": 409,
    "PERMISSION_DENIED": 403,
    "UNAUTHENTICATED": 401,
    "RESOURCE_EXHAUSTED": 429,
    "UNIMPLEMENTED": 501,
    "UNKNOWN": 500,
    "INTERNAL": 500,
    "DATA_LOSS": 500,
    "UNAVAILABLE": 503,
}


def map_google_error_status_to_http_status_code(status: str) -> int | None:
    """Return the HTTP status of a Google RPC status, which may come without one.

    >>> map_google_error_status_to_http_status_code("RESOURCE_EXHAUSTED")
    429
    """
    return _HTTP_STATUS_CODES.get(status)


class GoogleError(AISDKError):
    """What was asked cannot be done, or a job ended in no known way."""

    name = "Error"


class GoogleFilesUploadError(AISDKError):
    """A file could not be uploaded."""

    name = "GOOGLE_FILES_UPLOAD_ERROR"


class GoogleFilesUploadFailedError(AISDKError):
    """Google could not process an uploaded file."""

    name = "GOOGLE_FILES_UPLOAD_FAILED"


class GoogleFilesUploadTimeoutError(AISDKError):
    """Google did not process an uploaded file in time."""

    name = "GOOGLE_FILES_UPLOAD_TIMEOUT"


class GoogleVideoGenerationError(AISDKError):
    """A finished video job names no videos."""

    name = "GOOGLE_VIDEO_GENERATION_ERROR"
