"""JSON schemas as Anthropic's constrained decoder takes them.

Ports: @ai-sdk/anthropic/src/sanitize-json-schema.ts
"""

import re
from typing import Any

from ai_sdk.provider import JSONObject, stringify

__all__ = ["sanitize_json_schema"]

_SUPPORTED_STRING_FORMATS = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"}
)
_DESCRIPTION_CONSTRAINT_KEYS = (
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "not",
)
_CAPITAL = re.compile("[A-Z]")


def sanitize_json_schema(schema: JSONObject) -> JSONObject:
    """Return the schema without what Anthropic rejects; constraints go into descriptions, objects are closed.

    The answer is still validated with the whole schema.

    >>> sanitize_json_schema({"type": "integer", "minimum": 1})
    {'type': 'integer', 'description': 'minimum: 1.'}
    """
    if schema.get("$ref") is not None:
        # Definitions stay next to a reference, or one at the top would lead nowhere.
        return {"$ref": schema["$ref"], **_definitions(schema)}
    result = _annotations(schema) | _combinations(schema) | _definitions(schema) | _object(schema) | _items(schema)
    string_format = schema.get("format")
    if isinstance(string_format, str) and string_format in _SUPPORTED_STRING_FORMATS:
        result["format"] = string_format
    constraints = _constraint_description(schema)
    if constraints is not None:
        own = result.get("description")
        result["description"] = constraints if own is None else f"{own}\n{constraints}"
    return result


def _sanitize(definition: Any) -> Any:
    return sanitize_json_schema(definition) if isinstance(definition, dict) else definition


def _sanitize_all(definitions: JSONObject) -> JSONObject:
    return {name: _sanitize(definition) for name, definition in definitions.items()}


def _annotations(schema: JSONObject) -> JSONObject:
    result = {key: schema[key] for key in ("$schema", "$id", "title", "description") if schema.get(key) is not None}
    result |= {key: schema[key] for key in ("default", "const") if key in schema}
    return result | {key: schema[key] for key in ("enum", "type") if schema.get(key) is not None}


def _combinations(schema: JSONObject) -> JSONObject:
    result: JSONObject = {}
    alternatives = schema.get("oneOf") if schema.get("anyOf") is None else schema["anyOf"]
    if alternatives is not None:
        result["anyOf"] = [_sanitize(item) for item in alternatives]
    if schema.get("allOf") is not None:
        result["allOf"] = [_sanitize(item) for item in schema["allOf"]]
    return result


def _definitions(schema: JSONObject) -> JSONObject:
    return {key: _sanitize_all(schema[key]) for key in ("definitions", "$defs") if schema.get(key) is not None}


def _object(schema: JSONObject) -> JSONObject:
    properties, required = schema.get("properties"), schema.get("required")
    if schema.get("type") != "object" and properties is None:
        return {}
    result: JSONObject = {} if properties is None else {"properties": _sanitize_all(properties)}
    result["additionalProperties"] = False
    if required is not None:
        result["required"] = required
    return result


def _items(schema: JSONObject) -> JSONObject:
    items = schema.get("items")
    if items is None:
        return {}
    return {"items": [_sanitize(item) for item in items] if isinstance(items, list) else _sanitize(items)}


def _constraint_description(schema: JSONObject) -> str | None:
    descriptions = [
        f"{_spaced(key)}: {schema[key] if isinstance(schema[key], str) else stringify(schema[key])}"
        for key in _DESCRIPTION_CONSTRAINT_KEYS
        if schema.get(key) is not None and schema[key] is not False
    ]
    string_format = schema.get("format")
    if isinstance(string_format, str) and string_format not in _SUPPORTED_STRING_FORMATS:
        descriptions.append(f"format: {string_format}")
    return f"{'; '.join(descriptions)}." if descriptions else None


def _spaced(key: str) -> str:
    return _CAPITAL.sub(lambda match: f" {match[0].lower()}", key)
