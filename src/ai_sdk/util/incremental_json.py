"""The value of a JSON text that is still arriving, made from each piece once.

TypeScript parses the whole text again for every piece. Here the value grows with the text: a piece costs what it adds,
and the copy of the objects and arrays that are still open. What comes out is the same as with `parse_partial_json`,
which also takes over when the text is anything but plain JSON (prose, repeated keys, odd escapes).
"""

import re
from collections.abc import Callable
from typing import Any

from ai_sdk.provider.json_value import JSONValue
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data
from ai_sdk.util.parse_partial_json import PartialJson, PartialJsonParser

__all__ = ["IncrementalJsonParser"]

_SPACE = re.compile(r"[ \t\n\r]*")
_KEY = re.compile(r'"([^"\\\x00-\x1f\ud800-\udfff]*)"')
_BEGINNING_OF_KEY = re.compile(r'"[^"\\\x00-\x1f\ud800-\udfff]*')
_CHARACTERS = re.compile(r'[^"\\\x00-\x1f\ud800-\udfff]*')
_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt])|u([0-9A-Fa-f]{4}))')
_BEGINNING_OF_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{0,3})?")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE]-?[0-9]+)?")
_NUMBER_CHARACTERS = re.compile(r"[0-9.eE+\-]+")
_LETTERS = re.compile(r"[a-z]+")
_LITERALS = {"true": True, "false": False, "null": None}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HIGH_SURROGATES = range(0xD800, 0xDC00)
_LOW_SURROGATES = range(0xDC00, 0xE000)
_FORBIDDEN_KEYS = frozenset({"__proto__", "constructor"})
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_DEEPEST = 64
_LONGEST_NUMBER = 300
_NOTHING: Any = object()

_Step = Callable[[str, int], int]
"""Takes a text and the index of a character in it; returns the index of the next one that nothing has taken."""


class _UnusualJsonError(Exception):
    """The text is not plain JSON."""


class IncrementalJsonParser:
    """Parses one text, piece by piece.

    >>> parser = IncrementalJsonParser()
    >>> [(parser.feed(delta), parser.value) for delta in ('{"days": [1', ",", " 2]}")]
    [(True, {'days': [1]}), (False, {'days': [1]}), (True, {'days': [1, 2]})]
    """

    def __init__(self) -> None:
        self._growing = _GrowingValue()
        self._deltas: list[str] = []
        self._fallback: PartialJsonParser | None = None
        self._last = PartialJson(state="failed-parse")

    @property
    def value(self) -> JSONValue:
        """The value so far; `None` for JSON null, and before there is one.

        Values share what did not change between them: read them, do not change them.
        """
        return self._growing.snapshot() if self._fallback is None else self._last.value

    def feed(self, delta: str) -> bool:
        """Take the next piece; say whether there is a value and it is another than before."""
        if self._fallback is not None:
            return self._parse_again(self._fallback, delta)
        try:
            has_changed = self._growing.feed(delta)
        except _UnusualJsonError:
            self._fallback = PartialJsonParser()
            self._last = self._fallback.parse("".join(self._deltas))
            return self._parse_again(self._fallback, delta)
        self._deltas.append(delta)
        return has_changed

    def _parse_again(self, parser: PartialJsonParser, delta: str) -> bool:
        text = "".join([*self._deltas, delta])
        self._deltas = [text]
        result = parser.parse(text)
        if result.state == "failed-parse":
            return False
        is_new = self._last.state == "failed-parse" or not is_deep_equal_data(result.value, self._last.value)
        self._last = result if is_new else self._last
        return is_new


