"""Closing a JSON text that breaks off.

Ports: ai/src/util/fix-json.ts
"""

import re
from collections.abc import Callable
from typing import Literal

__all__ = ["JsonRepair", "fix_json"]

_State = Literal[
    "ROOT",
    "FINISH",
    "STRING",
    "STRING_ESCAPE",
    "STRING_UNICODE_ESCAPE",
    "LITERAL",
    "NUMBER",
    "OBJECT_START",
    "OBJECT_KEY",
    "OBJECT_AFTER_KEY",
    "OBJECT_BEFORE_VALUE",
    "OBJECT_AFTER_VALUE",
    "OBJECT_AFTER_COMMA",
    "ARRAY_START",
    "ARRAY_AFTER_VALUE",
    "ARRAY_AFTER_COMMA",
]

_Step = Callable[[str, int], None]
"""Takes a character that means something and the index after it."""

_VALUE_START = r'["ftn\-0-9{\[]'

# The characters that mean something in a state; all others are passed over.
_MEANINGFUL: dict[_State, re.Pattern[str]] = {
    "ROOT": re.compile(_VALUE_START),
    "FINISH": re.compile(r"(?!)"),
    "STRING": re.compile(r'["\\]'),
    "STRING_ESCAPE": re.compile(r"(?s:.)"),
    "STRING_UNICODE_ESCAPE": re.compile(r"[0-9A-Fa-f]"),
    "LITERAL": re.compile(r"(?s:.)"),
    "NUMBER": re.compile(r"[^eE.\-]"),
    "OBJECT_START": re.compile(r'["}]'),
    "OBJECT_KEY": re.compile(r'["\\]'),
    "OBJECT_AFTER_KEY": re.compile(r":"),
    "OBJECT_BEFORE_VALUE": re.compile(_VALUE_START),
    "OBJECT_AFTER_VALUE": re.compile(r"[,}]"),
    "OBJECT_AFTER_COMMA": re.compile(r'"'),
    "ARRAY_START": re.compile(r'["ftn\-0-9{\[\]]'),
    "ARRAY_AFTER_VALUE": re.compile(r"[,\]]"),
    "ARRAY_AFTER_COMMA": re.compile(_VALUE_START),
}

_STARTS: dict[_State, str] = {
    "STRING": '"',
    "LITERAL": "ftn",
    "NUMBER": "-0123456789",
    "OBJECT_START": "{",
    "ARRAY_START": "[",
}
_NESTED = {char: state for state, chars in _STARTS.items() for char in chars}

_CLOSERS = {"STRING": '"'} | {
    state: "}" if state.startswith("OBJECT") else "]" for state in _MEANINGFUL if state.startswith(("OBJECT", "ARRAY"))
}
_LITERALS = ("true", "false", "null")
_DIGITS = frozenset("0123456789")
_UNICODE_ESCAPE_DIGITS = 4


def fix_json(text: str) -> str:
    """Return `text` cut after the last whole thing in it, with every string, object and array that is open closed.

    Only texts that would become JSON are made JSON; others stay wrong. Takes time in proportion to the text.

    >>> fix_json('{"days": [1, 2.')
    '{"days": [1, 2]}'
    """
    repair = JsonRepair()
    repair.scan(text)
    return repair.fixed(text)


