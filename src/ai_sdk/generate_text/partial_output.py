"""What a structured output says while it is still arriving.

Ports: ai/src/generate-text/stream-text.ts, ai/src/util/array-output-stream.ts
"""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from ai_sdk.generate_text.text_builder import TextBuilder
from ai_sdk.provider import JSONValue
from ai_sdk.util.array_output_stream import ArrayOutputStreamParser
from ai_sdk.util.incremental_json import IncrementalJsonParser
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data

__all__ = [
    "ArrayPartialOutputParser",
    "JsonPartialOutputParser",
    "PartialOutput",
    "PartialOutputParser",
    "RepeatedPartialOutputParser",
]

PartialT_co = TypeVar("PartialT_co", covariant=True)
T = TypeVar("T")


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

    def __init__(
        self,
        parse: Callable[[str], PartialOutput[PartialT_co] | None],
        last: PartialOutput[PartialT_co] | None = None,
    ) -> None:
        self._parse = parse
        self._text = TextBuilder()
        self._last = last

    def feed(self, delta: str) -> PartialOutput[PartialT_co] | None:
        """Take the next piece; return the partial output if it is another than the last one returned."""
        self._text.add(delta)
        result = self._parse(self._text.text())
        if result is None or (self._last is not None and is_deep_equal_data(result.partial, self._last.partial)):
            return None
        self._last = result
        return result


class JsonPartialOutputParser:
    """Reads any JSON; each piece takes time in proportion to what it adds and to what is open around it."""

    def __init__(self) -> None:
        self._parser = IncrementalJsonParser()

    def feed(self, delta: str) -> PartialOutput[JSONValue] | None:
        """Take the next piece; return the partial output if it is another than the last one returned."""
        return PartialOutput(self._parser.value) if self._parser.feed(delta) else None


class _PartialArray(PartialOutput[list[T]]):
    """The first elements of a list that only ever grows; copied when they are asked for, if they are."""

    __slots__ = ("_count",)

    def __init__(self, elements: list[T]) -> None:
        super().__init__(elements)
        self._count = len(elements)

    @property
    def partial(self) -> list[T]:
        return self._partial[: self._count]


class ArrayPartialOutputParser(Generic[T]):
    """Reads the elements of an array, each once; a text that is no plain array is left to `parse`."""

    def __init__(
        self, parser: ArrayOutputStreamParser[T], parse: Callable[[str], PartialOutput[list[T]] | None]
    ) -> None:
        self._parser = parser
        self._parse = parse
        self._text = TextBuilder()
        self._last: PartialOutput[list[T]] | None = None
        self._fallback: RepeatedPartialOutputParser[list[T]] | None = None

    def feed(self, delta: str) -> PartialOutput[list[T]] | None:
        """Take the next piece; return the partial output if it is another than the last one returned."""
        if self._fallback is not None:
            return self._fallback.feed(delta)
        self._text.add(delta)
        match self._parser.feed(delta):
            case "unchanged":
                return None
            case "changed":
                self._last = _PartialArray(self._parser.elements)
                return self._last
            case "fallback":
                self._fallback = RepeatedPartialOutputParser(self._parse, self._last)
                return self._fallback.feed(self._text.text())
