"""One owner of start, delta and end for the text and reasoning blocks of a stream."""

from typing import Literal

from ai_sdk.provider.language_model import (
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
)
from ai_sdk.provider.shared import SharedV4ProviderMetadata

__all__ = ["StreamBlock"]


class StreamBlock:
    """A block of text or reasoning that opens with its first delta and closes once.

    >>> block = StreamBlock("text", "txt-0")
    >>> [part.type for part in (*block.delta("Hi"), *block.end(), *block.end())]
    ['text-start', 'text-delta', 'text-end']
    """

    __slots__ = ("_kind", "id", "is_open")

    def __init__(self, kind: Literal["text", "reasoning"], block_id: str) -> None:
        self._kind = kind
        self.id = block_id
        self.is_open = False

    def start(self, metadata: SharedV4ProviderMetadata | None = None) -> list[LanguageModelV4StreamPart]:
        """Open the block, unless it is open."""
        if self.is_open:
            return []
        self.is_open = True
        if self._kind == "text":
            return [LanguageModelV4TextStart(id=self.id, provider_metadata=metadata)]
        return [LanguageModelV4ReasoningStart(id=self.id, provider_metadata=metadata)]

    def delta(self, text: str, metadata: SharedV4ProviderMetadata | None = None) -> list[LanguageModelV4StreamPart]:
        """Add text, opening the block when needed."""
        delta: LanguageModelV4StreamPart
        if self._kind == "text":
            delta = LanguageModelV4TextDelta(id=self.id, delta=text, provider_metadata=metadata)
        else:
            delta = LanguageModelV4ReasoningDelta(id=self.id, delta=text, provider_metadata=metadata)
        return [delta] if self.is_open else [*self.start(), delta]

    def end(self, metadata: SharedV4ProviderMetadata | None = None) -> list[LanguageModelV4StreamPart]:
        """Close the block, unless it is closed."""
        if not self.is_open:
            return []
        self.is_open = False
        if self._kind == "text":
            return [LanguageModelV4TextEnd(id=self.id, provider_metadata=metadata)]
        return [LanguageModelV4ReasoningEnd(id=self.id, provider_metadata=metadata)]
