"""Tools and tool choice as xAI's Responses API wants them.

Ports: @ai-sdk/xai/src/responses/xai-responses-prepare-tools.ts
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ai_sdk_generated.xai.tool import wire
from pydantic import BaseModel

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

# What xAI calls a tool, and the type of its arguments where it has some.
_PROVIDER_TOOLS: Mapping[str, tuple[str, type[BaseModel] | None]] = MappingProxyType(
    {
        "xai.web_search": ("web_search", wire.WebSearchArgs),
        "xai.x_search": ("x_search", wire.XSearchArgs),
        "xai.code_execution": ("code_interpreter", None),
        "xai.view_image": ("view_image", None),
        "xai.view_x_video": ("view_x_video", None),
        "xai.image_generation": ("image_generation", wire.ImageGenerationArgs),
        "xai.file_search": ("file_search", wire.FileSearchArgs),
        "xai.mcp": ("mcp", wire.McpServerArgs),
    }
)


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
    known = _PROVIDER_TOOLS.get(tool.id)
    if known is None:
        warnings.append(SharedV4WarningUnsupported(feature=f"provider-defined tool {tool.name}"))
        return None
    kind, args_type = known
    return {"type": kind, **(_wire_args(args_type, tool.args) if args_type else {})}


def _wire_args(args_type: type[BaseModel], args: JSONObject) -> JSONObject:
    """Return a tool's arguments as xAI names them, which is as Python does."""
    given: BaseModel = validate_types(args_type, args)
    return given.model_dump(exclude_none=True)


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
