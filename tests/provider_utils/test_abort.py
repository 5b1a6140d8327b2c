"""Stopping by a signal."""

import pickle
from typing import Any

import anyio
import pytest

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import (
    AbortController,
    AbortError,
    AbortTimeoutError,
    abortable,
    delay,
    is_abort_error,
    throw_if_aborted,
)
from ai_sdk.provider_utils.clock import SystemClock, use_clock

pytestmark = pytest.mark.anyio


async def answer() -> int:
    return 42


async def test_a_call_without_a_signal_just_runs() -> None:
    assert await abortable(None, answer) == 42


async def test_a_call_that_is_not_aborted_returns_its_result() -> None:
    assert await abortable(AbortController().signal, answer) == 42


async def test_an_aborted_signal_stops_the_call_before_it_starts() -> None:
    controller = AbortController()
    controller.abort()
    with pytest.raises(AbortError, match="This operation was aborted"):
        await abortable(controller.signal, answer)


async def test_an_abort_stops_a_running_call_and_its_reason_is_raised() -> None:
    controller = AbortController()
    cleaned = []

    async def wait_for_ever() -> None:
        try:
            controller.abort(ValueError("enough"))
            await anyio.sleep_forever()
        finally:
            cleaned.append(True)

    with pytest.raises(ValueError, match="enough"):
        await abortable(controller.signal, wait_for_ever)
    assert cleaned == [True]


async def test_an_error_of_the_call_is_raised_as_it_is() -> None:
    async def fail() -> None:
        raise KeyError("k")

    with pytest.raises(KeyError) as caught:
        await abortable(AbortController().signal, fail)
    assert caught.value.args == ("k",)


async def test_everyone_who_waits_is_told_once() -> None:
    controller = AbortController()
    told = []

    async def wait(signal: AbortSignal) -> None:
        await signal.wait()
        told.append(signal.reason)

    async with anyio.create_task_group() as group:
        group.start_soon(wait, controller.signal)
        group.start_soon(wait, controller.signal)
        await anyio.wait_all_tasks_blocked()
        controller.abort("first")
        controller.abort("second")
    await wait(controller.signal)
    assert told == ["first"] * 3


async def test_a_reason_that_is_no_exception_travels_in_the_error() -> None:
    controller = AbortController()
    throw_if_aborted(controller.signal)
    controller.abort("user left")
    with pytest.raises(AbortError) as caught:
        throw_if_aborted(controller.signal)
    assert (caught.value.reason, caught.value.cause, is_abort_error(caught.value)) == ("user left", None, True)


class ForeignSignal:
    """A signal of another library, which can only be waited for."""

    def __init__(self) -> None:
        self.event = anyio.Event()

    @property
    def aborted(self) -> bool:
        return self.event.is_set()

    @property
    def reason(self) -> Any:
        return ValueError("enough") if self.aborted else None

    async def wait(self) -> None:
        await self.event.wait()


async def test_a_signal_that_can_only_be_waited_for_stops_a_call_too() -> None:
    signal = ForeignSignal()
    assert await abortable(signal, answer) == 42

    async def fail() -> None:
        raise KeyError("k")

    async def wait_for_ever() -> None:
        signal.event.set()
        await anyio.sleep_forever()

    with pytest.raises(KeyError):
        await abortable(signal, fail)
    with pytest.raises(ValueError, match="enough"):
        await abortable(signal, wait_for_ever)


async def test_a_listener_is_called_once_in_order_and_not_after_it_was_taken_back() -> None:
    controller = AbortController()
    called: list[str] = []
    controller.signal.add_listener(lambda: called.append("a"))
    remove = controller.signal.add_listener(lambda: called.append("b"))
    controller.signal.add_listener(lambda: called.append("c"))
    remove()
    remove()
    controller.abort()
    controller.abort()
    controller.signal.add_listener(lambda: called.append("late"))
    assert called == ["a", "c", "late"]


async def test_a_call_that_ended_leaves_nothing_at_the_signal() -> None:
    controller = AbortController()
    for _ in range(3):
        await abortable(controller.signal, answer)
    assert vars(controller.signal)["_listeners"] == {}


async def test_the_cancellation_of_the_task_is_not_taken_for_an_abort() -> None:
    with anyio.CancelScope() as scope:
        scope.cancel()
        await abortable(AbortController().signal, anyio.sleep_forever)
    assert scope.cancelled_caught


async def test_a_result_that_was_there_before_the_abort_is_returned() -> None:
    controller = AbortController()

    async def abort_and_answer() -> int:
        controller.abort()
        return 42

    assert await abortable(controller.signal, abort_and_answer) == 42


async def test_without_a_reason_the_reason_is_an_abort_error() -> None:
    controller = AbortController()
    controller.abort()
    assert repr(controller.signal.reason) == "AbortError('This operation was aborted')"


def test_a_timeout_is_an_abort_and_a_timeout_of_python() -> None:
    error = pickle.loads(pickle.dumps(AbortTimeoutError("Step timeout of 5ms exceeded")))  # noqa: S301 - our own bytes
    assert isinstance(error, TimeoutError)
    assert (is_abort_error(error), error.name, str(error)) == (True, "TimeoutError", "Step timeout of 5ms exceeded")


async def test_a_delay_waits_so_many_milliseconds_or_not_at_all() -> None:
    class JumpingClock(SystemClock):
        slept: list[float] = []  # noqa: RUF012 - one clock

        async def sleep(self, seconds: float) -> None:
            self.slept.append(seconds)

    with use_clock(JumpingClock()):
        await delay(1500)
        await delay(None)
        await delay(0, abort_signal=AbortController().signal)
    assert JumpingClock.slept == [1.5, 0]


async def test_an_aborted_delay_says_so_whatever_the_reason() -> None:
    controller = AbortController()
    async with anyio.create_task_group() as group:
        group.start_soon(abort_soon, controller)
        with pytest.raises(AbortError, match=r"^Delay was aborted$"):
            await delay(60_000, abort_signal=controller.signal)


async def test_an_error_of_the_clock_is_raised_as_it_is() -> None:
    class BrokenClock(SystemClock):
        async def sleep(self, seconds: float) -> None:
            raise ValueError("no time")

    with use_clock(BrokenClock()), pytest.raises(ValueError, match="no time"):
        await delay(1, abort_signal=AbortController().signal)


async def abort_soon(controller: AbortController) -> None:
    controller.abort(ValueError("enough"))
