"""The retries of a call, from what its caller asked for.

Ports: ai/src/util/prepare-retries.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.util.retry_with_exponential_backoff import ShouldRetry, retry_with_exponential_backoff

__all__ = ["PreparedRetries", "prepare_retries"]

ResultT = TypeVar("ResultT")


@dataclass(slots=True, kw_only=True)
class PreparedRetries:
    """How often a call is tried again, and the function that does so."""

    max_retries: int
    abort_signal: AbortSignal | None = None
    additional_retryable_error: ShouldRetry | None = None

    async def retry(self, call: Callable[[], Awaitable[ResultT]]) -> ResultT:
        """Await `call()`, trying again as `retry_with_exponential_backoff` does."""
        return await retry_with_exponential_backoff(
            call,
            max_retries=self.max_retries,
            abort_signal=self.abort_signal,
            additional_retryable_error=self.additional_retryable_error,
        )


def prepare_retries(
    *,
    max_retries: int | None,
    abort_signal: AbortSignal | None = None,
    additional_retryable_error: ShouldRetry | None = None,
    parameter: str = "maxRetries",
    default_max_retries: int = 2,
) -> PreparedRetries:
    """Check `max_retries` and return the retries of a call.

    Raises `InvalidArgumentError` when it is negative or no whole number.

    >>> prepare_retries(max_retries=None).max_retries
    2
    """
    if max_retries is not None:
        if not _is_integer(max_retries):
            raise InvalidArgumentError(
                parameter=parameter, value=max_retries, message=f"{parameter} must be an integer"
            )
        if max_retries < 0:
            raise InvalidArgumentError(parameter=parameter, value=max_retries, message=f"{parameter} must be >= 0")
    return PreparedRetries(
        max_retries=default_max_retries if max_retries is None else int(max_retries),
        abort_signal=abort_signal,
        additional_retryable_error=additional_retryable_error,
    )


def _is_integer(value: object) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())
