"""Paths into the arguments of a function call that is still being written, such as `recipe.steps[0].text`.

Ports: @ai-sdk/google/src/google-json-accumulator.ts
"""

import re
from itertools import pairwise
from typing import Any, Final

from ai_sdk.provider import InvalidResponseDataError, JSONObject

__all__ = ["MISSING", "Segment", "parse_path", "read_path", "resolve_indexes", "write_path"]

Segment = str | int

MISSING: Final = object()
"""What a path leads to when nothing is there."""

_INDEX = re.compile(r"\[(\d+)\]", re.ASCII)
_CANONICAL_INDEX = re.compile(r"0|[1-9]\d*", re.ASCII)
_FIRST_NO_INDEX = 2**32 - 1


def parse_path(path: str) -> list[Segment]:
    """Split a path into keys and indexes.

    >>> parse_path("recipe.steps[0].text")
    ['recipe', 'steps', 0, 'text']
    """
    segments: list[Segment] = []
    for part in path.split("."):
        key, bracket, _ = part.partition("[")
        if key or not bracket:
            segments.append(key)
        segments += [int(index) for index in _INDEX.findall(part)]
    return segments


def read_path(root: JSONObject, segments: list[Segment]) -> Any:
    """Return what a path leads to, or `MISSING`."""
    current: Any = root
    for segment in segments:
        current = _child(current, segment)
    return current


def _child(container: Any, segment: Segment) -> Any:
    if isinstance(container, dict):
        return container.get(str(segment), MISSING)
    if isinstance(container, list) and isinstance(segment, int) and segment < len(container):
        return container[segment]
    return MISSING


def resolve_indexes(root: JSONObject, segments: list[Segment]) -> list[Segment] | None:
    """Return a path whose keys into arrays are indexes; `None` when it would leave a hole in an array.

    Arrays arrive in order, and one far index would fill memory with nulls.
    """
    resolved: list[Segment] = []
    current: Any = root
    for segment in segments:
        step = _as_index(segment) if isinstance(current, list) else segment
        if isinstance(step, int):
            length = len(current) if isinstance(current, list) else 0
            is_new_array = current is MISSING or current is None
            if (isinstance(current, list) or is_new_array) and step > length:
                return None
        resolved.append(step)
        current = _child(current, step)
    return resolved


def _as_index(segment: Segment) -> Segment:
    if isinstance(segment, str) and _CANONICAL_INDEX.fullmatch(segment) and int(segment) < _FIRST_NO_INDEX:
        return int(segment)
    return segment


def write_path(root: JSONObject, segments: list[Segment], value: Any) -> None:
    """Set what a path leads to; objects and arrays on the way are made when they are missing or null.

    Raises `InvalidResponseDataError` when the path leads through a text, a number or a boolean.
    """
    current: Any = root
    for segment, following in pairwise(segments):
        child = _child(current, segment)
        if child is MISSING or child is None:
            child = [] if isinstance(following, int) else {}
            _set(current, segment, child)
        current = child
    _set(current, segments[-1], value)


def _set(container: Any, segment: Segment, value: Any) -> None:
    if isinstance(container, dict):
        container[str(segment)] = value
    elif isinstance(container, list) and isinstance(segment, int) and segment <= len(container):
        container[segment : segment + 1] = [value]
    else:
        raise InvalidResponseDataError(
            data=container, message=f"The arguments of a function call have no place for {segment!r}."
        )
