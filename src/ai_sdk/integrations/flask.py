"""Streams as responses of Flask, and of whatever speaks WSGI through Werkzeug.

The stream runs on the event loop behind `ai_sdk.sync`; a worker of the server waits for each piece of it.
"""

from typing import Any, Unpack

from flask import Response

from ai_sdk.integrations.resumable_streams import ResumableStreams
from ai_sdk.integrations.stream_responses import (
    TextResponseOptions,
    UIMessageResponseOptions,
    build_text_stream_response,
    build_ui_message_stream_response,
)
from ai_sdk.sync.blocking import BlockingIterator
from ai_sdk.sync.generate_object import StreamObjectResult
from ai_sdk.sync.portal import run
from ai_sdk.sync.stream_text import StreamTextResult
from ai_sdk.text_stream.stream_response import StreamResponse

__all__ = ["resume_response", "stop_stream", "text_stream_response", "to_response", "ui_message_stream_response"]


def to_response(response: StreamResponse) -> Response:
    """Return a response of this library as one of Flask."""
    headers = {name: value for name, value in response.headers.items() if name != "connection"}  # the server's own
    body: Any = BlockingIterator(response.body)
    return Response(body, status=response.status, headers=headers, direct_passthrough=True)


def _asynchronous(source: Any) -> Any:
    """Return what is behind a result of `ai_sdk.sync`, which runs on the same event loop as the response."""
    is_blocking = isinstance(source, StreamTextResult | StreamObjectResult)
    return source._result if is_blocking else source  # noqa: SLF001 - the other face of the same result


def ui_message_stream_response(source: Any, **options: Unpack[UIMessageResponseOptions]) -> Response:
    """Return the response of a chat endpoint.

    `return ui_message_stream_response(stream_text(...))` is all that an endpoint needs.
    `source` is the result of `stream_text`, of `ai_sdk` or `ai_sdk.sync`, or of an agent, or a stream of UI message
    chunks; `options` are those of `UIMessageResponseOptions`. A client that goes away ends the call of the model as
    soon as the server notices, which is when it sends the next event, or a keep-alive comment. Raises `TypeError` for
    other sources.
    """
    return to_response(build_ui_message_stream_response(_asynchronous(source), **options))


def text_stream_response(source: Any, **options: Unpack[TextResponseOptions]) -> Response:
    """Return a response of plain text, for `useObject`, or for `useCompletion` with the text protocol.

    `source` is the result of `stream_text` or `stream_object`, or a stream of texts. Raises `TypeError` for others.
    """
    return to_response(build_text_stream_response(_asynchronous(source), **options))


def resume_response(streams: ResumableStreams, stream_id: str) -> Response:
    """Return the response for a client that comes back to a stream; 204, no content, when none runs."""
    return to_response(run(streams.resume(stream_id)))


def stop_stream(streams: ResumableStreams, stream_id: str) -> bool:
    """End the work on a stream; False when nothing runs."""
    return run(streams.stop(stream_id))
