"""A stream failed after it had begun, holds what it may not, or has been read already.

Ports: ai/src/error/invalid-stream-part-error.ts, ai/src/error/stream-provider-error.ts
Ports: ai/src/error/ui-message-stream-error.ts
"""

from typing import Any

from ai_sdk.provider.errors import AISDKError

__all__ = ["InvalidStreamPartError", "StreamAlreadyConsumedError", "StreamProviderError", "UIMessageStreamError"]

_RETRYABLE_STATUS_CODES = frozenset({408, 409, 429})
_FIRST_SERVER_ERROR = 500


class InvalidStreamPartError(AISDKError):
    """A stream has a part that cannot be at its place; `chunk` is the part."""

    name = "AI_InvalidStreamPartError"
    fields = ("chunk",)

    def __init__(self, message: str, *, chunk: Any) -> None:
        super().__init__(message)
        self.chunk = chunk


class StreamAlreadyConsumedError(AISDKError):
    """A result that keeps nothing was asked for a second stream."""

    name = "AI_StreamAlreadyConsumedError"

    def __init__(
        self,
        message: str = "This result supports one stream consumer. Choose one stream projection or response helper.",
    ) -> None:
        super().__init__(message)


class StreamProviderError(AISDKError):
    """The provider reported an error in a stream that had begun.

    `type`, `code`, `status_code` (an HTTP status, or what stands for one) and `data` are what the provider said;
    `is_retryable` says whether trying again may help.
    """

    name = "AI_StreamProviderError"
    fields = ("type", "code", "status_code", "is_retryable", "data")

    def __init__(
        self,
        message: str,
        *,
        type: str | None = None,  # noqa: A002 - the field's name
        code: str | int | None = None,
        status_code: int | None = None,
        is_retryable: bool | None = None,
        data: Any = None,
        cause: BaseException | None = None,
    ) -> None:
        super().__init__(message, cause=cause)
        self.type = type
        self.code = code
        self.status_code = status_code
        self.is_retryable = _is_retryable(status_code) if is_retryable is None else is_retryable
        self.data = data


def _is_retryable(status_code: int | None) -> bool:
    return status_code is not None and (status_code in _RETRYABLE_STATUS_CODES or status_code >= _FIRST_SERVER_ERROR)


class UIMessageStreamError(AISDKError):
    """A UI message stream reports an error, or has a chunk that is wrong at its place.

    `chunk_type` is the type of that chunk; `chunk_id` the id of its part or tool call, empty when it has none.
    """

    name = "AI_UIMessageStreamError"
    fields = ("chunk_type", "chunk_id")

    def __init__(self, message: str, *, chunk_type: str, chunk_id: str) -> None:
        super().__init__(message)
        self.chunk_type = chunk_type
        self.chunk_id = chunk_id