class _GrowingValue:
    """The value that a scan of plain JSON has built; what is still open is not yet part of what it is in."""

    def __init__(self) -> None:
        self._open: list[Any] = []
        self._keys: list[str] = [""]  # one more than what is open: the key, in it, of what comes next
        self._root: Any = _NOTHING
        self._scalar: Any = _NOTHING  # what is known of a string, number or literal that has not ended
        self._high_surrogate = 0
        self._rest = ""
        self._has_changed = False
        self._step: _Step = self._at_value

    def feed(self, delta: str) -> bool:
        """Take the next piece and say whether the value has changed. Raises `_UnusualJsonError`."""
        text, self._rest = self._rest + delta, ""
        position, end = 0, len(text)
        self._has_changed = False
        while position < end:
            if self._step == self._in_string:
                position = self._in_string(text, position)
            else:
                position = _end_of_run(_SPACE, text, position)
                position = self._step(text, position) if position < end else end
        return self._has_changed

    def snapshot(self) -> JSONValue:
        """Return the value; what comes later does not change it."""
        value = self._root if self._scalar is _NOTHING else self._scalar
        if self._high_surrogate:
            value += _REPLACEMENT
        for container, key in zip(reversed(self._open), reversed(self._keys), strict=False):
            copy = container.copy()
            if value is not _NOTHING:
                _put(copy, key, value)
            value = copy
        return None if value is _NOTHING else value

    def _at_value(self, text: str, position: int) -> int:
        char = text[position]
        if char == '"':
            return self._open_string(position)
        if char in "{[":
            return self._open_container(char, position)
        if char in "-0123456789":
            return self._at_number(text, position)
        return self._at_literal(text, position)

    def _at_first_item(self, text: str, position: int) -> int:
        """Take the first item of an array; a beginning of it is taken again here, which is as good."""
        return self._close(position) if text[position] == "]" else self._at_value(text, position)

    def _open_string(self, position: int) -> int:
        self._scalar = ""
        self._has_changed = True
        self._step = self._in_string
        return position + 1

    def _open_container(self, char: str, position: int) -> int:
        if len(self._open) == _DEEPEST:
            raise _UnusualJsonError
        self._open.append({} if char == "{" else [])
        self._keys.append("")
        self._has_changed = True
        self._step = self._at_first_key if char == "{" else self._at_first_item
        return position + 1

    def _in_string(self, text: str, position: int) -> int:
        stop = _end_of_run(_CHARACTERS, text, position)
        if stop > position:
            self._extend_string(text[position:stop])
        if stop == len(text):
            return stop
        if text[stop] == '"':
            return self._close_string(stop)
        return self._at_escape(text, stop)

    def _close_string(self, position: int) -> int:
        string = self._scalar + _REPLACEMENT if self._high_surrogate else self._scalar
        self._high_surrogate = 0
        return self._end_value(string, position + 1)

    def _at_escape(self, text: str, position: int) -> int:
        found = _ESCAPE.match(text, position)
        if found is None:
            return self._wait_for_rest(text, position, _BEGINNING_OF_ESCAPE)
        char, code = found.groups()
        if char:
            self._extend_string(_ESCAPES[char])
        else:
            self._take_code_unit(int(code, 16))
        return found.end()

    def _take_code_unit(self, unit: int) -> None:
        """Take one half of a surrogate pair, or a character; a half without its other becomes a replacement."""
        high = self._high_surrogate
        if unit in _HIGH_SURROGATES:
            self._extend_string("")
            self._high_surrogate = unit
        elif unit not in _LOW_SURROGATES:
            self._extend_string(chr(unit))
        elif high:
            self._high_surrogate = 0
            self._extend_string(chr(0x10000 + ((high & 0x3FF) << 10) + (unit & 0x3FF)))
        else:
            self._extend_string(_REPLACEMENT)

    def _extend_string(self, characters: str) -> None:
        if self._high_surrogate:
            self._scalar += _REPLACEMENT
            self._high_surrogate = 0
        self._scalar += characters
        self._has_changed = True

    def _at_number(self, text: str, position: int) -> int:
        end = _end_of_run(_NUMBER_CHARACTERS, text, position)
        token = text[position:end]
        if end < len(text):
            self._show(_number(token))
            return self._end_value(self._scalar, end)
        known = token.rstrip("eE.-")
        if known:
            self._show(_number(known))
        return self._wait_for_rest(text, position, _NUMBER_CHARACTERS)

    def _at_literal(self, text: str, position: int) -> int:
        end = _end_of_run(_LETTERS, text, position)
        word = text[position:end]
        literal = next((name for name in _LITERALS if word and name.startswith(word)), "")
        if not literal or (end < len(text) and word != literal):
            raise _UnusualJsonError
        self._show(_LITERALS[literal])
        if end < len(text):
            return self._end_value(self._scalar, end)
        return self._wait_for_rest(text, position, _LETTERS)

    def _show(self, value: JSONValue) -> None:
        if self._scalar is _NOTHING or self._scalar != value:
            self._has_changed = True
        self._scalar = value

    def _wait_for_rest(self, text: str, position: int, beginning: re.Pattern[str]) -> int:
        """Keep what is the beginning of something until more arrives."""
        if beginning.fullmatch(text, position) is None:
            raise _UnusualJsonError
        self._rest = text[position:]
        return len(text)

    def _at_first_key(self, text: str, position: int) -> int:
        return self._close(position) if text[position] == "}" else self._at_key(text, position)

    def _at_key(self, text: str, position: int) -> int:
        found = _KEY.match(text, position)
        if found is None:
            return self._wait_for_rest(text, position, _BEGINNING_OF_KEY)
        key = found[1]
        if key in _FORBIDDEN_KEYS or key in self._open[-1]:
            raise _UnusualJsonError
        self._keys[-1] = key
        self._step = self._at_colon
        return found.end()

    def _at_colon(self, text: str, position: int) -> int:
        if text[position] != ":":
            raise _UnusualJsonError
        self._step = self._at_value
        return position + 1

    def _after_value(self, text: str, position: int) -> int:
        is_object = isinstance(self._open[-1], dict)
        if text[position] == ("}" if is_object else "]"):
            return self._close(position)
        if text[position] != ",":
            raise _UnusualJsonError
        self._step = self._at_key if is_object else self._at_value
        return position + 1

    def _close(self, position: int) -> int:
        self._keys.pop()
        return self._end_value(self._open.pop(), position + 1)

    def _end_value(self, value: JSONValue, end: int) -> int:
        self._scalar = _NOTHING
        if self._open:
            _put(self._open[-1], self._keys[-1], value)
            self._step = self._after_value
        else:
            self._root = value
            self._step = self._after_root
        return end

    def _after_root(self, text: str, position: int) -> int:
        """Pass over what follows: it does not change the value."""
        del position
        return len(text)


def _end_of_run(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _number(token: str) -> int | float:
    if len(token) > _LONGEST_NUMBER or _NUMBER.fullmatch(token) is None:
        raise _UnusualJsonError
    number: int | float = parse_json(token)
    return number


def _put(container: Any, key: str, value: JSONValue) -> None:
    if isinstance(container, dict):
        container[key] = value
    else:
        container.append(value)
