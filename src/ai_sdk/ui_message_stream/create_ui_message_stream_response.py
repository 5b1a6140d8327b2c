"""Responses that stream UI message chunks as server-sent events.

Ports: ai/src/ui-message-stream/create-ui-message-stream-response.ts
Ports: ai/src/ui-message-stream/ui-message-stream-response-init.ts
"""

from collections.abc import AsyncIterable, Callable, Mapping
from typing import Any

from ai_sdk.text_stream.stream_response import StreamResponse, prepare_headers
from ai_sdk.ui_message_stream.json_to_sse import json_to_sse
from ai_sdk.ui_message_stream.ui_message_stream_headers import UI_MESSAGE_STREAM_HEADERS

__all__ = ["UIMessageStreamResponse", "create_ui_message_stream_response"]


class UIMessageStreamResponse(StreamResponse):
    """A response that streams UI message chunks: `status`, `headers` and `body`, and an ASGI application by itself."""


def create_ui_message_stream_response(
    *,
    stream: AsyncIterable[Mapping[str, Any]],
    status: int | None = None,
    status_text: str | None = None,
    headers: Mapping[str, str] | None = None,
    on_error: Callable[[Exception], str] | None = None,
) -> UIMessageStreamResponse:
    """Return a response that sends UI message chunks as they arrive."""
    return UIMessageStreamResponse(
        status=200 if status is None else status,
        status_text=status_text,
        headers=prepare_headers(headers, UI_MESSAGE_STREAM_HEADERS),
        body=json_to_sse(stream=stream, on_error=on_error),
    )
