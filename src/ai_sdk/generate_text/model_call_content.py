"""What a model streamed, as content: as the core and as the model's specification have it.

Ports: ai/src/generate-text/stream-language-model-call.ts
"""

from typing import Any, Literal

from ai_sdk.generate_text.content_part import ContentPart, ReasoningOutput, TextOutput
from ai_sdk.generate_text.text_builder import TextBuilder
from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    SharedV4ProviderMetadata,
)

__all__ = ["ModelCallContent", "TextKind"]

TextKind = Literal["text", "reasoning"]

_KINDS: dict[TextKind, tuple[type[Any], type[Any]]] = {
    "text": (TextOutput, LanguageModelV4Text),
    "reasoning": (ReasoningOutput, LanguageModelV4Reasoning),
}


class ModelCallContent:
    """Collects the content of one model call."""

    def __init__(self) -> None:
        self._content: list[ContentPart] = []
        self._raw: list[LanguageModelV4Content] = []
        self._texts: list[tuple[TextBuilder, Any, Any]] = []
        self._open: dict[tuple[TextKind, str], tuple[TextBuilder, Any, Any]] = {}

    def add(self, part: ContentPart | None, raw: LanguageModelV4Content | None = None) -> None:
        """Append a part, and what the model streamed for it."""
        if part is not None:
            self._content.append(part)
        if raw is not None:
            self._raw.append(raw)

    def text(
        self, kind: TextKind, part_id: str, delta: str | None, provider_metadata: SharedV4ProviderMetadata | None
    ) -> None:
        """Append text to the part that is open under this id; there is one from the first mention of an id on."""
        entry = self._open.get((kind, part_id)) or self._begin(kind, part_id)
        builder, part, raw = entry
        if delta is not None:
            builder.add(delta)
        if provider_metadata is not None:
            part.provider_metadata = raw.provider_metadata = provider_metadata

    def end(self, kind: TextKind, part_id: str, provider_metadata: SharedV4ProviderMetadata | None) -> None:
        """Complete the part under this id, which may be used again for another one."""
        self.text(kind, part_id, None, provider_metadata)
        del self._open[kind, part_id]

    def content(self) -> list[ContentPart]:
        """Return the content as the core has it."""
        self._write_texts()
        return self._content

    def raw_content(self) -> list[LanguageModelV4Content]:
        """Return the content as the model's specification has it."""
        self._write_texts()
        return self._raw

    def _begin(self, kind: TextKind, part_id: str) -> tuple[TextBuilder, Any, Any]:
        output, specified = _KINDS[kind]
        entry = (TextBuilder(), output(text=""), specified(text=""))
        self.add(entry[1], entry[2])
        self._texts.append(entry)
        self._open[kind, part_id] = entry
        return entry

    def _write_texts(self) -> None:
        for builder, part, raw in self._texts:
            part.text = raw.text = builder.text()
