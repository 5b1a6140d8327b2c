"""A call was tried several times and failed each time.

Ports: ai/src/util/retry-error.ts
"""

from collections.abc import Sequence
from typing import Literal

from ai_sdk.provider.errors import AISDKError

__all__ = ["RetryError", "RetryErrorReason"]

RetryErrorReason = Literal["maxRetriesExceeded", "errorNotRetryable", "abort"]
"""Why no further try was made."""


class RetryError(AISDKError):
    """A call was tried more than once; `errors` has the error of each try, and `last_error` is the last of them."""

    name = "AI_RetryError"
    fields = ("reason", "last_error", "errors")

    def __init__(self, message: str, *, reason: RetryErrorReason, errors: Sequence[BaseException]) -> None:
        super().__init__(message)
        self.reason: RetryErrorReason = reason
        self.errors = list(errors)
        self.last_error = self.errors[-1] if self.errors else None
