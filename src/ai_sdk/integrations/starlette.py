"""Streams as responses of Starlette; FastAPI, see `ai_sdk.integrations.fastapi`, takes the same."""

from collections.abc import MutableMapping
from typing import Any, Unpack

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from ai_sdk.integrations.resumable_streams import ResumableStreams
from ai_sdk.integrations.stream_responses import (
    TextResponseOptions,
    UIMessageResponseOptions,
    build_text_stream_response,
    build_ui_message_stream_response,
)
from ai_sdk.text_stream.stream_response import StreamResponse

__all__ = ["resume_response", "text_stream_response", "to_response", "ui_message_stream_response"]


class _Response(StreamingResponse):
    """A response of Starlette that ends its stream as soon as the client is gone, also while the model is silent."""

    def __init__(self, response: StreamResponse) -> None:
        super().__init__(response.body, response.status, response.headers)
        self._response = response

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_own(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message.update(status=self.status_code, headers=self.raw_headers)
            await send(message)

        await self._response(scope, receive, send_own)
        if self.background is not None:
            await self.background()


def to_response(response: StreamResponse) -> StreamingResponse:
    """Return a response of this library as one of Starlette."""
    return _Response(response)


def ui_message_stream_response(source: Any, **options: Unpack[UIMessageResponseOptions]) -> StreamingResponse:
    """Return the response of a chat endpoint.

    `return ui_message_stream_response(stream_text(...))` is all that an endpoint needs.
    `source` is the result of `stream_text` or of an agent, or a stream of UI message chunks; `options` are those of
    `UIMessageResponseOptions`. A client that goes away ends the call of the model. Raises `TypeError` for others.
    """
    return _Response(build_ui_message_stream_response(source, **options))


def text_stream_response(source: Any, **options: Unpack[TextResponseOptions]) -> StreamingResponse:
    """Return a response of plain text, for `useObject`, or for `useCompletion` with the text protocol.

    `source` is the result of `stream_text` or `stream_object`, or a stream of texts. Raises `TypeError` for others.
    """
    return _Response(build_text_stream_response(source, **options))


async def resume_response(streams: ResumableStreams, stream_id: str) -> StreamingResponse:
    """Return the response for a client that comes back to a stream; 204, no content, when none runs."""
    return _Response(await streams.resume(stream_id))
