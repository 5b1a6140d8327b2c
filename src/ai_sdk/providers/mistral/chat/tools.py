"""Tools and tool choice as Mistral's chat API wants them.

Ports: @ai-sdk/mistral/src/mistral-prepare-tools.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none

__all__ = ["function_tool", "prepare_tools", "unsupported_tool"]


def prepare_tools(
    tools: list[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None
) -> tuple[list[JSONObject] | None, Any, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for each tool left out."""
    if not tools:
        return None, None, []
    functions = [function_tool(tool) for tool in tools if isinstance(tool, LanguageModelV4FunctionTool)]
    warnings = [unsupported_tool(tool) for tool in tools if isinstance(tool, LanguageModelV4ProviderTool)]
    return functions, _tool_choice(tool_choice), warnings


def function_tool(tool: LanguageModelV4FunctionTool) -> JSONObject:
    """Return a tool that the caller runs."""
    function = {
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.input_schema,
        "strict": tool.strict,
    }
    return {"type": "function", "function": omit_none(function)}


def unsupported_tool(tool: LanguageModelV4ProviderTool) -> SharedV4Warning:
    """Return the warning that a tool is left out."""
    return SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.id}")


def _tool_choice(choice: LanguageModelV4ToolChoice | None) -> Any:
    match choice:
        case None:
            return None
        case LanguageModelV4ToolChoiceRequired():
            return "any"
        case LanguageModelV4ToolChoiceTool(tool_name=name):
            return {"type": "function", "function": {"name": name}}
    return choice.type
