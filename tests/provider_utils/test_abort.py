"""Stopping by a signal."""

import anyio
import pytest

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import AbortController, AbortError, abortable, is_abort_error, throw_if_aborted

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
