"""Trying again."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.error import InvalidArgumentError, RetryError
from ai_sdk.provider import APICallError
from ai_sdk.provider.codec import dump_error
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.providers.gateway.errors import GatewayInvalidRequestError, GatewayRateLimitError
from ai_sdk.util.prepare_retries import prepare_retries
from ai_sdk.util.retry_with_exponential_backoff import retry_with_exponential_backoff

pytestmark = pytest.mark.anyio
NOW = datetime(2030, 1, 1, 12, 0, 0, 250_000, tzinfo=UTC)


class JumpingClock(SystemClock):
    """A clock whose sleeps are over at once."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> datetime:
        return NOW

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds * 1000, 3))


def api_error(message: str = "busy", status: int = 503, headers: dict[str, str] | None = None) -> APICallError:
    return APICallError(
        message, url="https://a.test", request_body_values={}, status_code=status, response_headers=headers
    )


class Failing:
    """A call that fails with one error after the other, and then succeeds."""

    def __init__(self, *errors: BaseException) -> None:
        self.errors = list(errors)
        self.calls = 0

    async def __call__(self) -> int:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return self.calls


async def outcome(call: Failing, **settings: Any) -> tuple[Any, list[float]]:
    clock = JumpingClock()
    with use_clock(clock):
        try:
            return await retry_with_exponential_backoff(call, **settings), clock.slept
        except Exception as error:  # noqa: BLE001 - compared by the tests
            return error, clock.slept


async def test_a_call_that_succeeds_is_made_once() -> None:
    assert await outcome(Failing()) == (1, [])


async def test_waits_double_from_two_seconds() -> None:
    call = Failing(*[api_error() for _ in range(4)])
    assert await outcome(call, max_retries=4) == (5, [2000, 4000, 8000, 16000])


async def test_when_every_try_fails_all_errors_are_reported() -> None:
    errors = [api_error("one"), api_error("two"), api_error("three")]
    error, slept = await outcome(Failing(*errors))
    assert dump_error(error) == {
        "name": "AI_RetryError",
        "message": "Failed after 3 attempts. Last error: AI_APICallError: three",
        "reason": "maxRetriesExceeded",
        "errors": errors,
        "lastError": errors[2],
    }
    assert slept == [2000, 4000]


async def test_an_error_that_will_not_pass_is_raised_as_it_is_at_the_first_try() -> None:
    error = api_error(status=400)
    assert await outcome(Failing(error)) == (error, [])


async def test_an_error_that_will_not_pass_ends_the_tries() -> None:
    errors = [api_error(), ValueError("odd")]
    error, slept = await outcome(Failing(*errors))
    assert isinstance(error, RetryError)
    assert (error.message, error.reason, error.errors, slept) == (
        "Failed after 2 attempts with non-retryable error: 'ValueError: odd'",
        "errorNotRetryable",
        errors,
        [2000],
    )


async def test_without_retries_the_error_is_raised_as_it_is() -> None:
    error = api_error()
    assert await outcome(Failing(error), max_retries=0) == (error, [])


async def test_an_abort_is_never_retried() -> None:
    error = AbortError()
    assert await outcome(Failing(error), additional_retryable_error=lambda _: True) == (error, [])


async def test_a_gateway_error_is_retried_when_it_says_so_and_waits_as_the_error_behind_it_asks() -> None:
    behind = api_error(headers={"retry-after": "3"})
    assert await outcome(Failing(GatewayRateLimitError(cause=behind))) == (2, [3000])
    refused = GatewayInvalidRequestError()
    assert await outcome(Failing(refused)) == (refused, [])


@pytest.mark.parametrize("asynchronous", [False, True])
async def test_the_caller_can_name_further_errors_to_retry(asynchronous: Any) -> None:
    def sync_check(error: Exception) -> bool:
        return str(error) == "again"

    async def async_check(error: Exception) -> bool:
        return sync_check(error)

    check = async_check if asynchronous else sync_check
    last = ValueError("enough")
    assert await outcome(Failing(ValueError("again")), additional_retryable_error=check) == (2, [2000])
    assert await outcome(Failing(last), additional_retryable_error=check) == (last, [])


