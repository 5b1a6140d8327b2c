"""Takes reasoning that a model writes between tags out of its text.

Ports: ai/src/middleware/extract-reasoning-middleware.ts, ai/src/util/get-potential-start-index.ts
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypedDict

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.middleware.transform_stream import transform_stream
from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4GenerateResult,
    LanguageModelV4Middleware,
    LanguageModelV4Reasoning,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4StreamPart,
    LanguageModelV4StreamResult,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4WrapOptions,
)

__all__ = ["ReasoningDelimiters", "extract_reasoning_middleware"]


class ReasoningDelimiters(TypedDict):
    """The literal texts around reasoning, for formats that have no XML tags."""

    opening: str
    closing: str


def extract_reasoning_middleware(
    *, tag_name: str | ReasoningDelimiters, separator: str = "\n", start_with_reasoning: bool = False
) -> LanguageModelV4Middleware:
    """Return middleware that makes reasoning parts of what stands between `<tag_name>` and `</tag_name>` in texts.

    `separator` stands between reasoning sections and between the texts around them. With `start_with_reasoning` the
    answer begins inside the tag, whose opening the model does not write. Raises `InvalidArgumentError` when a
    delimiter is empty.

    >>> extract_reasoning_middleware(tag_name="think").wrap_stream is not None
    True
    """
    extractor = _Extractor(*_delimiters(tag_name), separator, start_with_reasoning)
    return LanguageModelV4Middleware(wrap_generate=extractor.wrap_generate, wrap_stream=extractor.wrap_stream)


def _delimiters(tag_name: str | ReasoningDelimiters) -> tuple[str, str]:
    if isinstance(tag_name, str):
        return f"<{tag_name}>", f"</{tag_name}>"
    if not (tag_name["opening"] and tag_name["closing"]):
        message = "Reasoning delimiters must not be empty."
        raise InvalidArgumentError(parameter="tagName", value=tag_name, message=message)
    return tag_name["opening"], tag_name["closing"]


@dataclass(frozen=True, slots=True)
class _Extractor:
    opening: str
    closing: str
    separator: str
    starts_with_reasoning: bool

    async def wrap_generate(self, options: LanguageModelV4WrapOptions) -> LanguageModelV4GenerateResult:
        result = await options.do_generate()
        structured = result.structured_output_text
        return replace(
            result,
            content=[made for part in result.content for made in self._parts(part)],
            structured_output_text=None if structured is None else self.extract(structured)[0],
        )

    async def wrap_stream(self, options: LanguageModelV4WrapOptions) -> LanguageModelV4StreamResult:
        result = await options.do_stream()
        return replace(result, stream=transform_stream(result.stream, _ReasoningStream(self).feed))

    def _parts(self, part: LanguageModelV4Content) -> list[LanguageModelV4Content]:
        if part.type != "text":
            return [part]
        text, reasoning = self.extract(part.text)
        if reasoning is None:
            return [part]
        return [LanguageModelV4Reasoning(text=reasoning), LanguageModelV4Text(text=text)]

    def extract(self, given: str) -> tuple[str, str | None]:
        """Return the text without its reasoning, and the reasoning; `None` when there is none."""
        text = self.opening + given if self.starts_with_reasoning else given
        sections = list(self._sections(text))
        if not sections:
            return given, None
        opening, closing = len(self.opening), len(self.closing)
        reasoning = self.separator.join(text[start + opening : end - closing] for start, end in sections)
        remaining = text[sections[-1][1] :]
        begins = [0, *(end for _, end in sections)]
        for (start, _), begin in zip(reversed(sections), reversed(begins[:-1]), strict=True):
            remaining = text[begin:start] + (self.separator if start and remaining else "") + remaining
        return remaining, reasoning

    def _sections(self, text: str) -> Iterator[tuple[int, int]]:
        """Find where sections start and end, with their delimiters."""
        opening, closing = self.opening, self.closing
        start = text.find(opening)
        while start >= 0 and (found := text.find(closing, start + len(opening))) >= 0:
            end = found + len(closing)
            yield start, end
            start = text.find(opening, end)


@dataclass(slots=True)
class _TextBlock:
    """How far one text block has been read; `buffer` may be the beginning of a delimiter."""

    id: str
    is_reasoning: bool
    is_first_reasoning: bool = True
    is_first_text: bool = True
    after_switch: bool = False
    buffer: str = ""
    reasoning_id: str | None = None


class _ReasoningStream:
    """Splits the text blocks of one stream; a block's start waits until it is known that text comes first."""

    def __init__(self, extractor: _Extractor) -> None:
        self._extractor = extractor
        self._blocks: dict[str, _TextBlock] = {}
        self._starts: dict[str, LanguageModelV4TextStart] = {}
        self._reasoning_count = 0

    def feed(self, part: LanguageModelV4StreamPart) -> Iterable[LanguageModelV4StreamPart]:
        match part:
            case LanguageModelV4TextDelta():
                return self._read(part)
            case LanguageModelV4TextStart():
                self._starts[part.id] = part
                return ()
            case LanguageModelV4TextEnd():
                return self._end(part)
        return (part,)

    def _end(self, part: LanguageModelV4TextEnd) -> list[LanguageModelV4StreamPart]:
        block = self._blocks.get(part.id)
        parts: list[LanguageModelV4StreamPart] = []
        if block is not None:
            parts = self._publish(block, block.buffer)
            block.buffer = ""
        return [*parts, *self._start(part.id), part]

    def _read(self, part: LanguageModelV4TextDelta) -> list[LanguageModelV4StreamPart]:
        block = self._blocks.get(part.id)
        if block is None:
            block = self._blocks[part.id] = _TextBlock(part.id, self._extractor.starts_with_reasoning)
        text = block.buffer + part.delta if block.buffer else part.delta
        extractor = self._extractor
        parts: list[LanguageModelV4StreamPart] = []
        while True:
            tag = extractor.closing if block.is_reasoning else extractor.opening
            start = _potential_start(text, tag)
            parts += self._publish(block, text[:start])
            if start + len(tag) > len(text):
                block.buffer = text[start:]
                return parts
            text = text[start + len(tag) :]
            parts += self._switch(block)

    def _switch(self, block: _TextBlock) -> list[LanguageModelV4StreamPart]:
        """Take note of a whole delimiter; an empty first section starts only now."""
        parts: list[LanguageModelV4StreamPart] = []
        if block.is_reasoning:
            if block.is_first_reasoning:
                parts.append(LanguageModelV4ReasoningStart(id=self._reasoning_id(block)))
            parts.append(LanguageModelV4ReasoningEnd(id=self._reasoning_id(block)))
            block.reasoning_id = None
        block.is_reasoning = not block.is_reasoning
        block.after_switch = True
        return parts

    def _publish(self, block: _TextBlock, text: str) -> list[LanguageModelV4StreamPart]:
        if not text:
            return []
        if block.is_reasoning:
            parts = self._publish_reasoning(block, text)
        else:
            prefix = self._extractor.separator if block.after_switch and not block.is_first_text else ""
            parts = [*self._start(block.id), LanguageModelV4TextDelta(id=block.id, delta=prefix + text)]
            block.is_first_text = False
        block.after_switch = False
        return parts

    def _publish_reasoning(self, block: _TextBlock, text: str) -> list[LanguageModelV4StreamPart]:
        prefix = self._extractor.separator if block.after_switch and not block.is_first_reasoning else ""
        reasoning_id = self._reasoning_id(block)
        delta = LanguageModelV4ReasoningDelta(id=reasoning_id, delta=prefix + text)
        starts = block.after_switch or block.is_first_reasoning
        block.is_first_reasoning = False
        return [LanguageModelV4ReasoningStart(id=reasoning_id), delta] if starts else [delta]

    def _start(self, block_id: str) -> list[LanguageModelV4StreamPart]:
        start = self._starts.pop(block_id, None)
        return [] if start is None else [start]

    def _reasoning_id(self, block: _TextBlock) -> str:
        if block.reasoning_id is None:
            block.reasoning_id = f"reasoning-{self._reasoning_count}"
            self._reasoning_count += 1
        return block.reasoning_id


def _potential_start(text: str, tag: str) -> int:
    """Return where the tag is or could begin if the text went on; the length of the text when it is nowhere.

    TypeScript takes the last place where it could begin, and so misses a tag that begins like itself (`[[THINK]]`) when
    the text is cut inside the repetition; this takes the first.
    """
    start = text.find(tag)
    if start >= 0:
        return start
    start = text.find(tag[0], max(0, len(text) - len(tag) + 1))
    while start >= 0 and not tag.startswith(text[start:]):
        start = text.find(tag[0], start + 1)
    return len(text) if start < 0 else start
