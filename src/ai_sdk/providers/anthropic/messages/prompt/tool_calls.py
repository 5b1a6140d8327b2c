"""Tool calls of earlier answers: the caller's tools, toolsets, MCP servers and the tools that Anthropic runs.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from typing import Any

from ai_sdk.provider import AISDKError, JSONObject, LanguageModelV4ToolCallPart
from ai_sdk.provider_utils.json import omit_none, parse_json
from ai_sdk.providers.anthropic.messages.prompt.callers import get_anthropic_caller
from ai_sdk.providers.anthropic.messages.prompt.context import (
    PromptContext,
    anthropic_options,
    get_anthropic_toolset_name,
)

__all__ = ["convert_tool_call"]

_CODE_EXECUTION_SUBTOOLS = frozenset({"bash_code_execution", "text_editor_code_execution"})
_SERVER_TOOLS = frozenset(
    {"code_execution", "web_fetch", "web_search", "tool_search_tool_regex", "tool_search_tool_bm25", "advisor"}
)


def convert_tool_call(
    part: LanguageModelV4ToolCallPart,
    cache_control: JSONObject | None,
    context: PromptContext,
    mcp_tool_use_ids: set[str],
) -> JSONObject | None:
    """Return the content block of a tool call; `None`, with a warning, when Anthropic does not take it."""
    if not part.provider_executed:
        return _convert_client_call(part, cache_control, context)
    if anthropic_options(part.provider_options).get("type") == "mcp-tool-use":
        mcp_tool_use_ids.add(part.tool_call_id)
        return _convert_mcp_call(part, cache_control, context)
    name = context.tool_name_mapping.to_provider_tool_name(part.tool_name)
    if name not in _SERVER_TOOLS:
        context.warn(f"provider executed tool call for tool {part.tool_name} is not supported")
        return None
    name, tool_input = _server_tool_input(name, part.input)
    return {
        "type": "server_tool_use",
        "id": part.tool_call_id,
        "name": name,
        "input": tool_input,
        **omit_none({"caller": get_anthropic_caller(part.provider_options), "cache_control": cache_control}),
    }


def _convert_client_call(
    part: LanguageModelV4ToolCallPart, cache_control: JSONObject | None, context: PromptContext
) -> JSONObject:
    toolset_name = get_anthropic_toolset_name(context, part.tool_name, part.provider_options)
    tool_input = _to_anthropic_tool_input(part.input, parses_text=not context.earlier_release)
    name = part.tool_name
    if toolset_name is not None:
        # A call of a toolset's member: the action is the member's name.
        action = tool_input.get("action")
        if not isinstance(action, str):
            context.warn(f"toolset tool call for tool {part.tool_name} is missing the action")
        name = action if isinstance(action, str) else toolset_name
    return omit_none(
        {
            "type": "tool_use",
            "id": part.tool_call_id,
            "name": name,
            "toolset_name": toolset_name,
            "input": tool_input,
            "caller": get_anthropic_caller(part.provider_options),
            "cache_control": cache_control,
        }
    )


def _convert_mcp_call(
    part: LanguageModelV4ToolCallPart, cache_control: JSONObject | None, context: PromptContext
) -> JSONObject | None:
    server_name = anthropic_options(part.provider_options).get("serverName")
    if not isinstance(server_name, str):
        context.warn("mcp tool use server name is required and must be a string")
        return None
    return {
        "type": "mcp_tool_use",
        "id": part.tool_call_id,
        "name": part.tool_name,
        "input": part.input,
        "server_name": server_name,
        **omit_none({"cache_control": cache_control}),
    }


def _server_tool_input(name: str, tool_input: Any) -> tuple[str, Any]:
    """Return Anthropic's name and input: a type in a code execution's input names the tool behind it."""
    if name == "advisor":
        return name, {}
    kind = tool_input.get("type") if name == "code_execution" and isinstance(tool_input, dict) else None
    if isinstance(kind, str) and kind in _CODE_EXECUTION_SUBTOOLS:
        return kind, _without_type(tool_input)
    return name, _without_type(tool_input) if kind == "programmatic-tool-call" else tool_input


def _without_type(tool_input: JSONObject) -> JSONObject:
    return {key: value for key, value in tool_input.items() if key != "type"}


def _to_anthropic_tool_input(tool_input: Any, *, parses_text: bool) -> JSONObject:
    """Return the input as an object, which Anthropic requires; what is none is wrapped."""
    if parses_text and isinstance(tool_input, str):
        try:
            parsed = parse_json(tool_input)
        except AISDKError:
            parsed = None
        if isinstance(parsed, dict):
            return parsed
    return tool_input if isinstance(tool_input, dict) else {"rawInvalidInput": tool_input}
