"""Timers of the machine's clock."""

import asyncio
from collections.abc import Callable
from typing import Any

import anyio
import pytest
import sniffio
import trio

from ai_sdk.provider_utils.clock import SystemClock, call_later, use_clock

pytestmark = pytest.mark.anyio


async def test_a_timer_calls_back_unless_it_is_cancelled() -> None:
    called, fired = [], anyio.Event()
    call_later(0, lambda: called.append("cancelled")).cancel()
    timer = call_later(0.001, fired.set)
    await fired.wait()
    timer.cancel()
    assert called == []


async def test_timers_are_those_of_the_clock_in_use() -> None:
    class SetClock(SystemClock):
        def __init__(self) -> None:
            self.timers: list[tuple[float, Callable[[], object]]] = []

        def call_later(self, seconds: float, callback: Callable[[], object]) -> Any:
            self.timers.append((seconds, callback))
            return asyncio.get_running_loop().call_soon(print)

    clock = SetClock()
    with use_clock(clock):
        call_later(5, anyio.lowlevel.checkpoint).cancel()
    assert clock.timers == [(5, anyio.lowlevel.checkpoint)]


async def test_an_event_loop_that_has_no_timers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniffio, "current_async_library", lambda: "curio")
    with pytest.raises(RuntimeError, match="timers need an event loop of asyncio or trio, not of curio"):
        SystemClock().call_later(1, print)


def test_timers_work_on_trio() -> None:
    called: list[str] = []

    async def main() -> None:
        clock = SystemClock()
        clock.call_later(0.001, lambda: called.append("cancelled")).cancel()
        clock.call_later(3600, lambda: called.append("never"))
        clock.call_later(0.002, lambda: called.append("called"))
        await trio.sleep(0.05)

    trio.run(main)
    assert called == ["called"]
