"""Takes JSON out of the Markdown fence that some models write around it.

Ports: ai/src/middleware/extract-json-middleware.ts
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from ai_sdk.middleware.transform_stream import transform_stream
from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4GenerateResult,
    LanguageModelV4Middleware,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4WrapOptions,
)
from ai_sdk.provider_utils.streaming_tool_call_argument_state import JAVASCRIPT_WHITESPACE

__all__ = ["extract_json_middleware"]

_FENCE = "```"
_FENCE_START = re.compile(rf"```(?:json)?[{JAVASCRIPT_WHITESPACE}]*")
_FENCE_LINE = re.compile(rf"```(?:json)?[{JAVASCRIPT_WHITESPACE}]*\n")


def extract_json_middleware(*, transform: Callable[[str], str] | None = None) -> LanguageModelV4Middleware:
    """Return middleware that strips Markdown fences from texts, for structured output from models that write them.

    `transform` is to be applied to whole texts instead; a streamed text then arrives in one piece, at its end.

    >>> extract_json_middleware(transform=str.upper).wrap_generate is not None
    True
    """
    extractor = _Extractor(transform)
    return LanguageModelV4Middleware(wrap_generate=extractor.wrap_generate, wrap_stream=extractor.wrap_stream)


def _strip_fence(text: str) -> str:
    opening = _FENCE_START.match(text)
    return _strip_fence_end(text[opening.end() :] if opening else text).strip(JAVASCRIPT_WHITESPACE)


def _strip_fence_end(text: str) -> str:
    stripped = text.rstrip(JAVASCRIPT_WHITESPACE)
    if stripped.endswith(_FENCE):
        stripped = stripped.removesuffix(_FENCE).rstrip(JAVASCRIPT_WHITESPACE)
    return stripped


def _before_fence_end(text: str) -> str:
    """Return the text without what could be the beginning of a fence's end: blanks and up to three backticks."""
    stripped = text.rstrip(JAVASCRIPT_WHITESPACE)
    ticks = len(stripped) - len(stripped.rstrip("`"))
    return stripped[: -min(ticks, len(_FENCE))].rstrip(JAVASCRIPT_WHITESPACE) if ticks else stripped


@dataclass(frozen=True, slots=True)
class _Extractor:
    custom: Callable[[str], str] | None

    @property
    def transform(self) -> Callable[[str], str]:
        return self.custom or _strip_fence

    async def wrap_generate(self, options: LanguageModelV4WrapOptions) -> LanguageModelV4GenerateResult:
        result = await options.do_generate()
        structured = result.structured_output_text
        return replace(
            result,
            content=[self._part(part) for part in result.content],
            structured_output_text=None if structured is None else self.transform(structured),
        )

    async def wrap_stream(self, options: LanguageModelV4WrapOptions) -> LanguageModelV4StreamResult:
        result = await options.do_stream()
        return replace(result, stream=transform_stream(result.stream, _JsonStream(self).feed))

    def _part(self, part: LanguageModelV4Content) -> LanguageModelV4Content:
        return replace(part, text=self.transform(part.text)) if part.type == "text" else part


class _Phase(Enum):
    PREFIX = auto()
    """The text may begin with a fence."""
    FENCE = auto()
    """It begins with one, whose line has not ended."""
    STREAMING = auto()
    """The text goes out, but for what could be the fence's end."""
    BUFFERING = auto()
    """All of it is kept for a transform of the caller's."""


@dataclass(slots=True)
class _TextBlock:
    start: LanguageModelV4TextStart
    phase: _Phase
    buffer: list[str] = field(default_factory=list)


class _JsonStream:
    """Reads the text blocks of one stream."""

    def __init__(self, extractor: _Extractor) -> None:
        self._extractor = extractor
        self._blocks: dict[str, _TextBlock] = {}

    def feed(self, part: LanguageModelV4StreamPart) -> Iterable[LanguageModelV4StreamPart]:
        match part:
            case LanguageModelV4TextDelta():
                block = self._blocks.get(part.id)
                return (part,) if block is None else self._read(block, part)
            case LanguageModelV4TextStart():
                phase = _Phase.PREFIX if self._extractor.custom is None else _Phase.BUFFERING
                self._blocks[part.id] = _TextBlock(part, phase)
                return ()
            case LanguageModelV4TextEnd():
                block = self._blocks.pop(part.id, None)
                return (part,) if block is None else self._end(block, part)
        return (part,)

    def _read(self, block: _TextBlock, part: LanguageModelV4TextDelta) -> Iterable[LanguageModelV4StreamPart]:
        block.buffer.append(part.delta)
        if block.phase is _Phase.STREAMING:
            return self._stream(block)
        if block.phase is _Phase.BUFFERING:
            return ()
        if block.phase is _Phase.PREFIX:
            text = "".join(block.buffer)
            block.buffer = [text]
            _leave_prefix(block, text)
        if block.phase is _Phase.FENCE and "\n" in block.buffer[-1]:
            text = "".join(block.buffer)
            line = _FENCE_LINE.match(text)
            block.buffer = [text[line.end() :] if line else text]
            block.phase = _Phase.STREAMING
        return (block.start, *self._stream(block)) if block.phase is _Phase.STREAMING else ()

    def _stream(self, block: _TextBlock) -> Iterable[LanguageModelV4StreamPart]:
        text = "".join(block.buffer)
        ready = _before_fence_end(text)
        block.buffer = [text[len(ready) :]]
        return (LanguageModelV4TextDelta(id=block.start.id, delta=ready),) if ready else ()

    def _end(self, block: _TextBlock, part: LanguageModelV4TextEnd) -> list[LanguageModelV4StreamPart]:
        text = "".join(block.buffer)
        is_streaming = block.phase is _Phase.STREAMING
        remaining = _strip_fence_end(text) if is_streaming else self._extractor.transform(text)
        parts: list[LanguageModelV4StreamPart] = [] if is_streaming else [block.start]
        if remaining:
            parts.append(LanguageModelV4TextDelta(id=part.id, delta=remaining))
        return [*parts, part]


def _leave_prefix(block: _TextBlock, text: str) -> None:
    """Decide whether the text begins with a fence, when that is known."""
    if text.startswith(_FENCE):
        block.phase = _Phase.FENCE
    elif len(text) >= len(_FENCE) or (text and text[0] != "`"):
        block.phase = _Phase.STREAMING
