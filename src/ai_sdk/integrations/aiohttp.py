"""Streams as responses of aiohttp's server."""

from collections.abc import MutableMapping
from typing import Any, Unpack

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter

from ai_sdk.integrations.resumable_streams import ResumableStreams
from ai_sdk.integrations.stream_responses import (
    TextResponseOptions,
    UIMessageResponseOptions,
    build_text_stream_response,
    build_ui_message_stream_response,
)
from ai_sdk.provider_utils import clock
from ai_sdk.text_stream.stream_response import StreamResponse

__all__ = ["resume_response", "text_stream_response", "to_response", "ui_message_stream_response"]

_LOOK_SECONDS = 0.5
"""aiohttp does not tell a handler that the client is gone, so the connection is looked at this often."""


class _Response(web.StreamResponse):
    """A response of aiohttp that sends its body by itself, once the server has prepared it."""

    def __init__(self, response: StreamResponse) -> None:
        super().__init__(status=response.status, headers=response.headers)
        self._response = response
        self._request: web.BaseRequest | None = None

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter | None:
        self._request = request
        return await super().prepare(request)

    async def write_eof(self, data: bytes = b"") -> None:
        if self._request is not None:
            await self._response({}, self._receive, self._send)
            self._request = None
        await super().write_eof(data)

    async def _receive(self) -> MutableMapping[str, Any]:
        """Return when the client is gone."""
        while self._request is not None and _is_open(self._request):
            await clock.sleep(_LOOK_SECONDS)
        return {"type": "http.disconnect"}

    async def _send(self, message: MutableMapping[str, Any]) -> None:
        if message.get("body"):
            await self.write(message["body"])


def _is_open(request: web.BaseRequest) -> bool:
    return request.transport is not None and not request.transport.is_closing()


def to_response(response: StreamResponse) -> web.StreamResponse:
    """Return a response of this library as one of aiohttp."""
    return _Response(response)


def ui_message_stream_response(source: Any, **options: Unpack[UIMessageResponseOptions]) -> web.StreamResponse:
    """Return the response of a chat endpoint.

    `return ui_message_stream_response(stream_text(...))` is all that an endpoint needs.
    `source` is the result of `stream_text` or of an agent, or a stream of UI message chunks; `options` are those of
    `UIMessageResponseOptions`. A client that goes away ends the call of the model. Raises `TypeError` for others.
    """
    return _Response(build_ui_message_stream_response(source, **options))


def text_stream_response(source: Any, **options: Unpack[TextResponseOptions]) -> web.StreamResponse:
    """Return a response of plain text, for `useObject`, or for `useCompletion` with the text protocol.

    `source` is the result of `stream_text` or `stream_object`, or a stream of texts. Raises `TypeError` for others.
    """
    return _Response(build_text_stream_response(source, **options))


async def resume_response(streams: ResumableStreams, stream_id: str) -> web.StreamResponse:
    """Return the response for a client that comes back to a stream; 204, no content, when none runs."""
    return _Response(await streams.resume(stream_id))
