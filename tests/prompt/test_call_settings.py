"""Settings of calls, tool choices and the gateway's missing key."""

from typing import Any

import pytest

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.prompt.language_model_call_options import prepare_language_model_call_options
from ai_sdk.prompt.prepare_tool_choice import prepare_tool_choice
from ai_sdk.prompt.wrap_gateway_error import wrap_gateway_error
from ai_sdk.provider import LanguageModelV4ToolChoiceAuto, LanguageModelV4ToolChoiceTool
from ai_sdk.provider.codec import dump


@pytest.mark.parametrize(
    "options", [{}, {"max_output_tokens": 1, "seed": -3}, {"seed": 2.0, "max_output_tokens": None}, {"top_k": 1.5}]
)
def test_settings_that_can_be_are_kept(options: Any) -> None:
    assert prepare_language_model_call_options(options) == options


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"max_output_tokens": 1.5}, "maxOutputTokens must be an integer"),
        ({"max_output_tokens": "1"}, "maxOutputTokens must be an integer"),
        ({"max_output_tokens": True}, "maxOutputTokens must be an integer"),
        ({"max_output_tokens": 0}, "maxOutputTokens must be >= 1"),
        ({"seed": float("inf")}, "seed must be an integer"),
    ],
)
def test_settings_that_cannot_be_are_named(options: Any, problem: str) -> None:
    with pytest.raises(InvalidArgumentError, match=problem):
        prepare_language_model_call_options(options)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, {"type": "auto"}),
        ("auto", {"type": "auto"}),
        ("none", {"type": "none"}),
        ("required", {"type": "required"}),
        ({"type": "tool", "toolName": "t"}, {"type": "tool", "toolName": "t"}),
        (LanguageModelV4ToolChoiceTool(tool_name="t"), {"type": "tool", "toolName": "t"}),
        (LanguageModelV4ToolChoiceAuto(), {"type": "auto"}),
    ],
)
def test_a_tool_choice_is_a_word_or_names_a_tool(given: Any, expected: Any) -> None:
    assert dump(prepare_tool_choice(tool_choice=given)) == expected


@pytest.mark.parametrize("choice", ["weather", {"type": "tool"}, {"type": "sometimes"}])
def test_a_tool_choice_that_does_not_exist_is_refused(choice: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="one of auto, none, required, or names a tool") as caught:
        prepare_tool_choice(tool_choice=choice)
    assert (caught.value.parameter, caught.value.value) == ("toolChoice", choice)


def test_other_errors_stay_as_they_are() -> None:
    error = ValueError("odd")
    assert wrap_gateway_error(error) is error
