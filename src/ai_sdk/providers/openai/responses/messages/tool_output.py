"""What a function or custom tool answered, as the `output` of its item.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ToolResultContentCustom,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultOutputText,
)
from ai_sdk.provider_utils.json import stringify
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion, with_breakpoint
from ai_sdk.providers.openai.responses.messages.files import convert_output_file

__all__ = ["convert_tool_output"]

_DENIED = "Tool call execution denied."

OutputPart = (
    LanguageModelV4ToolResultContentText | LanguageModelV4ToolResultContentFile | LanguageModelV4ToolResultContentCustom
)


def convert_tool_output(
    conversion: InputConversion,
    output: LanguageModelV4ToolResultOutput,
    *,
    cache_breakpoint: Any = None,
    has_output_schema: bool = False,
    is_custom_tool: bool = False,
) -> str | list[JSONObject]:
    """Write a tool's output.

    A function with an output schema must answer with JSON text, so its plain texts become JSON string literals.
    """
    if isinstance(output, LanguageModelV4ToolResultOutputContent):
        parts = [_convert_part(conversion, part, is_custom_tool=is_custom_tool) for part in output.value]
        return [part for part in parts if part is not None]
    return with_breakpoint(_scalar_text(output, has_output_schema=has_output_schema), cache_breakpoint)


def _scalar_text(
    output: LanguageModelV4ToolResultOutputText
    | LanguageModelV4ToolResultOutputJson
    | LanguageModelV4ToolResultOutputExecutionDenied
    | LanguageModelV4ToolResultOutputErrorText
    | LanguageModelV4ToolResultOutputErrorJson,
    *,
    has_output_schema: bool,
) -> str:
    match output:
        case LanguageModelV4ToolResultOutputText():
            return stringify(output.value) if has_output_schema else output.value
        case LanguageModelV4ToolResultOutputErrorText() | LanguageModelV4ToolResultOutputErrorJson():
            return stringify({"error": output.value})
        case LanguageModelV4ToolResultOutputExecutionDenied():
            reason = _DENIED if output.reason is None else output.reason
            return stringify(reason) if has_output_schema else reason
        case LanguageModelV4ToolResultOutputJson():
            return stringify(output.value)


def _convert_part(conversion: InputConversion, part: OutputPart, *, is_custom_tool: bool) -> JSONObject | None:
    match part:
        case LanguageModelV4ToolResultContentText():
            return {"type": "input_text", "text": part.text, **conversion.cache_breakpoint(part.provider_options)}
        case LanguageModelV4ToolResultContentFile():
            return convert_output_file(conversion, part, is_custom_tool=is_custom_tool)
        case LanguageModelV4ToolResultContentCustom():
            kind = "custom tool" if is_custom_tool else "tool"
            conversion.warn(f"unsupported {kind} content part type: {part.type}")
            return None
