"""JSON schemas for the decoder, facts of models, and the container that goes on."""

from types import SimpleNamespace

import pytest
from hypothesis import given, strategies as st

from ai_sdk.providers.anthropic import forward_anthropic_container_id_from_last_step
from ai_sdk.providers.anthropic.json_schema import sanitize_json_schema
from ai_sdk.providers.anthropic.model_catalog import AnthropicModelCapabilities, get_anthropic_model_capabilities
from ai_sdk.providers.anthropic.native_structured_output import supports_native_structured_output_schema

CLOSED = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}


@pytest.mark.parametrize(
    ("schema", "sanitized"),
    [
        (CLOSED, CLOSED),
        (True, True),
        ({"type": "string", "format": "date"}, {"type": "string", "format": "date"}),
        ({"type": "string", "format": "cron"}, {"type": "string", "description": "format: cron."}),
        (
            {"type": "string", "minLength": 2, "pattern": "^a", "description": "d"},
            {"type": "string", "description": "d\nmin length: 2; pattern: ^a."},
        ),
        ({"uniqueItems": False, "not": {"const": 1}}, {"description": 'not: {"const":1}.'}),
        ({"oneOf": [{"const": None}, True]}, {"anyOf": [{"const": None}, True]}),
        ({"allOf": [{"minimum": 1}], "default": None}, {"default": None, "allOf": [{"description": "minimum: 1."}]}),
        ({"items": [{"maximum": 1.5}]}, {"items": [{"description": "maximum: 1.5."}]}),
        ({"items": {"multipleOf": 2}}, {"items": {"description": "multiple of: 2."}}),
        ({"type": "object"}, {"type": "object", "additionalProperties": False}),
        (
            {"$ref": "#/$defs/a", "title": "t", "$defs": {"a": {"minItems": 1}}},
            {"$ref": "#/$defs/a", "$defs": {"a": {"description": "min items: 1."}}},
        ),
        (
            {"$schema": "s", "$id": "i", "title": "t", "enum": [1]},
            {"$schema": "s", "$id": "i", "title": "t", "enum": [1]},
        ),
    ],
)
def test_schemas_keep_what_the_decoder_takes(schema, sanitized):
    assert sanitize_json_schema({"items": schema}) == {"items": sanitized}


@pytest.mark.parametrize(
    ("schema", "taken"),
    [
        (CLOSED, True),
        ({"type": "object"}, False),
        ({"type": ["object", "null"]}, False),
        ({"additionalProperties": {"type": "string"}}, False),
        ({"patternProperties": {"a": True}}, False),
        ({"type": "object", "properties": {str(i): {} for i in range(10)}}, True),
        ({"type": "object", "properties": {str(i): {} for i in range(11)}}, False),
        ({"anyOf": [{"items": [{"type": "object"}]}]}, False),
        ({"$ref": "#"}, False),
        ({"$ref": "#/$defs/a", "$defs": {"a": {"items": {"$ref": "#/$defs/a"}}}}, False),
        ({"$ref": "#/$defs/a~1b", "$defs": {"a/b": CLOSED}}, True),
        ({"$ref": "#/anyOf/0", "anyOf": [CLOSED]}, True),
        ({"$ref": "#/anyOf/7", "anyOf": [CLOSED]}, True),
        ({"$ref": "#/a/b", "a": "text"}, True),
        ({"$ref": "#%"}, True),
        ({"$ref": "#/%zz"}, True),
        ({"$ref": "#/%ff"}, True),
        ({"properties": {"$ref": {"type": "string"}}, "required": ["$ref"]}, True),
        ({"enum": [{"$ref": "#"}]}, True),
        (
            {
                "properties": {"a": {"$ref": "#/$defs/t"}, "b": {"$ref": "#/$defs/t"}},
                "required": ["a", "b"],
                "$defs": {"t": {"properties": {str(i): {} for i in range(6)}}},
            },
            False,
        ),
    ],
)
def test_schemas_are_native_when_nothing_is_lost(schema, taken):
    assert supports_native_structured_output_schema(schema) is taken


schemas = st.recursive(
    st.booleans() | st.none() | st.sampled_from(["object", "#", "#/$defs/a"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["$ref", "$defs", "a", "type", "items", "properties", "anyOf", "required", "additionalProperties"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["$ref", "$defs", "items", "properties", "anyOf"]), schemas, max_size=4))
def test_any_schema_is_native_or_not(schema):
    assert supports_native_structured_output_schema(schema) in {True, False}


def test_facts_follow_the_family_and_platform_names_do_not_hide_it():
    assert get_anthropic_model_capabilities("us.anthropic.claude-opus-4-6-v1:0") == AnthropicModelCapabilities(
        max_output_tokens=128000, supports_structured_output=True, supports_adaptive_thinking=True
    )
    assert get_anthropic_model_capabilities("claude-sonnet-4@20250514").max_output_tokens == 64000
    assert get_anthropic_model_capabilities("gpt-5") == AnthropicModelCapabilities(is_known_model=False)


def step(**metadata):
    return SimpleNamespace(provider_metadata={"anthropic": metadata} if metadata else None)


def test_the_latest_container_goes_on():
    steps = [step(container={"id": "old"}), step(container={"id": "new"}), step(container=None), step()]
    assert forward_anthropic_container_id_from_last_step(steps=steps) == {
        "provider_options": {"anthropic": {"container": {"id": "new"}}}
    }
    assert forward_anthropic_container_id_from_last_step(steps=[step()]) is None
