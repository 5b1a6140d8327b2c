"""The schema of a JSON answer as `responseJsonSchema` takes it.

Ports: @ai-sdk/google/src/sanitize-response-json-schema.ts
"""

from typing import Any

from ai_sdk.provider import JSONObject

__all__ = ["sanitize_response_json_schema"]

_SCHEMA_MAPS = ("properties", "$defs")
_SCHEMA_LISTS = ("anyOf", "oneOf")
# What is given as null is left out, as far as it is read at all.
_NULLABLE = frozenset({"properties", "items", "additionalProperties", "anyOf", "oneOf"})


def sanitize_response_json_schema(schema: JSONObject) -> JSONObject:
    """Write each `const` as an `enum` of one value, wherever Google reads a schema; the rest stays.

    >>> sanitize_response_json_schema({"properties": {"kind": {"const": "a"}}})
    {'properties': {'kind': {'enum': ['a']}}}
    """
    result = {
        key: value for key, value in schema.items() if key != "const" and (value is not None or key not in _NULLABLE)
    }
    if "const" in schema:
        result["enum"] = [schema["const"]]
    for key in _SCHEMA_MAPS:
        if result.get(key) is not None:
            result[key] = {name: _sanitize(definition) for name, definition in result[key].items()}
    for key in _SCHEMA_LISTS:
        if key in result:
            result[key] = [_sanitize(definition) for definition in result[key]]
    if "items" in result:
        items = result["items"]
        result["items"] = [_sanitize(item) for item in items] if isinstance(items, list) else _sanitize(items)
    if "additionalProperties" in result:
        result["additionalProperties"] = _sanitize(result["additionalProperties"])
    return result


def _sanitize(definition: Any) -> Any:
    return definition if isinstance(definition, bool) else sanitize_response_json_schema(definition)
