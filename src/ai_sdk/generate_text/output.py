"""What a text generation is asked for: text, an object, an array, one of several choices, or any JSON.

Ports: ai/src/generate-text/output.ts
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Generic, Never, TypeVar, Unpack, overload

from ai_sdk.generate_text.array_output import (
    ElementStreamTransform,
    array_length_error,
    create_array_json_schema,
    partial_elements,
    validate_array_bounds,
)
from ai_sdk.generate_text.choice_output import create_choice_json_schema, partial_choice
from ai_sdk.generate_text.output_parsing import OutputContext, mismatch, parse_output_json, validate_output
from ai_sdk.generate_text.partial_output import (
    ArrayPartialOutputParser,
    JsonPartialOutputParser,
    PartialOutput,
    PartialOutputParser,
    RepeatedPartialOutputParser,
)
from ai_sdk.provider import (
    JSONObject,
    JSONValue,
    LanguageModelV4ResponseFormat,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4ResponseFormatText,
)
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.schema import FlexibleSchema, Schema, as_schema
from ai_sdk.util.array_output_stream import ArrayOutputStreamParser
from ai_sdk.util.parse_partial_json import PartialJson, parse_partial_json

__all__ = ["ElementT", "Output", "OutputT", "PartialT", "create_partial_output_parser"]

OutputT = TypeVar("OutputT")
PartialT = TypeVar("PartialT")
ElementT = TypeVar("ElementT")
ChoiceT = TypeVar("ChoiceT", bound=str)
T = TypeVar("T")


class Output(ABC, Generic[OutputT, PartialT, ElementT]):
    """What a generation is asked for; `Output.object(Recipe)` and its siblings make one.

    Pass it to `generate_text` or `stream_text` as `output`. One specification serves any number of calls. For a format
    of your own, derive a class.

    >>> Output.choice(options=["sunny", "rainy"]).response_format.schema["properties"]
    {'result': {'type': 'string', 'enum': ['sunny', 'rainy']}}
    """

    name: str
    """The kind of output."""

    @property
    @abstractmethod
    def response_format(self) -> LanguageModelV4ResponseFormat | None:
        """What the model is told about the format of its answer."""

    @abstractmethod
    async def parse_complete_output(self, text: str, **context: Unpack[OutputContext]) -> OutputT:
        """Return what the model's whole answer says. Raises `NoObjectGeneratedError` when it is not what was asked."""

    @abstractmethod
    def parse_partial_output(self, text: str) -> PartialOutput[PartialT] | None:
        """Return what an answer that breaks off says so far; `None` when it says nothing yet.

        Not a coroutine: it is called for every piece of a stream and has nothing to wait for.
        """

    def create_partial_parser(self) -> PartialOutputParser[PartialT]:
        """Return a parser for one stream, which takes its pieces one by one."""
        return RepeatedPartialOutputParser(self.parse_partial_output)

    def create_element_stream_transform(self) -> ElementStreamTransform[ElementT] | None:
        """Return what turns the partial outputs of one stream into single elements, if the output has elements."""
        return None

    @staticmethod
    def text() -> "Output[str, str, Never]":
        """Ask for text, as a generation without `output` does."""
        return _TextOutput()

    @overload
    @staticmethod
    def object(
        schema: type[T] | Schema[T], *, name: str | None = None, description: str | None = None
    ) -> "Output[T, JSONObject, Never]": ...
    @overload
    @staticmethod
    def object(
        schema: FlexibleSchema, *, name: str | None = None, description: str | None = None
    ) -> "Output[Any, JSONObject, Never]": ...
    @staticmethod
    def object(
        schema: Any, *, name: str | None = None, description: str | None = None
    ) -> "Output[Any, JSONObject, Never]":
        """Ask for a value that fits `schema`: a pydantic model, dataclass, `TypedDict`, other type, or a JSON Schema.

        The complete output is validated and has the schema's type. Partial outputs are plain JSON data that nobody has
        validated, with whatever has arrived. `name` and `description` guide the model where the provider takes them.

        >>> Output.object(dict[str, int], name="counts").parse_partial_output('{"apples": 3, "pea').partial
        {'apples': 3}
        """
        return _ObjectOutput(as_schema(schema), name, description)

    @overload
    @staticmethod
    def array(
        element: type[T] | Schema[T],
        *,
        min_items: int | None = None,
        max_items: int | None = None,
        name: str | None = None,
        description: str | None = None,
    ) -> "Output[list[T], list[T], T]": ...
    @overload
    @staticmethod
    def array(
        element: FlexibleSchema,
        *,
        min_items: int | None = None,
        max_items: int | None = None,
        name: str | None = None,
        description: str | None = None,
    ) -> "Output[list[Any], list[Any], Any]": ...
    @staticmethod
    def array(
        element: Any,
        *,
        min_items: int | None = None,
        max_items: int | None = None,
        name: str | None = None,
        description: str | None = None,
    ) -> "Output[list[Any], list[Any], Any]":
        """Ask for a list whose elements fit the schema `element`.

        Partial outputs hold the elements that are complete, validated. Raises `InvalidArgumentError` when `min_items`
        or `max_items` is not a number of elements, or no number is within both.

        >>> Output.array(int).parse_partial_output('{"elements": [1, 2, 3').partial
        [1, 2]
        """
        validate_array_bounds(min_items, max_items)
        return _ArrayOutput(as_schema(element), min_items, max_items, name, description)

    @staticmethod
    def choice(
        options: Sequence[ChoiceT], *, name: str | None = None, description: str | None = None
    ) -> "Output[ChoiceT, ChoiceT, Never]":
        """Ask for one of `options`. A partial output is there as soon as only one of them can still come.

        >>> Output.choice(["sunny", "rainy"]).parse_partial_output('{"result": "su').partial
        'sunny'
        """
        return _ChoiceOutput(list(options), name, description)

    @staticmethod
    def json(*, name: str | None = None, description: str | None = None) -> "Output[JSONValue, JSONValue, Never]":
        """Ask for JSON without saying what it looks like.

        >>> Output.json().parse_partial_output('[{"a": tr').partial
        [{'a': True}]
        """
        return _JsonOutput(name, description)


