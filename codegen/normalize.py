"""One spelling for each meaning: JSON Schema as extracted becomes the small dialect that the generator reads.

The dialect: no type lists, no `oneOf`, no `allOf`, `null` only as the last branch of an `anyOf`, no `anyOf` directly in
another, numbers as `["integer", "number"]` (kept as sent), integers and JSON values by their Python name, no keyword
without effect.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from codegen.check_schema import DEFINITION_PREFIX, drop_second_spellings
from codegen.json_values import is_json_value

Schema = dict[str, Any]

NOTES = ("default", "x-zod")
BASE_MODULE = "ai_sdk_generated._base"
NULL: Schema = {"type": "null"}
NUMBER = ["integer", "number"]
JSON_VALUE: Schema = {"customTypePath": "pydantic.JsonValue"}
NEVER: Schema = {"customTypePath": f"{BASE_MODULE}.Absent"}

_SAFE_INTEGER = 9007199254740991
_BOUNDS = ("exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf")
BY_TYPE: dict[str, tuple[str, ...]] = {
    "string": ("pattern", "minLength", "maxLength"),
    "integer": _BOUNDS,
    "number": _BOUNDS,
    "array": ("items", "prefixItems", "minItems", "maxItems"),
    "object": ("properties", "required", "additionalProperties", "propertyNames"),
}
_LENGTHS = frozenset({"minLength", "maxLength"})
# The keywords of `BY_TYPE` that say what is inside, not how it is constrained.
SHAPES = frozenset({"items", "prefixItems", "properties", "required", "additionalProperties", "propertyNames"})


def normalize_definitions(definitions: Mapping[str, Any]) -> dict[str, Schema]:
    """Rewrite every definition into the dialect; those that mean any JSON value vanish into their uses."""
    json_values = {name for name in definitions if is_json_value(name, definitions)}
    return {
        name: _put_json_values(normalize(schema), json_values)
        for name, schema in definitions.items()
        if name not in json_values
    }


def _put_json_values(node: Any, names: set[str]) -> Any:
    if isinstance(node, list):
        return [_put_json_values(item, names) for item in node]
    if not isinstance(node, dict):
        return node
    if str(node.get("$ref", "")).removeprefix(DEFINITION_PREFIX) in names:
        return {**JSON_VALUE, **{keyword: value for keyword, value in node.items() if keyword != "$ref"}}
    return {keyword: _put_json_values(value, names) for keyword, value in node.items()}


def normalize(schema: Any) -> Schema:
    """Rewrite one schema, and everything below it, into the dialect."""
    if isinstance(schema, bool):
        return {} if schema else dict(NEVER)
    result = _normalize_core(schema)
    kept = (*NOTES, "x-zod-refine") if result.get("type") == "object" else NOTES
    result.update({keyword: schema[keyword] for keyword in kept if keyword in schema})
    return result


def _normalize_core(schema: Schema) -> Schema:
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            return union(normalize(branch) for branch in schema[keyword])
    if "const" in schema:
        return _literal([schema["const"]])
    if "enum" in schema:
        return _literal(schema["enum"])
    if "not" in schema:
        return dict(NEVER)
    types = schema.get("type", [])
    return union(_of_type(name, schema) for name in ([types] if isinstance(types, str) else types)) if types else {}


def union(branches: Iterable[Schema]) -> Schema:
    """Join alternatives: nested unions are opened, doubles dropped, `null` goes last, a single one is itself."""
    flat: list[Schema] = []
    for branch in branches:
        plain = {keyword: value for keyword, value in branch.items() if keyword not in NOTES}
        flat.extend(part for part in plain.get("anyOf", [plain]) if part not in flat)
    if any(not branch for branch in flat):
        return {}
    if NULL in flat:
        flat = [branch for branch in flat if branch != NULL] + [dict(NULL)]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def split_null(schema: Schema) -> tuple[Schema, bool]:
    """Take `null` out of a normalised schema: the rest, and whether it was there."""
    branches = schema.get("anyOf", [])
    if not branches or branches[-1] != NULL:
        return schema, False
    return union(branches[:-1]), True


def _literal(values: list[Any]) -> Schema:
    rest = [value for value in values if value is not None]
    branches: list[Schema] = [{"enum": rest}] if rest else []
    return union([*branches, dict(NULL)] if len(rest) < len(values) else branches)


def _of_type(name: str, schema: Schema) -> Schema:
    kept = {keyword: schema[keyword] for keyword in BY_TYPE.get(name, ()) if keyword in schema}
    match name:
        case "string" if schema.get("format") == "binary":
            return {"type": "string", "format": "binary"}
        case "string" if schema.get("format") == "uri" and not kept:
            return {"customTypePath": f"{BASE_MODULE}.Url"}
        case "integer":
            return {"customTypePath": f"{BASE_MODULE}.Integer", **_real_bounds(kept)}
        case "number":
            return {"type": list(NUMBER), **_real_bounds(kept)}
        case "array":
            return _array(kept)
        case "object":
            return _object(kept)
        case _:
            return {"type": name, **kept}


def _real_bounds(bounds: Schema) -> Schema:
    """Drop the bounds that only say that JavaScript's integers are safe."""
    return {keyword: value for keyword, value in bounds.items() if abs(value) != _SAFE_INTEGER}


def _array(array: Schema) -> Schema:
    if "prefixItems" in array:
        parts = [normalize(part) for part in array["prefixItems"]]
        if array.get("items", True) is False:
            return {"type": "array", "prefixItems": parts, "items": False, **_sizes(len(parts))}
        rest = array.get("items")
        return {"type": "array", "items": union([*parts, normalize(rest)]) if rest is not None else {}}
    sizes: Schema = {keyword: array[keyword] for keyword in ("minItems", "maxItems") if keyword in array}
    return {"type": "array", "items": normalize(array.get("items", True)), **sizes}


def _sizes(count: int) -> dict[str, Any]:
    return {"minItems": count, "maxItems": count}


def _object(schema: Schema) -> Schema:
    keys = schema.get("propertyNames", {}).get("enum")
    extra = schema.get("additionalProperties")
    if keys is not None and "required" in schema:
        closed = {key: normalize(extra if extra is not None else True) for key in keys}
        return {
            "type": "object",
            "properties": closed,
            "required": list(schema["required"]),
            "additionalProperties": False,
        }
    result: Schema = {"type": "object"}
    if keys is not None:
        result["propertyNames"] = {"enum": keys}
    elif _LENGTHS & schema.get("propertyNames", {}).keys():
        result["propertyNames"] = schema["propertyNames"]
    elif "x-zod" in schema.get("propertyNames", {}):
        result["propertyNames"] = {"type": "string", "x-zod": schema["propertyNames"]["x-zod"]}
    if "properties" in schema:
        properties = drop_second_spellings(schema["properties"])
        result["properties"] = {name: normalize(child) for name, child in properties.items()}
        result["required"] = [name for name in properties if name in schema.get("required", ())]
    elif keys is None and extra is None:
        extra = True
    if extra is not None:
        result["additionalProperties"] = (normalize(extra) or True) if isinstance(extra, dict) else extra
    return _record(result) if result.get("additionalProperties") and not result.get("properties") else result


def _record(schema: Schema) -> Schema:
    """Write an object without known keys as a record, which stays a dict."""
    values = schema["additionalProperties"]
    keys = {"propertyNames": schema["propertyNames"]} if "propertyNames" in schema else {}
    return {"type": "object", "additionalProperties": {} if values is True else values, **keys}
