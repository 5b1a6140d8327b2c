"""Tools and tool choice as chat completions want them.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-prepare-tools.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none

__all__ = ["prepare_tools"]


def prepare_tools(
    tools: list[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None
) -> tuple[list[JSONObject] | None, Any, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for each tool left out."""
    if not tools:
        return None, None, []
    warnings: list[SharedV4Warning] = [
        SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.id}")
        for tool in tools
        if not isinstance(tool, LanguageModelV4FunctionTool)
    ]
    functions = [_function_tool(tool) for tool in tools if isinstance(tool, LanguageModelV4FunctionTool)]
    return functions, _tool_choice(tool_choice), warnings


def _function_tool(tool: LanguageModelV4FunctionTool) -> JSONObject:
    function = {
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.input_schema,
        "strict": tool.strict,
    }
    return {"type": "function", "function": omit_none(function)}


def _tool_choice(choice: LanguageModelV4ToolChoice | None) -> Any:
    if isinstance(choice, LanguageModelV4ToolChoiceTool):
        return {"type": "function", "function": {"name": choice.tool_name}}
    return None if choice is None else choice.type
