"""What an output that is an array of elements asks of the model, and how its elements are read.

A model cannot answer with a bare array, so the elements come wrapped in an object.

Ports: ai/src/generate-text/output.ts
"""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider import JSONObject, JSONValue
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.schema import Schema, validate_value

__all__ = [
    "ElementStreamTransform",
    "array_length_error",
    "create_array_json_schema",
    "partial_elements",
    "validate_array_bounds",
]

ElementT = TypeVar("ElementT")


def create_array_json_schema(
    element: Schema[Any], *, min_items: int | None = None, max_items: int | None = None
) -> JSONObject:
    """Return the schema of an object whose `elements` are an array."""
    item = dict(element.json_schema)
    item.pop("$schema", None)
    # references start at the root: what they name stays there
    definitions, defs = item.pop("definitions", None), item.pop("$defs", None)
    elements = omit_none({"type": "array", "items": item, "minItems": min_items, "maxItems": max_items})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **omit_none({"definitions": definitions, "$defs": defs}),
        "type": "object",
        "properties": {"elements": elements},
        "required": ["elements"],
        "additionalProperties": False,
    }


def validate_array_bounds(min_items: int | None, max_items: int | None) -> None:
    """Raise `InvalidArgumentError` when no array can have that many elements."""
    for name, value in (("minItems", min_items), ("maxItems", max_items)):
        _validate_array_bound(name, value)
    if min_items is not None and max_items is not None and min_items > max_items:
        raise InvalidArgumentError(
            parameter="minItems", value=min_items, message="minItems must be less than or equal to maxItems"
        )


def _validate_array_bound(name: str, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not (isinstance(value, int) or (isinstance(value, float) and value.is_integer())):
        raise InvalidArgumentError(parameter=name, value=value, message=f"{name} must be an integer")
    if value < 0:
        raise InvalidArgumentError(parameter=name, value=value, message=f"{name} must be greater than or equal to 0")


def array_length_error(
    elements: list[Any], *, min_items: int | None = None, max_items: int | None = None
) -> TypeValidationError | None:
    """Return what is wrong with the number of elements, if anything is."""
    if min_items is not None and len(elements) < min_items:
        return _length_error(elements, f"at least {min_items}")
    if max_items is not None and len(elements) > max_items:
        return _length_error(elements, f"at most {max_items}")
    return None


def _length_error(elements: list[Any], bound: str) -> TypeValidationError:
    return TypeValidationError(value=elements, cause=f"elements array must contain {bound} items")


def partial_elements(value: JSONValue, element: Schema[ElementT], *, is_complete: bool) -> list[ElementT] | None:
    """Return the elements that fit the schema, without the last one when it may not have fully arrived."""
    given = value.get("elements") if isinstance(value, dict) else None
    if not isinstance(given, list):
        return None
    elements = []
    for item in given if is_complete else given[:-1]:
        try:
            elements.append(validate_value(item, element))
        except TypeValidationError:
            continue
    return elements


class ElementStreamTransform(Generic[ElementT]):
    """Turns growing arrays into their elements, each once."""

    def __init__(self, *, max_items: int | None = None) -> None:
        self._max_items = max_items
        self._published = 0

    def feed(self, partial: list[ElementT]) -> Iterator[ElementT]:
        """Yield the elements that are new. Raises `TypeValidationError` where there are more than `max_items`."""
        while self._published < len(partial):
            if self._published == self._max_items:
                raise _length_error(partial, f"at most {self._max_items}")
            self._published += 1
            yield partial[self._published - 1]
