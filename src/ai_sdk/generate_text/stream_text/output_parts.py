"""Structured output while it arrives: text goes on when it changes what the output is so far, which can be read then.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator
from typing import Any

from ai_sdk.generate_text.output import Output, create_partial_output_parser
from ai_sdk.generate_text.partial_output import PartialOutput
from ai_sdk.generate_text.text_stream_part import TextStreamTextDeltaPart
from ai_sdk.provider import SharedV4ProviderMetadata

__all__ = ["PartialOutputs", "output_parts"]

_TEXT = frozenset({"text-start", "text-delta", "text-end"})
_RESETS = frozenset({"start-step", "stream-retry-boundary"})


class _OutputText:
    """Finds the text that holds the output: the first one of a step, or of a new attempt at it."""

    def __init__(self) -> None:
        self.text_id: str | None = None

    def begins(self, part: Any) -> bool:
        """Whether a part begins a step or an attempt, so that the next text is the one."""
        if part.type in _RESETS:
            self.text_id = None
            return True
        return False

    def holds(self, part: Any) -> bool:
        """Whether a part belongs to the text."""
        if part.type not in _TEXT:
            return False
        if self.text_id is None:
            self.text_id = part.id
        return bool(part.id == self.text_id)


async def output_parts(source: AsyncGenerator[Any, None], output: Any) -> AsyncGenerator[Any, None]:
    """Hand the parts on; the text of the output waits until the output can be read and has changed."""
    text, state = _OutputText(), _Published(output)
    try:
        async for part in source:
            if text.begins(part):
                state = _Published(output)
            is_end = part.type == "finish-step"
            if (text.holds(part) and part.type != "text-start") or is_end:
                for made in state.feed(part):
                    yield made
            else:
                yield part
    finally:
        await source.aclose()


class _Published:
    """What has gone on of the text of one step, and what waits."""

    _metadata: SharedV4ProviderMetadata | None

    def __init__(self, output: Any) -> None:
        self._parser = create_partial_output_parser(output)
        self._text_id = ""
        self._waiting: list[str] = []
        self._metadata = None

    def feed(self, part: Any) -> list[Any]:
        """Take more text, or what ends it, and return what goes on now."""
        if part.type != "text-delta":
            return [self._take(), part] if self._waiting else [part]
        if part.provider_metadata is not None:
            self._metadata = part.provider_metadata
            if not part.text:
                return [part]
        self._text_id = part.id
        self._waiting.append(part.text)
        result = self._parser.feed(part.text)
        return [] if result is None else [self._take()]

    def _take(self) -> TextStreamTextDeltaPart:
        text = "".join(self._waiting)
        self._waiting.clear()
        return TextStreamTextDeltaPart(id=self._text_id, text=text, provider_metadata=self._metadata)


class PartialOutputs:
    """Reads from the parts that went on what the output was after each of them."""

    def __init__(self, output: Any) -> None:
        self._output = Output.text() if output is None else output
        self._text = _OutputText()
        self._parser = create_partial_output_parser(self._output)

    def feed(self, part: Any) -> PartialOutput[Any] | None:
        """Take a part, and return the output so far if it has changed."""
        if self._text.begins(part):
            self._parser = create_partial_output_parser(self._output)
        if not self._text.holds(part) or part.type != "text-delta" or not part.text:
            return None
        return self._parser.feed(part.text)
