"""The seam between this library and WebSocket libraries: what a connection is, and how one is made.

An open connection of the `websockets` library is a `WebSocket` as it is; any other object with these members is, too.

Ports: @ai-sdk/provider-utils/src/websocket.ts
"""

import codecs
from collections.abc import Awaitable, Mapping, Sequence
from typing import Any, Protocol

from ai_sdk.provider.errors import AISDKError

__all__ = [
    "WebSocket",
    "WebSocketConnector",
    "WebSocketError",
    "read_websocket_message_text",
    "to_websocket_url",
]

_SCHEMES = {"http": "ws", "https": "wss"}


class WebSocketError(AISDKError):
    """A stream over a WebSocket has failed; `cause` is what the WebSocket library raised, if it did."""

    name = "AI_WebSocketError"


class WebSocket(Protocol):
    """An open connection; one task reads from it and others send, at the same time."""

    async def send(self, message: str | bytes, /) -> None:
        """Send a text or binary message, and return when there is room for the next one."""

    async def recv(self) -> str | bytes:
        """Return the next message; raises any exception when there is none, because the connection is closed or broken.

        Cancelling it loses no message.
        """

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the connection, as soon as may be; closing it again does nothing.

        The code that is sent when none is given is yours to choose; with none at all the other side sees 1005.
        """

    @property
    def close_code(self) -> int | None:
        """The code of the other side's close frame; `None` or 1006 when there was none."""

    @property
    def close_reason(self) -> str | None:
        """The reason in the other side's close frame."""


class WebSocketConnector(Protocol):
    """Opens connections: what a provider takes as `websocket`."""

    def __call__(self, url: str, *, headers: Mapping[str, str], protocols: Sequence[str]) -> Awaitable[WebSocket]:
        """Connect to a `ws:` or `wss:` URL, and offer the subprotocols in this order; raises when it is refused."""


def to_websocket_url(url: str) -> str:
    """Return the `ws:` or `wss:` URL for an `http:` or `https:` one; others stay as they are.

    >>> to_websocket_url("https://api.example/v1/realtime?model=m")
    'wss://api.example/v1/realtime?model=m'
    """
    scheme, colon, rest = url.partition(":")
    return f"{_SCHEMES.get(scheme.lower(), scheme)}{colon}{rest}"


def read_websocket_message_text(data: Any) -> str:
    """Return a message as text; bytes are UTF-8, and what is not is replaced.

    >>> read_websocket_message_text(b'{"type":"ping"}')
    '{"type":"ping"}'
    """
    if isinstance(data, str):
        return data
    return bytes(data).removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
