"""Tools that call other tools: code that a model writes, run here or by a provider.

Ports: @ai-sdk/provider-utils/src/types/tool-caller.ts
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ai_sdk.provider_utils.provider_tool_caller import ProviderToolCaller
from ai_sdk.provider_utils.tool import Tool, ToolSet

__all__ = [
    "DIRECT_TOOL_CALL",
    "LocalToolCaller",
    "ProviderToolCaller",
    "ToolCallerDefinition",
    "get_tool_caller",
    "tool_caller",
]

DIRECT_TOOL_CALL = "AI_SDK_DIRECT_TOOL_CALL"
"""Stands among the callers of a tool for the model itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalToolCaller:
    """The tool runs here and calls the tools that it is bound to.

    With `prepare_model_message` the model sees the tool as it is, and a message of the user that tells which tools it
    can call; without, it sees the bound tool.
    """

    bind: Callable[[ToolSet], Tool[Any, Any]]
    prepare_model_message: Callable[[ToolSet], str | None] | None = None


ToolCallerDefinition = LocalToolCaller | ProviderToolCaller


def tool_caller(tool: Tool[Any, Any], definition: ToolCallerDefinition) -> Tool[Any, Any]:
    """Return the tool as one that calls other tools."""
    return replace(tool, tool_caller=definition)


def get_tool_caller(tool: Tool[Any, Any] | None) -> ToolCallerDefinition | None:
    """Return how a tool calls others, or `None` when it does not."""
    caller: ToolCallerDefinition | None = None if tool is None else tool.tool_caller
    return caller
