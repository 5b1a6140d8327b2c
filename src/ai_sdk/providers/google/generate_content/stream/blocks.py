"""The block of text or reasoning that is being written; there is at most one of each.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from typing import Literal

from ai_sdk.provider import LanguageModelV4StreamPart, SharedV4ProviderMetadata
from ai_sdk.provider_utils.stream_blocks import StreamBlock

__all__ = ["ContentBlocks"]

_Kind = Literal["text", "reasoning"]


class ContentBlocks:
    """Numbers the blocks and opens and closes them."""

    def __init__(self) -> None:
        self._count = 0
        self._open: dict[_Kind, StreamBlock] = {}

    def write(
        self, kind: _Kind, text: str, metadata: SharedV4ProviderMetadata | None
    ) -> list[LanguageModelV4StreamPart]:
        """Add text, closing a block of the other kind and opening one of this kind when needed."""
        parts = self._close("reasoning" if kind == "text" else "text")
        block = self._open.get(kind)
        if block is None:
            block = self._open[kind] = self._new(kind)
            parts += block.start(metadata)
        return [*parts, *block.delta(text, metadata)]

    def sign(self, kind: _Kind, metadata: SharedV4ProviderMetadata) -> list[LanguageModelV4StreamPart]:
        """Put a signature that comes with an empty text where it stands, apart from what comes later."""
        text = self._open.get("text")
        if text is not None:
            return text.delta("", metadata)
        parts = self._close("reasoning")
        block = self._new(kind)
        return [*parts, *block.start(metadata), *block.delta("", metadata), *block.end()]

    def close(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open."""
        return [*self._close("text"), *self._close("reasoning")]

    def _new(self, kind: _Kind) -> StreamBlock:
        block = StreamBlock(kind, str(self._count))
        self._count += 1
        return block

    def _close(self, kind: _Kind) -> list[LanguageModelV4StreamPart]:
        block = self._open.pop(kind, None)
        return [] if block is None else block.end()
