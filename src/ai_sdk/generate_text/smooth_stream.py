"""Smoothing of streamed text: whole words or lines, at an even pace.

Ports: ai/src/generate-text/smooth-stream.ts
"""

import re
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Literal

from ai_sdk.generate_text.stream_text_transform import StreamTextTransform
from ai_sdk.generate_text.text_stream_part import (
    TextStreamPart,
    TextStreamReasoningDeltaPart,
    TextStreamTextDeltaPart,
)
from ai_sdk.provider_utils.abort import delay
from ai_sdk.provider_utils.close_stream import close_stream

__all__ = ["ChunkDetector", "smooth_stream"]

ChunkDetector = Callable[[str], str | None]
"""Returns the first piece of a text that is to be sent as one, or `None` when more text is needed."""

_Delta = TextStreamTextDeltaPart | TextStreamReasoningDeltaPart
_Delay = Callable[[float | None], Awaitable[None]]

# JavaScript's idea of white space: with a byte order mark, without the separators of ASCII.
_SPACE = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
_PATTERNS = {"word": re.compile(f"[^{_SPACE}]+[{_SPACE}]+"), "line": re.compile("\\n+")}


def smooth_stream(
    *,
    delay_in_ms: float | None = 10,
    chunking: Literal["word", "line"] | re.Pattern[str] | ChunkDetector = "word",
    _internal: Mapping[str, Any] | None = None,
) -> StreamTextTransform:
    r"""Return a transform for `experimental_transform` that streams text and reasoning word by word, or line by line.

    It waits `delay_in_ms` milliseconds after each piece; `None` does not wait. `chunking` may also be a pattern that
    does not match nothing, of which everything up to the end of the first match is a piece, or a function that returns
    the first piece of a text (for languages without spaces between words, one that knows about words).

    Reading raises `ValueError` when the pattern matches nothing, or the function returns what the text does not begin
    with.

    >>> import asyncio
    >>> from ai_sdk import stream_text
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> async def main():
    ...     model = MockLanguageModelV4(do_stream="one two\nthree")
    ...     result = stream_text(
    ...         model=model, prompt="Count", experimental_transform=smooth_stream(delay_in_ms=None, chunking="line")
    ...     )
    ...     return [text async for text in result.text_stream]
    >>> asyncio.run(main())
    ['one two\n', 'three']
    """
    detect = _detector(chunking)
    wait: _Delay = (_internal or {}).get("delay", delay)

    def transform(**_: Any) -> Callable[[AsyncIterator[TextStreamPart]], AsyncIterator[TextStreamPart]]:
        return partial(_smooth, detect=detect, wait=partial(wait, delay_in_ms))

    return transform


class _Buffer:
    """Text that waits to become a whole piece, and the part that its pieces are made like."""

    __slots__ = ("like", "text")

    def __init__(self) -> None:
        self.text = ""
        self.like: _Delta | None = None

    def must_flush_before(self, part: _Delta) -> bool:
        """Whether a part belongs to other text, or one of the two has metadata, which one part cannot hold for both."""
        like = self.like
        if not self.text or like is None:
            return False
        is_other = like.type != part.type or like.id != part.id
        return is_other or like.provider_metadata is not None or part.provider_metadata is not None

    def add(self, part: _Delta) -> None:
        self.text += part.text
        self.like = part

    def take(self, length: int) -> _Delta:
        """Return a part with the first characters."""
        like, text = self.like, self.text
        if like is None:
            raise ValueError("there is no text")
        self.text = text[length:]
        return type(like)(id=like.id, text=text[:length], provider_metadata=like.provider_metadata)

    def flush(self) -> list[TextStreamPart]:
        """Return what is left as a part, if anything is."""
        if self.like is None or not (self.text or self.like.provider_metadata is not None):
            return []
        part = self.take(len(self.text))
        self.like = None
        return [part]

    def forget_metadata(self) -> None:
        """Once all text of a part is out, its metadata is."""
        if not self.text:
            self.like = None


async def _smooth(
    stream: AsyncIterator[TextStreamPart], *, detect: ChunkDetector, wait: Callable[[], Awaitable[None]]
) -> AsyncGenerator[TextStreamPart, None]:
    buffer = _Buffer()
    try:
        async for part in stream:
            if not isinstance(part, _Delta):
                if part.type != "ping":
                    for left in buffer.flush():
                        yield left
                yield part
                continue
            is_metadata_alone = not part.text and part.provider_metadata is not None
            if is_metadata_alone or buffer.must_flush_before(part):
                for left in buffer.flush():
                    yield left
            if is_metadata_alone:
                yield part
                continue
            buffer.add(part)
            while (piece := detect(buffer.text)) is not None:
                yield buffer.take(len(piece))
                await wait()
            buffer.forget_metadata()
    finally:
        await close_stream(stream)


def _detector(chunking: Any) -> ChunkDetector:
    pattern = _PATTERNS.get(chunking) if isinstance(chunking, str) else chunking
    if isinstance(pattern, re.Pattern):
        return partial(_first_match, pattern)
    if not callable(pattern):
        raise TypeError(f"chunking must be 'word', 'line', a pattern or a function, not {chunking!r}")
    return partial(_checked, pattern)


def _first_match(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    if match is None:
        return None
    if match.end() == match.start():
        raise ValueError("Chunking RegExp must not match an empty string.")
    return text[: match.end()]


def _checked(detect: ChunkDetector, text: str) -> str | None:
    piece = detect(text)
    if piece is None:
        return None
    if not piece:
        raise ValueError("Chunking function must return a non-empty string.")
    if not text.startswith(piece):
        raise ValueError(
            "Chunking function must return a match that is a prefix of the buffer. "
            f'Received: "{piece}" which is not a prefix of buffer "{text}"'
        )
    return piece
