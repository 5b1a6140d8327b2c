"""Turns each part of a stream into others when it is asked for, where TypeScript has `pipeThrough`.

What is wrapped is closed when the stream ends, fails or is closed, also when nobody ever read from it.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from functools import partial

from ai_sdk.provider import LanguageModelV4StreamPart
from ai_sdk.provider_utils.body_stream import BodyStream

__all__ = ["transform_stream"]


def transform_stream(
    stream: AsyncIterator[LanguageModelV4StreamPart],
    feed: Callable[[LanguageModelV4StreamPart], Iterable[LanguageModelV4StreamPart]],
) -> AsyncGenerator[LanguageModelV4StreamPart, None]:
    """Return the parts that `feed` makes of each part of `stream`; no part, one or several.

    >>> import asyncio
    >>> from ai_sdk.provider import LanguageModelV4Ping
    >>> async def parts():
    ...     yield LanguageModelV4Ping()
    >>> async def read():
    ...     return [part.type async for part in transform_stream(parts(), lambda part: [part, part])]
    >>> asyncio.run(read())
    ['ping', 'ping']
    """
    return BodyStream(_parts(stream, feed), partial(_close, stream))


async def _parts(
    stream: AsyncIterator[LanguageModelV4StreamPart],
    feed: Callable[[LanguageModelV4StreamPart], Iterable[LanguageModelV4StreamPart]],
) -> AsyncGenerator[LanguageModelV4StreamPart, None]:
    try:
        async for part in stream:
            for made in feed(part):
                yield made
    finally:
        await _close(stream)


async def _close(stream: AsyncIterator[LanguageModelV4StreamPart]) -> None:
    aclose = getattr(stream, "aclose", None)
    if aclose is not None:
        await aclose()
