"""The parts that a stream has given, kept for readers that come later, in little more memory than their text."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_text.text_stream_part import TextStreamReasoningDeltaPart, TextStreamTextDeltaPart

__all__ = ["PartLog"]

_BLOCK = 256
_LONGEST = 0xFFFF

_Delta = TextStreamTextDeltaPart | TextStreamReasoningDeltaPart


@dataclass(frozen=True, slots=True)
class _Run:
    """Consecutive pieces of one text: what they share, all characters, and how many each piece has."""

    kind: type[_Delta]
    part_id: str
    text: str
    lengths: "array[int]"

    def parts(self) -> Iterator[_Delta]:
        start = 0
        for length in self.lengths:
            yield self.kind(id=self.part_id, text=self.text[start : start + length])
            start += length


class PartLog:
    """Parts by their position. The last ones are kept as they are; older ones are packed, 256 at a time.

    >>> log = PartLog()
    >>> log.append(TextStreamTextDeltaPart(id="0", text="Hi"))
    >>> [part.text for part in log.block(0)], log.count
    (['Hi'], 1)
    """

    def __init__(self) -> None:
        self.count = 0
        """How many parts there are; an attribute, since it is asked for with every part."""
        self._packed: list[list[Any]] = []
        self._last: list[Any] = []

    def append(self, part: Any) -> None:
        """Keep a part."""
        self.count += 1
        last = self._last
        last.append(part)
        if len(last) == _BLOCK:
            self._packed.append(list(_pack(last)))
            self._last = []

    def block(self, position: int) -> Sequence[Any]:
        """Return the parts from a position on, up to the end of its block; those at the end may grow."""
        index, offset = divmod(position, _BLOCK)
        parts = self._last if index == len(self._packed) else list(_unpack(self._packed[index]))
        return parts[offset:]


def _pack(parts: list[Any]) -> Iterator[Any]:
    """Yield runs of text for the parts that can be part of one, and the others as they are."""
    run: list[_Delta] = []
    for part in parts:
        if not _is_plain(part):
            yield from _join(run)
            yield part
            run = []
        elif run and (run[0].id != part.id or type(run[0]) is not type(part)):
            yield from _join(run)
            run = [part]
        else:
            run.append(part)
    yield from _join(run)


def _is_plain(part: Any) -> bool:
    return isinstance(part, _Delta) and part.provider_metadata is None and len(part.text) <= _LONGEST


def _join(run: list[_Delta]) -> Iterator[_Run]:
    if run:
        text = "".join(part.text for part in run)
        yield _Run(type(run[0]), run[0].id, text, array("H", (len(part.text) for part in run)))


def _unpack(packed: list[Any]) -> Iterator[Any]:
    for item in packed:
        if isinstance(item, _Run):
            yield from item.parts()
        else:
            yield item
