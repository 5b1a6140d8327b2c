"""Refuse a specification before it becomes code: unknown keywords, wrong shapes, dangling references, name clashes.

Law: what passes here can be normalised and generated; everything else raises `SpecError` with the exact pointer.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from codegen.names import is_class_name, snake_case
from codegen.spec_error import SpecError, escape_pointer

Fail = Callable[[str, str], SpecError]

DEFINITION_PREFIX = "#/$defs/"

_SCHEMA_MAPS = ("properties",)
_SCHEMA_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
_SCHEMAS = ("additionalProperties", "items", "propertyNames", "not")
_FLAGS = ("deprecated", "uniqueItems")
_STRINGS = ("$comment", "$ref", "contentEncoding", "contentMediaType", "description", "format", "pattern", "title")
_NUMBERS = ("exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf")
_COUNTS = ("maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties")
_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})


def check_definitions(file: str, definitions: Mapping[str, Any]) -> None:
    """Check every definition of one file.

    Raises:
        SpecError: at the first node that the generator cannot express.
    """

    def fail(pointer: str, reason: str) -> SpecError:
        return SpecError(file, pointer, reason)

    for name, schema in definitions.items():
        pointer = f"/$defs/{escape_pointer(name)}"
        if not is_class_name(name):
            raise fail(pointer, f"{name!r} is not a PascalCase class name")
        _check_schema(schema, pointer, definitions, fail)
    _check_clash("/$defs", definitions, lambda name: name.lower(), fail)


def _check_schema(schema: Any, pointer: str, definitions: Mapping[str, Any], fail: Fail) -> None:
    if isinstance(schema, bool):
        return
    if not isinstance(schema, dict):
        raise fail(pointer, f"a schema is an object or a boolean, not {type(schema).__name__}")
    for keyword, value in schema.items():
        _check_keyword(keyword, value, f"{pointer}/{escape_pointer(keyword)}", fail)
    _check_reference(schema, pointer, definitions, fail)
    _check_required(schema, pointer, fail)
    properties = drop_second_spellings(schema.get("properties", {}))
    _check_clash(f"{pointer}/properties", properties, snake_case, fail)
    for child, child_pointer in _children(schema, pointer):
        _check_schema(child, child_pointer, definitions, fail)


def _children(schema: Mapping[str, Any], pointer: str) -> Iterable[tuple[Any, str]]:
    for keyword in _SCHEMA_MAPS:
        for name, child in schema.get(keyword, {}).items():
            yield child, f"{pointer}/{keyword}/{escape_pointer(name)}"
    for keyword in _SCHEMA_LISTS:
        for index, child in enumerate(schema.get(keyword, ())):
            yield child, f"{pointer}/{keyword}/{index}"
    for keyword in _SCHEMAS:
        if keyword in schema:
            yield schema[keyword], f"{pointer}/{keyword}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_type(value: Any) -> bool:
    names = value if isinstance(value, list) else [value]
    return bool(names) and all(isinstance(name, str) and name in _TYPES for name in names)


def _is_discriminator(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("propertyName"), str)


_Shape = tuple[str, Callable[[Any], bool]]
_SHAPES: dict[str, _Shape] = {
    **dict.fromkeys(_SCHEMA_MAPS, ("an object of schemas", lambda value: isinstance(value, dict))),
    **dict.fromkeys(_SCHEMA_LISTS, ("a non-empty list", lambda value: isinstance(value, list) and bool(value))),
    **dict.fromkeys(_SCHEMAS, ("a schema", lambda value: isinstance(value, dict | bool))),
    **dict.fromkeys(_FLAGS, ("a boolean", lambda value: isinstance(value, bool))),
    **dict.fromkeys(_STRINGS, ("a string", lambda value: isinstance(value, str))),
    **dict.fromkeys(_NUMBERS, ("a number", _is_number)),
    **dict.fromkeys(_COUNTS, ("a count", _is_count)),
    "const": ("any value", lambda _: True),
    "default": ("any value", lambda _: True),
    "discriminator": ("an object with a propertyName", _is_discriminator),
    "enum": ("a non-empty list", lambda value: isinstance(value, list) and bool(value)),
    "examples": ("a list", lambda value: isinstance(value, list)),
    "required": ("a list of strings", lambda value: isinstance(value, list) and all(isinstance(v, str) for v in value)),
    "type": (f"one or more of {', '.join(sorted(_TYPES))}", _is_type),
}


def _check_keyword(keyword: str, value: Any, pointer: str, fail: Fail) -> None:
    if keyword.startswith("x-"):
        return
    if keyword not in _SHAPES:
        raise fail(pointer, f"unknown JSON Schema keyword {keyword!r}")
    expected, accepts = _SHAPES[keyword]
    if not accepts(value):
        raise fail(pointer, f"{keyword!r} must be {expected}")


def _check_reference(schema: Mapping[str, Any], pointer: str, definitions: Mapping[str, Any], fail: Fail) -> None:
    reference = schema.get("$ref")
    if reference is None:
        return
    name = str(reference).removeprefix(DEFINITION_PREFIX)
    if not str(reference).startswith(DEFINITION_PREFIX) or name not in definitions:
        raise fail(f"{pointer}/$ref", f"{reference!r} points at no definition of this file")


def _check_required(schema: Mapping[str, Any], pointer: str, fail: Fail) -> None:
    if "properties" not in schema:
        return
    for index, name in enumerate(schema.get("required", ())):
        if name not in schema["properties"]:
            raise fail(f"{pointer}/required/{index}", f"required property {name!r} is not among the properties")


def drop_second_spellings(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out `image_url` where `imageUrl` means the same: a generated field answers to both spellings."""
    kept = dict(properties)
    for name, schema in properties.items():
        spelled = snake_case(name)
        if spelled != name and _meaning(properties.get(spelled)) == _meaning(schema):
            kept.pop(spelled, None)
    return kept


def _meaning(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return schema
    return {keyword: value for keyword, value in schema.items() if keyword not in {"deprecated", "description"}}


def _check_clash(pointer: str, names: Iterable[str], convert: Callable[[str], str], fail: Fail) -> None:
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(convert(name), name)
        if other != name:
            raise fail(f"{pointer}/{escape_pointer(name)}", f"{name!r} and {other!r} become the same Python name")
