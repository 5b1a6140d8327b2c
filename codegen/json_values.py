"""Recognise the definitions that mean "any JSON value", which every package writes down anew."""

from collections.abc import Mapping
from typing import Any

from codegen.check_schema import DEFINITION_PREFIX

_SCALARS = frozenset({"string", "number", "boolean"})


def is_json_value(name: str, definitions: Mapping[str, Any]) -> bool:
    """Say whether a definition is the scalars, and lists and records of itself (or an alias of such a definition)."""
    name = _follow(name, definitions)
    schema = definitions[name]
    branches = schema.get("anyOf", ()) if isinstance(schema, dict) else ()
    resolved = [_look_through(branch, definitions) for branch in branches]
    types = {branch.get("type") for branch in resolved if isinstance(branch.get("type"), str)}
    if not types >= _SCALARS:
        return False
    lists = any(b.get("type") == "array" and _is_self(b.get("items"), name, definitions) for b in resolved)
    return lists and any(_is_record_of_self(branch, name, definitions) for branch in resolved)


def _follow(name: str, definitions: Mapping[str, Any]) -> str:
    """Follow aliases to the definition that says something."""
    seen = {name}
    while isinstance(definitions[name], dict) and "$ref" in definitions[name]:
        name = definitions[name]["$ref"].removeprefix(DEFINITION_PREFIX)
        if name in seen:
            break
        seen.add(name)
    return name


def _look_through(branch: Any, definitions: Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(branch, dict) and "$ref" in branch:
        branch = definitions[_follow(branch["$ref"].removeprefix(DEFINITION_PREFIX), definitions)]
    return branch if isinstance(branch, dict) else {}


def _is_self(schema: Any, name: str, definitions: Mapping[str, Any]) -> bool:
    if not isinstance(schema, dict) or "$ref" not in schema:
        return False
    return _follow(schema["$ref"].removeprefix(DEFINITION_PREFIX), definitions) == name


def _is_record_of_self(branch: Mapping[str, Any], name: str, definitions: Mapping[str, Any]) -> bool:
    values = branch.get("additionalProperties")
    if branch.get("type") != "object" or branch.get("properties") or not isinstance(values, dict):
        return False
    return any(_is_self(part, name, definitions) for part in (values, *values.get("anyOf", ())))
