"""The body of a chat request to Cohere."""

import pytest
from ai_sdk_generated.cohere.chat.request import CohereChatLanguageModelDoGenerate

from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4CallOptions,
    LanguageModelV4FilePart,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4ResponseFormatText,
    LanguageModelV4TextPart,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    LanguageModelV4UserMessage,
    SharedV4FileDataText,
    SharedV4WarningUnsupported,
)
from ai_sdk.providers.cohere.chat.request import build_request

LOG = LanguageModelV4FilePart(media_type="text/plain", data=SharedV4FileDataText(text="log"))
HI = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])
MINIMAL = {"model": "command-a", "messages": [{"role": "user", "content": "Hi"}]}
CLOCK = LanguageModelV4FunctionTool(name="clock", description="Tells the time", input_schema={"type": "object"})
RADIO = LanguageModelV4FunctionTool(name="radio", input_schema={}, strict=True)
WEB = LanguageModelV4ProviderTool(id="cohere.web", name="web")
CLOCK_SENT = {"name": "clock", "description": "Tells the time", "parameters": {"type": "object"}}
CLOCK_TOOL, RADIO_TOOL = (
    {"type": "function", "function": function} for function in (CLOCK_SENT, {"name": "radio", "parameters": {}})
)


def build(**options):
    request = build_request("command-a", LanguageModelV4CallOptions(**{"prompt": [HI], **options}))
    CohereChatLanguageModelDoGenerate.model_validate(request.body)
    return request


def thinking(**options):
    return {"provider_options": {"cohere": {"thinking": options}}}


def test_what_is_not_given_is_not_sent():
    request = build()
    assert (request.body, request.warnings) == (MINIMAL, [])


def test_every_setting_has_its_name_on_the_wire():
    body = build(
        max_output_tokens=1,
        temperature=0,
        top_p=0.5,
        top_k=2,
        frequency_penalty=0.1,
        presence_penalty=0.2,
        stop_sequences=["."],
        seed=3,
        prompt=[LanguageModelV4UserMessage(content=[*HI.content, LOG])],
    ).body
    assert body == MINIMAL | {
        "max_tokens": 1,
        "temperature": 0,
        "p": 0.5,
        "k": 2,
        "frequency_penalty": 0.1,
        "presence_penalty": 0.2,
        "stop_sequences": ["."],
        "seed": 3,
        "documents": [{"data": {"text": "log"}}],
    }


@pytest.mark.parametrize(
    ("response_format", "sent"),
    [
        (LanguageModelV4ResponseFormatText(), {}),
        (LanguageModelV4ResponseFormatJson(), {"response_format": {"type": "json_object"}}),
        (
            LanguageModelV4ResponseFormatJson(schema={"type": "object"}, name="x"),
            {"response_format": {"type": "json_object", "json_schema": {"type": "object"}}},
        ),
    ],
)
def test_the_answer_may_be_json(response_format, sent):
    assert build(response_format=response_format).body == MINIMAL | sent


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        (None, {"tools": [CLOCK_TOOL, RADIO_TOOL]}),
        (LanguageModelV4ToolChoiceAuto(), {"tools": [CLOCK_TOOL, RADIO_TOOL]}),
        (LanguageModelV4ToolChoiceNone(), {"tools": [CLOCK_TOOL, RADIO_TOOL], "tool_choice": "NONE"}),
        (LanguageModelV4ToolChoiceRequired(), {"tools": [CLOCK_TOOL, RADIO_TOOL], "tool_choice": "REQUIRED"}),
        (LanguageModelV4ToolChoiceTool(tool_name="radio"), {"tools": [RADIO_TOOL], "tool_choice": "REQUIRED"}),
        (LanguageModelV4ToolChoiceTool(tool_name="tv"), {"tools": [], "tool_choice": "REQUIRED"}),
    ],
)
def test_tools_and_their_choice(choice, sent):
    assert build(tools=[CLOCK, RADIO], tool_choice=choice).body == MINIMAL | sent


def test_without_tools_there_is_no_choice():
    assert build(tools=[], tool_choice=LanguageModelV4ToolChoiceRequired()).body == MINIMAL


def test_provider_tools_are_left_out_with_a_warning():
    request = build(tools=[WEB, CLOCK])
    assert request.body == MINIMAL | {"tools": [CLOCK_TOOL]}
    assert request.warnings == [SharedV4WarningUnsupported(feature="provider-defined tool cohere.web")]


@pytest.mark.parametrize(
    ("options", "sent"),
    [
        ({"reasoning": "provider-default"}, {}),
        ({"reasoning": "none"}, {"thinking": {"type": "disabled"}}),
        ({"reasoning": "minimal"}, {"thinking": {"type": "enabled", "token_budget": 1024}}),
        ({"reasoning": "high"}, {"thinking": {"type": "enabled", "token_budget": 19661}}),
        ({"reasoning": "none", **thinking()}, {"thinking": {"type": "enabled"}}),
        (
            {"reasoning": "high", **thinking(type="disabled", tokenBudget=0)},
            {"thinking": {"type": "disabled", "token_budget": 0}},
        ),
    ],
)
def test_thinking_comes_from_the_option_else_from_reasoning(options, sent):
    request = build(**options)
    assert (request.body, request.warnings) == (MINIMAL | sent, [])


def test_the_highest_reasoning_is_left_out_with_a_warning():
    request = build(reasoning="max")
    details = 'reasoning "max" is not supported by this model.'
    assert request.body == MINIMAL
    assert request.warnings == [SharedV4WarningUnsupported(feature="reasoning", details=details)]


def test_an_option_that_does_not_fit_is_refused():
    with pytest.raises(InvalidArgumentError, match="invalid cohere provider options"):
        build(**thinking(type="maybe"))
