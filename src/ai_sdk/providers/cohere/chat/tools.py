"""Tools and tool choice as Cohere's chat API wants them.

Ports: @ai-sdk/cohere/src/cohere-prepare-tools.ts, @ai-sdk/cohere/src/cohere-chat-prompt.ts
"""

from typing import Literal

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none

__all__ = ["CohereToolChoice", "prepare_tools"]

CohereToolChoice = Literal["NONE", "REQUIRED"]
"""What Cohere can be told; left out, the model decides."""


def prepare_tools(
    tools: list[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None
) -> tuple[list[JSONObject] | None, CohereToolChoice | None, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for each tool left out."""
    if not tools:
        return None, None, []
    warnings: list[SharedV4Warning] = [
        SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.id}")
        for tool in tools
        if isinstance(tool, LanguageModelV4ProviderTool)
    ]
    functions = [tool for tool in tools if isinstance(tool, LanguageModelV4FunctionTool)]
    match tool_choice:
        case LanguageModelV4ToolChoiceTool(tool_name=name):
            # Cohere cannot be told a name, so it gets no other tool.
            functions = [tool for tool in functions if tool.name == name]
            choice: CohereToolChoice | None = "REQUIRED"
        case LanguageModelV4ToolChoiceRequired():
            choice = "REQUIRED"
        case LanguageModelV4ToolChoiceNone():
            choice = "NONE"
        case _:
            choice = None
    return [_function_tool(tool) for tool in functions], choice, warnings


def _function_tool(tool: LanguageModelV4FunctionTool) -> JSONObject:
    function = {"name": tool.name, "description": tool.description, "parameters": tool.input_schema}
    return {"type": "function", "function": omit_none(function)}
