"""Streams that are read for their effects or made up, and jobs in a row."""

from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest

from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.util.consume_stream import consume_stream
from ai_sdk.util.serial_job_executor import SerialJobExecutor
from ai_sdk.util.simulate_readable_stream import simulate_readable_stream

pytestmark = pytest.mark.anyio


class Stream:
    """A stream that says how far it was read."""

    def __init__(self, *items: Any) -> None:
        self.items = list(items)
        self.read: list[Any] = []
        self.closed = False

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        if not self.items:
            raise StopAsyncIteration
        item = self.items.pop(0)
        if isinstance(item, Exception):
            raise item
        if callable(item):
            await item()
        self.read.append(item)
        return item

    async def aclose(self) -> None:
        self.closed = True


async def test_a_stream_is_read_to_its_end() -> None:
    stream = Stream(1, 2, 3)
    await consume_stream(stream)
    assert (stream.read, stream.closed) == ([1, 2, 3], False)


async def test_an_error_of_a_stream_goes_to_the_callback() -> None:
    errors: list[Exception] = []
    failure = ValueError("broken")
    await consume_stream(Stream(1, failure), on_error=errors.append)
    await consume_stream(Stream(failure))
    assert errors == [failure]


async def test_an_abort_ends_the_reading_and_closes_the_stream() -> None:
    controller = AbortController()
    errors: list[Exception] = []

    async def abort_and_wait() -> None:
        controller.abort()
        await anyio.sleep_forever()

    for stream in (Stream(1, abort_and_wait, 3), Stream(4)):
        await consume_stream(stream, on_error=errors.append, abort_signal=controller.signal)
        assert stream.closed
        assert stream.read in ([1], [])
    assert errors == []


async def test_an_aborted_stream_that_cannot_be_closed_is_left() -> None:
    class Endless:
        def __aiter__(self) -> AsyncIterator[int]:
            return self

        async def __anext__(self) -> int:
            raise AssertionError

    controller = AbortController()
    controller.abort()
    await consume_stream(Endless(), abort_signal=controller.signal)
    assert controller.signal.aborted


class JumpingClock(SystemClock):
    """A clock whose sleeps are over at once."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.mark.parametrize(
    ("delays", "slept"),
    [
        ({}, [0, 0, 0]),
        ({"initial_delay_in_ms": 100, "chunk_delay_in_ms": 20}, [0.1, 0.02, 0.02]),
        ({"initial_delay_in_ms": None, "chunk_delay_in_ms": 20}, [0.02, 0.02]),
        ({"initial_delay_in_ms": None, "chunk_delay_in_ms": None}, []),
    ],
)
async def test_a_simulated_stream_waits_before_each_chunk(delays: dict[str, Any], slept: list[float]) -> None:
    clock = JumpingClock()
    with use_clock(clock):
        chunks = [chunk async for chunk in simulate_readable_stream(chunks="abc", **delays)]
    assert (chunks, clock.slept) == (["a", "b", "c"], slept)


async def test_jobs_run_one_at_a_time_in_the_order_of_coming() -> None:
    executor = SerialJobExecutor()
    log: list[str] = []

    def job(name: str) -> Any:
        async def work() -> None:
            log.append(f"{name} begins")
            await anyio.lowlevel.checkpoint()
            log.append(f"{name} ends")

        return work

    async with anyio.create_task_group() as group:
        for name in ("a", "b", "c"):
            group.start_soon(executor.run, job(name))
        await anyio.lowlevel.checkpoint()
        await executor.wait_for_idle()
        log.append("idle")
    await executor.wait_for_idle()
    assert log == ["a begins", "a ends", "b begins", "b ends", "c begins", "c ends", "idle"]


async def test_a_job_that_fails_fails_for_who_ran_it_only() -> None:
    executor = SerialJobExecutor()
    done: list[str] = []

    async def fail() -> None:
        raise ValueError("odd")

    async def work() -> None:
        done.append("work")

    with pytest.raises(ValueError, match="odd"):
        await executor.run(fail)
    await executor.run(work)
    assert done == ["work"]


async def test_a_job_that_is_cancelled_before_its_turn_never_runs() -> None:
    executor = SerialJobExecutor()
    ran: list[str] = []

    async def never() -> None:
        ran.append("never")

    async with anyio.create_task_group() as group:
        group.start_soon(executor.run, anyio.sleep_forever)
        await anyio.lowlevel.checkpoint()
        with anyio.move_on_after(0):
            await executor.run(never)
        group.cancel_scope.cancel()
    await executor.wait_for_idle()
    assert ran == []
