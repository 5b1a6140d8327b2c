"""JSON Schema becomes Moonshot's dialect of it."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import UnsupportedFunctionalityError
from ai_sdk.providers.moonshotai.normalize_json_schema_for_mfjs import normalize_json_schema_for_mfjs

TEXT, NUMBER = {"type": "string"}, {"type": "number"}
TUPLE = {"items": [TEXT, NUMBER, True]}
NORMAL = {"prefixItems": [TEXT, NUMBER, True]}


@pytest.mark.parametrize(
    ("schema", "normalized"),
    [
        (TUPLE, NORMAL),
        ({"prefixItems": [NUMBER], "items": [TEXT]}, {"prefixItems": [NUMBER, TEXT]}),
        ({"prefixItems": "odd", "items": []}, {"prefixItems": []}),
        ({"items": TEXT, "minItems": 1}, {"items": TEXT, "minItems": 1}),
        (
            {"type": "string", "anyOf": [{"minLength": 1}, NUMBER, {"type": None}, True]},
            {"anyOf": [{"type": "string", "minLength": 1}, NUMBER, {"type": None}, True]},
        ),
        ({"type": ["string"], "anyOf": [{}]}, {"type": ["string"], "anyOf": [{}]}),
        *(({key: [TUPLE]}, {key: [NORMAL]}) for key in ("allOf", "anyOf", "oneOf", "prefixItems")),
        *(({key: {"a": TUPLE}}, {key: {"a": NORMAL}}) for key in ("patternProperties", "$defs", "dependentSchemas")),
        *(({key: TUPLE}, {key: NORMAL}) for key in ("additionalProperties", "items", "contains", "not", "if", "else")),
        ({"additionalProperties": False, "then": True}, {"additionalProperties": False, "then": True}),
        ({"enum": [TUPLE], "default": TUPLE}, {"enum": [TUPLE], "default": TUPLE}),
    ],
)
def test_tuples_and_typed_choices_are_rewritten_wherever_a_schema_may_stand(schema, normalized):
    root = {"type": "object", "properties": {"a": schema}}
    assert normalize_json_schema_for_mfjs(root) == {"type": "object", "properties": {"a": normalized}}


@pytest.mark.parametrize("schema", [True, [], None, {}, {"type": "array"}, {"type": ["object"]}])
def test_the_root_must_be_an_object(schema):
    with pytest.raises(UnsupportedFunctionalityError, match="must be a JSON Schema object"):
        normalize_json_schema_for_mfjs(schema)


def test_the_callers_schema_stays_as_it_is():
    schema = {"type": "object", "anyOf": [{}], "items": [{}]}
    normalize_json_schema_for_mfjs(schema)
    assert schema == {"type": "object", "anyOf": [{}], "items": [{}]}


schemas = st.recursive(
    st.booleans() | st.sampled_from([TEXT, NUMBER, {}]),
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "type": st.just("string"),
            "items": inner | st.lists(inner, max_size=2),
            "anyOf": st.lists(inner, max_size=2),
            "properties": st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
            "not": inner,
        },
    ),
    max_leaves=8,
)


@given(schemas)
def test_a_normalized_schema_stays_as_it_is(schema):
    once = normalize_json_schema_for_mfjs({"type": "object", "properties": {"a": schema}})
    assert normalize_json_schema_for_mfjs(once) == once
