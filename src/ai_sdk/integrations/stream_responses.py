"""Results of a model as responses that stream them, the same for every framework."""

from collections.abc import AsyncGenerator, AsyncIterable, Mapping
from typing import Any, TypedDict, Unpack, cast

from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.text_stream.create_text_stream_response import create_text_stream_response
from ai_sdk.text_stream.stream_response import StreamResponse
from ai_sdk.ui_message_stream.consume_sse_stream import ConsumeSseStream
from ai_sdk.ui_message_stream.create_ui_message_stream_response import create_ui_message_stream_response
from ai_sdk.ui_message_stream.to_ui_message_stream import to_ui_message_stream
from ai_sdk.ui_message_stream.ui_message_stream_options import UIMessageStreamOptions

__all__ = [
    "KEEP_ALIVE_MS",
    "TextResponseOptions",
    "UIMessageResponseOptions",
    "build_text_stream_response",
    "build_ui_message_stream_response",
]

KEEP_ALIVE_MS = 15_000
"""Proxies cut connections on which nothing happens, usually after 30 or 60 seconds."""


class TextResponseOptions(TypedDict, total=False):
    """What a response is, besides its text.

    | option | meaning |
    |---|---|
    | `status` | the HTTP status, 200 by default |
    | `headers` | headers to add to those of the protocol, or to replace them |
    """

    status: int
    headers: Mapping[str, str] | None


class UIMessageResponseOptions(TextResponseOptions, UIMessageStreamOptions, total=False):
    """What a response is, and what the frontend is sent: see also `to_ui_message_stream`.

    | option | meaning |
    |---|---|
    | `keep_alive_ms` | after how many silent milliseconds a comment is sent, 15 000 by default; `None` for never |
    | `consume_sse_stream` | gets a copy of the events, see `ResumableStreams` |
    | `tools` | the tools of the call, when `source` does not tell which they are |
    """

    keep_alive_ms: float | None
    consume_sse_stream: ConsumeSseStream | None
    tools: Any


_OF_RESPONSE = frozenset({"status", "headers", "keep_alive_ms", "consume_sse_stream"})


def build_ui_message_stream_response(source: Any, **options: Unpack[UIMessageResponseOptions]) -> StreamResponse:
    """Return the response of a chat endpoint, for `useChat`, or for `useCompletion` with the data protocol.

    `source` is the result of `stream_text` or of an agent, a stream of UI message chunks, or a response that one of the
    functions of this library made, which is returned as it is. Raises `TypeError` for anything else, and when options
    of `to_ui_message_stream` are given for chunks that are made already.
    """
    if isinstance(source, StreamResponse):
        _refuse(options, "response")
        return source
    given = cast("dict[str, Any]", dict(options))
    of_response = {name: value for name, value in given.items() if name in _OF_RESPONSE}
    of_stream = {name: value for name, value in given.items() if name not in _OF_RESPONSE}
    return create_ui_message_stream_response(
        stream=_chunks(source, of_stream),
        on_error=of_stream.get("on_error"),
        **{"keep_alive_ms": KEEP_ALIVE_MS, **of_response},
    )


def build_text_stream_response(source: Any, **options: Unpack[TextResponseOptions]) -> StreamResponse:
    """Return a response of plain text, for `useObject`, or for `useCompletion` with the text protocol.

    `source` is the result of `stream_text` or `stream_object`, or a stream of texts. Raises `TypeError` for anything
    else.
    """
    if isinstance(source, StreamResponse):
        _refuse(options, "response")
        return source
    texts = getattr(source, "text_stream", source)
    if not isinstance(texts, AsyncIterable):
        raise TypeError(f"a text stream response needs a result or a stream of texts, not {type(source).__name__}")
    return create_text_stream_response(stream=_owned(source, texts), **options)


def _chunks(source: Any, options: dict[str, Any]) -> AsyncIterable[Any]:
    parts = getattr(source, "stream", None)
    if isinstance(parts, AsyncIterable):
        return _owned(source, to_ui_message_stream(stream=parts, **options))
    if not isinstance(source, AsyncIterable):
        raise TypeError(
            f"a UI message stream response needs a result or a stream of chunks, not {type(source).__name__}"
        )
    _refuse({name: value for name, value in options.items() if name != "on_error"}, "chunks")
    return source


def _refuse(options: Mapping[str, Any], what: str) -> None:
    if options:
        raise TypeError(f"{', '.join(sorted(options))}: these options go to the call that made the {what}")


async def _owned(source: Any, stream: AsyncIterable[Any]) -> AsyncGenerator[Any]:
    """Keep a result as long as it is sent: a result that nobody uses any more closes its connection."""
    try:
        async for item in stream:
            yield item
    finally:
        await close_stream(stream)
        del source
