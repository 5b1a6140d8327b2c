import copy
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, UnsupportedFunctionalityError
from ai_sdk.providers.openai.json_schema import normalize_openai_json_schema

STRING = {"type": "string"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
KEYWORDS = ["properties", "items", "allOf", "$defs", "dependencies", "if", "not", "pattern", "propertyNames", "$ref"]
SCHEMAS = st.recursive(
    st.dictionaries(st.sampled_from(KEYWORDS), JSON, max_size=3),
    lambda inner: st.dictionaries(st.sampled_from(KEYWORDS), inner | st.lists(inner, max_size=2), max_size=3),
    max_leaves=8,
)


def features(schema: dict[str, Any]) -> list[Any]:
    return [getattr(warning, "feature", None) for warning in normalize_openai_json_schema(schema)[1]]


def test_property_names_are_removed_wherever_they_stand_with_one_warning() -> None:
    inner = {"type": "object", "propertyNames": {"type": "string", "pattern": "^a"}}
    schema = {
        "type": "object",
        "properties": {"a": inner},
        "patternProperties": {"b": inner},
        "additionalProperties": inner,
        "items": [inner, True],
        "contains": inner,
        "not": inner,
        "anyOf": [inner],
        "definitions": {"c": inner},
        "dependencies": {"d": inner, "e": ["a"]},
        "then": inner,
        "propertyNames": {"minLength": 2},
    }
    clean = {"type": "object"}
    assert normalize_openai_json_schema(schema)[0] == {
        "type": "object",
        "properties": {"a": clean},
        "patternProperties": {"b": clean},
        "additionalProperties": clean,
        "items": [clean, True],
        "contains": clean,
        "not": clean,
        "anyOf": [clean],
        "definitions": {"c": clean},
        "dependencies": {"d": clean, "e": ["a"]},
        "then": clean,
    }
    assert features(schema) == ["JSON Schema propertyNames"]


@pytest.mark.parametrize("names", [True, False, {"type": "number"}, {"type": ["string"]}])
def test_property_names_that_are_no_strings_are_refused(names: Any) -> None:
    with pytest.raises(UnsupportedFunctionalityError, match="does not use a string schema"):
        normalize_openai_json_schema({"propertyNames": names})


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("^a(?=b)", False),
        ("^a(?!b)", False),
        ("(?<=a)b", False),
        ("(?<!a)b", False),
        ("(?:ab)", True),
        ("(?<name>a)", True),
        (r"\(?=a", True),
        ("[(?=]a", True),
        (r"[\](?=]a", True),
        ("[a](?=b)", False),
        ("a\\", True),
        ("[a(?=", True),
    ],
)
def test_a_pattern_is_removed_when_it_looks_around(pattern: str, *, kept: bool) -> None:
    schema, warnings = normalize_openai_json_schema({"type": "string", "pattern": pattern})
    assert (schema, len(warnings)) == (({**STRING, "pattern": pattern}, 0) if kept else (STRING, 1))


def test_a_single_reference_in_all_of_becomes_the_reference() -> None:
    schema = {"properties": {"a": {"description": "d", "allOf": [{"$ref": "#/$defs/b"}]}}, "$defs": {"b": STRING}}
    assert normalize_openai_json_schema(schema) == (
        {"properties": {"a": {"description": "d", "$ref": "#/$defs/b"}}, "$defs": {"b": STRING}},
        [],
    )


@pytest.mark.parametrize("all_of", [[], [{"$ref": "#/a"}, {"$ref": "#/b"}], [{"$ref": "#/a", "type": "string"}]])
def test_any_other_all_of_stays(all_of: list[Any]) -> None:
    assert normalize_openai_json_schema({"properties": {"a": {"allOf": all_of}}})[0] == {
        "properties": {"a": {"allOf": all_of}}
    }


@pytest.mark.parametrize("keyword", ["definitions", "$defs"])
def test_a_local_reference_at_the_root_is_put_in_place(keyword: str) -> None:
    schema = {"title": "t", "allOf": [{"$ref": f"#/{keyword}/a~1b~0"}], keyword: {"a/b~": {"type": "object"}}}
    assert normalize_openai_json_schema(schema)[0] == {
        "type": "object",
        "title": "t",
        keyword: {"a/b~": {"type": "object"}},
    }


@pytest.mark.parametrize("reference", ["#", "#/$defs/missing", "https://a.example", "#/definitions/a"])
def test_a_root_reference_that_leads_nowhere_stays(reference: str) -> None:
    schema = {"allOf": [{"$ref": reference}], "$defs": {"a": {"type": "object"}}}
    assert normalize_openai_json_schema(schema)[0] == schema


def test_the_warnings_come_in_one_order_whatever_was_met_first() -> None:
    schema = {"pattern": "(?=a)", "items": {"propertyNames": {}}}
    assert features(schema) == ["JSON Schema propertyNames", "JSON Schema pattern with regex lookaround"]


@given(SCHEMAS)
def test_any_schema_is_normalized_or_refused_and_never_changed_in_place(schema: dict[str, Any]) -> None:
    before = copy.deepcopy(schema)
    try:
        normalized, _ = normalize_openai_json_schema(schema)
    except AISDKError:
        normalized = {}
    assert schema == before
    assert "propertyNames" not in normalized


@given(SCHEMAS)
def test_a_normalized_schema_raises_no_more_warnings(schema: dict[str, Any]) -> None:
    try:
        normalized, _ = normalize_openai_json_schema(schema)
    except AISDKError:
        return
    assert normalize_openai_json_schema(normalized)[1] == []
