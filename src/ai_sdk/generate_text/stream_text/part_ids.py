"""Ids of text and reasoning that are unique in the whole stream.

Providers make ids that are unique in one answer only; an id that was used before is replaced.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import Callable
from typing import Any

__all__ = ["PartIds"]


class PartIds:
    """The ids of a stream; `texts` and `reasonings` map the provider's ids of open blocks to those in use."""

    def __init__(self, generate_id: Callable[[], str]) -> None:
        self._generate_id = generate_id
        self._used: dict[str, set[str]] = {"text-start": set(), "reasoning-start": set()}
        self.texts: dict[str, str] = {}
        self.reasonings: dict[str, str] = {}

    def open(self, part: Any) -> None:
        """Give a block that begins an id of its own."""
        unique = self._reserve(self._used[part.type], part.id)
        (self.texts if part.type == "text-start" else self.reasonings)[part.id] = unique
        part.id = unique

    def close(self, part: Any) -> None:
        """Give the end of a block the id of its start."""
        opened = self.texts if part.type == "text-end" else self.reasonings
        part.id = opened.pop(part.id, part.id)

    def forget_open(self) -> None:
        """Forget the blocks that are open; their ids stay used."""
        self.texts.clear()
        self.reasonings.clear()

    def _reserve(self, used: set[str], part_id: str) -> str:
        if part_id in used:
            part_id = generated = self._generate_id()
            suffix = 0
            while part_id in used:
                suffix += 1
                part_id = f"{generated}-{suffix}"
        used.add(part_id)
        return part_id
