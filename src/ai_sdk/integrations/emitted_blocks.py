"""The text or reasoning parts that an emitter has open."""

from collections.abc import Callable, Mapping
from typing import Any

from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["EmittedBlocks"]

Metadata = Mapping[str, Mapping[str, Any]]


class EmittedBlocks:
    """Writes parts of one `kind`, text or reasoning: each has a start and an end, and every delta lies between them.

    A part that was written without an id is "the current one": further deltas without an id go there.
    """

    def __init__(self, kind: str, put: Callable[[UIMessageChunk], None]) -> None:
        self._kind = kind
        self._put = put
        self._open: dict[str, None] = {}
        self._current: str | None = None
        self._count = 0

    def write(self, delta: str, block_id: str | None, metadata: Metadata | None) -> None:
        """Add `delta` to a part, which begins when it is not open."""
        if not delta and metadata is None:
            return
        block_id = self._current_id() if block_id is None else block_id
        with_metadata = {} if metadata is None else {"providerMetadata": dict(metadata)}
        if block_id not in self._open:
            self._open[block_id] = None
            self._put({"type": f"{self._kind}-start", "id": block_id, **with_metadata})
        if delta:
            self._put({"type": f"{self._kind}-delta", "id": block_id, "delta": delta, **with_metadata})

    def end(self, block_id: str | None = None, metadata: Metadata | None = None) -> None:
        """End a part, the current one by default; one that is not open is left alone."""
        block_id = self._current if block_id is None else block_id
        if block_id is None or block_id not in self._open:
            return
        del self._open[block_id]
        if block_id == self._current:
            self._current = None
        with_metadata = {} if metadata is None else {"providerMetadata": dict(metadata)}
        self._put({"type": f"{self._kind}-end", "id": block_id, **with_metadata})

    def end_all(self) -> None:
        """End what is open."""
        for block_id in list(self._open):
            self.end(block_id)

    def _current_id(self) -> str:
        while self._current is None:
            self._count += 1
            name = f"{self._kind}-{self._count}"
            self._current = None if name in self._open else name
        return self._current
