"""What a structured output says while it is still arriving.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from ai_sdk.generate_text.text_builder import TextBuilder
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data

__all__ = ["PartialOutput", "PartialOutputParser", "RepeatedPartialOutputParser"]

PartialT_co = TypeVar("PartialT_co", covariant=True)


class PartialOutput(Generic[PartialT_co]):
    """Holds a partial output, which may be `None` for JSON null.

    Partials share what did not change between them: read them, do not change them.
    """

    __slots__ = ("_partial",)

    def __init__(self, partial: PartialT_co) -> None:
        self._partial = partial

    @property
    def partial(self) -> PartialT_co:
        """The output as far as it has arrived."""
        return self._partial

    def __repr__(self) -> str:
        return f"PartialOutput({self.partial!r})"


class PartialOutputParser(Protocol[PartialT_co]):
    """Reads one text, piece by piece."""

    def feed(self, delta: str) -> PartialOutput[PartialT_co] | None:
        """Take the next piece; return the partial output if it is another than the last one returned."""
        ...


class RepeatedPartialOutputParser(Generic[PartialT_co]):
    """Parses the whole text again for every piece; each piece takes time in proportion to all of the text."""

    def __init__(self, parse: Callable[[str], PartialOutput[PartialT_co] | None]) -> None:
        self._parse = parse
        self._text = TextBuilder()
        self._last: PartialOutput[PartialT_co] | None = None

    def feed(self, delta: str) -> PartialOutput[PartialT_co] | None:
        """Take the next piece; return the partial output if it is another than the last one returned."""
        self._text.add(delta)
        result = self._parse(self._text.text())
        if result is None or (self._last is not None and is_deep_equal_data(result.partial, self._last.partial)):
            return None
        self._last = result
        return result
