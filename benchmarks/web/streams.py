"""Chat clients that cost next to nothing: they count pieces of text and keep nothing."""

import asyncio
import socket
import struct
import time
from typing import Any

from benchmarks.web.plan import REQUEST

__all__ = ["ChatStream", "open_stream"]

_TEXT = b'"text-delta"'
_DONE = b"data: [DONE]"
_RESET = struct.pack("ii", 1, 0)


class ChatStream(asyncio.Protocol):
    """One request of a chat, and what has come of its answer."""

    transport: asyncio.Transport

    def __init__(self, model: str) -> None:
        self._model = model
        self._tail = b""
        self.asked_at = self.first_at = 0.0
        self.pieces = 0
        self.is_done = False
        self.has_begun: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.has_ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        """Send the request."""
        self.transport = transport
        self.asked_at = time.monotonic()
        head = (
            f"POST /api/chat/{self._model} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n"
            f"content-type: application/json\r\naccept: text/event-stream\r\ncontent-length: {len(REQUEST)}\r\n\r\n"
        )
        transport.write(head.encode() + REQUEST)

    def data_received(self, data: bytes) -> None:
        """Count."""
        seen = self._tail + data
        self.pieces += seen.count(_TEXT)
        self.is_done = self.is_done or _DONE in seen
        self._tail = seen[-len(_TEXT) + 1 :]
        if not self.first_at and self.pieces:
            self.first_at = time.monotonic()
            self.has_begun.set_result(None)

    def connection_lost(self, _: Exception | None) -> None:
        """Note the end."""
        self.has_ended.set_result(None)

    def vanish(self, *, resets: bool = True) -> None:
        """Be gone without a word, with a reset of the connection or a close."""
        if resets:
            self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.transport.abort()


async def open_stream(port: int, model: str) -> ChatStream:
    """Connect and ask."""
    loop = asyncio.get_running_loop()
    _, stream = await loop.create_connection(lambda: ChatStream(model), "127.0.0.1", port)
    return stream
