"""A WebSocket server on the loopback interface that answers as a test tells it to, and keeps what it got."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from importlib import import_module
from types import TracebackType
from typing import Any, Self, cast

__all__ = ["LoopbackWebSocketServer", "WebSocketSession"]


class WebSocketSession:
    """One connection, as the server sees it."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.path: str = connection.request.path
        self.headers = {name.lower(): value for name, value in connection.request.headers.raw_items()}
        self.messages: list[str | bytes] = []
        """Every message that was received, in order."""

    @property
    def protocols(self) -> list[str]:
        """The subprotocols that the client offered."""
        return [each.strip() for each in self.headers.get("sec-websocket-protocol", "").split(",") if each.strip()]

    @property
    def close_code(self) -> int | None:
        """The code of the client's close frame; 1006 when there was none."""
        code: int | None = self._connection.close_code
        return code

    async def receive(self) -> str | bytes:
        """Return the next message; raises `EOFError` when the client has left."""
        from websockets.exceptions import ConnectionClosed

        try:
            message: str | bytes = await self._connection.recv()
        except ConnectionClosed as error:
            raise EOFError from error
        self.messages.append(message)
        return message

    async def receive_until(self, part: str) -> None:
        """Receive messages up to the first text that contains `part`; raises `EOFError` when the client has left."""
        while True:
            message = await self.receive()
            if isinstance(message, str) and part in message:
                return

    async def send(self, *messages: Any) -> None:
        """Send messages: texts and bytes as they are, else as JSON; raises `EOFError` when the client has left."""
        from websockets.exceptions import ConnectionClosed

        try:
            for message in messages:
                await self._connection.send(message if isinstance(message, str | bytes) else json.dumps(message))
        except ConnectionClosed as error:
            raise EOFError from error

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the connection."""
        await self._connection.close(code, reason)

    def reset(self) -> None:
        """Break the connection off, without a close frame."""
        self._connection.transport.abort()


class LoopbackWebSocketServer:
    """Serves `answer` on a free port of 127.0.0.1 for as long as the block lasts; needs the `websockets` library.

    When `answer` returns, what the client still sends is kept, until it closes the connection. With `refuse`, an HTTP
    status, no connection is accepted.

    async with LoopbackWebSocketServer(answer) as server:
        provider = create_openai(api_key="key", base_url=server.url)
    """

    def __init__(self, answer: Callable[[WebSocketSession], Awaitable[None]], *, refuse: int | None = None) -> None:
        self._answer = answer
        self._refuse = refuse
        self._server: Any = None
        self._serving: set[asyncio.Task[Any]] = set()
        self.sessions: list[WebSocketSession] = []
        """Every connection, in order of arrival."""

    @property
    def url(self) -> str:
        """Where the server listens, as an `http:` URL without a slash at the end."""
        if self._server is None:
            raise RuntimeError("the server runs only inside its `async with` block")
        return "http://127.0.0.1:{1}".format(*self._server.sockets[0].getsockname())

    async def __aenter__(self) -> Self:
        self._server = await import_module("websockets.asyncio.server").serve(
            self._serve,
            "127.0.0.1",
            0,
            process_request=self._respond,
            select_subprotocol=lambda _, offered: next(iter(offered), None),
            max_size=None,
            ping_interval=None,
            close_timeout=1,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        server, self._server = self._server, None
        for task in self._serving:
            task.cancel()
        server.close()
        await server.wait_closed()

    def _respond(self, connection: Any, _request: Any) -> Any:
        return None if self._refuse is None else connection.respond(self._refuse, "refused")

    async def _serve(self, connection: Any) -> None:
        session = WebSocketSession(connection)
        self.sessions.append(session)
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._serving.add(task)
        try:
            await self._answer(session)
            while True:
                await session.receive()
        except (EOFError, asyncio.CancelledError):
            return  # the client has left, or the server closes
        finally:
            self._serving.discard(task)
