"""Tells whether the argument text of a streamed tool call holds a complete JSON object or array.

It looks at the structure only and does not parse: a scalar that parses now can still be the start of a longer one.

Ports: @ai-sdk/provider-utils/src/streaming-tool-call-argument-state.ts
"""

__all__ = ["JAVASCRIPT_WHITESPACE", "StreamingToolCallArgumentState", "starts_with_structured_value"]

JAVASCRIPT_WHITESPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What `trim` removes and `\\s` matches in JavaScript; `str.strip()` has another set."""

_OPENING = {"}": "{", "]": "["}  # bracket that closes → bracket that opened


def starts_with_structured_value(value: str | None) -> bool:
    """Say whether the first character that is not blank opens an object or an array."""
    return value is not None and value.lstrip(JAVASCRIPT_WHITESPACE)[:1] in {"{", "["}


class StreamingToolCallArgumentState:
    """Reads argument text piece by piece; `has_complete_structured_value` is true once the first value closed."""

    __slots__ = ("_is_decided", "_is_escaped", "_is_in_string", "_stack", "has_complete_structured_value")

    def __init__(self, initial_value: str = "") -> None:
        self.has_complete_structured_value = False
        self._stack: list[str] = []
        self._is_in_string = False
        self._is_escaped = False
        self._is_decided = False
        self.append(initial_value)

    def append(self, delta: str) -> None:
        """Read the next piece of the argument text."""
        for character in delta:
            if self._is_decided:
                return
            if self._is_in_string:
                self._read_in_string(character)
            elif self._stack:
                self._read_in_value(character)
            else:
                self._read_before_value(character)

    def _read_before_value(self, character: str) -> None:
        if character in JAVASCRIPT_WHITESPACE:
            return
        if character in {"{", "["}:
            self._stack.append(character)
        else:
            self._is_decided = True

    def _read_in_value(self, character: str) -> None:
        if character == '"':
            self._is_in_string = True
        elif character in {"{", "["}:
            self._stack.append(character)
        elif character in _OPENING:
            self._close(character)

    def _close(self, character: str) -> None:
        if self._stack.pop() != _OPENING[character]:
            self._is_decided = True
        elif not self._stack:
            self.has_complete_structured_value = self._is_decided = True

    def _read_in_string(self, character: str) -> None:
        if self._is_escaped:
            self._is_escaped = False
        elif character == "\\":
            self._is_escaped = True
        elif character == '"':
            self._is_in_string = False
