"""Tools and tool choice as Groq's chat API wants them.

Ports: @ai-sdk/groq/src/groq-prepare-tools.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.chat_tools import convert_function_tool, convert_tool_choice
from ai_sdk.providers.groq.model_catalog import get_groq_language_model_entry

__all__ = ["prepare_tools"]


def prepare_tools(
    tools: list[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None, model_id: str
) -> tuple[list[JSONObject] | None, Any, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for each tool left out."""
    if not tools:
        return None, None, []
    prepared: list[JSONObject] = []
    warnings: list[SharedV4Warning] = []
    for tool in tools:
        if isinstance(tool, LanguageModelV4FunctionTool):
            prepared.append(convert_function_tool(tool))
        elif (warning := _provider_tool_warning(tool, model_id)) is not None:
            warnings.append(warning)
        else:
            prepared.append({"type": "browser_search"})
    return prepared, convert_tool_choice(tool_choice), warnings


def _provider_tool_warning(tool: LanguageModelV4ProviderTool, model_id: str) -> SharedV4Warning | None:
    feature = f"provider-defined tool {tool.id}"
    if tool.id != "groq.browser_search":
        return SharedV4WarningUnsupported(feature=feature)
    if get_groq_language_model_entry(model_id).browser_search is False:
        details = f"Browser search is not supported on model {model_id}."
        return SharedV4WarningUnsupported(feature=feature, details=details)
    return None
