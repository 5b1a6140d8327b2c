"""The demand for JSON in a prompt."""

import pytest

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.provider_utils.inject_json_instruction import (
    inject_json_instruction,
    inject_json_instruction_into_messages,
)

SCHEMA: JSONObject = {"type": "object", "properties": {"größe": {"type": "number"}}}
SCHEMA_TEXT = '{"type":"object","properties":{"größe":{"type":"number"}}}'
MATCHES = "You MUST answer with a JSON object that matches the JSON schema above."
USER = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="How big is it?")])


@pytest.mark.parametrize(
    ("prompt", "schema", "expected"),
    [
        ("Be brief.", SCHEMA, f"Be brief.\n\nJSON schema:\n{SCHEMA_TEXT}\n{MATCHES}"),
        ("", SCHEMA, f"JSON schema:\n{SCHEMA_TEXT}\n{MATCHES}"),
        (None, None, "You MUST answer with JSON."),
        (None, {}, f"JSON schema:\n{{}}\n{MATCHES}"),
    ],
)
def test_the_demand_names_the_schema_when_there_is_one(
    prompt: str | None, schema: JSONObject | None, expected: str
) -> None:
    assert inject_json_instruction(prompt, schema) == expected


def test_words_of_the_caller_replace_those_around_the_schema() -> None:
    text = inject_json_instruction("Be brief.", SCHEMA, schema_prefix="Shape:", schema_suffix="")
    assert text == f"Be brief.\n\nShape:\n{SCHEMA_TEXT}\n"


def test_a_prefix_stands_without_a_schema_too() -> None:
    assert inject_json_instruction(schema_prefix="Now:") == "Now:\nYou MUST answer with JSON."


def test_the_first_system_message_carries_the_demand_and_stays_as_it_was_for_the_caller() -> None:
    system = LanguageModelV4SystemMessage(content="Be brief.", provider_options={"mistral": {"a": 1}})
    injected = inject_json_instruction_into_messages([system, USER])
    assert injected == [
        LanguageModelV4SystemMessage(
            content="Be brief.\n\nYou MUST answer with JSON.", provider_options={"mistral": {"a": 1}}
        ),
        USER,
    ]
    assert system.content == "Be brief."


def test_a_prompt_without_a_system_message_first_gets_one() -> None:
    later = LanguageModelV4SystemMessage(content="Later.")
    assert inject_json_instruction_into_messages([USER, later]) == [
        LanguageModelV4SystemMessage(content="You MUST answer with JSON."),
        USER,
        later,
    ]
    assert inject_json_instruction_into_messages([]) == [
        LanguageModelV4SystemMessage(content="You MUST answer with JSON.")
    ]
