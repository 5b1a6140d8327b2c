"""JSON Schema in Moonshot's dialect of it (MFJS).

Ports: @ai-sdk/moonshotai/src/normalize-json-schema-for-mfjs.ts
"""

from typing import Any

from ai_sdk.provider import JSONObject, UnsupportedFunctionalityError

__all__ = ["normalize_json_schema_for_mfjs"]

_SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SCHEMA_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
_SCHEMAS = ("additionalProperties", "propertyNames", "items", "contains", "not", "if", "then", "else")


def normalize_json_schema_for_mfjs(schema: Any) -> JSONObject:
    """Return the schema as Moonshot's validator takes it; everything it does not mind stays as it is.

    A list of `items` becomes `prefixItems`, and a `type` beside `anyOf` moves into its branches. Raises
    `UnsupportedFunctionalityError` when the root is not of type `object`.

    >>> normalize_json_schema_for_mfjs({"type": "object", "properties": {"at": {"items": [{"type": "number"}]}}})
    {'type': 'object', 'properties': {'at': {'prefixItems': [{'type': 'number'}]}}}
    """
    if not isinstance(schema, dict) or schema.get("type") != "object":
        raise UnsupportedFunctionalityError(
            functionality='tool parameters must be a JSON Schema object with type "object" for moonshotai (MFJS)'
        )
    return _normalize_object(schema)


def _normalize(schema: Any) -> Any:
    return _normalize_object(schema) if isinstance(schema, dict) else schema


def _normalize_object(schema: JSONObject) -> JSONObject:
    result = _without_item_list(schema)
    if isinstance(result.get("type"), str) and isinstance(result.get("anyOf"), list):
        kind = result.pop("type")
        result["anyOf"] = [_with_type(branch, kind) for branch in result["anyOf"]]
    for key in _SCHEMA_LISTS:
        if isinstance(result.get(key), list):
            result[key] = [_normalize(item) for item in result[key]]
    for key in _SCHEMA_MAPS:
        if isinstance(result.get(key), dict):
            result[key] = {name: _normalize(item) for name, item in result[key].items()}
    for key in _SCHEMAS:
        if key in result:
            result[key] = _normalize(result[key])
    return result


def _without_item_list(schema: JSONObject) -> JSONObject:
    items = schema.get("items")
    if not isinstance(items, list):
        return dict(schema)
    first = schema.get("prefixItems")
    # Positions count: those that are prefix items already stay in front.
    prefix = [*(first if isinstance(first, list) else []), *items]
    return {**{key: value for key, value in schema.items() if key != "items"}, "prefixItems": prefix}


def _with_type(branch: Any, kind: str) -> Any:
    if not isinstance(branch, dict) or branch.get("type") is not None:
        return branch
    return {"type": kind, **branch}
