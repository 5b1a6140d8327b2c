"""Trying a failed call again, after a wait that doubles or that the provider asked for.

Ports: ai/src/util/retry-with-exponential-backoff.ts, @ai-sdk/provider-utils/src/retry-with-exponential-backoff.ts
"""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from inspect import isawaitable
from typing import TypeVar

from ai_sdk.error.retry_error import RetryError
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.errors import AISDKError, APICallError, get_error_message
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.abort import delay, is_abort_error

__all__ = ["ShouldRetry", "retry_with_exponential_backoff"]

ResultT = TypeVar("ResultT")

ShouldRetry = Callable[[Exception], Awaitable[bool] | bool]
"""Says of an error whether trying again may help."""

_INITIAL_DELAY_MS = 2000.0
_BACKOFF_FACTOR = 2
_LONGEST_REASONABLE_MS = 60_000

# What JavaScript's parseFloat reads at the beginning of a text.
_NUMBER = re.compile(r"\s*([+-]?(?:Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?))")


async def retry_with_exponential_backoff(
    call: Callable[[], Awaitable[ResultT]],
    *,
    max_retries: int = 2,
    abort_signal: AbortSignal | None = None,
    additional_retryable_error: ShouldRetry | None = None,
) -> ResultT:
    """Await `call()`, and again after an error that may pass, at most `max_retries` times more.

    The first wait takes two seconds and each further one twice as long, unless the provider's `retry-after-ms` or
    `retry-after` header asks for less than a minute. An abort ends the wait with an `AbortError`.

    Raises the error itself when it is an abort, when it came at the first try and may not pass, and when
    `max_retries` is 0; and `RetryError` otherwise.
    """
    errors: list[Exception] = []
    while True:
        try:
            return await call()
        except Exception as error:
            if is_abort_error(error) or max_retries == 0:
                raise
            errors.append(error)
            if len(errors) > max_retries:
                raise _exceeded(errors) from error
            if not await _should_retry(error, additional_retryable_error):
                if len(errors) == 1:
                    raise
                raise _not_retryable(errors) from error
        backoff = _INITIAL_DELAY_MS * _BACKOFF_FACTOR ** (len(errors) - 1)
        await delay(_retry_delay_ms(errors[-1], backoff), abort_signal=abort_signal)


def _exceeded(errors: list[Exception]) -> RetryError:
    message = f"Failed after {len(errors)} attempts. Last error: {get_error_message(errors[-1])}"
    return RetryError(message, reason="maxRetriesExceeded", errors=errors)


def _not_retryable(errors: list[Exception]) -> RetryError:
    message = f"Failed after {len(errors)} attempts with non-retryable error: '{get_error_message(errors[-1])}'"
    return RetryError(message, reason="errorNotRetryable", errors=errors)


async def _should_retry(error: Exception, additional: ShouldRetry | None) -> bool:
    if _is_retryable(error):
        return True
    if additional is None:
        return False
    answer = additional(error)
    return bool(await answer if isawaitable(answer) else answer)


def _is_retryable(error: Exception) -> bool:
    return (isinstance(error, APICallError) or _is_gateway_error(error)) and getattr(
        error, "is_retryable", None
    ) is True


def _is_gateway_error(error: Exception) -> bool:
    # By name and not by class: the core does not depend on a provider.
    return isinstance(error, AISDKError) and any(
        vars(base).get("name") == "GatewayError" for base in type(error).__mro__
    )


def _retry_delay_ms(error: Exception, backoff: float) -> float:
    """Return the provider's wish when it is reasonable, and `backoff` otherwise; both are milliseconds."""
    source = error if isinstance(error, APICallError) else getattr(error, "cause", None)
    headers = source.response_headers if isinstance(source, APICallError) else None
    wish = _wished_delay_ms(headers or {})
    reasonable = wish is not None and wish >= 0 and (wish < _LONGEST_REASONABLE_MS or wish < backoff)
    return wish if wish is not None and reasonable else backoff


def _wished_delay_ms(headers: dict[str, str]) -> float | None:
    milliseconds = _parse_float(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds
    retry_after = headers.get("retry-after", "")
    seconds = _parse_float(retry_after)
    return _milliseconds_until(retry_after) if seconds is None else seconds * 1000


def _parse_float(text: str) -> float | None:
    match = _NUMBER.match(text)
    return float(match[1]) if match else None


def _milliseconds_until(date: str) -> float | None:
    from email.utils import parsedate_to_datetime  # late: it loads sockets, and most calls are never retried

    try:
        then = parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return None
    aware = then if then.tzinfo else then.replace(tzinfo=UTC)
    return _epoch_ms(aware) - _epoch_ms(clock.now())


def _epoch_ms(moment: datetime) -> int:
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
