"""A function that stands for the JSON answer, for models that do not write JSON while they may call functions.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
)
from ai_sdk.providers.google.model_catalog import GoogleLanguageModelEntry

__all__ = ["with_json_response_tool"]


def with_json_response_tool(
    options: LanguageModelV4CallOptions, entry: GoogleLanguageModelEntry
) -> tuple[LanguageModelV4CallOptions, str | None]:
    """Return the options to send, and the name of the function that stands for the JSON answer, if one is needed.

    Models before Gemini 3 refuse a JSON format beside functions; later ones take both only while the model is free to
    choose its tools.
    """
    chooses_none = isinstance(options.tool_choice, LanguageModelV4ToolChoiceNone)
    # The caller's choice is enforced here, because the new function must be called.
    tools = [tool for tool in options.tools or () if not chooses_none or isinstance(tool, LanguageModelV4FunctionTool)]
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson) or response_format.schema is None:
        return options, None
    if not _is_needed(tools, options.tool_choice, entry):
        return options, None
    description = response_format.description
    tool = LanguageModelV4FunctionTool(
        name=_free_name(tools),
        description="Respond with a JSON object." if description is None else description,
        input_schema=response_format.schema,
    )
    choice = _force(options.tool_choice, tool.name)
    return replace(options, response_format=None, tools=[*tools, tool], tool_choice=choice), tool.name


def _is_needed(
    tools: Sequence[LanguageModelV4Tool], choice: LanguageModelV4ToolChoice | None, entry: GoogleLanguageModelEntry
) -> bool:
    is_forced = isinstance(choice, LanguageModelV4ToolChoiceRequired | LanguageModelV4ToolChoiceTool)
    return (
        entry.takes_json_response_tool
        and any(isinstance(tool, LanguageModelV4FunctionTool) for tool in tools)
        and (is_forced or not entry.uses_gemini_3_features)
    )


def _free_name(tools: Sequence[LanguageModelV4Tool]) -> str:
    taken = {tool.name for tool in tools}
    return next(name for suffix in count() if (name := "json" if suffix == 0 else f"json_{suffix}") not in taken)


def _force(choice: LanguageModelV4ToolChoice | None, name: str) -> LanguageModelV4ToolChoice:
    if isinstance(choice, LanguageModelV4ToolChoiceTool):
        return choice
    if isinstance(choice, LanguageModelV4ToolChoiceNone):
        return LanguageModelV4ToolChoiceTool(tool_name=name)
    return LanguageModelV4ToolChoiceRequired()
