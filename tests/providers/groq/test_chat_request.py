"""Call options become the body of a chat request, and warnings."""

from typing import Any

import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4CallOptions,
    LanguageModelV4ProviderTool,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider.codec import load
from ai_sdk.providers.groq.chat.request import GroqChatContext, build_request

MODEL = "llama-3.3-70b-versatile"
PROMPT = [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
MESSAGES = [{"role": "user", "content": "Hi"}]
SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}}
TOOL = {"type": "function", "name": "clock", "inputSchema": {"type": "object"}}
WIRE_TOOL = {"type": "function", "function": {"name": "clock", "parameters": {"type": "object"}}}


def build(model_id: str = MODEL, **options: Any) -> tuple[dict[str, Any], list[SharedV4Warning]]:
    """The body without model and messages, and the warnings."""
    call = load(LanguageModelV4CallOptions, {"prompt": PROMPT, **options})
    request = build_request(model_id, call)
    assert (request.body.pop("model"), request.body.pop("messages")) == (model_id, MESSAGES)
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
        tools=[{**TOOL, "description": "Tells the time.", "strict": False}],
        toolChoice={"type": "tool", "toolName": "clock"},
        providerOptions={
            "groq": {
                "user": "u",
                "parallelToolCalls": True,
                "reasoningFormat": "parsed",
                "reasoningEffort": "default",
                "serviceTier": "flex",
            },
            "other": {"user": "v"},
        },
    )
    described = {**WIRE_TOOL["function"], "description": "Tells the time.", "strict": False}
    assert body == {
        "user": "u",
        "parallel_tool_calls": True,
        "max_tokens": 10,
        "temperature": 0,
        "top_p": 0.5,
        "frequency_penalty": 0.1,
        "presence_penalty": 0.2,
        "stop": ["."],
        "seed": 7,
        "reasoning_format": "parsed",
        "reasoning_effort": "default",
        "service_tier": "flex",
        "tools": [{"type": "function", "function": described}],
        "tool_choice": {"type": "function", "function": {"name": "clock"}},
    }
    assert warnings == [SharedV4WarningUnsupported(feature="topK")]


def test_options_that_do_not_fit_are_refused():
    with pytest.raises(InvalidArgumentError, match="invalid groq provider options"):
        build(providerOptions={"groq": {"reasoningEffort": "huge"}})


@pytest.mark.parametrize(
    ("response_format", "options", "wire"),
    [
        ({"type": "text"}, {}, None),
        ({"type": "json"}, {}, {"type": "json_object"}),
        (
            {"type": "json", "schema": SCHEMA},
            {},
            {"type": "json_schema", "json_schema": {"schema": SCHEMA, "strict": True, "name": "response"}},
        ),
        (
            {"type": "json", "schema": SCHEMA, "name": "place", "description": "A place."},
            {"strictJsonSchema": False},
            {
                "type": "json_schema",
                "json_schema": {"schema": SCHEMA, "strict": False, "name": "place", "description": "A place."},
            },
        ),
    ],
)
def test_a_response_format_is_sent(response_format, options, wire):
    body, warnings = build(responseFormat=response_format, providerOptions={"groq": options})
    assert (body.get("response_format"), warnings) == (wire, [])


def test_without_structured_outputs_a_schema_is_left_out_with_a_warning():
    body, warnings = build(
        responseFormat={"type": "json", "schema": SCHEMA}, providerOptions={"groq": {"structuredOutputs": False}}
    )
    details = "JSON response format schema is only supported with structuredOutputs"
    assert body == {"response_format": {"type": "json_object"}}
    assert warnings == [SharedV4WarningUnsupported(feature="responseFormat", details=details)]


