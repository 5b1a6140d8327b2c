"""The inputs of Anthropic's own tools as JSON Schema 7, which Converse wants to know.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-prepare-tools.ts
"""

import inspect
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from ai_sdk.provider import JSONObject
from ai_sdk.providers.anthropic import tools as anthropic_tools

__all__ = ["anthropic_tool_input_schema"]

_LARGEST_SAFE_INTEGER = 2**53 - 1
_INTEGER: JSONObject = {"type": "integer", "minimum": -_LARGEST_SAFE_INTEGER, "maximum": _LARGEST_SAFE_INTEGER}
_DROPPED = frozenset({"$defs", "default", "discriminator", "title"})


@lru_cache(maxsize=64)
def anthropic_tool_input_schema(tool_id: str) -> JSONObject | None:
    """Return the schema of a tool's input, written as upstream writes it; `None` when Anthropic has no such tool.

    >>> anthropic_tool_input_schema("anthropic.bash_20250124")["required"]
    ['command']
    """
    provider, _, name = tool_id.partition(".")
    if provider != "anthropic" or name not in anthropic_tools.__all__ or not name.islower():
        return None
    factory = getattr(anthropic_tools, name)
    required = (name for name, each in inspect.signature(factory).parameters.items() if each.default is each.empty)
    input_model = factory(**dict.fromkeys(required, "")).input_model
    schema: JSONObject = TypeAdapter(input_model).json_schema(by_alias=True)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **_convert(schema, schema.get("$defs", {}))}


def _convert(schema: JSONObject, definitions: JSONObject) -> JSONObject:
    """Write a schema of pydantic's as zod writes it: without names and references, and with closed objects."""
    if "$ref" in schema:
        return _convert(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema or "oneOf" in schema:
        return _union(schema, definitions)
    result = {key: value for key, value in schema.items() if key not in _DROPPED}
    if "const" in result:
        result["type"] = "string"
    if result.get("type") == "object":
        properties = result.get("properties", {})
        result["properties"] = {name: _convert(each, definitions) for name, each in properties.items()}
        result["additionalProperties"] = False
    if "prefixItems" in result:
        result["items"] = [_convert(item, definitions) for item in result.pop("prefixItems")]
        result["additionalItems"] = False
    elif "items" in result:
        result["items"] = _convert(result["items"], definitions)
    return result


def _union(schema: JSONObject, definitions: JSONObject) -> JSONObject:
    """Write a union: numbers and nullable types are one type for zod, and pydantic nests tagged unions deeper."""
    branches: list[Any] = schema.get("anyOf") or schema["oneOf"]
    kinds = [branch.get("type") for branch in branches]
    if set(kinds) == {"number", "integer"}:
        return dict(_INTEGER) if any("multipleOf" in branch for branch in branches) else {"type": "number"}
    if kinds[1:] == ["null"]:
        return {**_convert(branches[0], definitions), "type": [kinds[0], "null"]}
    converted: list[JSONObject] = []
    for branch in branches:
        resolved = definitions.get(branch.get("$ref", "").rpartition("/")[2], branch)
        inner = _convert(resolved, definitions)
        converted += inner["oneOf"] if "oneOf" in resolved else [inner]
    return {"oneOf": converted}