def create_partial_output_parser(output: Any) -> PartialOutputParser[Any]:
    """Return a parser for one stream of `output`, which may be of any class with `parse_partial_output`."""
    create = getattr(output, "create_partial_parser", None)
    return RepeatedPartialOutputParser(output.parse_partial_output) if create is None else create()


class _TextOutput(Output[str, str, Never]):
    name = "text"
    response_format = LanguageModelV4ResponseFormatText()

    async def parse_complete_output(self, text: str, **context: Unpack[OutputContext]) -> str:
        del context
        return text

    def parse_partial_output(self, text: str) -> PartialOutput[str]:
        return PartialOutput(text)


class _JsonTextOutput(Output[OutputT, PartialT, ElementT]):
    """An output that the model writes as one JSON text."""

    def __init__(self, name: str | None, description: str | None) -> None:
        self._name = name
        self._description = description

    @cached_property
    def response_format(self) -> LanguageModelV4ResponseFormatJson:
        """JSON, with the schema of the output if it has one."""
        return LanguageModelV4ResponseFormatJson(
            schema=self._json_schema(), name=self._name, description=self._description
        )

    async def parse_complete_output(self, text: str, **context: Unpack[OutputContext]) -> OutputT:
        return self._read(parse_output_json(text, context), text, context)

    def parse_partial_output(self, text: str) -> PartialOutput[PartialT] | None:
        result = parse_partial_json(text)
        return None if result.state == "failed-parse" else self._read_partial(result)

    @abstractmethod
    def _json_schema(self) -> JSONObject | None: ...

    @abstractmethod
    def _read(self, value: JSONValue, text: str, context: OutputContext) -> OutputT: ...

    @abstractmethod
    def _read_partial(self, result: PartialJson) -> PartialOutput[PartialT] | None: ...


