"""Tools and tool choice as Moonshot AI wants them.

Ports: @ai-sdk/moonshotai/src/moonshotai-prepare-tools.ts
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FunctionTool,
    LanguageModelV4Tool,
    LanguageModelV4ToolChoice,
    LanguageModelV4ToolChoiceRequired,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.chat_tools import prepare_function_tools
from ai_sdk.providers.moonshotai.normalize_json_schema_for_mfjs import normalize_json_schema_for_mfjs

__all__ = ["prepare_tools"]

_REFUSE_REQUIRED = frozenset({"kimi-k2.6", "kimi-k2.7-code", "kimi-k2.7-code-highspeed"})


def prepare_tools(
    tools: Sequence[LanguageModelV4Tool] | None, tool_choice: LanguageModelV4ToolChoice | None, model_id: str
) -> tuple[list[JSONObject] | None, Any, list[SharedV4Warning]]:
    """Return the body's `tools` and `tool_choice` (`None` is left out), and a warning for each thing left out.

    Raises `UnsupportedFunctionalityError` for a tool whose input is no object.
    """
    normalized = [_normalize(tool) for tool in tools or []]
    if not normalized or not isinstance(tool_choice, LanguageModelV4ToolChoiceRequired):
        return prepare_function_tools(normalized, tool_choice)
    if model_id not in _REFUSE_REQUIRED:
        return prepare_function_tools(normalized, tool_choice)
    prepared, choice, warnings = prepare_function_tools(normalized, None)
    details = (
        "Moonshot AI rejects required tool choice for this model. "
        'The setting has been omitted; use "auto" or select a specific tool instead.'
    )
    feature = f'tool choice "required" for model "{model_id}"'
    return prepared, choice, [*warnings, SharedV4WarningUnsupported(feature=feature, details=details)]


def _normalize(tool: LanguageModelV4Tool) -> LanguageModelV4Tool:
    if not isinstance(tool, LanguageModelV4FunctionTool):
        return tool
    return replace(tool, input_schema=normalize_json_schema_for_mfjs(tool.input_schema))
