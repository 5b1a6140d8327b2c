"""Tools and tool choice as DeepSeek wants them.

Ports: @ai-sdk/deepseek/src/chat/deepseek-prepare-tools.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    SharedV4Warning,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.chat_tools import prepare_function_tools

__all__ = ["prepare_tools"]


def prepare_tools(
    tools: list[LanguageModelV4Tool] | None,
    tool_choice: LanguageModelV4ToolChoice | None,
    *,
    supports_strict_tool_calls: bool | None,
) -> tuple[list[JSONObject] | None, Any, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for each tool left out.

    Raises `UnsupportedFunctionalityError` for strict tools where there are none, or next to others.
    """
    strictness = [tool.strict is True for tool in tools or [] if isinstance(tool, LanguageModelV4FunctionTool)]
    if any(strictness) and supports_strict_tool_calls is False:
        raise UnsupportedFunctionalityError(
            "DeepSeek strict tool calls require a beta base URL ending in `/beta`.",
            functionality="DeepSeek strict tool calls",
        )
    if any(strictness) and supports_strict_tool_calls and not all(strictness):
        raise UnsupportedFunctionalityError(
            "DeepSeek strict mode requires every function tool in the request to set `strict: true`.",
            functionality="mixed DeepSeek strict and non-strict tool calls",
        )
    return prepare_function_tools(tools, tool_choice)
