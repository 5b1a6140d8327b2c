"""Streams as responses of Quart."""

from typing import Any, Unpack

from quart import Response

from ai_sdk.integrations.resumable_streams import ResumableStreams
from ai_sdk.integrations.stream_responses import (
    TextResponseOptions,
    UIMessageResponseOptions,
    build_text_stream_response,
    build_ui_message_stream_response,
)
from ai_sdk.text_stream.stream_response import StreamResponse

__all__ = ["resume_response", "text_stream_response", "to_response", "ui_message_stream_response"]


def to_response(response: StreamResponse) -> Response:
    """Return a response of this library as one of Quart, without its timeout of 60 seconds for whole responses."""
    body: Any = response.body
    made = Response(body, status=response.status, headers=response.headers)
    made.timeout = None
    return made


def ui_message_stream_response(source: Any, **options: Unpack[UIMessageResponseOptions]) -> Response:
    """Return the response of a chat endpoint.

    `return ui_message_stream_response(stream_text(...))` is all that an endpoint needs.
    `source` is the result of `stream_text` or of an agent, or a stream of UI message chunks; `options` are those of
    `UIMessageResponseOptions`. A client that goes away ends the call of the model. Raises `TypeError` for others.
    """
    return to_response(build_ui_message_stream_response(source, **options))


def text_stream_response(source: Any, **options: Unpack[TextResponseOptions]) -> Response:
    """Return a response of plain text, for `useObject`, or for `useCompletion` with the text protocol.

    `source` is the result of `stream_text` or `stream_object`, or a stream of texts. Raises `TypeError` for others.
    """
    return to_response(build_text_stream_response(source, **options))


async def resume_response(streams: ResumableStreams, stream_id: str) -> Response:
    """Return the response for a client that comes back to a stream; 204, no content, when none runs."""
    return to_response(await streams.resume(stream_id))
