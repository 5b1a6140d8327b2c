"""Streams as responses of Django, under ASGI and under WSGI.

Under ASGI the server tells when the client goes away. Under WSGI the stream runs on the event loop behind
`ai_sdk.sync`, occupies a worker for as long as it lasts, and ends when the next event cannot be sent.
"""

from collections.abc import AsyncIterator, Iterator
from typing import Any, Unpack

from django.http import StreamingHttpResponse

from ai_sdk.integrations.resumable_streams import ResumableStreams
from ai_sdk.integrations.stream_responses import (
    TextResponseOptions,
    UIMessageResponseOptions,
    build_text_stream_response,
    build_ui_message_stream_response,
)
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.sync.blocking import BlockingIterator
from ai_sdk.text_stream.stream_response import StreamResponse

__all__ = ["resume_response", "text_stream_response", "to_response", "ui_message_stream_response"]


class _Response(StreamingHttpResponse):  # type: ignore[misc]
    """A response of Django that streams under WSGI too, where Django itself would collect the whole body first."""

    def __init__(self, response: StreamResponse) -> None:
        headers = {name: value for name, value in response.headers.items() if name != "connection"}  # the server's own
        # Django's GZipMiddleware would compress each piece by itself, of which clients read only the first.
        headers.setdefault("content-encoding", "identity")
        super().__init__(response.body, status=response.status, headers=headers)
        self._body = response.body

    def __iter__(self) -> Iterator[bytes]:
        """Give the pieces to a WSGI server; what middleware wrapped around them is kept."""
        pieces = BlockingIterator(aiter(self.streaming_content))
        self._resource_closers += [pieces.close, BlockingIterator(self._body).close]
        return pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the pieces to an ASGI server, and close the stream when it leaves."""
        try:
            async for piece in self.streaming_content:
                yield piece
        finally:
            await close_stream(self._body)


def to_response(response: StreamResponse) -> StreamingHttpResponse:
    """Return a response of this library as one of Django."""
    return _Response(response)


def ui_message_stream_response(source: Any, **options: Unpack[UIMessageResponseOptions]) -> StreamingHttpResponse:
    """Return the response of a chat endpoint.

    `return ui_message_stream_response(stream_text(...))` is all that an endpoint needs.
    `source` is the result of `stream_text` or of an agent, or a stream of UI message chunks; `options` are those of
    `UIMessageResponseOptions`. A client that goes away ends the call of the model; under WSGI, when the next event or
    keep-alive comment cannot be sent. Raises `TypeError` for other sources.
    """
    return _Response(build_ui_message_stream_response(source, **options))


def text_stream_response(source: Any, **options: Unpack[TextResponseOptions]) -> StreamingHttpResponse:
    """Return a response of plain text, for `useObject`, or for `useCompletion` with the text protocol.

    `source` is the result of `stream_text` or `stream_object`, or a stream of texts. Raises `TypeError` for others.
    """
    return _Response(build_text_stream_response(source, **options))


async def resume_response(streams: ResumableStreams, stream_id: str) -> StreamingHttpResponse:
    """Return the response for a client that comes back to a stream, under ASGI; 204 when none runs."""
    return _Response(await streams.resume(stream_id))