class _ObjectOutput(_JsonTextOutput[T, JSONObject, Never]):
    name = "object"

    def __init__(self, schema: Schema[T], name: str | None, description: str | None) -> None:
        super().__init__(name, description)
        self._schema = schema

    def _json_schema(self) -> JSONObject:
        return self._schema.json_schema

    def _read(self, value: JSONValue, text: str, context: OutputContext) -> T:
        return validate_output(value, self._schema, text=text, context=context)

    def create_partial_parser(self) -> PartialOutputParser[JSONObject]:
        return JsonPartialOutputParser()

    def _read_partial(self, result: PartialJson) -> PartialOutput[JSONObject]:
        return PartialOutput(result.value)


class _JsonOutput(_JsonTextOutput[JSONValue, JSONValue, Never]):
    name = "json"

    def create_partial_parser(self) -> PartialOutputParser[JSONValue]:
        return JsonPartialOutputParser()

    def _json_schema(self) -> None:
        return None

    def _read(self, value: JSONValue, text: str, context: OutputContext) -> JSONValue:
        del text, context
        return value

    def _read_partial(self, result: PartialJson) -> PartialOutput[JSONValue]:
        return PartialOutput(result.value)


class _ArrayOutput(_JsonTextOutput[list[T], list[T], T]):
    name = "array"

    def __init__(
        self,
        element: Schema[T],
        min_items: int | None,
        max_items: int | None,
        name: str | None,
        description: str | None,
    ) -> None:
        super().__init__(name, description)
        self._element = element
        self._min_items = min_items
        self._max_items = max_items

    def _json_schema(self) -> JSONObject:
        return create_array_json_schema(self._element, min_items=self._min_items, max_items=self._max_items)

    def _read(self, value: JSONValue, text: str, context: OutputContext) -> list[T]:
        elements = value.get("elements") if isinstance(value, dict) else None
        if not isinstance(elements, list):
            cause = "response must be an object with an elements array"
            raise mismatch(TypeValidationError(value=value, cause=cause), text=text, context=context)
        error = array_length_error(elements, min_items=self._min_items, max_items=self._max_items)
        if error is not None:
            raise mismatch(error, text=text, context=context)
        return [validate_output(item, self._element, text=text, context=context) for item in elements]

    def _read_partial(self, result: PartialJson) -> PartialOutput[list[T]] | None:
        elements = partial_elements(result.value, self._element, is_complete=result.state == "successful-parse")
        return None if elements is None else PartialOutput(elements)

    def create_partial_parser(self) -> PartialOutputParser[list[T]]:
        parser = ArrayOutputStreamParser(self._element, skip_invalid_elements=True)
        return ArrayPartialOutputParser(parser, self.parse_partial_output)

    def create_element_stream_transform(self) -> ElementStreamTransform[T]:
        return ElementStreamTransform(max_items=self._max_items)


class _ChoiceOutput(_JsonTextOutput[ChoiceT, ChoiceT, Never]):
    name = "choice"

    def __init__(self, options: list[ChoiceT], name: str | None, description: str | None) -> None:
        super().__init__(name, description)
        self._options = options

    def _json_schema(self) -> JSONObject:
        return create_choice_json_schema(self._options)

    def _read(self, value: JSONValue, text: str, context: OutputContext) -> ChoiceT:
        result = value.get("result") if isinstance(value, dict) else None
        for option in self._options:
            if option == result:
                return option
        cause = "response must be an object that contains a choice value."
        raise mismatch(TypeValidationError(value=value, cause=cause), text=text, context=context)

    def _read_partial(self, result: PartialJson) -> PartialOutput[ChoiceT] | None:
        choice = partial_choice(result.value, self._options, is_complete=result.state == "successful-parse")
        return None if choice is None else PartialOutput(choice)
