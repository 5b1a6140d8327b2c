"""Tools and tool choice as xAI's Responses API wants them.

Ports: @ai-sdk/xai/src/responses/xai-responses-prepare-tools.ts
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ai_sdk_generated.xai.tool import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none, validate_types

__all__ = ["prepare_responses_tools"]


def prepare_responses_tools(
    tools: Sequence[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None
) -> tuple[list[JSONObject] | None, Any, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for what is left out.

    Raises `TypeValidationError` when a tool's arguments do not fit.
    """
    if not tools:
        return None, None, []
    warnings: list[SharedV4Warning] = []
    prepared = [_prepare_tool(tool, warnings) for tool in tools]
    choice = _prepare_tool_choice({tool.name: tool for tool in tools}, tool_choice, warnings)
    return [tool for tool in prepared if tool is not None] or None, choice, warnings


def _prepare_tool(tool: LanguageModelV4Tool, warnings: list[SharedV4Warning]) -> JSONObject | None:
    if isinstance(tool, LanguageModelV4FunctionTool):
        function = {
            "type": "function",
            "name": tool.name,
            "description": tool.description,
            "parameters": tool.input_schema,
            "strict": tool.strict,
        }
        return omit_none(function)
    convert = _PROVIDER_TOOLS.get(tool.id)
    if convert is None:
        warnings.append(SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.name}"))
        return None
    return omit_none(convert(tool.args))


def _web_search(args: JSONObject) -> JSONObject:
    given: wire.WebSearchArgs = validate_types(wire.WebSearchArgs, args)
    return {
        "type": "web_search",
        "allowed_domains": given.allowed_domains,
        "excluded_domains": given.excluded_domains,
        "enable_image_search": given.enable_image_search,
        "enable_image_understanding": given.enable_image_understanding,
    }


def _x_search(args: JSONObject) -> JSONObject:
    given: wire.XSearchArgs = validate_types(wire.XSearchArgs, args)
    return {
        "type": "x_search",
        "allowed_x_handles": given.allowed_x_handles,
        "excluded_x_handles": given.excluded_x_handles,
        "from_date": given.from_date,
        "to_date": given.to_date,
        "enable_image_understanding": given.enable_image_understanding,
        "enable_video_understanding": given.enable_video_understanding,
    }


def _image_generation(args: JSONObject) -> JSONObject:
    given: wire.ImageGenerationArgs = validate_types(wire.ImageGenerationArgs, args)
    return {"type": "image_generation", "action": given.action}


def _file_search(args: JSONObject) -> JSONObject:
    given: wire.FileSearchArgs = validate_types(wire.FileSearchArgs, args)
    return {
        "type": "file_search",
        "vector_store_ids": given.vector_store_ids,
        "max_num_results": given.max_num_results,
    }


def _mcp(args: JSONObject) -> JSONObject:
    given: wire.McpServerArgs = validate_types(wire.McpServerArgs, args)
    return {
        "type": "mcp",
        "server_url": given.server_url,
        "server_label": given.server_label,
        "server_description": given.server_description,
        "allowed_tools": given.allowed_tools,
        "headers": given.headers,
        "authorization": given.authorization,
    }


_PROVIDER_TOOLS: Mapping[str, Callable[[JSONObject], JSONObject]] = MappingProxyType(
    {
        "xai.web_search": _web_search,
        "xai.x_search": _x_search,
        "xai.code_execution": lambda _args: {"type": "code_interpreter"},
        "xai.view_image": lambda _args: {"type": "view_image"},
        "xai.view_x_video": lambda _args: {"type": "view_x_video"},
        "xai.image_generation": _image_generation,
        "xai.file_search": _file_search,
        "xai.mcp": _mcp,
    }
)


def _prepare_tool_choice(
    tools: Mapping[str, LanguageModelV4Tool], choice: LanguageModelV4ToolChoice | None, warnings: list[SharedV4Warning]
) -> Any:
    if not isinstance(choice, LanguageModelV4ToolChoiceTool):
        return None if choice is None else choice.type
    tool = tools.get(choice.tool_name)
    if isinstance(tool, LanguageModelV4ProviderTool):
        # xAI lets a call force its functions, but none of the tools that it runs itself.
        warnings.append(SharedV4WarningUnsupported(feature=f'toolChoice for server-side tool "{tool.name}"'))
        return None
    return None if tool is None else {"type": "function", "name": tool.name}
