"""The four kinds of object: what the model is told of each, and how its answer is read.

Ports: ai/src/generate-object/output-strategy.ts
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from ai_sdk.generate_object.structured_output_events import ObjectOutputKind
from ai_sdk.generate_text.array_output import create_array_json_schema
from ai_sdk.generate_text.choice_output import create_choice_json_schema
from ai_sdk.provider import JSONObject, JSONValue
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.schema import Schema, as_schema, validate_value

__all__ = ["ArrayStrategy", "EnumStrategy", "NoSchemaStrategy", "ObjectStrategy", "OutputStrategy"]
__all__ += ["get_output_strategy"]


class OutputStrategy(ABC):
    """One kind of object."""

    type: ObjectOutputKind

    @abstractmethod
    def json_schema(self) -> JSONObject | None:
        """Return the JSON Schema that the model is told, if there is one."""

    @abstractmethod
    def validate_final_result(self, value: JSONValue) -> Any:
        """Return the object that a complete answer says. Raises `TypeValidationError` when it does not fit."""


class NoSchemaStrategy(OutputStrategy):
    """Any JSON."""

    type = "no-schema"

    def json_schema(self) -> None:
        """Return nothing: the model is only told to write JSON."""
        return None  # noqa: RET501 - a value of an optional return type

    def validate_final_result(self, value: JSONValue) -> JSONValue:
        """Return the answer."""
        return value


class ObjectStrategy(OutputStrategy):
    """A value that fits a schema."""

    type = "object"

    def __init__(self, schema: Schema[Any]) -> None:
        self._schema = schema

    def json_schema(self) -> JSONObject:
        """Return the schema."""
        return self._schema.json_schema

    def validate_final_result(self, value: JSONValue) -> Any:
        """Return the answer as the schema converts it."""
        return validate_value(value, self._schema)


class ArrayStrategy(OutputStrategy):
    """A list of values that fit a schema."""

    type = "array"

    def __init__(self, schema: Schema[Any]) -> None:
        self.schema = schema

    def json_schema(self) -> JSONObject:
        """Return the schema of an object that holds the list."""
        return create_array_json_schema(self.schema)

    def validate_final_result(self, value: JSONValue) -> list[Any]:
        """Return the elements as the schema converts them."""
        elements = value.get("elements") if isinstance(value, dict) else None
        if not isinstance(elements, list):
            cause = "value must be an object that contains an array of elements"
            raise TypeValidationError(value=value, cause=cause)
        return [validate_value(element, self.schema) for element in elements]


class EnumStrategy(OutputStrategy):
    """One of several strings."""

    type = "enum"

    def __init__(self, values: Sequence[str]) -> None:
        self._values = list(values)

    def json_schema(self) -> JSONObject:
        """Return the schema of an object that holds the string."""
        return create_choice_json_schema(self._values)

    def validate_final_result(self, value: JSONValue) -> str:
        """Return the string."""
        result = self._result(value)
        if result not in self._values:
            raise TypeValidationError(value=value, cause="value must be a string in the enum")
        return result

    def validate_partial_result(self, value: JSONValue) -> str:
        """Return what has arrived of the string, or all of it when no other string begins so."""
        result = self._result(value)
        possible = [each for each in self._values if each.startswith(result)]
        if not result or not possible:
            raise TypeValidationError(value=value, cause="value must be a string in the enum")
        return result if len(possible) > 1 else possible[0]

    def _result(self, value: JSONValue) -> str:
        result = value.get("result") if isinstance(value, dict) else None
        if not isinstance(result, str):
            cause = 'value must be an object that contains a string in the "result" property.'
            raise TypeValidationError(value=value, cause=cause)
        return result


def get_output_strategy(*, output: ObjectOutputKind, schema: Any, enum_values: Sequence[str] | None) -> OutputStrategy:
    """Return the strategy of a kind of object. Raises `ValueError` for a kind that does not exist."""
    match output:
        case "object":
            return ObjectStrategy(as_schema(schema))
        case "array":
            return ArrayStrategy(as_schema(schema))
        case "enum":
            return EnumStrategy(enum_values or ())
        case "no-schema":
            return NoSchemaStrategy()
    raise ValueError(f"Unsupported output: {output}")
