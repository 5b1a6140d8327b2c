"""Tools and tool choice as Mistral's Conversations API wants them.

Ports: @ai-sdk/mistral/src/mistral-conversation-prepare-tools.ts
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceTool,
    SharedV4Warning,
)
from ai_sdk.provider_utils.create_tool_name_mapping import create_tool_name_mapping
from ai_sdk.providers.mistral.chat.tools import function_tool, unsupported_tool

__all__ = ["PROVIDER_TOOL_NAMES", "prepare_conversation_tools"]

PROVIDER_TOOL_NAMES: Mapping[str, str] = MappingProxyType(
    {"mistral.web_search": "web_search", "mistral.web_search_premium": "web_search_premium"}
)
"""What Mistral calls the tools that it runs itself, by tool id."""


def prepare_conversation_tools(
    tools: list[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None
) -> tuple[list[JSONObject] | None, Literal["auto", "none", "any"] | None, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for each tool left out."""
    if not tools:
        return None, None, []
    prepared: list[JSONObject] = []
    warnings: list[SharedV4Warning] = []
    for tool in tools:
        if isinstance(tool, LanguageModelV4FunctionTool):
            prepared.append(function_tool(tool))
        elif tool.id in PROVIDER_TOOL_NAMES:
            prepared.append({"type": PROVIDER_TOOL_NAMES[tool.id]})
        else:
            warnings.append(unsupported_tool(tool))
    match tool_choice:
        case None:
            return prepared, None, warnings
        case LanguageModelV4ToolChoiceAuto() | LanguageModelV4ToolChoiceNone():
            return prepared, tool_choice.type, warnings
        case LanguageModelV4ToolChoiceTool(tool_name=custom_name):
            # A conversation cannot be told a name, so it gets no other tool.
            name = create_tool_name_mapping(tools, PROVIDER_TOOL_NAMES).to_provider_tool_name(custom_name)
            prepared = [tool for tool in prepared if _name(tool) == name]
    return prepared, "any", warnings


def _name(tool: JSONObject) -> str:
    name: str = tool["function"]["name"] if tool["type"] == "function" else tool["type"]
    return name
