"""Tools, tool choice and earlier tool calls as chat-completions APIs write them.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-prepare-tools.ts
Ports: @ai-sdk/openai-compatible/src/chat/convert-to-openai-compatible-chat-messages.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles

__all__ = [
    "convert_function_tool",
    "convert_tool_call",
    "convert_tool_choice",
    "prepare_function_tools",
]


def prepare_function_tools(
    tools: list[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None
) -> tuple[list[JSONObject] | None, Any, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for each tool left out.

    Only functions are kept: a provider's own tools mean nothing to these APIs.
    """
    if not tools:
        return None, None, []
    warnings: list[SharedV4Warning] = [
        SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.id}")
        for tool in tools
        if not isinstance(tool, LanguageModelV4FunctionTool)
    ]
    functions = [convert_function_tool(tool) for tool in tools if isinstance(tool, LanguageModelV4FunctionTool)]
    return functions, convert_tool_choice(tool_choice), warnings


def convert_function_tool(tool: LanguageModelV4FunctionTool) -> JSONObject:
    """Return a function as a member of `tools`."""
    function = {
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.input_schema,
        "strict": tool.strict,
    }
    return {"type": "function", "function": omit_none(function)}


def convert_tool_choice(choice: LanguageModelV4ToolChoice | None) -> Any:
    """Return the body's `tool_choice`; `None` is left out."""
    if isinstance(choice, LanguageModelV4ToolChoiceTool):
        return {"type": "function", "function": {"name": choice.tool_name}}
    return None if choice is None else choice.type


def convert_tool_call(part: LanguageModelV4ToolCallPart, arguments: str | None = None) -> JSONObject:
    """Return an earlier call as a member of an assistant message's `tool_calls`.

    `arguments` is its input as text, when that is not simply the input's JSON text.
    """
    text = stringify_with_bigint_and_cycles(part.input) if arguments is None else arguments
    return {"id": part.tool_call_id, "type": "function", "function": {"name": part.tool_name, "arguments": text}}
