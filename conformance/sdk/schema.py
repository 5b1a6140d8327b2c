"""The part of JSON Schema that `$validatingSchema` checks, as `oracle/json-schema.mjs` does."""

from collections.abc import Callable, Mapping
from typing import Any

_ANNOTATIONS = frozenset({"$schema", "description", "title", "default", "examples"})
Schema = Mapping[str, Any]


def find_problem(schema: Schema, value: Any, path: str = "$") -> str | None:
    """Return what is wrong with a value, or None."""
    checks = ((keyword, schema[keyword]) for keyword in schema if keyword not in _ANNOTATIONS)
    return _first(_CHECKS[keyword](argument, value, path, schema) for keyword, argument in checks)


def _first(problems: Any) -> str | None:
    return next((problem for problem in problems if problem), None)


def _type_of(value: Any) -> set[str]:
    match value:
        case None:
            return {"null"}
        case bool():
            return {"boolean"}
        case int():
            return {"number", "integer"}
        case float():
            return {"number", "integer"} if value.is_integer() else {"number"}
        case str():
            return {"string"}
        case list():
            return {"array"}
    return {"object"}


def _type(argument: Any, value: Any, path: str, _: Schema) -> str | None:
    types = argument if isinstance(argument, list) else [argument]
    return None if _type_of(value) & set(types) else f"{path}: expected {argument}"


def _properties(argument: Any, value: Any, path: str, _: Schema) -> str | None:
    if not isinstance(value, dict):
        return None
    return _first(find_problem(argument[name], value[name], f"{path}.{name}") for name in argument if name in value)


def _items(argument: Any, value: Any, path: str, _: Schema) -> str | None:
    if not isinstance(value, list):
        return None
    return _first(find_problem(argument, item, f"{path}[{index}]") for index, item in enumerate(value))


def _required(argument: Any, value: Any, path: str, _: Schema) -> str | None:
    if not isinstance(value, dict):
        return None
    return _first(f"{path}.{name}: required" for name in argument if name not in value)


def _additional(argument: Any, value: Any, path: str, schema: Schema) -> str | None:
    if argument is not False or not isinstance(value, dict):
        return None
    return _first(f"{path}.{name}: not allowed" for name in value if name not in schema.get("properties", {}))


_CHECKS: dict[str, Callable[[Any, Any, str, Schema], str | None]] = {
    "type": _type,
    "enum": lambda argument, value, path, _: None if value in argument else f"{path}: not one of the enum",
    "const": lambda argument, value, path, _: None if value == argument else f"{path}: not the constant",
    "items": _items,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
}
