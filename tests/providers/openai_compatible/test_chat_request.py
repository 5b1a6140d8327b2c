"""Call options become the body of a chat request, and warnings."""

from typing import Any

import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4CallOptions,
    SharedV4Warning,
    SharedV4WarningDeprecated,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider.codec import load
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
from ai_sdk.providers.openai_compatible.chat.request import build_request

PROMPT = [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
SCHEMA = {"type": "object"}
STRUCTURED = ChatDialect(supports_structured_outputs=True)


def build(
    dialect: ChatDialect | None = None, name: str = "acme", **options: Any
) -> tuple[dict[str, Any], list[SharedV4Warning]]:
    """The body without model and messages, and the warnings."""
    call = load(LanguageModelV4CallOptions, {"prompt": PROMPT, **options})
    request = build_request("m", name, call, dialect or ChatDialect())
    assert request.body.pop("messages") == [{"role": "user", "content": "Hi"}]
    assert request.body.pop("model") == "m"
    return request.body, request.warnings


def test_a_call_without_options_sends_model_and_messages():
    assert build() == ({}, [])


def test_every_setting_has_its_wire_name():
    body, warnings = build(
        maxOutputTokens=10,
        temperature=0,
        topP=0.5,
        frequencyPenalty=0.1,
        presencePenalty=0.2,
        stopSequences=["."],
        seed=7,
        topK=3,
        reasoning="low",
        tools=[
            {"type": "function", "name": "clock", "description": "Time.", "inputSchema": SCHEMA, "strict": True},
            {"type": "provider", "id": "acme.oracle", "name": "oracle", "args": {}},
        ],
        toolChoice={"type": "required"},
        providerOptions={"acme": {"user": "u", "textVerbosity": "low"}, "other": {"user": "v"}},
    )
    function = {"name": "clock", "description": "Time.", "parameters": SCHEMA, "strict": True}
    assert body == {
        "user": "u",
        "max_tokens": 10,
        "temperature": 0,
        "top_p": 0.5,
        "frequency_penalty": 0.1,
        "presence_penalty": 0.2,
        "stop": ["."],
        "seed": 7,
        "reasoning_effort": "low",
        "verbosity": "low",
        "tools": [{"type": "function", "function": function}],
        "tool_choice": "required",
    }
    assert warnings == [
        SharedV4WarningUnsupported(feature="topK"),
        SharedV4WarningUnsupported(feature="provider-defined tool acme.oracle"),
    ]


@pytest.mark.parametrize(
    ("choice", "wire"),
    [
        (None, None),
        ({"type": "auto"}, "auto"),
        ({"type": "tool", "toolName": "clock"}, {"type": "function", "function": {"name": "clock"}}),
    ],
)
def test_tool_choice_is_sent_with_tools_only(choice, wire):
    tools = [{"type": "function", "name": "clock", "inputSchema": SCHEMA}]
    assert build(tools=tools, toolChoice=choice)[0].get("tool_choice") == wire
    assert build(tools=[], toolChoice=choice) == ({}, [])


@pytest.mark.parametrize(
    ("dialect", "response_format", "wire"),
    [
        (STRUCTURED, {"type": "text"}, None),
        (STRUCTURED, {"type": "json"}, {"type": "json_object"}),
        (
            STRUCTURED,
            {"type": "json", "schema": SCHEMA},
            {"type": "json_schema", "json_schema": {"schema": SCHEMA, "strict": True, "name": "response"}},
        ),
        (
            STRUCTURED,
            {"type": "json", "schema": SCHEMA, "name": "n", "description": "d"},
            {
                "type": "json_schema",
                "json_schema": {"schema": SCHEMA, "strict": True, "name": "n", "description": "d"},
            },
        ),
        (None, {"type": "json"}, {"type": "json_object"}),
    ],
)
def test_a_response_format_is_sent(dialect, response_format, wire):
    body, warnings = build(dialect, responseFormat=response_format)
    assert (body.get("response_format"), warnings) == (wire, [])


def test_a_schema_is_left_out_with_a_warning_when_it_is_not_supported():
    details = "JSON response format schema is only supported with structuredOutputs"
    assert build(responseFormat={"type": "json", "schema": SCHEMA}) == (
        {"response_format": {"type": "json_object"}},
        [SharedV4WarningUnsupported(feature="responseFormat", details=details)],
    )


def test_a_schema_is_strict_unless_the_options_say_otherwise():
    body, _ = build(
        STRUCTURED,
        responseFormat={"type": "json", "schema": SCHEMA},
        providerOptions={"acme": {"strictJsonSchema": False}},
    )
    assert body == {
        "response_format": {
            "type": "json_schema",
            "json_schema": {"schema": SCHEMA, "strict": False, "name": "response"},
        }
    }


def test_options_under_all_keys_are_merged_and_later_keys_win():
    body, warnings = build(
        name="my-acme",
        providerOptions={
            "openai-compatible": {"user": "1", "reasoningEffort": "1", "textVerbosity": "1"},
            "openaiCompatible": {"user": "2", "reasoningEffort": "2"},
            "my-acme": {"user": "3", "extra": "raw", "own": 1},
            "myAcme": {"extra": "camel", "nothing": None},
        },
    )
    assert body == {
        "user": "3",
        "reasoning_effort": "2",
        "verbosity": "1",
        "extra": "camel",
        "own": 1,
        "nothing": None,
    }
    assert warnings == [
        SharedV4WarningDeprecated(
            setting="providerOptions key 'openai-compatible'", message="Use 'openaiCompatible' instead."
        ),
        SharedV4WarningDeprecated(setting="providerOptions key 'my-acme'", message="Use 'myAcme' instead."),
    ]


@pytest.mark.parametrize(
    ("given", "key"), [({}, "my-acme"), ({"my-acme": {}}, "my-acme"), ({"my-acme": {}, "myAcme": {}}, "myAcme")]
)
def test_provider_metadata_is_under_the_key_that_the_caller_used(given, key):
    call = LanguageModelV4CallOptions(prompt=[], provider_options=given)
    assert build_request("m", "my-acme", call, ChatDialect()).context == key


@pytest.mark.parametrize(
    ("options", "reasoning", "sent"),
    [
        ({}, None, {}),
        ({}, "provider-default", {}),
        ({}, "none", {"reasoning_effort": "none"}),
        ({"reasoningEffort": "huge"}, "low", {"reasoning_effort": "huge"}),
        ({"reasoningEffort": None}, "low", {"reasoning_effort": None}),
        ({"reasoning_effort": "raw"}, None, {"reasoning_effort": "raw"}),
        ({"reasoning_effort": "raw"}, "low", {"reasoning_effort": "low"}),
        ({"reasoning_effort": {"budget": 1}}, None, {"reasoning_effort": {"budget": 1}}),
    ],
)
def test_reasoning_effort_is_the_option_or_the_reasoning_or_what_was_given_raw(options, reasoning, sent):
    assert build(reasoning=reasoning, providerOptions={"acme": options}) == (sent, [])


def test_the_dialect_maps_reasoning_but_not_the_option():
    def map_reasoning(reasoning: str, warnings: list[SharedV4Warning]) -> str | None:
        warnings.append(SharedV4WarningOther(message=reasoning))
        return None if reasoning == "none" else reasoning.upper()

    dialect = ChatDialect(map_reasoning=map_reasoning)
    assert build(dialect, reasoning="low") == ({"reasoning_effort": "LOW"}, [SharedV4WarningOther(message="low")])
    assert build(dialect, reasoning="none") == ({}, [SharedV4WarningOther(message="none")])
    assert build(dialect, reasoning="low", providerOptions={"acme": {"reasoningEffort": "x"}}) == (
        {"reasoning_effort": "x"},
        [],
    )


def test_raw_options_replace_settings_but_not_messages_and_tools():
    raw = {"temperature": 2, "messages": [], "tools": [], "tool_choice": "auto", "verbosity": "raw"}
    assert build(temperature=1, providerOptions={"acme": raw}) == ({"temperature": 2, "verbosity": "raw"}, [])


def test_options_may_be_in_snake_case_and_do_not_leak():
    given = {"strict_json_schema": False, "text_verbosity": "low"}
    assert build(providerOptions={"acme": given}) == ({"verbosity": "low"}, [])


def test_options_that_do_not_fit_are_refused():
    with pytest.raises(InvalidArgumentError, match="invalid acme provider options"):
        build(providerOptions={"acme": {"user": 1}})
    call = LanguageModelV4CallOptions(prompt=[], provider_options={"acme": "text"})  # type: ignore[dict-item]
    with pytest.raises(InvalidArgumentError, match="invalid acme provider options"):
        build_request("m", "acme", call, ChatDialect())
