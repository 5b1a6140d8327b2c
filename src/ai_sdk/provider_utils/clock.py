"""The one clock: whatever sleeps or asks for the time does it here, so that a test can put another in its place."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from importlib import import_module
from typing import Any, Protocol

__all__ = [
    "Clock",
    "SystemClock",
    "Timer",
    "call_later",
    "get_clock",
    "monotonic",
    "now",
    "now_ms",
    "sleep",
    "use_clock",
]


class Timer(Protocol):
    """What was set by `call_later`."""

    def cancel(self) -> None:
        """Do not call; without effect when the call was made."""


class Clock(Protocol):
    """A source of time."""

    def now(self) -> datetime:
        """Return the time of day, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that never go back."""

    async def sleep(self, seconds: float) -> None:
        """Return after so many seconds."""

    def call_later(self, seconds: float, callback: Callable[[], object]) -> Timer:
        """Call `callback` after so many seconds, unless the timer is cancelled; it must not raise."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the time of day, aware, in UTC."""
        return datetime.now(UTC)

    # Without a layer of its own: it is asked for every piece of a stream.
    monotonic = staticmethod(time.monotonic)

    async def sleep(self, seconds: float) -> None:
        """Return after so many seconds."""
        import anyio  # not at import: whoever only makes a provider needs no event loop

        await anyio.sleep(seconds)

    def call_later(self, seconds: float, callback: Callable[[], object]) -> Timer:
        """Call `callback` after so many seconds on the event loop that runs, asyncio's or trio's."""
        import sniffio

        library = sniffio.current_async_library()
        if library == "asyncio":
            import asyncio

            return asyncio.get_running_loop().call_later(seconds, callback)
        if library == "trio":
            return _call_later_on_trio(seconds, callback)
        raise RuntimeError(f"timers need an event loop of asyncio or trio, not of {library}")


def _call_later_on_trio(seconds: float, callback: Callable[[], object]) -> Timer:
    """Set a timer as a task that belongs to the loop and to no nursery, so that it holds nobody up."""
    trio: Any = import_module("trio")
    scope = trio.CancelScope()

    async def wait() -> None:
        with scope:
            await trio.sleep(seconds)
            callback()

    trio.lowlevel.spawn_system_task(wait)
    timer: Timer = scope
    return timer


_clock: ContextVar[Clock] = ContextVar("ai_sdk_clock", default=SystemClock())  # noqa: B039 - it has no state


def get_clock() -> Clock:
    """Return the clock in use."""
    return _clock.get()


@contextmanager
def use_clock(clock: Clock) -> Iterator[None]:
    """Use another clock within the block, in this task and those it starts."""
    token = _clock.set(clock)
    try:
        yield
    finally:
        _clock.reset(token)


def now() -> datetime:
    """Return the time of day, aware, in UTC."""
    return _clock.get().now()


def monotonic() -> float:
    """Return seconds that never go back."""
    return _clock.get().monotonic()


def now_ms() -> Callable[[], float]:
    """Return a function that tells the milliseconds, which never go back, of the clock that is in use now."""
    monotonic = _clock.get().monotonic
    return lambda: monotonic() * 1000


async def sleep(seconds: float) -> None:
    """Return after so many seconds of the clock in use."""
    await _clock.get().sleep(seconds)


def call_later(seconds: float, callback: Callable[[], object]) -> Timer:
    """Call `callback` after so many seconds of the clock in use, unless the timer is cancelled; it must not raise."""
    return _clock.get().call_later(seconds, callback)
