"""What an object says while its text arrives, and the text that goes on with each change.

Ports: ai/src/generate-object/output-strategy.ts, ai/src/generate-object/stream-object.ts
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_jsonable_python

from ai_sdk.generate_object.output_strategy import ArrayStrategy, EnumStrategy, OutputStrategy
from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider.json_value import stringify
from ai_sdk.provider_utils.schema import validate_value
from ai_sdk.util.array_output_stream import ArrayOutputStreamParser
from ai_sdk.util.incremental_json import IncrementalJsonParser
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data
from ai_sdk.util.parse_partial_json import PartialJsonParser

__all__ = ["ObjectProgress", "PartialObjects", "create_partial_objects"]


@dataclass(frozen=True, slots=True)
class ObjectProgress:
    """The object so far, and the text that has arrived since the last change."""

    object: Any
    text_delta: str


class PartialObjects(ABC):
    """Reads one text, piece by piece."""

    def __init__(self) -> None:
        self._waiting: list[str] = []

    @abstractmethod
    def feed(self, delta: str) -> ObjectProgress | None:
        """Take the next piece; return the object so far if it is there and has changed."""

    def take_text(self) -> str:
        """Return the text that has arrived since the last change; it then no longer waits."""
        text = "".join(self._waiting)
        self._waiting.clear()
        return text


def create_partial_objects(strategy: OutputStrategy) -> PartialObjects:
    """Return a reader for one stream."""
    match strategy:
        case ArrayStrategy():
            return _PartialArrays(strategy)
        case EnumStrategy():
            return _PartialEnums(strategy)
    return _PartialJson()


class _PartialJson(PartialObjects):
    """An object, or any JSON: partial values are not validated."""

    def __init__(self) -> None:
        super().__init__()
        self._parser = IncrementalJsonParser()

    def feed(self, delta: str) -> ObjectProgress | None:
        self._waiting.append(delta)
        return ObjectProgress(self._parser.value, self.take_text()) if self._parser.feed(delta) else None


class _PartialEnums(PartialObjects):
    """One of several strings; such texts are short, and parsed anew for every piece."""

    def __init__(self, strategy: EnumStrategy) -> None:
        super().__init__()
        self._strategy = strategy
        self._parser = PartialJsonParser()
        self._text = ""
        self._latest: str | None = None

    def feed(self, delta: str) -> ObjectProgress | None:
        self._waiting.append(delta)
        self._text += delta
        result = self._parser.parse(self._text)
        try:
            partial = self._strategy.validate_partial_result(result.value)
        except TypeValidationError:
            return None
        if partial == self._latest:
            return None
        self._latest = partial
        return ObjectProgress(partial, self.take_text())


class _PartialArrays(PartialObjects):
    """The elements that are complete; their text is that of the list alone, without the object around it."""

    def __init__(self, strategy: ArrayStrategy) -> None:
        super().__init__()
        self._schema = strategy.schema
        self._parser = ArrayOutputStreamParser(strategy.schema, skip_invalid_elements=False)
        self._fallback: PartialJsonParser | None = None
        self._text: list[str] = []
        self._latest: list[Any] | None = None
        self._latest_json: Any = None

    def feed(self, delta: str) -> ObjectProgress | None:
        self._text.append(delta)
        self._waiting.append(delta)
        if self._fallback is not None:
            return self._parse_again(self._fallback)
        match self._parser.feed(delta):
            case "unchanged":
                return None
            case "changed":
                return self._publish_parsed()
            case "fallback":
                self._fallback = PartialJsonParser()
                return self._parse_again(self._fallback)

    def _publish_parsed(self) -> ObjectProgress:
        published = 0 if self._latest is None else len(self._latest)
        new = self._parser.elements[published:]
        return self._publish(
            list(self._parser.elements),
            ("[" if self._latest is None else "")
            + ("," if published and new else "")
            + _texts(new)
            + ("]" if self._parser.is_complete else ""),
        )

    def _parse_again(self, parser: PartialJsonParser) -> ObjectProgress | None:
        """Read a text that is no plain array in its envelope."""
        self._text = ["".join(self._text)]
        result = parser.parse(self._text[0])
        is_final = result.state == "successful-parse"
        # As in TypeScript, a text that only closes what the last change came with says nothing new.
        if self._latest_json is not None and is_deep_equal_data(self._latest_json, result.value):
            return None
        elements = self._validated(result.value, is_final=is_final)
        if elements is None or (self._latest is not None and is_deep_equal_data(self._latest, elements)):
            return None
        self._latest_json = result.value
        published = 0 if self._latest is None else len(self._latest)
        return self._publish(
            elements,
            ("[" if self._latest is None else "")
            + ("," if published else "")
            + _texts(elements[published:])
            + ("]" if is_final else ""),
        )

    def _validated(self, value: Any, *, is_final: bool) -> list[Any] | None:
        given = value.get("elements") if isinstance(value, dict) else None
        if not isinstance(given, list):
            return None
        try:
            return [validate_value(item, self._schema) for item in (given if is_final else given[:-1])]
        except TypeValidationError:
            return None

    def _publish(self, elements: list[Any], text: str) -> ObjectProgress:
        self._latest = elements
        self._waiting.clear()
        return ObjectProgress(elements, text)


def _texts(elements: Sequence[Any]) -> str:
    return ",".join(stringify(to_jsonable_python(dump(element))) for element in elements)