class JsonRepair:
    """The state of a scan that goes on when more of the text has arrived."""

    def __init__(self) -> None:
        self._stack: list[_State] = ["ROOT"]
        self._scanned = 0
        self._valid = 0
        self._literal = ""
        self._unicode_escape_digits = 0
        # A quote that is escaped in a key counts as its end, as in TypeScript, and what follows is misread.
        self._escaped_key = False
        self._steps: dict[_State, _Step] = {
            "ROOT": lambda char, end: self._start_value(char, end, "FINISH"),
            "STRING": self._in_string,
            "STRING_ESCAPE": self._in_escape,
            "STRING_UNICODE_ESCAPE": self._in_unicode_escape,
            "LITERAL": self._in_literal,
            "NUMBER": self._in_number,
            "OBJECT_START": self._at_object_start,
            "OBJECT_KEY": self._in_key,
            "OBJECT_AFTER_KEY": lambda _char, _end: self._become("OBJECT_BEFORE_VALUE"),
            "OBJECT_BEFORE_VALUE": lambda char, end: self._start_value(char, end, "OBJECT_AFTER_VALUE"),
            "OBJECT_AFTER_VALUE": self._after_value,
            "OBJECT_AFTER_COMMA": lambda _char, _end: self._become("OBJECT_KEY"),
            "ARRAY_START": self._at_array_start,
            "ARRAY_AFTER_VALUE": self._after_value,
            "ARRAY_AFTER_COMMA": lambda char, end: self._start_value(char, end, "ARRAY_AFTER_VALUE"),
        }

    @property
    def may_be_complete(self) -> bool:
        """Whether what was scanned may be JSON as it is; never false for JSON."""
        rest = self._stack[1:]
        closed = self._stack[0] == "FINISH" and rest in ([], ["NUMBER"], ["LITERAL"])
        return closed or self._escaped_key

    def scan(self, text: str) -> None:
        """Go on with `text`, which begins with what was scanned before."""
        position, end = self._scanned, len(text)
        while position < end:
            state = self._stack[-1]
            found = _MEANINGFUL[state].search(text, position)
            stop = found.start() if found else end
            if stop > position and state in {"STRING", "ARRAY_AFTER_VALUE"}:
                self._valid = stop
            if found:
                self._steps[state](found[0], stop + 1)
            position = stop + 1
        self._scanned = end

    def fixed(self, text: str) -> str:
        """Return `text`, which was scanned, cut and closed."""
        tail = (
            self._rest_of_literal() if state == "LITERAL" else _CLOSERS.get(state, "") for state in self._stack[::-1]
        )
        return text[: self._valid] + "".join(tail)

    def _become(self, state: _State) -> None:
        self._stack[-1] = state

    def _start_value(self, char: str, end: int, following: _State) -> None:
        self._stack[-1] = following
        self._stack.append(_NESTED[char])
        if char != "-":
            self._valid = end
        self._literal = char

    def _at_object_start(self, char: str, end: int) -> None:
        if char == "}":
            self._close(end)
        else:
            self._become("OBJECT_KEY")

    def _at_array_start(self, char: str, end: int) -> None:
        if char == "]":
            self._close(end)
        else:
            self._start_value(char, end, "ARRAY_AFTER_VALUE")

    def _after_value(self, char: str, end: int) -> None:
        """Take a comma or the bracket that closes what the value is in; others are not its."""
        state = self._stack[-1]
        if state == "OBJECT_AFTER_VALUE":
            if char == ",":
                self._become("OBJECT_AFTER_COMMA")
            elif char == "}":
                self._close(end)
        elif state == "ARRAY_AFTER_VALUE":
            if char == ",":
                self._become("ARRAY_AFTER_COMMA")
            elif char == "]":
                self._close(end)

    def _close(self, end: int) -> None:
        self._stack.pop()
        self._valid = end

    def _in_key(self, char: str, _end: int) -> None:
        if char == '"':
            self._become("OBJECT_AFTER_KEY")
        else:
            self._escaped_key = True

    def _in_string(self, char: str, end: int) -> None:
        if char == '"':
            self._close(end)
        else:
            self._stack.append("STRING_ESCAPE")

    def _in_escape(self, char: str, end: int) -> None:
        self._stack.pop()
        if char == "u":
            self._unicode_escape_digits = 0
            self._stack.append("STRING_UNICODE_ESCAPE")
        else:
            self._valid = end

    def _in_unicode_escape(self, _char: str, end: int) -> None:
        self._unicode_escape_digits += 1
        if self._unicode_escape_digits == _UNICODE_ESCAPE_DIGITS:
            self._close(end)

    def _in_number(self, char: str, end: int) -> None:
        if char in _DIGITS:
            self._valid = end
        else:
            self._stack.pop()
            self._after_value(char, end)

    def _in_literal(self, char: str, end: int) -> None:
        self._literal += char
        if any(literal.startswith(self._literal) for literal in _LITERALS):
            self._valid = end
        else:
            self._stack.pop()
            self._after_value(char, end)

    def _rest_of_literal(self) -> str:
        return next(literal.removeprefix(self._literal) for literal in _LITERALS if literal.startswith(self._literal))
