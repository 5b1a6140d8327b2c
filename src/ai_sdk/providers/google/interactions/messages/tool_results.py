"""Results of the caller's tools as content blocks.

Ports: @ai-sdk/google/src/interactions/convert-to-google-interactions-input.ts
"""

from typing import assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    SharedV4Warning,
    SharedV4WarningOther,
)
from ai_sdk.provider.language_model.prompt import (
    LanguageModelV4ToolResultContent,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutput,
)
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles
from ai_sdk.providers.google.interactions.messages.compaction import google_options
from ai_sdk.providers.google.interactions.messages.files import convert_tool_result_image

__all__ = ["convert_tool_result"]


def convert_tool_result(part: LanguageModelV4ToolResultPart, warnings: list[SharedV4Warning]) -> JSONObject:
    """Return the block of a result; what it cannot hold is left out with a warning."""
    block = {
        "type": "function_result",
        "call_id": part.tool_call_id,
        "name": part.tool_name,
        "signature": google_options(part.provider_options).get("signature"),
    }
    return {**omit_none(block), **_result(part.output, warnings)}


def _result(output: LanguageModelV4ToolResultOutput, warnings: list[SharedV4Warning]) -> JSONObject:
    match output:
        case LanguageModelV4ToolResultOutputText():
            return {"result": output.value}
        case LanguageModelV4ToolResultOutputJson():
            return {"result": stringify_with_bigint_and_cycles(output.value)}
        case LanguageModelV4ToolResultOutputErrorText():
            return {"is_error": True, "result": output.value}
        case LanguageModelV4ToolResultOutputErrorJson():
            return {"is_error": True, "result": stringify_with_bigint_and_cycles(output.value)}
        case LanguageModelV4ToolResultOutputExecutionDenied():
            reason = "Tool execution denied by user." if output.reason is None else output.reason
            return {"is_error": True, "result": reason}
        case LanguageModelV4ToolResultOutputContent():
            blocks = (_convert_content(item, warnings) for item in output.value)
            return {"result": [block for block in blocks if block is not None]}
    assert_never(output)


def _convert_content(item: LanguageModelV4ToolResultContent, warnings: list[SharedV4Warning]) -> JSONObject | None:
    if isinstance(item, LanguageModelV4ToolResultContentText):
        return {"type": "text", "text": item.text}
    if not isinstance(item, LanguageModelV4ToolResultContentFile):
        what = f'content part type "{item.type}" is not supported'
    elif get_top_level_media_type(item.media_type) != "image":
        what = (
            f'file with mediaType "{item.media_type}" is not supported '
            "(Interactions `function_result.result` accepts only text and image content)"
        )
    else:
        return convert_tool_result_image(item, warnings)
    warnings.append(SharedV4WarningOther(message=f"google.interactions: tool-result {what}; part dropped."))
    return None
