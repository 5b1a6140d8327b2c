"""Responses that stream UI message chunks as server-sent events.

Ports: ai/src/ui-message-stream/create-ui-message-stream-response.ts
Ports: ai/src/ui-message-stream/ui-message-stream-response-init.ts
"""

from collections.abc import AsyncIterable, Callable, Mapping

from ai_sdk.text_stream.stream_response import StreamResponse, prepare_headers
from ai_sdk.ui_message_stream.consume_sse_stream import ConsumeSseStream, with_copy
from ai_sdk.ui_message_stream.create_sse_stream_with_keep_alive import create_sse_stream_with_keep_alive
from ai_sdk.ui_message_stream.json_to_sse import json_to_sse
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.ui_message_stream.ui_message_stream_headers import UI_MESSAGE_STREAM_HEADERS

__all__ = ["UIMessageStreamResponse", "create_ui_message_stream_response"]


class UIMessageStreamResponse(StreamResponse):
    """A response that streams UI message chunks: `status`, `headers` and `body`, and an ASGI application by itself."""


def create_ui_message_stream_response(
    *,
    stream: AsyncIterable[UIMessageChunk],
    status: int | None = None,
    status_text: str | None = None,
    headers: Mapping[str, str] | None = None,
    keep_alive_ms: float | None = None,
    consume_sse_stream: ConsumeSseStream | None = None,
    on_error: Callable[[Exception], str] | None = None,
) -> UIMessageStreamResponse:
    """Return a response that sends UI message chunks as server-sent events, each as soon as it is there.

    `headers` may replace those of the protocol. With `keep_alive_ms` a comment is sent whenever nothing else was for
    so many milliseconds. `consume_sse_stream` gets a copy of the events, to store them for clients that come back
    (resumable streams); it goes on when the client is gone. An error of `stream` becomes an `error` chunk with the text
    of `on_error`, "An error occurred." by default, and a proper end. A client that goes away closes `stream`.

    >>> response = create_ui_message_stream_response(stream=..., headers={"X-Chat": "7"})
    >>> response.status, response.headers["content-type"], response.headers["x-chat"]
    (200, 'text/event-stream', '7')
    """
    events = create_sse_stream_with_keep_alive(
        stream=json_to_sse(stream=stream, on_error=on_error), keep_alive_ms=keep_alive_ms
    )
    return UIMessageStreamResponse(
        status=200 if status is None else status,
        status_text=status_text,
        headers=prepare_headers(headers, UI_MESSAGE_STREAM_HEADERS),
        body=aiter(events if consume_sse_stream is None else with_copy(events, consume_sse_stream)),
    )
