"""What streaming speech and streaming transcription behind the gateway share: one conversation, told in parts.

Ports: @ai-sdk/gateway/src/gateway-transcription-model.ts, @ai-sdk/gateway/src/gateway-speech-model.ts
"""

from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from typing import Any

from ai_sdk.provider import AbortSignal, JSONObject
from ai_sdk.provider_utils.abort import throw_if_aborted
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection, connect_to_websocket
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.search_params import with_search_params
from ai_sdk.provider_utils.websocket import WebSocketConnector, WebSocketError
from ai_sdk.providers.gateway.error_mapping import AuthMethod, gateway_errors, parse_auth_method
from ai_sdk.providers.gateway.errors import GatewayError
from ai_sdk.providers.gateway.realtime_auth import get_protocols_from_headers
from ai_sdk.providers.gateway.received import receive, tagged_kinds
from ai_sdk.providers.gateway.stream_errors import create_error_from_server_error_part

__all__ = ["GatewayStreamKind", "open_gateway_stream", "to_gateway_websocket_url"]

Parts = AsyncGenerator[Any, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayStreamKind:
    """How one kind of stream differs from the other; `label` names it in messages."""

    label: str
    subprotocol: str
    part_type: Any
    parse_part: Callable[[str], JSONObject | None]
    has_typed_error_parts: bool
    """Whether an `error` part holds the gateway's error instead of what the server sent."""
    tells_close_code: bool
    """Whether the error for an early end says how the server closed."""


def to_gateway_websocket_url(url: str, model_id: str) -> str:
    """Return the WebSocket URL of a path of the gateway; browsers can send no headers, so the model is in the query.

    >>> to_gateway_websocket_url("https://gateway.example/v4/ai/speech-model", "a/b")
    'wss://gateway.example/v4/ai/speech-model?ai-model-id=a%2Fb'
    """
    socket_url = f"ws{url.removeprefix('http')}" if url.startswith("http") else url
    return with_search_params(socket_url, [("ai-model-id", model_id)])


def open_gateway_stream(
    kind: GatewayStreamKind,
    *,
    url: str,
    headers: Headers,
    websocket: WebSocketConnector | None,
    abort_signal: AbortSignal | None,
    source: AsyncIterable[Any],
    start_frame: JSONObject,
    send_source: Callable[[WebSocketConnection], Awaitable[None]],
) -> BodyStream[Any]:
    """Return the parts of a stream, which connects when it is read; `send_source` sends `source` behind the start."""
    connection = connect_to_websocket(
        url=url,
        protocols=get_protocols_from_headers(headers, kind.subprotocol),
        headers=headers,
        websocket=websocket,
        abort_signal=abort_signal,
        error_message=f"Connection error on AI Gateway {kind.label} stream",
        source=source,
    )

    async def send() -> None:
        await connection.send_json(start_frame)
        await send_source(connection)

    auth_method = parse_auth_method(headers)
    parts = _parts(kind, connection, send, auth_method)
    return BodyStream(_with_gateway_errors(parts, auth_method, abort_signal), partial(close_stream, source))


async def _with_gateway_errors(parts: Parts, auth_method: AuthMethod | None, abort_signal: AbortSignal | None) -> Parts:
    try:
        with gateway_errors(auth_method):
            async with aclosing(parts):
                async for part in parts:
                    yield part
    except GatewayError:
        throw_if_aborted(abort_signal)  # what the caller stopped is no failure of the gateway
        raise


async def _parts(
    kind: GatewayStreamKind,
    connection: WebSocketConnection,
    send: Callable[[], Awaitable[None]],
    auth_method: AuthMethod | None,
) -> Parts:
    kinds = tagged_kinds(kind.part_type)
    server_errors: list[Exception] = []
    async with connection:
        connection.start(send)
        async for text in connection:
            part = kind.parse_part(text)
            if part is None:
                continue
            if part["type"] == "finish":
                await connection.close()
            elif part["type"] == "error":
                # What follows is what was under way; the server waits with its close, perhaps to settle the bill.
                await connection.stop_sending()
                error = create_error_from_server_error_part(part["error"], auth_method, kind.label)
                server_errors.append(error)
                part = {**part, "error": error} if kind.has_typed_error_parts else part
            yield receive(kinds[part["type"]], part)
            if part["type"] == "finish":
                return
        raise server_errors[-1] if server_errors else WebSocketError(_closed_early(kind, connection))


def _closed_early(kind: GatewayStreamKind, connection: WebSocketConnection) -> str:
    message = f"AI Gateway {kind.label} stream closed before a finish part was received"
    if not kind.tells_close_code:
        return message
    reason = f": {connection.close_reason}" if connection.close_reason else ""
    return f"{message} (code {connection.close_code}{reason})."
