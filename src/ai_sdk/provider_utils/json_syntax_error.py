"""What is wrong with a text that is not JSON, in the words of JavaScript, which is what TypeScript tells models.

The text is read the way V8's parser reads it, up to the first error. Positions count UTF-16 code units.
"""

import re
from array import array

__all__ = ["JSONSyntaxError", "describe_json_error"]

_WHITESPACE = " \t\n\r"
_LITERALS = {"t": "true", "f": "false", "n": "null"}
_ESCAPES = frozenset('"\\/bfnrt')
_DIGITS = frozenset("0123456789")
_HEX_DIGITS = frozenset("0123456789abcdefABCDEF")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_CONTEXT = 10
_FIRST_PRINTABLE, _LAST_LATIN = 0x20, 0xFF
_NAMELESS = frozenset({"NaN", "Infinity", "undefined", "[object Object]"})


class JSONSyntaxError(ValueError):
    """A text is not JSON."""

    name = "SyntaxError"


def describe_json_error(text: str) -> str:
    """Return what V8 says of a text that is not JSON; of one that is JSON, that it ends too early.

    >>> describe_json_error('{"city": ')
    'Unexpected end of JSON input'
    """
    units = array("H", text.encode("utf-16-le", "surrogatepass"))
    try:
        _Reader("".join(map(chr, units))).read()
    except JSONSyntaxError as error:
        return str(error).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return "Unexpected end of JSON input"


class _Reader:
    """Reads a text, a character for each UTF-16 code unit, until its first error.

    The open brackets are kept in a list, so that depth costs no stack.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def read(self) -> None:
        closing: list[str] = []
        self._value_or_open(closing)
        while closing:
            self._skip_whitespace()
            if closing[-1] == "}":
                self._after_property(closing)
            else:
                self._after_element(closing)
        self._skip_whitespace()
        if self.position < len(self.text):
            self._fail("Unexpected non-whitespace character after JSON")

    def _value_or_open(self, closing: list[str]) -> None:
        """Read a value; of an object or array that has members, up to the first member that is no bracket."""
        while True:
            self._skip_whitespace()
            char = self._peek()
            if char == "{":
                self.position += 1
                if self._closes("}"):
                    return
                closing.append("}")
                self._property_name("Expected property name or '}'")
            elif char == "[":
                self.position += 1
                if self._closes("]"):
                    return
                closing.append("]")
            else:
                self._scalar(char)
                return

    def _after_property(self, closing: list[str]) -> None:
        if self._peek() == "}":
            self.position += 1
            closing.pop()
        elif self._peek() == ",":
            self.position += 1
            self._skip_whitespace()
            self._property_name("Expected double-quoted property name")
            self._value_or_open(closing)
        else:
            self._fail("Expected ',' or '}' after property value")

    def _after_element(self, closing: list[str]) -> None:
        if self._peek() == "]":
            self.position += 1
            closing.pop()
        elif self._peek() == ",":
            self.position += 1
            self._value_or_open(closing)
        else:
            self._fail("Expected ',' or ']' after array element")

    def _property_name(self, problem: str) -> None:
        self._skip_whitespace()
        if self._peek() != '"':
            self._fail(problem)
        self._string()
        self._skip_whitespace()
        if self._peek() != ":":
            self._fail("Expected ':' after property name")
        self.position += 1

    def _scalar(self, char: str) -> None:
        if char == '"':
            self._string()
        elif char == "-" or char in _DIGITS:
            self._number()
        elif char in _LITERALS:
            for expected in _LITERALS[char]:
                if self._peek() != expected:
                    self._fail_unexpected()
                self.position += 1
        else:
            self._fail_unexpected()

    def _string(self) -> None:
        self.position += 1
        while (char := self._peek()) != '"':
            if not char:
                self._fail("Unterminated string")
            if ord(char) < _FIRST_PRINTABLE:
                self._fail("Bad control character in string literal")
            self.position += 1
            if char == "\\":
                self._escape()
        self.position += 1

    def _escape(self) -> None:
        char = self._peek()
        if char == "u":
            self.position += 1
            for _ in range(4):
                if self._peek() not in _HEX_DIGITS:
                    self._fail("Bad Unicode escape")
                self.position += 1
        elif not char or ord(char) > _LAST_LATIN:
            self._fail_unexpected()
        elif char not in _ESCAPES:
            self._fail("Bad escaped character")
        else:
            self.position += 1

    def _number(self) -> None:
        if self._peek() == "-":
            self.position += 1
            if self._peek() not in _DIGITS:
                self._fail("No number after minus sign")
        if self._peek() == "0":
            self.position += 1
            if self._peek() in _DIGITS:
                self._fail("Unexpected number")
        self._digits()
        if self._peek() == ".":
            self.position += 1
            if self._peek() not in _DIGITS:
                self._fail("Unterminated fractional number")
            self._digits()
        if self._peek() in ("e", "E"):
            self.position += 1
            if self._peek() in ("+", "-"):
                self.position += 1
            if self._peek() not in _DIGITS:
                self._fail("Exponent part is missing a number")
            self._digits()

    def _digits(self) -> None:
        while self._peek() in _DIGITS:
            self.position += 1

    def _closes(self, bracket: str) -> bool:
        self._skip_whitespace()
        if self._peek() != bracket:
            return False
        self.position += 1
        return True

    def _skip_whitespace(self) -> None:
        while self._peek() and self._peek() in _WHITESPACE:
            self.position += 1

    def _peek(self) -> str:
        return self.text[self.position : self.position + 1]

    def _fail(self, problem: str) -> None:
        before = self.text[: self.position]
        lines = _LINE_BREAK.split(before)
        place = f"position {self.position} (line {len(lines)} column {len(lines[-1]) + 1})"
        preposition = "" if problem.endswith("after JSON") else " in JSON"
        raise JSONSyntaxError(f"{problem}{preposition} at {place}")

    def _fail_unexpected(self) -> None:
        char = self._peek()
        if not char:
            raise JSONSyntaxError("Unexpected end of JSON input")
        if char == '"':
            self._fail("Unexpected string")
        if char == "-" or char in _DIGITS:
            self._fail("Unexpected number")
        if self.text in _NAMELESS:
            raise JSONSyntaxError(f'"{self.text}" is not valid JSON')
        raise JSONSyntaxError(f"Unexpected token '{char}', {self._context()} is not valid JSON")

    def _context(self) -> str:
        """Quote the text, or the ten characters on either side of the position when it is longer."""
        if len(self.text) <= 2 * _CONTEXT:
            return f'"{self.text}"'
        start, end = max(self.position - _CONTEXT, 0), min(self.position + _CONTEXT, len(self.text))
        quoted = f'"{self.text[start:end]}"'
        return f"{'...' if self.position >= _CONTEXT else ''}{quoted}{'...' if end < len(self.text) else ''}"
