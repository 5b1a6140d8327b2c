"""Compares two JSON Schemas field by field."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from codegen.diff_change import Change, Make

_REFERENCE = "#/$defs/"
_UNIONS = ("anyOf", "oneOf")
_SHAPE = ("type", "$ref", "format", "pattern", "additionalProperties", "items", "prefixItems", "allOf", "not")
_COMPARED = frozenset({*_SHAPE, *_UNIONS, "properties", "required", "enum", "const"})

Schema = Mapping[str, Any]


def compare_schemas(make: Make, old: Any, new: Any, field: str = "") -> Iterator[Change]:
    """Yield the changes between two schemas; `field` is the path of what they describe."""
    if old == new:
        return
    if not isinstance(old, dict) or not isinstance(new, dict) or _kind(old) != _kind(new):
        yield make(subject="type", verb="changed", field=field, old=type_text(old), new=type_text(new))
        return
    yield from _compare_properties(make, old, new, field)
    yield from _compare_values(make, old, new, field)
    yield from _compare_members(make, old, new, field)
    yield from _compare_inner(make, old, new, field)
    yield from _compare_keywords(make, old, new, field)


def _kind(schema: Schema) -> Any:
    """Return what must agree for a comparison part by part to say anything."""
    if any(union in schema for union in _UNIONS):
        return "union"
    names = ("type", "$ref", "format", "pattern")
    return json.dumps([schema.get(name) for name in names] + ["const" in schema or "enum" in schema])


def _compare_properties(make: Make, old: Schema, new: Schema, field: str) -> Iterator[Change]:
    before, after = old.get("properties", {}), new.get("properties", {})
    for name in [*before, *(name for name in after if name not in before)]:
        path = f"{field}.{name}" if field else name
        if name not in before:
            yield make(subject="property", verb="added", field=path, new=_property_text(new, name))
        elif name not in after:
            yield make(subject="property", verb="removed", field=path, old=_property_text(old, name))
        else:
            yield from _compare_requirement(make, _is_required(old, name), _is_required(new, name), path)
            yield from compare_schemas(make, before[name], after[name], path)


def _compare_requirement(make: Make, before: bool, after: bool, path: str) -> Iterator[Change]:  # noqa: FBT001 - two states of one fact
    if before != after:
        yield make(subject="property", verb="became required" if after else "became optional", field=path)


def _is_required(schema: Schema, name: str) -> bool:
    return name in schema.get("required", ())


def _property_text(schema: Schema, name: str) -> str:
    text = type_text(schema["properties"][name])
    return text if _is_required(schema, name) else f"{text}, optional"


def _compare_values(make: Make, old: Schema, new: Schema, field: str) -> Iterator[Change]:
    before, after = _values(old), _values(new)
    for value in before:
        if value not in after:
            yield make(subject="value", verb="removed", field=field, old=json.loads(value))
    for value in after:
        if value not in before:
            yield make(subject="value", verb="added", field=field, new=json.loads(value))


def _values(schema: Schema) -> list[str]:
    """Return the literals a schema allows, as JSON text: Python holds True and 1 for equal, JSON does not."""
    literals = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return [json.dumps(value) for value in literals]


def _compare_members(make: Make, old: Schema, new: Schema, field: str) -> Iterator[Change]:
    before, after = _members(old), _members(new)
    for key, member in before.items():
        if key in after:
            yield from compare_schemas(make, member, after[key], f"{field}<{key}>")
        else:
            yield make(subject="member", verb="removed", field=field, old=key)
    for key in after:
        if key not in before:
            yield make(subject="member", verb="added", field=field, new=key)


def _members(schema: Schema) -> dict[str, Any]:
    """Return the members of a union by what sets them apart: their name, their literal tag, or their type."""
    members: dict[str, Any] = {}
    for union in _UNIONS:
        for member in schema.get(union, ()):
            key = _member_key(member)
            number = sum(1 for other in members if other.partition("#")[0] == key)
            members[f"{key}#{number + 1}" if number else key] = member
    return members


def _member_key(member: Any) -> str:
    for property_schema in member.get("properties", {}).values() if isinstance(member, dict) else ():
        if isinstance(property_schema, dict) and isinstance(property_schema.get("const"), str):
            return str(property_schema["const"])
    return type_text(member)


def _compare_inner(make: Make, old: Schema, new: Schema, field: str) -> Iterator[Change]:
    yield from _compare_part(make, old, new, "items", f"{field}[]")
    yield from _compare_part(make, old, new, "additionalProperties", f"{field}{{}}")
    yield from _compare_part(make, old, new, "not", f"not {field}")
    for name in ("prefixItems", "allOf"):
        before, after = old.get(name, []), new.get(name, [])
        if len(before) != len(after):
            yield make(subject="type", verb="changed", field=field, old=type_text(old), new=type_text(new))
            return
        for index, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from compare_schemas(make, one, other, f"{field}[{index}]")


def _compare_part(make: Make, old: Schema, new: Schema, name: str, path: str) -> Iterator[Change]:
    if name in old or name in new:
        yield from compare_schemas(make, old.get(name, True), new.get(name, True), path)


def _compare_keywords(make: Make, old: Schema, new: Schema, field: str) -> Iterator[Change]:
    """Everything that is no shape: bounds, notes, where the schema comes from."""
    for name in sorted((old.keys() | new.keys()) - _COMPARED):
        if old.get(name) != new.get(name):
            path = f"{field} {name}".strip()
            yield make(subject="keyword", verb="changed", field=path, old=old.get(name), new=new.get(name))


def type_text(schema: Any) -> str:
    """Write a schema as short as TypeScript would: `string`, `"a" | "b"`, `Name[]`, `{ id, name }`."""
    if isinstance(schema, bool) or not isinstance(schema, dict):
        return "unknown" if schema is True else "never"
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_REFERENCE)
    if values := _values(schema):
        return " | ".join(values)
    if members := [member for union in _UNIONS for member in schema.get(union, ())]:
        return " | ".join(type_text(member) for member in members)
    return _shape_text(schema)


def _shape_text(schema: Schema) -> str:
    kinds = schema.get("type", "unknown")
    if isinstance(kinds, Sequence) and not isinstance(kinds, str):
        return " | ".join(_shape_text({**schema, "type": kind}) for kind in kinds)
    if kinds == "array":
        items = type_text(schema.get("items", True))
        return f"({items})[]" if " | " in items else f"{items}[]"
    if kinds == "object":
        return _object_text(schema)
    return f"{kinds} ({schema['format']})" if "format" in schema else str(kinds)


def _object_text(schema: Schema) -> str:
    if properties := schema.get("properties"):
        return f"{{ {', '.join(properties)} }}"
    return f"{{ [key]: {type_text(schema.get('additionalProperties', True))} }}"
