"""Stopping a call in time, and by one of several signals."""

import gc
import weakref
from typing import Any

import anyio
import pytest

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import AbortController, AbortTimeoutError, abortable, is_abort_error
from ai_sdk.util.is_caused_by_abort import is_caused_by_abort
from ai_sdk.util.merge_abort_signals import merge_abort_signals
from ai_sdk.util.set_abort_timeout import set_abort_timeout
from conformance.clock import VirtualClock, VirtualLoop


class ForeignSignal:
    """A signal that can only be waited for."""

    def __init__(self) -> None:
        self.aborted = False
        self.reason: Any = None
        self._event = anyio.Event()

    async def wait(self) -> None:
        await self._event.wait()

    def abort(self, reason: Any) -> None:
        self.aborted, self.reason = True, reason
        self._event.set()


def run(main: Any) -> tuple[Any, list[float]]:
    """Run `main(clock)` in virtual time; return what it returns and the timers that fired."""
    from ai_sdk.provider_utils.clock import use_clock

    loop = VirtualLoop()
    clock = VirtualClock(loop)
    try:
        with use_clock(clock):
            result = loop.run_until_complete(main(clock))
        assert loop.foreign_timers == []
        return result, clock.sleeps
    finally:
        loop.close()


async def stopped(signal: AbortSignal | None) -> BaseException:
    """Wait until the signal stops the wait, and return the error."""
    try:
        await abortable(signal, anyio.sleep_forever)
    except Exception as error:  # noqa: BLE001 - compared by the tests
        return error
    raise AssertionError


def test_a_timeout_aborts_its_controller_with_a_reason_that_names_it() -> None:
    async def main(clock: VirtualClock) -> BaseException:
        controller = AbortController()
        set_abort_timeout(abort_controller=controller, label="Step", timeout_ms=1500)
        return await stopped(controller.signal)

    error, fired = run(main)
    assert (type(error), str(error), fired) == (AbortTimeoutError, "Step timeout of 1500ms exceeded", [1500])
    assert isinstance(error, TimeoutError)
    assert is_abort_error(error)


def test_a_timeout_that_is_cancelled_does_not_fire() -> None:
    async def main(clock: VirtualClock) -> bool:
        controller = AbortController()
        timer = set_abort_timeout(abort_controller=controller, label="Chunk", timeout_ms=100)
        assert timer is not None
        timer.cancel()
        await clock.sleep(1)
        return controller.signal.aborted

    assert run(main) == (False, [1000])


def test_without_a_time_or_a_controller_there_is_no_timeout() -> None:
    assert set_abort_timeout(abort_controller=AbortController(), label="Step", timeout_ms=None) is None
    assert set_abort_timeout(abort_controller=None, label="Step", timeout_ms=5) is None


def test_one_signal_is_merged_into_itself_and_none_into_none() -> None:
    signal = AbortController().signal
    assert merge_abort_signals(None, signal, None).signal is signal
    assert merge_abort_signals(None).signal is None


def test_the_first_of_several_signals_gives_the_reason() -> None:
    async def main(clock: VirtualClock) -> BaseException:
        first, second = AbortController(), AbortController()
        with merge_abort_signals(first.signal, 60_000, second.signal) as merged:
            second.abort(ValueError("second"))
            first.abort(ValueError("first"))
            return await stopped(merged.signal)

    error, fired = run(main)
    assert (repr(error), fired) == ("ValueError('second')", [])


def test_a_number_is_a_timeout_in_milliseconds() -> None:
    async def main(clock: VirtualClock) -> BaseException:
        with merge_abort_signals(AbortController().signal, 250) as merged:
            return await stopped(merged.signal)

    error, fired = run(main)
    assert (type(error), str(error), fired) == (AbortTimeoutError, "The operation was aborted due to timeout", [250])


def test_a_signal_that_was_aborted_before_aborts_at_once() -> None:
    controller = AbortController()
    controller.abort("early")
    with merge_abort_signals(AbortController().signal, controller.signal) as merged:
        assert merged.signal is not None
        assert (merged.signal.aborted, merged.signal.reason) == (True, "early")


def test_closing_leaves_the_callers_signal_and_cancels_the_timer() -> None:
    async def main(clock: VirtualClock) -> Any:
        controller = AbortController()
        with merge_abort_signals(controller.signal, 100) as merged:
            pass
        signal, gone = merged.signal, weakref.ref(merged)
        del merged
        gc.collect()
        await clock.sleep(1)
        controller.abort()
        assert signal is not None
        return signal.aborted, gone()

    assert run(main) == ((False, None), [1000])


@pytest.mark.parametrize("own", [False, True])
def test_signals_that_can_only_be_waited_for_are_merged_too(own: Any) -> None:
    async def main(clock: VirtualClock) -> Any:
        foreign, controller = ForeignSignal(), AbortController()
        with merge_abort_signals(foreign, controller.signal, 500) as merged:
            assert merged.signal is not None
            before = merged.signal.aborted, merged.signal.reason
            async with anyio.create_task_group() as group:
                group.start_soon(abort_later, clock, controller if own else foreign)
                error = await stopped(merged.signal)
            return before, merged.signal.aborted, str(error)

    assert run(main) == (((False, None), True, "enough"), [100])


async def abort_later(clock: VirtualClock, controller: Any) -> None:
    await clock.sleep(0.1)
    controller.abort(ValueError("enough"))


def test_one_signal_that_can_only_be_waited_for_is_limited_by_a_timeout() -> None:
    async def main(clock: VirtualClock) -> BaseException:
        with merge_abort_signals(ForeignSignal(), 500) as merged:
            return await stopped(merged.signal)

    error, fired = run(main)
    assert (type(error), fired) == (AbortTimeoutError, [500])


def chain(error: BaseException, length: int) -> BaseException:
    for _ in range(length):
        outer = RuntimeError("outer")
        outer.__cause__ = error
        error = outer
    return error


def test_an_abort_is_found_behind_up_to_four_other_errors() -> None:
    found = [is_caused_by_abort(chain(AbortTimeoutError(), length)) for length in range(6)]
    assert found == [True, True, True, True, True, False]
    assert not is_caused_by_abort(None)
    assert not is_caused_by_abort(chain(TimeoutError("of the network"), 2))