@pytest.mark.parametrize(
    ("headers", "delay"),
    [
        ({}, 2000),
        ({"retry-after-ms": "150"}, 150),
        ({"retry-after-ms": "1.5"}, 1.5),
        ({"retry-after-ms": "150", "retry-after": "9"}, 150),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9000),
        ({"retry-after": "9 seconds"}, 9000),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "59.9"}, 59900),
        ({"retry-after": "60"}, 2000),
        ({"retry-after": "-1"}, 2000),
        ({"retry-after": "Infinity"}, 2000),
        ({"retry-after": "soon"}, 2000),
        ({"retry-after": ""}, 2000),
        ({"retry-after": "Tue, 01 Jan 2030 12:00:07 GMT"}, 6750),
        ({"retry-after": "Tue, 01 Jan 2030 12:00:07 -0000"}, 6750),
        ({"retry-after": "Tue, 01 Jan 2030 13:00:07 +0100"}, 6750),
        ({"retry-after": "Tue, 01 Jan 2030 11:00:00 GMT"}, 2000),
    ],
)
async def test_the_provider_says_how_long_to_wait(headers: dict[str, str], delay: float) -> None:
    assert await outcome(Failing(api_error(headers=headers))) == (2, [delay])


async def test_a_wish_over_a_minute_is_granted_when_the_own_wait_would_be_longer() -> None:
    asked = api_error(headers={"retry-after": "70"})
    _, slept = await outcome(Failing(*[asked] * 7), max_retries=7)
    assert slept == [2000, 4000, 8000, 16000, 32000, 64000, 70000]


@settings(deadline=None)
@given(seconds=st.floats(min_value=-1e6, max_value=1e6), tries=st.integers(1, 7))
async def test_a_wait_is_what_was_asked_for_or_the_doubled_one(seconds: float, tries: int) -> None:
    asked = api_error(headers={"retry-after": str(seconds)})
    _, slept = await outcome(Failing(*[asked] * tries), max_retries=tries)
    own = [2000.0 * 2**at for at in range(tries)]
    granted = [round(seconds * 1000, 3) if 0 <= seconds * 1000 < max(60_000, wait) else wait for wait in own]
    assert slept == granted


@settings(deadline=None)
@given(st.timedeltas(min_value=timedelta(), max_value=timedelta(seconds=59)))
async def test_a_date_is_waited_for_to_its_second(ahead: timedelta) -> None:
    then = (NOW + ahead).replace(microsecond=0) + timedelta(seconds=1)
    _, slept = await outcome(Failing(api_error(headers={"retry-after": format_datetime(then, usegmt=True)})))
    assert slept == [(then - NOW) / timedelta(milliseconds=1)]


async def test_an_abort_ends_the_wait() -> None:
    controller = AbortController()

    class AbortingClock(JumpingClock):
        async def sleep(self, seconds: float) -> None:
            import anyio

            controller.abort(ValueError("user left"))
            await anyio.sleep_forever()

    call = Failing(api_error())
    with use_clock(AbortingClock()), pytest.raises(AbortError, match=r"^Delay was aborted$"):
        await retry_with_exponential_backoff(call, abort_signal=controller.signal)
    assert call.calls == 1


@pytest.mark.parametrize(
    ("value", "message"),
    [(1.5, "must be an integer"), (-1, "must be >= 0"), (True, "must be an integer"), ("2", "must be an integer")],
)
def test_a_number_of_retries_that_cannot_be_is_refused(value: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        prepare_retries(max_retries=value, parameter="maxPolls")
    assert dump_error(caught.value) == {
        "name": "AI_InvalidArgumentError",
        "message": f"Invalid argument for parameter maxPolls: maxPolls {message}",
        "parameter": "maxPolls",
        "value": value,
    }


async def test_prepared_retries_are_those_asked_for_or_the_default() -> None:
    default, none = prepare_retries(max_retries=None, default_max_retries=4), prepare_retries(max_retries=0)
    assert (default.max_retries, none.max_retries) == (4, 0)
    with use_clock(JumpingClock()), pytest.raises(APICallError):
        await none.retry(Failing(api_error()))
    with use_clock(JumpingClock()):
        assert await default.retry(Failing(api_error())) == 2
