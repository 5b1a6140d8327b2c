"""JSON Schema as OpenAI takes it: without what the API refuses, where leaving it out only loosens the check.

Ports: @ai-sdk/openai/src/normalize-openai-json-schema.ts
"""

import re
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    UnsupportedFunctionalityError,
)

__all__ = ["normalize_openai_json_schema"]

_NAMED_SCHEMAS = ("properties", "patternProperties", "definitions", "$defs")
_SCHEMAS = ("additionalProperties", "additionalItems", "items", "contains", "not", "if", "then", "else")
_SCHEMA_LISTS = ("items", "allOf", "anyOf", "oneOf")
_LOCAL_REFERENCE = re.compile(r"#/(definitions|\$defs)/(.+)")
# A pattern's parts that hide what follows (escapes, character classes), or a look-around.
_PATTERN_PART = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]?|(?P<lookaround>\(\?<?[=!])", re.DOTALL)

# What the warning about each removed keyword says, in the order of the warnings.
_REMOVALS = {
    "propertyNames": (
        "JSON Schema propertyNames",
        (
            "OpenAI does not support JSON Schema propertyNames. It was removed before sending the schema, "
            "so OpenAI will not enforce property-name constraints."
        ),
    ),
    "pattern": (
        "JSON Schema pattern with regex lookaround",
        (
            "OpenAI does not support regex lookaround in JSON Schema patterns. The pattern was removed before "
            "sending the schema, so OpenAI will not enforce that constraint."
        ),
    ),
}


def normalize_openai_json_schema(schema: JSONObject) -> tuple[JSONObject, list[SharedV4Warning]]:
    """Return the schema to send, and a warning for each kind of constraint that OpenAI will not check.

    Removes `propertyNames` and patterns with look-around, and replaces an `allOf` of one reference by the reference.
    Raises `UnsupportedFunctionalityError` for `propertyNames` that ask for anything but strings.

    >>> normalize_openai_json_schema({"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"type": "object"}}})[0]
    {'type': 'object', '$defs': {'a': {'type': 'object'}}}
    """
    normalizer = _Normalizer()
    normalized = _expand_root_reference(normalizer.normalize(schema))
    return normalized, [_warning(keyword) for keyword in _REMOVALS if keyword in normalizer.removed]


class _Normalizer:
    """Normalizes the schemas of one document and remembers what it removed."""

    def __init__(self) -> None:
        self.removed: set[str] = set()

    def normalize(self, schema: JSONObject) -> JSONObject:
        """Normalize a schema and all below it, but leave a single reference at its own top as it is."""
        result = dict(schema)
        self._remove_property_names(result)
        self._remove_lookaround(result)
        for key in _NAMED_SCHEMAS:
            if isinstance(result.get(key), dict):
                result[key] = {name: self._definition(item) for name, item in result[key].items()}
        for key in _SCHEMA_LISTS:
            if isinstance(result.get(key), list):
                result[key] = [self._definition(item) for item in result[key]]
        for key in _SCHEMAS:
            if isinstance(result.get(key), dict):
                result[key] = self._definition(result[key])
        if isinstance(result.get("dependencies"), dict):
            result["dependencies"] = {name: self._definition(item) for name, item in result["dependencies"].items()}
        return result

    def _definition(self, definition: Any) -> Any:
        """Normalize what stands where a schema may stand: a boolean, or a list of names, stays as it is."""
        if not isinstance(definition, dict):
            return definition
        result = self.normalize(definition)
        reference = _single_reference(result)
        if reference is None:
            return result
        del result["allOf"]
        return {**result, "$ref": reference}

    def _remove_property_names(self, schema: JSONObject) -> None:
        names = schema.pop("propertyNames", None)
        if names is None:
            return
        if not isinstance(names, dict) or names.get("type") not in ["string", None]:
            raise UnsupportedFunctionalityError(
                functionality="JSON Schema propertyNames that does not use a string schema"
            )
        self.removed.add("propertyNames")

    def _remove_lookaround(self, schema: JSONObject) -> None:
        pattern = schema.get("pattern")
        if not isinstance(pattern, str) or not _contains_lookaround(pattern):
            return
        del schema["pattern"]
        self.removed.add("pattern")


def _warning(keyword: str) -> SharedV4Warning:
    feature, details = _REMOVALS[keyword]
    return SharedV4WarningCompatibility(feature=feature, details=details)


def _contains_lookaround(pattern: str) -> bool:
    return any(part["lookaround"] for part in _PATTERN_PART.finditer(pattern))


def _single_reference(schema: JSONObject) -> str | None:
    match schema.get("allOf"):
        case [{"$ref": str(reference), **others}] if not others:
            return reference
    return None


def _expand_root_reference(schema: JSONObject) -> JSONObject:
    """Put what a single local reference at the root means in its place: OpenAI wants an object there."""
    reference = _LOCAL_REFERENCE.fullmatch(_single_reference(schema) or "")
    if reference is None:
        return schema
    name = reference[2].replace("~1", "/").replace("~0", "~")
    referenced = schema.get(reference[1], {}).get(name)
    if not isinstance(referenced, dict):
        return schema
    return {**referenced, **{key: value for key, value in schema.items() if key != "allOf"}}
