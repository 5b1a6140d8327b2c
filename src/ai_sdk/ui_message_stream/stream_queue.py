"""A queue between the tasks that fill a stream and the one that reads it."""

from collections import deque
from collections.abc import AsyncIterable
from typing import Generic, TypeVar

import anyio

from ai_sdk.provider_utils.clock import Timer, call_later, monotonic
from ai_sdk.provider_utils.close_stream import close_stream

__all__ = ["StreamQueue", "fill_queue"]

T = TypeVar("T")

_ROOM = 16
"""How many items may wait for the reader before those who ask for room have to wait."""

_TIMER_PRECISION = 0.1
"""How much of its time a timer may be early, so that not every item that arrives costs a timer of its own."""


class StreamQueue(Generic[T]):
    """Items in the order in which they were put. Putting never waits; who can wait asks for room first.

    The queue ends when it is closed and everything in it was taken; what is put after that is dropped. An `error` it
    was closed with is raised once what was put before it has been taken.
    """

    def __init__(self) -> None:
        self._items: deque[T] = deque()
        self._wake_reader: anyio.Event | None = None
        self._wake_writers: anyio.Event | None = None
        self._timer: Timer | None = None
        self._timer_set_at = 0.0
        self._error: Exception | None = None
        self.closed = False

    def put(self, item: T) -> None:
        """Add an item, unless the queue is closed."""
        if not self.closed:
            self._items.append(item)
            self._wake()

    def close(self, error: Exception | None = None) -> None:
        """Let the reader come to an end; closing again changes nothing."""
        if not self.closed:
            self.closed, self._error = True, error
            self._cancel_timer()
            self._wake()
            self._let_write()

    async def wait_for_room(self) -> None:
        """Return when the reader has taken enough, or nobody reads any more."""
        while len(self._items) >= _ROOM and not self.closed:
            self._wake_writers = self._wake_writers or anyio.Event()
            await self._wake_writers.wait()

    async def wait(self, seconds: float | None = None) -> bool:
        """Return whether there is something to take, or an end, after waiting for it for so long at most.

        The wait may be a tenth shorter than `seconds`, which are the same in each call.
        """
        if self._items or self.closed:
            return True
        self._wake_reader = anyio.Event()
        if seconds is not None:
            self._set_timer(seconds)
        try:
            await self._wake_reader.wait()
        finally:
            self._wake_reader = None
        return bool(self._items) or self.closed

    def take_all(self) -> list[T]:
        """Return what is there; an empty list is the end. Raises the error that the queue was closed with."""
        items = list(self._items)
        self._items.clear()
        self._let_write()
        if not items and self._error is not None:
            raise self._error
        return items

    def _set_timer(self, seconds: float) -> None:
        now = monotonic()
        if self._timer is None or now - self._timer_set_at >= seconds * _TIMER_PRECISION:
            self._cancel_timer()
            self._timer, self._timer_set_at = call_later(seconds, self._ring), now

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _ring(self) -> None:
        self._timer = None
        self._wake()

    def _wake(self) -> None:
        if self._wake_reader is not None:
            self._wake_reader.set()

    def _let_write(self) -> None:
        if self._wake_writers is not None:
            self._wake_writers.set()
            self._wake_writers = None


async def fill_queue(stream: AsyncIterable[T], queue: StreamQueue[T]) -> None:
    """Put what a stream gives into a queue, as there is room, and close the stream; the queue stays open."""
    try:
        async for item in stream:
            queue.put(item)
            await queue.wait_for_room()
    finally:
        with anyio.CancelScope(shield=True):
            await close_stream(stream)
