"""Tools, tool choice and earlier calls become members of a chat-completions body."""

import pytest

from ai_sdk.provider import (
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.chat_tools import convert_tool_call, convert_tool_choice, prepare_function_tools

CLOCK = LanguageModelV4FunctionTool(name="clock", input_schema={"type": "object"})


@pytest.mark.parametrize(
    ("tool", "function"),
    [
        (CLOCK, {"name": "clock", "parameters": {"type": "object"}}),
        (
            LanguageModelV4FunctionTool(name="clock", description="The hour.", input_schema={}, strict=False),
            {"name": "clock", "description": "The hour.", "parameters": {}, "strict": False},
        ),
    ],
)
def test_a_function_has_what_was_given_of_it(tool, function):
    assert prepare_function_tools([tool], None) == ([{"type": "function", "function": function}], None, [])


def test_a_providers_own_tool_is_left_out_with_a_warning():
    own = LanguageModelV4ProviderTool(id="x.radar", name="radar")
    assert prepare_function_tools([own], LanguageModelV4ToolChoiceAuto()) == (
        [],
        "auto",
        [SharedV4WarningUnsupported(feature="provider-defined tool x.radar")],
    )


@pytest.mark.parametrize("tools", [None, []])
def test_without_tools_there_is_nothing_to_choose(tools):
    assert prepare_function_tools(tools, LanguageModelV4ToolChoiceRequired()) == (None, None, [])


@pytest.mark.parametrize(
    ("choice", "converted"),
    [
        (None, None),
        (LanguageModelV4ToolChoiceAuto(), "auto"),
        (LanguageModelV4ToolChoiceNone(), "none"),
        (LanguageModelV4ToolChoiceRequired(), "required"),
        (LanguageModelV4ToolChoiceTool(tool_name="a"), {"type": "function", "function": {"name": "a"}}),
    ],
)
def test_each_choice_has_its_form(choice, converted):
    assert convert_tool_choice(choice) == converted


@pytest.mark.parametrize(
    ("tool_input", "arguments", "text"),
    [({"a": 1.0}, None, '{"a":1}'), ("{}", None, '"{}"'), (None, None, "null"), ({"a": 1}, "given", "given")],
)
def test_the_input_of_an_earlier_call_is_json_text_unless_the_text_is_given(tool_input, arguments, text):
    part = LanguageModelV4ToolCallPart(tool_call_id="1", tool_name="a", input=tool_input)
    call = {"id": "1", "type": "function", "function": {"name": "a", "arguments": text}}
    assert convert_tool_call(part, arguments) == call
