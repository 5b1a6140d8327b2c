"""A small HTTP/1.1 server on the loopback interface that answers as it is told, faults included."""

import asyncio
from collections.abc import Awaitable
from types import TracebackType
from typing import Self

from ai_sdk.testing.reply import Answer, Reply, Request

__all__ = ["LoopbackServer"]


class LoopbackServer:
    """Serves `answer` on a free port of 127.0.0.1 for as long as the block lasts.

    async with LoopbackServer(answer_openai_chat) as server:
        provider = create_openai_compatible(name="loopback", base_url=server.url + "/v1")
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._server: asyncio.Server | None = None
        self._connections: dict[asyncio.Task[None] | None, asyncio.StreamReader] = {}
        self.requests: list[Request] = []
        """Every request, in order of arrival."""

    @property
    def url(self) -> str:
        """Where the server listens, without a slash at the end."""
        if self._server is None:
            raise RuntimeError("the server runs only inside its `async with` block")
        return "http://127.0.0.1:{1}".format(*self._server.sockets[0].getsockname())

    @property
    def open_connections(self) -> int:
        """How many connections clients hold open now."""
        return sum(not reader.at_eof() and reader.exception() is None for reader in self._connections.values())

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
            serving = [task for task in self._connections if task is not None]
            for task in serving:
                task.cancel()
            await asyncio.gather(*serving)
            await server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self._connections[task] = reader
        try:
            while (request := await _read_request(reader)) is not None:
                self.requests.append(request)
                answered = self._answer(request)
                reply = await answered if isinstance(answered, Awaitable) else answered
                if not await _write_reply(writer, reply):
                    return
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return  # the client left, or the server closes
        finally:
            del self._connections[task]
            writer.transport.abort() if self._server is None else writer.close()


async def _read_request(reader: asyncio.StreamReader) -> Request | None:
    head = await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""
    if not head:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    body = await _read_body(reader, headers)
    return Request(method=method, url=f"http://{headers.get('host', '127.0.0.1')}{path}", headers=headers, body=body)


async def _read_body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    pieces: list[bytes] = []
    while size := int(await reader.readline(), 16):
        pieces.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(pieces)


async def _write_reply(writer: asyncio.StreamWriter, reply: Reply) -> bool:
    """Write the reply and return whether the connection is still good."""
    if reply.status == 0:
        writer.transport.abort()
        return False
    headers = {"transfer-encoding": "chunked", **reply.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(f"HTTP/1.1 {reply.status} {reply.reason}\r\n{head}\r\n".encode())
    async for chunk in reply.pieces():
        writer.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
        await writer.drain()
    if reply.reset:
        await writer.drain()
        writer.transport.abort()
        return False
    writer.write(b"0\r\n\r\n")
    await writer.drain()
    return True
