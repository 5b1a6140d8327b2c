"""A queue between the tasks that fill a stream and the one that reads it."""

from collections import deque
from collections.abc import AsyncIterable
from typing import Generic, TypeVar

import anyio

from ai_sdk.provider_utils.clock import call_later
from ai_sdk.provider_utils.close_stream import close_stream

__all__ = ["StreamQueue", "fill_queue"]

T = TypeVar("T")

_ROOM = 16
"""How many items may wait for the reader before those who ask for room have to wait."""


class StreamQueue(Generic[T]):
    """Items in the order in which they were put. Putting never waits; who can wait asks for room first.

    The queue ends when it is closed and everything in it was taken; what is put after that is dropped. An `error` it
    was closed with is raised once what was put before it has been taken.
    """

    def __init__(self) -> None:
        self._items: deque[T] = deque()
        self._wake_reader: anyio.Event | None = None
        self._wake_writers: anyio.Event | None = None
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
            self._wake()
            self._let_write()

    async def wait_for_room(self) -> None:
        """Return when the reader has taken enough, or nobody reads any more."""
        while len(self._items) >= _ROOM and not self.closed:
            self._wake_writers = self._wake_writers or anyio.Event()
            await self._wake_writers.wait()

    async def wait(self, seconds: float | None = None) -> bool:
        """Return whether there is something to take, or an end, after waiting for it for so long at most."""
        if self._items or self.closed:
            return True
        self._wake_reader = anyio.Event()
        timer = None if seconds is None else call_later(seconds, self._wake)
        try:
            await self._wake_reader.wait()
        finally:
            self._wake_reader = None
            if timer is not None:
                timer.cancel()
        return bool(self._items) or self.closed

    def take_all(self) -> list[T]:
        """Return what is there; an empty list is the end. Raises the error that the queue was closed with."""
        items = list(self._items)
        self._items.clear()
        self._let_write()
        if not items and self._error is not None:
            raise self._error
        return items

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
