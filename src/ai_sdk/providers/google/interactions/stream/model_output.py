"""The step with what the model says and shows.

It begins as nothing: the first text makes it a text block, while images and videos come whole and open nothing.

Ports: @ai-sdk/google/src/interactions/build-google-interactions-stream-transform.ts
"""

from collections.abc import Sequence
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
)
from ai_sdk.providers.google.interactions.builtin_tools import text_or_none
from ai_sdk.providers.google.interactions.outputs import read_media
from ai_sdk.providers.google.interactions.sources import annotations_to_sources
from ai_sdk.providers.google.interactions.stream.open_step import OpenStep
from ai_sdk.providers.google.interactions.stream.state import InteractionState

__all__ = ["ModelOutputStep"]

_ANNOTATIONS = frozenset({"text_annotation", "text_annotation_delta"})

_Parts = Sequence[LanguageModelV4StreamPart]


class ModelOutputStep(OpenStep):
    """Text with its sources, images and videos."""

    def __init__(self, block_id: str, step: JSONObject, state: InteractionState) -> None:
        super().__init__(block_id, step, state)
        self._initial = _first_block(step.get("content"))
        self._kind: str | None = None
        self._image: JSONObject | None = None
        """An image that the step began with, shown at its end unless one came in between."""

    def start(self) -> _Parts:
        """Open a text that the step begins with; its words come as deltas."""
        kind = self._initial.get("type")
        if kind == "text":
            self._kind = "text"
            return [LanguageModelV4TextStart(id=self.block_id), *self._sources(self._initial)]
        if kind == "image":
            self._kind, self._image = "image", self._initial
        return ()

    def delta(self, delta: JSONObject) -> _Parts:
        """Take text, sources, an image or a video."""
        kind = delta.get("type")
        if kind == "image":
            self._image = None
            return read_media(delta, self.state.metadata())
        if kind == "video" and self._kind != "image":
            return read_media(delta, self.state.metadata())
        if kind != "text" and kind not in _ANNOTATIONS:
            return ()
        parts: list[LanguageModelV4StreamPart] = []
        if self._kind is None:
            self._kind = "text"
            parts.append(LanguageModelV4TextStart(id=self.block_id))
        if self._kind == "text":
            parts += self._text(delta) if kind == "text" else self._sources(delta)
        return parts

    def stop(self) -> _Parts:
        """Close the text, or show the image that the step began with."""
        metadata = self.state.metadata()
        if self._kind == "text":
            return [LanguageModelV4TextEnd(id=self.block_id, provider_metadata=metadata)]
        return [] if self._image is None else read_media(self._image, metadata)

    def _text(self, delta: JSONObject) -> _Parts:
        text = text_or_none(delta.get("text"))
        return [] if text is None else [LanguageModelV4TextDelta(id=self.block_id, delta=text)]

    def _sources(self, block: JSONObject) -> _Parts:
        return self.state.new_sources(annotations_to_sources(block.get("annotations"), self.state.generate_id))


def _first_block(content: Any) -> JSONObject:
    first = content[0] if isinstance(content, list) and content else None
    return first if isinstance(first, dict) else {}
