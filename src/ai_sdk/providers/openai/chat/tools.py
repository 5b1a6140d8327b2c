"""Function tools and tool choice for Chat Completions.

Ports: @ai-sdk/openai/src/chat/openai-chat-prepare-tools.ts
"""

from collections.abc import Sequence

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
from ai_sdk.providers.openai.json_schema import normalize_openai_json_schema

__all__ = ["prepare_chat_tools"]


def prepare_chat_tools(
    tools: Sequence[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None
) -> tuple[JSONObject, list[SharedV4Warning]]:
    """Return the `tools` and `tool_choice` of a request body, and warnings about tools that the API does not take."""
    if not tools:
        return {}, []
    warnings: list[SharedV4Warning] = []
    converted = [entry for tool in tools for entry in _convert_tool(tool, warnings)]
    return omit_none({"tools": converted, "tool_choice": _convert_tool_choice(tool_choice)}), warnings


def _convert_tool(tool: LanguageModelV4Tool, warnings: list[SharedV4Warning]) -> list[JSONObject]:
    if not isinstance(tool, LanguageModelV4FunctionTool):
        warnings.append(SharedV4WarningUnsupported(feature=f"tool type: {tool.type}"))
        return []
    parameters, schema_warnings = normalize_openai_json_schema(tool.input_schema)
    warnings += schema_warnings
    function = omit_none(
        {"name": tool.name, "description": tool.description, "parameters": parameters, "strict": tool.strict}
    )
    return [{"type": "function", "function": function}]


def _convert_tool_choice(tool_choice: LanguageModelV4ToolChoice | None) -> str | JSONObject | None:
    if isinstance(tool_choice, LanguageModelV4ToolChoiceTool):
        return {"type": "function", "function": {"name": tool_choice.tool_name}}
    return None if tool_choice is None else tool_choice.type
