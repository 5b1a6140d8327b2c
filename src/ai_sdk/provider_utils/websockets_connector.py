"""Connections of the `websockets` library; needs the extra `ai-sdk-python[websockets]`."""

import importlib
from collections.abc import Mapping, Sequence
from typing import Any

from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.transport import CONNECT_SECONDS
from ai_sdk.provider_utils.websocket import WebSocket

__all__ = ["connect_with_websockets", "require_websockets"]

_CLOSE_SECONDS = 1.0
"""How long a close waits for the other side's; then the connection is cut."""


def require_websockets() -> Any:
    """Return the library's client; raises `ImportError`, with the `pip install` line, when it is not there."""
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
    client = require_websockets()
    connecting = client.connect(
        url,
        subprotocols=list(protocols) or None,
        additional_headers=dict(headers),
        user_agent_header=None,
        compression=None,
        open_timeout=CONNECT_SECONDS,
        ping_interval=None,
        close_timeout=_CLOSE_SECONDS,
        max_size=None,
    )
    connecting.process_redirect = lambda error: error
    try:
        connection: WebSocket = await connecting
    except importlib.import_module("websockets.exceptions").InvalidStatus as error:
        raise _refusal(url, error) from error
    return connection


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
