"""The one clock: everything that sleeps or asks for the time does it here, so that a test can put another in its place.

Ports: @ai-sdk/provider-utils/src/delay.ts
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Protocol

__all__ = ["Clock", "SystemClock", "get_clock", "monotonic", "now", "sleep", "use_clock"]


class Clock(Protocol):
    """A source of time."""

    def now(self) -> datetime:
        """Return the time of day, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that never go back."""

    async def sleep(self, seconds: float) -> None:
        """Return after so many seconds."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the time of day, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that never go back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Return after so many seconds."""
        import anyio  # not at import: whoever only makes a provider needs no event loop

        await anyio.sleep(seconds)


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


async def sleep(seconds: float) -> None:
    """Return after so many seconds of the clock in use."""
    await _clock.get().sleep(seconds)
