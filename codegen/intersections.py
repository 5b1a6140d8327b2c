"""Merge every `allOf` of objects into one object before anything else looks at the schema."""

from collections.abc import Mapping
from typing import Any

from codegen.check_schema import DEFINITION_PREFIX

_NOTES = ("default", "description", "x-source", "x-zod", "x-zod-refine")


def merge_intersections(definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Replace each `allOf`, at any depth, by the object that satisfies all its parts.

    Raises:
        ValueError: when a part is no object, directly or through references.
    """
    return {name: _merged(schema, definitions) for name, schema in definitions.items()}


def _merged(node: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_merged(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("allOf"), list):
        node = _intersection(node, definitions)
    return {keyword: _merged(value, definitions) for keyword, value in node.items()}


def _intersection(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    own = {keyword: value for keyword, value in schema.items() if keyword not in {"allOf", *_NOTES}}
    parts = [_object(part, definitions) for part in (*schema["allOf"], *([own] if own else []))]
    merged: dict[str, Any] = {"type": "object", "properties": {}, "required": []}
    for part in parts:
        merged["properties"].update(part.get("properties", {}))
        merged["required"].extend(name for name in part.get("required", ()) if name not in merged["required"])
        if "additionalProperties" in part:
            merged["additionalProperties"] = part["additionalProperties"]
    return {**merged, **{keyword: schema[keyword] for keyword in _NOTES if keyword in schema}}


def _object(part: Any, definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Look through references and nested intersections to the object."""
    while isinstance(part, dict) and "$ref" in part:
        part = definitions[part["$ref"].removeprefix(DEFINITION_PREFIX)]
    if isinstance(part, dict) and "allOf" in part:
        part = _intersection(part, definitions)
    if not isinstance(part, dict) or part.get("type") != "object":
        raise ValueError("allOf of anything but objects is not supported")
    return part
