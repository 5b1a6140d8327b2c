"""Which JSON schemas Anthropic's native structured outputs take whole.

Ports: @ai-sdk/anthropic/src/supports-native-structured-output-schema.ts
Ports: @ai-sdk/anthropic/src/has-circular-schema-reference.ts
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from ai_sdk.provider import JSONObject

__all__ = ["supports_native_structured_output_schema"]

# Anthropic refuses more than 24 optional properties, and compiling the grammar fails earlier: from 13 on Bedrock and
# Anthropic itself, from 11 on Vertex.
_MAX_OPTIONAL_PROPERTIES = 10

_SUBSCHEMA_KEYWORDS = ("additionalProperties", "contains", "else", "if", "items", "not", "then")
_SUBSCHEMA_LIST_KEYWORDS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SUBSCHEMA_MAP_KEYWORDS = ("dependentSchemas", "patternProperties", "properties")
# Definitions are reached through references only, and instance data may have a key that is called `$ref`.
_UNVISITED_KEYWORDS = frozenset({"$defs", "definitions", "const", "default", "enum", "examples"})
_MALFORMED_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def supports_native_structured_output_schema(schema: JSONObject) -> bool:
    """Whether Anthropic takes the schema without refusing it or losing data.

    It refuses schemas that refer to themselves and many optional properties; it closes open objects, for which the
    model could then only answer `{}`.

    >>> supports_native_structured_output_schema({"type": "object", "additionalProperties": {"type": "string"}})
    False
    """
    if _References(schema).has_cycle("#"):
        return False
    stats = _Statistics(schema).read(schema)
    return not stats.has_open_object and stats.optional_properties <= _MAX_OPTIONAL_PROPERTIES


class _References:
    """The local references of a schema, followed depth first."""

    def __init__(self, schema: JSONObject) -> None:
        self._schema = schema
        self._visiting: set[str] = set()
        self._visited: set[str] = set()

    def has_cycle(self, pointer: str) -> bool:
        """Whether following `pointer` leads back to it."""
        if pointer in self._visiting:
            return True
        if pointer in self._visited:
            return False
        self._visiting.add(pointer)
        found = any(self.has_cycle(reference) for reference in _local_references(_resolve(self._schema, pointer)))
        self._visiting.discard(pointer)
        self._visited.add(pointer)
        return found


def _local_references(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _local_references(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _references_of_keyword(key, value)


def _references_of_keyword(key: str, value: Any) -> Iterator[str]:
    if key == "$ref":
        if _is_local(value):
            yield value
    elif key in _SUBSCHEMA_MAP_KEYWORDS and isinstance(value, dict):
        yield from _local_references(list(value.values()))
    elif key not in _UNVISITED_KEYWORDS:
        yield from _local_references(value)


def _is_local(reference: Any) -> bool:
    return isinstance(reference, str) and reference.startswith("#")


def _resolve(schema: JSONObject, pointer: str) -> Any:
    """Return what a JSON pointer names, or `None`."""
    if pointer == "#":
        return schema
    if not pointer.startswith("#/"):
        return None
    if _MALFORMED_ESCAPE.search(pointer):
        return None
    try:
        path = unquote_to_bytes(pointer[2:]).decode()
    except ValueError:
        return None
    current: Any = schema
    for segment in path.split("/"):
        current = _step(current, segment.replace("~1", "/").replace("~0", "~"))
    return current


def _step(current: Any, segment: str) -> Any:
    if isinstance(current, list):
        return current[int(segment)] if segment.isdecimal() and int(segment) < len(current) else None
    return current.get(segment) if isinstance(current, dict) else None


@dataclass(slots=True)
class _Counts:
    optional_properties: int = 0
    has_open_object: bool = False

    def add(self, other: "_Counts") -> None:
        self.optional_properties += other.optional_properties
        self.has_open_object = self.has_open_object or other.has_open_object


class _Statistics:
    """Counts what makes a schema hard; references count at every use. The schema must have no cycles."""

    def __init__(self, root: JSONObject) -> None:
        self._root = root
        self._by_reference: dict[str, _Counts] = {}

    def read(self, node: Any) -> _Counts:
        counts = _Counts()
        if not isinstance(node, dict):
            return counts
        if _is_local(node.get("$ref")):
            counts.add(self._read_reference(node["$ref"]))
        counts.has_open_object = counts.has_open_object or _is_open_object(node)
        counts.optional_properties += _count_optional_properties(node)
        for child in _children(node):
            counts.add(self.read(child))
        return counts

    def _read_reference(self, pointer: str) -> _Counts:
        if pointer not in self._by_reference:
            self._by_reference[pointer] = self.read(_resolve(self._root, pointer))
        return self._by_reference[pointer]


def _children(node: JSONObject) -> Iterator[Any]:
    for keyword in _SUBSCHEMA_KEYWORDS:
        value = node.get(keyword)
        yield from value if isinstance(value, list) else (value,)
    for keyword in _SUBSCHEMA_LIST_KEYWORDS:
        value = node.get(keyword)
        yield from value if isinstance(value, list) else ()
    for keyword in _SUBSCHEMA_MAP_KEYWORDS:
        value = node.get(keyword)
        yield from value.values() if isinstance(value, dict) else ()


def _count_optional_properties(node: JSONObject) -> int:
    properties, required = node.get("properties"), node.get("required")
    if not isinstance(properties, dict):
        return 0
    return len(properties.keys() - set(required if isinstance(required, list) else ()))


def _is_open_object(node: JSONObject) -> bool:
    additional, patterns, kind = node.get("additionalProperties"), node.get("patternProperties"), node.get("type")
    if additional is True or isinstance(additional, dict) or (isinstance(patterns, dict) and patterns):
        return True
    is_object = kind == "object" or (isinstance(kind, list) and "object" in kind)
    return is_object and node.get("properties") is None and additional is not False