@pytest.mark.parametrize(
    ("tool_choice", "wire"),
    [
        (None, "required"),
        ({"type": "auto"}, "required"),
        ({"type": "none"}, {"type": "function", "function": {"name": "json"}}),
        ({"type": "tool", "toolName": "clock"}, {"type": "function", "function": {"name": "clock"}}),
    ],
)
def test_a_schema_beside_function_tools_becomes_a_tool(tool_choice, wire):
    body, warnings = build(tools=[TOOL], toolChoice=tool_choice, responseFormat={"type": "json", "schema": SCHEMA})
    json_tool = {"name": "json", "description": "Respond with a JSON object.", "parameters": SCHEMA}
    assert body == {
        "parallel_tool_calls": False,
        "tools": [WIRE_TOOL, {"type": "function", "function": json_tool}],
        "tool_choice": wire,
    }
    assert warnings == []


def test_the_json_tool_gets_a_name_that_no_tool_has():
    tools = [{**TOOL, "name": name} for name in ("json", "json_1")]
    response_format = {"type": "json", "schema": SCHEMA, "description": "Answer."}
    call = load(LanguageModelV4CallOptions, {"prompt": PROMPT, "tools": tools, "responseFormat": response_format})
    request = build_request(MODEL, call)
    assert request.context == GroqChatContext("json_2")
    assert request.body["tools"][-1]["function"] == {"name": "json_2", "description": "Answer.", "parameters": SCHEMA}


def unsupported(level: str) -> SharedV4Warning:
    return SharedV4WarningUnsupported(
        feature="reasoning", details=f'reasoning "{level}" is not supported by this model.'
    )


def mapped(level: str, effort: str) -> SharedV4Warning:
    details = f'reasoning "{level}" is not directly supported by this model. mapped to effort "{effort}".'
    return SharedV4WarningCompatibility(feature="reasoning", details=details)


@pytest.mark.parametrize(
    ("model_id", "reasoning", "effort", "warnings"),
    [
        (MODEL, "provider-default", None, []),
        (MODEL, "high", "high", []),
        (MODEL, "max", "high", [mapped("max", "high")]),
        (MODEL, "none", None, [unsupported("none")]),
        ("openai/gpt-oss-20b", "none", "low", [mapped("none", "low")]),
        ("openai/gpt-oss-next", "none", "low", [mapped("none", "low")]),
        ("qwen/qwen3.6-27b", "none", "none", []),
        ("qwen/qwen3.6-27b", "minimal", "low", [mapped("minimal", "low")]),
    ],
)
def test_reasoning_is_mapped_to_what_the_model_knows(model_id, reasoning, effort, warnings):
    body, given = build(model_id, reasoning=reasoning)
    assert (body.get("reasoning_effort"), given) == (effort, warnings)


@pytest.mark.parametrize(
    ("model_id", "tools", "warnings"),
    [
        ("openai/gpt-oss-20b", [{"type": "browser_search"}], []),
        ("some-new-model", [{"type": "browser_search"}], []),
        (
            MODEL,
            [],
            [
                SharedV4WarningUnsupported(
                    feature="provider-defined tool groq.browser_search",
                    details=f"Browser search is not supported on model {MODEL}.",
                )
            ],
        ),
    ],
)
def test_browser_search_is_sent_unless_the_model_is_known_to_lack_it(model_id, tools, warnings):
    tool = {"type": "provider", "id": "groq.browser_search", "name": "browser_search", "args": {}}
    assert build(model_id, tools=[tool], toolChoice={"type": "auto"}) == (
        {"tools": tools, "tool_choice": "auto"},
        warnings,
    )


def test_other_provider_tools_are_left_out_with_a_warning():
    tool = LanguageModelV4ProviderTool(id="acme.oracle", name="oracle")
    request = build_request(MODEL, LanguageModelV4CallOptions(prompt=[], tools=[tool]))
    assert request.body["tools"] == []
    assert request.warnings == [SharedV4WarningUnsupported(feature="provider-defined tool acme.oracle")]


def test_an_empty_list_of_tools_is_not_sent():
    assert build(tools=[], toolChoice={"type": "required"}) == ({}, [])
