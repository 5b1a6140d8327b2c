"""Schemas: what a value must look like, as JSON Schema for the model and as a check for what the model sends.

A schema may be given as a pydantic model, a dataclass, a `TypedDict` or any other type, as a JSON Schema, or lazily.

Ports: @ai-sdk/provider-utils/src/schema.ts
Ports: @ai-sdk/provider-utils/src/add-additional-properties-to-json-schema.ts
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar, cast, overload

from ai_sdk.provider.errors import TypeValidationContext, TypeValidationError
from ai_sdk.provider.json_value import JSONObject

__all__ = [
    "FlexibleSchema",
    "Schema",
    "SchemaMismatchError",
    "as_schema",
    "json_schema",
    "type_schema",
    "validate_value",
]

T = TypeVar("T")

FlexibleSchema = Any
"""A `Schema`, a type that pydantic knows, a JSON Schema, or a function without arguments that returns one of these."""

_SHOWN_PROBLEMS = 10
_SHOWN_INPUT = 60
_DRAFT_07 = "http://json-schema.org/draft-07/schema#"


class SchemaMismatchError(ValueError):
    """A value does not fit a type. The text has a line for each problem: where it is, what it is, and what was given.

    Models are told this text, so it is short; the exception's cause is pydantic's own, with every detail.
    """

    def __init__(self, problems: Sequence[Mapping[str, Any]]) -> None:
        lines = [_describe_problem(problem) for problem in problems[:_SHOWN_PROBLEMS]]
        hidden = len(problems) - len(lines)
        super().__init__("\n".join([*lines, f"and {hidden} more"] if hidden else lines))


def _describe_problem(problem: Mapping[str, Any]) -> str:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in problem["loc"]).removeprefix(".")
    text = f"{path}: {problem['msg']}" if path else str(problem["msg"])
    if problem["type"].startswith("missing"):  # what was given is all that surrounds the place
        return text
    from pydantic_core import to_json

    given = to_json(problem["input"], fallback=repr, inf_nan_mode="constants", bytes_mode="base64").decode()
    return f"{text}, not {given if len(given) <= _SHOWN_INPUT else given[:_SHOWN_INPUT] + '…'}"


class Schema(Generic[T]):
    """What a value must look like.

    `json_schema` is the JSON Schema that models are told. `validate` returns the value, converted where the schema
    says so, or raises any exception when the value does not fit; without it every value is accepted as it is.

    >>> Schema({"type": "string"}).json_schema
    {'type': 'string'}
    """

    def __init__(
        self, json_schema: JSONObject | Callable[[], JSONObject], *, validate: Callable[[Any], T] | None = None
    ) -> None:
        self._json_schema = json_schema
        self.validate = validate

    @cached_property
    def json_schema(self) -> JSONObject:
        """The JSON Schema, made when it is first asked for."""
        return self._json_schema() if callable(self._json_schema) else self._json_schema

    def __repr__(self) -> str:
        return f"Schema({self.json_schema!r})"


def json_schema(
    schema: JSONObject | Callable[[], JSONObject], *, validate: Callable[[Any], T] | None = None
) -> Schema[T]:
    """Return a `Schema` from a JSON Schema; values are checked by `validate` alone, if there is one.

    >>> json_schema({"type": "object", "properties": {"city": {"type": "string"}}}).json_schema["type"]
    'object'
    """
    return Schema(schema, validate=validate)


@overload
def as_schema(schema: type[T] | Schema[T]) -> Schema[T]: ...
@overload
def as_schema(schema: FlexibleSchema | None) -> Schema[Any]: ...
def as_schema(schema: Any) -> Schema[Any]:
    """Return `schema` as a `Schema`; `None` is an object without properties.

    >>> as_schema(list[int]).validate([1, 2])
    [1, 2]
    """
    if isinstance(schema, Schema):
        return schema
    if schema is None:
        return Schema({"type": "object", "properties": {}, "additionalProperties": False})
    if isinstance(schema, Mapping):
        return Schema(cast("JSONObject", schema))
    if callable(schema) and not _is_type(schema):
        return as_schema(schema())
    try:
        return _cached_type_schema(schema)
    except TypeError:  # annotations may hold lists, which cannot be a key of the cache
        return type_schema(schema)


def validate_value(value: Any, schema: Schema[T], *, context: TypeValidationContext | None = None) -> T:
    """Return `value` as the schema converts it. Raises `TypeValidationError` when it does not fit."""
    if schema.validate is None:
        return cast("T", value)
    try:
        return schema.validate(value)
    except TypeValidationError:
        raise
    except Exception as error:
        raise TypeValidationError(value=value, cause=error, context=context) from error


def _is_type(value: Any) -> bool:
    return isinstance(value, type) or hasattr(value, "__origin__") or hasattr(value, "__value__")


def type_schema(kind: Any) -> Schema[Any]:
    """Return the schema of a type, or of the arguments of a function; pydantic's part is made when it is needed."""

    @lru_cache(maxsize=1)
    def adapter() -> Any:
        from pydantic import TypeAdapter

        return TypeAdapter(kind)

    def write() -> JSONObject:
        written = adapter().json_schema(by_alias=True, schema_generator=_schema_generator())
        closed: JSONObject = _close_objects({"$schema": _DRAFT_07, **written})
        return closed

    def validate(value: Any) -> Any:
        from pydantic import ValidationError

        try:
            return adapter().validate_python(value)
        except ValidationError as error:
            raise SchemaMismatchError(error.errors(include_url=False, include_context=False)) from error

    return Schema(write, validate=validate)


_cached_type_schema = lru_cache(maxsize=1024)(type_schema)


@lru_cache(maxsize=1)
def _schema_generator() -> Any:
    from pydantic.json_schema import GenerateJsonSchema

    class Generator(GenerateJsonSchema):
        """Writes no titles that only repeat a field's name: a model would pay for them and learn nothing."""

        def field_title_should_be_set(self, schema: Any) -> bool:
            del schema
            return False

    return Generator


def _close_objects(schema: Any) -> Any:
    """Say of every object that it has no other properties, unless the schema says something of its own."""
    if isinstance(schema, list):
        return [_close_objects(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _close_objects(item) for key, item in schema.items()}
    if closed.get("type") == "object" and "properties" in closed:
        closed.setdefault("additionalProperties", False)
    return closed
