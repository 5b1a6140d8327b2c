"""The content of a step, collected from the parts that pass.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk.generate_text.content_part import ContentPart, FileOutput, ReasoningFileOutput, ReasoningOutput, TextOutput
from ai_sdk.generate_text.text_builder import TextBuilder
from ai_sdk.generate_text.text_stream_part import TextStreamErrorPart
from ai_sdk.provider import SharedV4ProviderMetadata

__all__ = ["RecordedContent"]

_Open = tuple[Any, TextBuilder]


class RecordedContent:
    """Takes parts by their type; `handlers` has a function for each type that can be content.

    A handler returns an error part when the part cannot be at its place. With `collects=False` the places of parts are
    checked and nothing is kept. With `carries_metadata` each piece of a step's first text, which may hold a structured
    output, repeats the last metadata of that text.
    """

    handlers: dict[str, Callable[[Any], TextStreamErrorPart | None]]
    _first_metadata: SharedV4ProviderMetadata | None

    def __init__(self, *, collects: bool, carries_metadata: bool) -> None:
        self._collects = collects
        self._carries_metadata = carries_metadata
        self._content: list[ContentPart] = []
        self._texts: dict[str, _Open] = {}
        self._reasonings: dict[str, _Open] = {}
        self._builders: list[_Open] = []
        self._first_text: _Open | None = None
        self._first_metadata = None
        self.handlers = {
            "text-start": self._text_start,
            "text-delta": self._text_delta,
            "text-end": self._text_end,
            "reasoning-start": self._reasoning_start,
            "reasoning-delta": self._reasoning_delta,
            "reasoning-end": self._reasoning_end,
            "file": lambda part: self._keep(FileOutput(file=part.file, provider_metadata=part.provider_metadata)),
            "reasoning-file": lambda part: self._keep(
                ReasoningFileOutput(file=part.file, provider_metadata=part.provider_metadata)
            ),
            "tool-result": lambda part: None if part.preliminary else self._keep(part),
            **dict.fromkeys(("custom", "source", "tool-call", "tool-error"), self._keep),
            **dict.fromkeys(("tool-approval-request", "tool-approval-response"), self._keep),
        }

    def content(self) -> list[ContentPart]:
        """Return what was collected since the last reset."""
        for part, builder in self._builders:
            part.text = builder.text()
        self._builders = []  # the pieces are not needed any more
        return self._content

    def reset(self) -> None:
        """Begin anew; what `content` returned is left as it is."""
        self._content, self._builders = [], []
        self._first_text = self._first_metadata = None
        self._texts.clear()
        self._reasonings.clear()

    def _keep(self, part: Any) -> None:
        if self._collects:
            self._content.append(part)

    def _open(self, opened: dict[str, _Open], part_id: str, content: Any) -> _Open:
        entry = opened[part_id] = (content, TextBuilder())
        if self._collects:
            self._content.append(content)
            self._builders.append(entry)
        return entry

    def _text_start(self, part: Any) -> None:
        entry = self._open(self._texts, part.id, TextOutput(text="", provider_metadata=part.provider_metadata))
        if self._first_text is None:
            self._first_text = entry

    def _text_delta(self, part: Any) -> TextStreamErrorPart | None:
        entry = self._texts.get(part.id)
        if entry is None:
            return _not_found("text", part)
        if entry is self._first_text and self._carries_metadata:
            if part.provider_metadata is not None:
                self._first_metadata = part.provider_metadata
            elif self._first_metadata is not None:
                part.provider_metadata = self._first_metadata
        self._add(entry, part)
        return None

    def _text_end(self, part: Any) -> TextStreamErrorPart | None:
        entry = self._texts.pop(part.id, None)
        if entry is None:
            return _not_found("text", part)
        if part.citations is not None:
            entry[0].citations = part.citations
        _set_metadata(entry, part)
        return None

    def _reasoning_start(self, part: Any) -> None:
        self._open(self._reasonings, part.id, ReasoningOutput(text="", provider_metadata=part.provider_metadata))

    def _reasoning_delta(self, part: Any) -> TextStreamErrorPart | None:
        entry = self._reasonings.get(part.id)
        if entry is None:
            return _not_found("reasoning", part)
        self._add(entry, part)
        return None

    def _reasoning_end(self, part: Any) -> TextStreamErrorPart | None:
        entry = self._reasonings.pop(part.id, None)
        if entry is None:
            return _not_found("reasoning", part)
        _set_metadata(entry, part)
        return None

    def _add(self, entry: _Open, part: Any) -> None:
        if self._collects:
            entry[1].add(part.text)
        if part.provider_metadata is not None:
            entry[0].provider_metadata = part.provider_metadata


def _set_metadata(entry: _Open, part: Any) -> None:
    if part.provider_metadata is not None:
        entry[0].provider_metadata = part.provider_metadata


def _not_found(kind: str, part: Any) -> TextStreamErrorPart:
    return TextStreamErrorPart(error=f"{kind} part {part.id} not found")
