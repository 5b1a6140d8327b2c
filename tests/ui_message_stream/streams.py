"""Streams for tests: of given items, one that notes that it was closed, one that never ends."""

from collections.abc import AsyncIterable, AsyncIterator, Iterable
from typing import Any

import anyio


async def stream_of(items: Iterable[Any]) -> AsyncIterator[Any]:
    """Yield the items; exceptions among them are raised."""
    for item in items:
        if isinstance(item, Exception):
            raise item
        yield item


async def collect(stream: AsyncIterable[Any]) -> list[Any]:
    """Return all that a stream gives."""
    return [item async for item in stream]


class Endless:
    """A stream that gives some items, then waits for ever; `closed` is set when it is closed."""

    def __init__(self, *items: Any) -> None:
        self.items = items
        self.closed = anyio.Event()
        self.given = 0

    async def stream(self) -> AsyncIterator[Any]:
        """Yield the items and wait."""
        try:
            for item in self.items:
                self.given += 1
                yield item
            await anyio.sleep_forever()
        finally:
            self.closed.set()
