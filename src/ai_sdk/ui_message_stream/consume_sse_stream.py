"""A copy of a response's events, for a reader that goes on when the client is gone.

Ports: ai/src/ui-message-stream/create-ui-message-stream-response.ts
"""

import inspect
import logging
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import Any

import anyio

from ai_sdk.provider_utils.background_task import BackgroundTask
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.ui_message_stream.stream_queue import StreamQueue

__all__ = ["ConsumeSseStream", "with_copy"]

ConsumeSseStream = Callable[[AsyncIterator[str]], Awaitable[Any] | Any]
"""A function that reads the events of a response, keep-alive comments included, as texts."""

_logger = logging.getLogger("ai_sdk")

_open_copies: set["_Copy"] = set()
"""Event loops hold tasks weakly: a copy that nobody else knows is kept here while it is read."""


async def with_copy(stream: AsyncIterable[bytes], consume: ConsumeSseStream) -> AsyncGenerator[bytes]:
    """Yield the events of a stream while `consume` reads a copy of them.

    The stream is read at the pace of the client, and the copy waits in memory for its reader. When the client goes
    away, the stream is read on at the pace of `consume`, which gets all of it; when `consume` ends, fails (which is
    logged) or never begins, the client notices nothing. The stream is closed when neither reads any more.
    """
    copy = _Copy(stream, consume)
    try:
        while await copy.body.wait():
            items = copy.body.take_all()
            if not items:
                return
            for item in items:
                yield item
    finally:
        await copy.leave()


class _Copy:
    """Reads a stream into two queues, that of the response and that of the copy."""

    def __init__(self, stream: AsyncIterable[bytes], consume: ConsumeSseStream) -> None:
        self.body: StreamQueue[bytes] = StreamQueue()
        self._copy: StreamQueue[bytes] = StreamQueue()
        self._stream = stream
        self._reading = BackgroundTask(self._read)
        self._consuming = BackgroundTask(lambda: self._consume(consume))
        _open_copies.add(self)

    async def leave(self) -> None:
        """Stop giving to the response; the last who leaves closes the stream."""
        self.body.close()
        if self._copy.closed:
            await self._reading.close()

    async def _read(self) -> None:
        try:
            async for item in self._stream:
                self._copy.put(item)
                self.body.put(item)
                await (self._copy if self.body.closed else self.body).wait_for_room()
        except Exception as error:  # noqa: BLE001 - raised to both readers
            self.body.close(error)
            self._copy.close(error)
        finally:
            self.body.close()
            self._copy.close()
            with anyio.CancelScope(shield=True):
                await close_stream(self._stream)

    async def _consume(self, consume: ConsumeSseStream) -> None:
        try:
            pending = consume(self._texts())
            if inspect.isawaitable(pending):
                await pending
        except Exception:
            _logger.exception("the reader of a copy of a UI message stream failed")
        finally:
            self._copy.close()
            _open_copies.discard(self)
            if self.body.closed:
                await self._reading.close()

    async def _texts(self) -> AsyncGenerator[str]:
        while await self._copy.wait():
            items = self._copy.take_all()
            if not items:
                return
            for item in items:
                yield item.decode()
