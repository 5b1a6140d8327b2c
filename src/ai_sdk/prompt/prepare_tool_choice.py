"""The tool choice as the specification has it.

Ports: ai/src/prompt/prepare-tool-choice.ts
"""

from collections.abc import Mapping
from typing import Any, Literal

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider import (
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
)
from ai_sdk.provider.codec import load

__all__ = ["ToolChoice", "prepare_tool_choice"]

ToolChoice = Literal["auto", "none", "required"] | LanguageModelV4ToolChoice | Mapping[str, Any]
"""Whether the model must call tools: `{"type": "tool", "tool_name": ...}` names the one that it must call."""

_BY_NAME = {
    "auto": LanguageModelV4ToolChoiceAuto,
    "none": LanguageModelV4ToolChoiceNone,
    "required": LanguageModelV4ToolChoiceRequired,
}


def prepare_tool_choice(*, tool_choice: ToolChoice | None) -> LanguageModelV4ToolChoice:
    """Return the choice; without one the model decides. Raises `InvalidArgumentError` when it is none of these.

    >>> prepare_tool_choice(tool_choice={"type": "tool", "tool_name": "weather"})
    LanguageModelV4ToolChoiceTool(type='tool', tool_name='weather')
    """
    if tool_choice is None:
        return LanguageModelV4ToolChoiceAuto()
    if isinstance(tool_choice, str):
        if tool_choice not in _BY_NAME:
            raise _invalid(tool_choice)
        choice: LanguageModelV4ToolChoice = _BY_NAME[tool_choice]()
        return choice
    if isinstance(tool_choice, Mapping):
        return _load(tool_choice)
    return tool_choice


def _load(tool_choice: Mapping[str, Any]) -> LanguageModelV4ToolChoice:
    try:
        loaded: LanguageModelV4ToolChoice = load(LanguageModelV4ToolChoice, dict(tool_choice))
    except ValueError as error:
        raise _invalid(tool_choice) from error
    return loaded


def _invalid(tool_choice: Any) -> InvalidArgumentError:
    message = f"the tool choice is one of {', '.join(_BY_NAME)}, or names a tool: {{'type': 'tool', 'tool_name': ...}}"
    return InvalidArgumentError(parameter="toolChoice", value=tool_choice, message=message)
