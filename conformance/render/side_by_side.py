"""The lines of two JSON documents next to each other, with the places marked that the comparison found to differ.

Law: the first texts of all rows are the expected document, the second ones the actual one. Nothing is compared here:
the differences of the report decide what is marked; a value that a placeholder stands for is shown and not marked.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

ABSENT: Final = object()
Row = Sequence[str | int | None]
"""`[text]`: on both sides; `[left, right]`: accepted as equal; `[left, right, 1]`: differing. None: no line there."""

_INDENT = "  "
_OUTCOME = "$"
_PARTS = frozenset({"requests", "events", "sleeps"})


def side_by_side(expected: Any, actual: Any, differences: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Return the rows of two outcomes; `differences` are those of the report line."""
    walk = _Walk(frozenset(str(difference["path"]) for difference in differences))
    return list(walk.members(expected, actual, _top_path, 0))


def _top_path(key: str) -> str:
    return key if key in _PARTS else f"{_OUTCOME}.{key}"


@dataclass(frozen=True, slots=True)
class _Walk:
    differing: frozenset[str]

    def members(
        self, want: dict[str, Any], got: dict[str, Any], path_of: Callable[[str], str], depth: int
    ) -> Iterator[Row]:
        for key in dict.fromkeys((*want, *got)):
            label = f"{json.dumps(key, ensure_ascii=False)}: "
            yield from self._value(want.get(key, ABSENT), got.get(key, ABSENT), path_of(key), label, depth)

    def _items(self, want: list[Any], got: list[Any], path: str, depth: int) -> Iterator[Row]:
        for index in range(max(len(want), len(got))):
            left, right = (side[index] if index < len(side) else ABSENT for side in (want, got))
            yield from self._value(left, right, f"{path}[{index}]", "", depth)

    def _value(self, want: Any, got: Any, path: str, label: str, depth: int) -> Iterator[Row]:
        is_marked = path in self.differing
        brackets = None if is_marked else _common_brackets(want, got)
        if brackets is None:
            yield from _pair(list(_lines(want, label, depth)), list(_lines(got, label, depth)), is_marked=is_marked)
            return
        yield [f"{_INDENT * depth}{label}{brackets[0]}"]
        if isinstance(want, dict):
            yield from self.members(want, got, lambda key: f"{path}.{key}", depth + 1)
        else:
            yield from self._items(want, got, path, depth + 1)
        yield [f"{_INDENT * depth}{brackets[1]}"]


def _common_brackets(want: Any, got: Any) -> str | None:
    """Return the brackets of two objects or two arrays that are worth opening."""
    for kind, brackets in ((dict, "{}"), (list, "[]")):
        if isinstance(want, kind) and isinstance(got, kind) and (want or got):
            return brackets
    return None


def _lines(value: Any, label: str, depth: int) -> Iterator[str]:
    if value is ABSENT:
        return
    text = json.dumps(value, ensure_ascii=False, indent=len(_INDENT), separators=("", ": "))
    first, *rest = text.split("\n")
    yield f"{_INDENT * depth}{label}{first}"
    yield from (f"{_INDENT * depth}{line}" for line in rest)


def _pair(left: list[str], right: list[str], *, is_marked: bool) -> Iterator[Row]:
    if left == right and not is_marked:
        yield from ([line] for line in left)
        return
    for index in range(max(len(left), len(right))):
        sides = [side[index] if index < len(side) else None for side in (left, right)]
        yield [*sides, 1] if is_marked else sides
