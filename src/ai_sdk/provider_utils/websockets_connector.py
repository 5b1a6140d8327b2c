"""Connections of the `websockets` library; needs the extra `ai-sdk-python[websockets]`.

Ports: @ai-sdk/provider-utils/src/websocket.ts
"""

import asyncio
import importlib
from collections.abc import Mapping, Sequence
from typing import Any

from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.transport import CONNECT_SECONDS
from ai_sdk.provider_utils.websocket import WebSocket, WebSocketConnector

__all__ = ["connect_with_websockets", "get_websocket_connector"]

_CLOSE_SECONDS = 1.0
"""How long a close waits for the other side's; then the connection is cut."""


def get_websocket_connector(connector: WebSocketConnector | None) -> WebSocketConnector:
    """Return `connector`, or that of the `websockets` library.

    Raises `ImportError`, with the `pip install` line, when the library is needed and not there.
    """
    if connector is not None:
        return connector
    _import_websockets()
    return connect_with_websockets


def _import_websockets() -> Any:
    try:
        return importlib.import_module("websockets.asyncio.client")
    except ImportError as error:
        raise ImportError(
            "Streaming over WebSockets needs websockets: pip install 'ai-sdk-python[websockets]'"
        ) from error


async def connect_with_websockets(url: str, *, headers: Mapping[str, str], protocols: Sequence[str]) -> WebSocket:
    """Open a connection on asyncio, through the proxy of the environment if there is one.

    Messages may be of any length. No pings are sent: they would end a connection whose reader is slow. Redirects are
    not followed, as in browsers. Raises `APICallError` when the server answers with something else than a WebSocket,
    and what the library raises for everything else.
    """
    client = _import_websockets()
    connecting = client.connect(
        url,
        subprotocols=list(protocols) or None,
        additional_headers=dict(headers),
        user_agent_header=None,
        compression=None,
        open_timeout=CONNECT_SECONDS,
        ping_interval=None,
        max_size=None,
    )
    connecting.process_redirect = lambda error: error
    try:
        return _Connection(await connecting)
    except importlib.import_module("websockets.exceptions").InvalidStatus as error:
        raise _refusal(url, error) from error


class _Connection:
    """A connection of the library that is closed in time, also when the other side does not read any more."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.send = connection.send
        self.recv = connection.recv

    @property
    def close_code(self) -> int | None:
        code: int | None = self._connection.close_code
        return code

    @property
    def close_reason(self) -> str | None:
        reason: str | None = self._connection.close_reason
        return reason

    async def close(self, code: int | None = None, reason: str = "") -> None:
        try:
            async with asyncio.timeout(_CLOSE_SECONDS):
                await self._connection.close(code, reason)
        except TimeoutError:
            return
        finally:
            self._connection.transport.abort()


def _refusal(url: str, error: Any) -> APICallError:
    response = error.response
    return APICallError(
        f"The server answered the WebSocket handshake with status {response.status_code}",
        url=url,
        request_body_values=None,
        status_code=response.status_code,
        response_headers={name.lower(): value for name, value in response.headers.raw_items()},
        response_body=bytes(response.body or b"").decode("utf-8", "replace"),
        cause=error,
    )
