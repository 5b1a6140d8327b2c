"""Responses that stream plain text.

Ports: ai/src/text-stream/create-text-stream-response.ts, ai/src/text-stream/to-text-stream.ts
Ports: ai/src/util/prepare-headers.ts
"""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Mapping
from typing import Any

from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.text_stream.stream_response import StreamResponse, prepare_headers

__all__ = ["create_text_stream_response", "to_text_stream"]

_HEADERS = {"content-type": "text/plain; charset=utf-8"}


async def to_text_stream(*, stream: AsyncIterable[Any]) -> AsyncGenerator[str]:
    """Yield the texts of a text stream (`stream_text(...).stream`), as they arrive.

    >>> import asyncio
    >>> from ai_sdk.util.simulate_readable_stream import simulate_readable_stream
    >>> async def show():
    ...     parts = [{"type": "text-delta", "id": "1", "text": "Hi"}, {"type": "text-end", "id": "1"}]
    ...     return [text async for text in to_text_stream(stream=simulate_readable_stream(chunks=parts))]
    >>> asyncio.run(show())
    ['Hi']
    """
    try:
        async for part in stream:
            if isinstance(part, Mapping):
                if part.get("type") == "text-delta":
                    yield part["text"]
            elif part.type == "text-delta":
                yield part.text
    finally:
        await close_stream(stream)


def create_text_stream_response(
    *,
    stream: AsyncIterable[str],
    status: int | None = None,
    status_text: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> StreamResponse:
    """Return a response that sends texts as they arrive; `headers` may replace the content type.

    Plain text has no way to say that something failed: what `stream` raises is raised to the server, which cuts the
    connection. Call `to_text_stream` for the texts of `stream_text(...).stream`.

    >>> create_text_stream_response(stream=to_text_stream(stream=...)).headers
    {'content-type': 'text/plain; charset=utf-8'}
    """
    return StreamResponse(
        status=200 if status is None else status,
        status_text=status_text,
        headers=prepare_headers(headers, _HEADERS),
        body=_encode(stream),
    )


async def _encode(stream: AsyncIterable[str]) -> AsyncIterator[bytes]:
    pending = ""
    try:
        async for text in stream:
            whole, pending = _split_surrogate(pending + text)
            if whole:
                yield _encode_text(whole)
        if pending:
            yield _encode_text(pending)
    finally:
        await close_stream(stream)


def _split_surrogate(text: str) -> tuple[str, str]:
    """Hold back the first half of a character that a model's tokens cut in two."""
    return (text[:-1], text[-1]) if text and "\ud800" <= text[-1] <= "\udbff" else (text, "")


def _encode_text(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
