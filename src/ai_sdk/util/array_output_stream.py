"""The elements of an array that is still arriving, each parsed and validated once.

Ports: ai/src/util/array-output-stream.ts
"""

import re
from collections.abc import Callable
from typing import Generic, Literal, TypeVar

from ai_sdk.provider.errors import JSONParseError, TypeValidationError
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.schema import Schema, validate_value

__all__ = ["ArrayOutputStreamParser", "ArrayProgress"]

T = TypeVar("T")

ArrayProgress = Literal["unchanged", "changed", "fallback"]
"""What a piece of text did; `fallback`: the text is no plain array in its envelope, something else must read it."""

_ENVELOPE = re.compile(r'[ \t\n\r]*\{[ \t\n\r]*"elements"[ \t\n\r]*:[ \t\n\r]*\[')
_LONGEST_PREFIX = 256
_SPACES = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r'[^"\[\]{},]*')
_CHARACTERS = re.compile(r'[^"\\]*')

_Step = Callable[[str, int], int]
"""Takes a text and the index of a character in it; returns the index of the next one that it has not taken."""


class _UnusualArrayError(Exception):
    """The text is not a plain array in its envelope."""


class ArrayOutputStreamParser(Generic[T]):
    """Takes the pieces of `{"elements": [...]}`.

    An element is published once another one begins or the object ends: until then it may not be whole.

    >>> parser = ArrayOutputStreamParser(Schema({}), skip_invalid_elements=True)
    >>> [parser.feed(delta) for delta in ('{"elements": [1, 2', ", ", "3]}")], parser.elements
    (['changed', 'unchanged', 'changed'], [1, 2, 3])
    """

    def __init__(self, schema: Schema[T], *, skip_invalid_elements: bool) -> None:
        self.elements: list[T] = []
        """The elements published so far; the list only ever grows."""
        self.is_complete = False
        """Whether the object has ended."""
        self._schema = schema
        self._skip_invalid_elements = skip_invalid_elements
        self._prefix = ""
        self._element: list[str] = []
        self._pending: list[T] = []
        self._depth = 0
        self._after_comma = False
        self._published: int | None = None
        self._step: _Step = self._in_prefix

    def feed(self, delta: str) -> ArrayProgress:
        """Take the next piece and say what it did."""
        try:
            position, end = 0, len(delta)
            while position < end:
                position = self._step(delta, position)
        except _UnusualArrayError:
            return "fallback"
        if self._step == self._in_prefix or self._published == len(self.elements):
            return "unchanged"
        self._published = len(self.elements)
        return "changed"

    def _in_prefix(self, text: str, position: int) -> int:
        bracket = text.find("[", position)
        end = len(text) if bracket < 0 else bracket + 1
        self._prefix += text[position:end]
        if len(self._prefix) > _LONGEST_PREFIX:
            raise _UnusualArrayError
        if bracket >= 0:
            if _ENVELOPE.fullmatch(self._prefix) is None:
                raise _UnusualArrayError
            self._step = self._between_elements
        return end

    def _between_elements(self, text: str, position: int) -> int:
        position = _end_of_run(_SPACES, text, position)
        if position == len(text):
            return position
        if text[position] == "]" and not self._after_comma:
            return self._end_array(position)
        if text[position] in ",]":
            raise _UnusualArrayError
        self._publish_pending()
        self._step = self._in_element
        return position

    def _in_element(self, text: str, position: int) -> int:
        end = _end_of_run(_PLAIN, text, position)
        if end == len(text):
            return self._take(text, position, end)
        char = text[end]
        if not self._depth and char in ",]":
            self._take(text, position, end)
            return self._end_element(char, end)
        if char == '"':
            self._step = self._in_string
        elif char != ",":
            self._depth += 1 if char in "{[" else -1
        return self._take(text, position, end + 1)

    def _in_string(self, text: str, position: int) -> int:
        end = _end_of_run(_CHARACTERS, text, position)
        if end == len(text):
            return self._take(text, position, end)
        self._step = self._in_element if text[end] == '"' else self._in_escape
        return self._take(text, position, end + 1)

    def _in_escape(self, text: str, position: int) -> int:
        self._step = self._in_string
        return self._take(text, position, position + 1)

    def _take(self, text: str, start: int, end: int) -> int:
        self._element.append(text[start:end])
        return end

    def _end_element(self, char: str, position: int) -> int:
        self._finish_element()
        if char == "]":
            return self._end_array(position)
        self._after_comma = True
        self._step = self._between_elements
        return position + 1

    def _finish_element(self) -> None:
        try:
            value = parse_json("".join(self._element))
            self._pending.append(validate_value(value, self._schema))
        except JSONParseError as error:
            raise _UnusualArrayError from error
        except TypeValidationError as error:
            if not self._skip_invalid_elements:
                raise _UnusualArrayError from error
        self._element.clear()

    def _publish_pending(self) -> None:
        self.elements.extend(self._pending)
        self._pending.clear()

    def _end_array(self, position: int) -> int:
        self._step = self._after_array
        return position + 1

    def _after_array(self, text: str, position: int) -> int:
        position = _end_of_run(_SPACES, text, position)
        if position == len(text):
            return position
        if self.is_complete or text[position] != "}":
            raise _UnusualArrayError
        self._publish_pending()
        self.is_complete = True
        return position + 1


def _end_of_run(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
