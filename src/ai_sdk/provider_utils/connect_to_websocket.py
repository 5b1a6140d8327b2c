"""A provider's conversation over a WebSocket: one reader, senders in the background, and one end of it all.

Ports: @ai-sdk/provider-utils/src/connect-to-websocket.ts
"""

import re
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils.abort import abortable, throw_if_aborted
from ai_sdk.provider_utils.background_task import BackgroundTask
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.json import stringify
from ai_sdk.provider_utils.websocket import (
    WebSocket,
    WebSocketConnector,
    WebSocketError,
    read_websocket_message_text,
)
from ai_sdk.provider_utils.websockets_connector import get_websocket_connector

__all__ = ["WebSocketConnection", "connect_to_websocket"]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NORMAL = 1000
_ABNORMAL = (None, 1006)
"""What stands for the close code when the connection ended without a close frame."""


class _SendError(WebSocketError):
    """A message could not be sent; the reader is told why."""


def connect_to_websocket(
    *,
    url: str,
    protocols: Sequence[str] = (),
    headers: Headers | None = None,
    websocket: WebSocketConnector | None = None,
    abort_signal: AbortSignal | None = None,
    error_message: str,
    source: AsyncIterable[Any] | None = None,
) -> "WebSocketConnection":
    """Return a connection that opens when its `async with` block begins and is closed, with `source`, at its end.

    `websocket` opens it, or else the `websockets` library. `error_message` is what a `WebSocketError` says when the
    connection cannot be made or breaks. `source` is what the caller streams in: audio or text.

    Raises `ImportError`, with the `pip install` line, when the library is needed and not there.
    """
    connector = get_websocket_connector(websocket)
    present = {name: value for name, value in (headers or {}).items() if value is not None}

    async def open_socket() -> WebSocket:
        return await connector(url, headers=present, protocols=list(protocols))

    return WebSocketConnection(open_socket, abort_signal, error_message, source)


class WebSocketConnection:
    """An open connection: iterate over it for the texts of the messages, until the other side closes it.

    The iteration raises the abort's reason when the signal is aborted, what a sender in the background raised, and
    `WebSocketError` when the connection breaks: that is, ends without a close frame. After a close frame it just ends,
    and `close_code` and `close_reason` are those of the frame.
    """

    def __init__(
        self,
        open_socket: Callable[[], Awaitable[WebSocket]],
        abort_signal: AbortSignal | None,
        error_message: str,
        source: AsyncIterable[Any] | None,
    ) -> None:
        self._open_socket = open_socket
        self._signal = abort_signal
        self._error_message = error_message
        self._source = source
        self._socket: WebSocket | None = None
        self._watcher: BackgroundTask | None = None
        self._tasks: list[BackgroundTask] = []
        self._failure: Exception | None = None

    @property
    def close_code(self) -> int | None:
        """The code with which the other side has closed the connection."""
        return None if self._socket is None else self._socket.close_code

    @property
    def close_reason(self) -> str | None:
        """The reason that the other side gave for closing the connection."""
        return None if self._socket is None else self._socket.close_reason

    async def __aenter__(self) -> Self:
        """Open the connection.

        Raises the abort's reason, `APICallError` when the server refuses, and else `WebSocketError`.
        """
        try:
            self._socket = await abortable(self._signal, self._open_socket)
        except Exception as error:
            await self.close(None)
            throw_if_aborted(self._signal)
            if isinstance(error, AISDKError):
                raise
            raise WebSocketError(self._error_message, cause=error) from error
        except BaseException:
            await self.close(None)
            raise
        if self._signal is not None:
            self._watcher = BackgroundTask(self._close_on_abort)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close(None)

    async def send(self, message: str | bytes) -> None:
        """Send a message, and return when there is room for the next; raises `WebSocketError` when that fails."""
        socket = self._opened()
        try:
            await socket.send(message)
        except Exception as error:
            raise _SendError(self._error_message, cause=error) from error

    async def send_json(self, value: Any) -> None:
        """Send a value as the text that JavaScript writes for it; raises `WebSocketError` when that fails."""
        await self.send(_LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", stringify(value)))

    def start(self, work: Callable[[], Awaitable[object]]) -> None:
        """Run `work`, which sends, in the background until it is done or the connection is closed.

        What it raises ends the connection, and the iteration raises it. A connection that is closed while it sends is
        no failure of `work`: the iteration tells how it was closed.
        """

        async def run() -> None:
            try:
                await work()
            except _SendError:
                await self._cut()
            except Exception as error:  # noqa: BLE001 - the reader raises it
                self._failure = error
                await self._cut()

        self._tasks.append(BackgroundTask(run))

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        text = await self.receive()
        if text is None:
            raise StopAsyncIteration
        return text

    async def receive(self) -> str | None:
        """Return the text of the next message, `None` when the other side has closed; raises as the iteration does.

        Cancelling it loses no message.
        """
        socket = self._opened()
        self._raise_failure()
        try:
            message = await socket.recv()
        except Exception as error:
            self._raise_failure()
            if socket.close_code in _ABNORMAL:
                raise WebSocketError(self._error_message, cause=error) from error
            return None
        return read_websocket_message_text(message)

    async def stop_sending(self) -> None:
        """Stop what runs in the background, and close the source; the connection stays open."""
        import anyio

        with anyio.CancelScope(shield=True):
            for task in self._tasks:
                await task.close()
            if self._source is not None:
                with suppress(Exception):
                    await close_stream(self._source)

    async def close(self, code: int | None = _NORMAL) -> None:
        """Stop the background and close the source and the connection; it may be repeated, and raises nothing.

        `None` is a close that does not say that all went well, as that of a block which is left early.
        """
        import anyio

        with anyio.CancelScope(shield=True):
            await self.stop_sending()
            if self._watcher is not None:
                await self._watcher.close()
            if self._socket is not None:
                await _close_socket(self._socket, code)

    async def _close_on_abort(self) -> None:
        if self._signal is not None:
            await self._signal.wait()
        await self._cut()

    def _raise_failure(self) -> None:
        throw_if_aborted(self._signal)
        if self._failure is not None:
            raise self._failure from None

    async def _cut(self) -> None:
        """Close the socket alone, which wakes the reader; the background tasks are closed by the reader."""
        with suppress(Exception):
            await self._opened().close()

    def _opened(self) -> WebSocket:
        if self._socket is None:
            raise RuntimeError("the connection is open only inside its `async with` block")
        return self._socket


async def _close_socket(socket: WebSocket, code: int | None) -> None:
    """Close while dropping what still comes: behind messages that nobody reads, the other side's close is not seen."""

    async def drop() -> None:
        while True:
            await socket.recv()

    dropping = BackgroundTask(drop)
    try:
        with suppress(Exception):
            await (socket.close() if code is None else socket.close(code))
    finally:
        await dropping.close()
