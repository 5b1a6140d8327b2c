"""The arguments of a function call from pieces that name their places: the value, and JSON text that grows with it.

Law: the texts that are given out, put together, are the JSON text of the value.

Ports: @ai-sdk/google/src/google-json-accumulator.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider import JSONObject, stringify
from ai_sdk.providers.google.generate_content.stream.json_path import (
    MISSING,
    Segment,
    parse_path,
    read_path,
    resolve_indexes,
    write_path,
)

__all__ = ["GoogleJSONAccumulator"]


@dataclass(slots=True)
class _OpenContainer:
    segment: Segment
    is_array: bool
    child_count: int = 0


class GoogleJSONAccumulator:
    """Builds a JSON object from partial arguments."""

    def __init__(self) -> None:
        self._arguments: JSONObject = {}
        self._text = ""
        self._open: list[_OpenContainer] = []
        """The containers that are not closed in the text, the outermost first."""
        self._has_open_string = False

    def process_partial_args(self, partial_args: list[wire.PartialArg]) -> str:
        """Take the next pieces and return the text that they add.

        Raises `InvalidResponseDataError` for a piece whose place is inside of a text, a number or a boolean.
        """
        delta = "".join(self._process(argument) for argument in partial_args)
        self._text += delta
        return delta

    def finalize(self) -> tuple[str, str]:
        """Return the whole JSON text, and what of it has not been given out."""
        final = stringify(self._arguments)
        return final, final[len(self._text) :]

    def _process(self, argument: wire.PartialArg) -> str:
        # An entry for `path[]` without a value ends an array; for an empty array it is the only one.
        is_array_end = argument.json_path.endswith("[]")
        path = argument.json_path.removesuffix("[]").removeprefix("$.")
        segments = resolve_indexes(self._arguments, parse_path(path)) if path not in {"", "$"} else None
        if not segments:
            return ""
        existing = read_path(self._arguments, segments)
        if argument.string_value is not None and existing is not MISSING:
            return self._continue_string(argument, argument.string_value, segments, existing)
        value = _value(argument)
        if value is MISSING:
            return self._end_or_open(argument, segments, existing, is_array=is_array_end)
        write_path(self._arguments, segments, value)
        return self._emit_value(segments, argument, stringify(value))

    def _continue_string(self, argument: wire.PartialArg, text: str, segments: list[Segment], existing: Any) -> str:
        before = existing if isinstance(existing, str) else stringify(existing)
        write_path(self._arguments, segments, before + text)
        added = stringify(text)[1:-1]
        return added if argument.will_continue is True else added + self._close_string()

    def _end_or_open(self, argument: wire.PartialArg, segments: list[Segment], existing: Any, *, is_array: bool) -> str:
        """Take an entry without a value: the end of a text or an array, or an empty container."""
        if existing is not MISSING:
            ends_string = isinstance(existing, str) and argument.will_continue is not True
            return self._close_string() if ends_string else ""
        if argument.will_continue is True:
            return ""
        write_path(self._arguments, segments, [] if is_array else {})
        return self._go_to(segments, 0 if is_array else "")

    def _close_string(self) -> str:
        if not self._has_open_string:
            return ""
        self._has_open_string = False
        return '"'

    def _emit_value(self, segments: list[Segment], argument: wire.PartialArg, json_text: str) -> str:
        *containers, leaf = segments
        text = self._go_to(containers, leaf) + self._separator(self._open[-1], leaf)
        if argument.string_value is not None and argument.will_continue:
            self._has_open_string = True
            return text + json_text[:-1]
        return text + json_text

    def _go_to(self, containers: list[Segment], leaf: Segment) -> str:
        """Close and open what lies between here and a container that will hold `leaf`; it stays open."""
        text = self._close_string()
        if not self._open:
            self._open.append(_OpenContainer("", is_array=False))
            text += "{"
        text += self._close_down_to(self._common_depth(containers))
        return text + self._open_down_to(containers, leaf)

    def _common_depth(self, containers: list[Segment]) -> int:
        """Return how many open containers the way shares; the root is always one."""
        depth = 1
        for entry, segment in zip(self._open[1:], containers, strict=False):
            if entry.segment != segment:
                break
            depth += 1
        return depth

    def _close_down_to(self, depth: int) -> str:
        text = ""
        while len(self._open) > depth:
            text += "]" if self._open.pop().is_array else "}"
        return text

    def _open_down_to(self, containers: list[Segment], leaf: Segment) -> str:
        text = ""
        path = [*containers, leaf]
        for position in range(len(self._open) - 1, len(containers)):
            is_array = isinstance(path[position + 1], int)
            text += self._separator(self._open[-1], path[position]) + ("[" if is_array else "{")
            self._open.append(_OpenContainer(path[position], is_array=is_array))
        return text

    @staticmethod
    def _separator(container: _OpenContainer, segment: Segment) -> str:
        comma = "," if container.child_count else ""
        container.child_count += 1
        return f"{comma}{stringify(segment)}:" if isinstance(segment, str) else comma


def _value(argument: wire.PartialArg) -> Any:
    for value in (argument.string_value, argument.number_value, argument.bool_value):
        if value is not None:
            return value
    return None if "null_value" in argument.model_fields_set else MISSING
