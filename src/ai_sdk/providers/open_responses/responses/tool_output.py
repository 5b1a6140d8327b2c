"""Files of user messages and tool results, and what tools answered.

Ports: @ai-sdk/open-responses/src/responses/convert-to-open-responses-input.ts
"""

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    LanguageModelV4TextPart,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    SharedV4Warning,
    SharedV4WarningOther,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4ToolResultContent
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.tool_result_text import tool_result_text

__all__ = ["convert_tool_output", "convert_user_part"]


def convert_user_part(part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> JSONObject:
    """Return a text or a file; raises `UnsupportedFunctionalityError` for text data and uploaded files."""
    if isinstance(part, LanguageModelV4TextPart):
        return {"type": "input_text", "text": part.text}
    if isinstance(part.data, SharedV4FileDataReference):
        raise UnsupportedFunctionalityError(functionality="file parts with provider references")
    if isinstance(part.data, SharedV4FileDataText):
        raise UnsupportedFunctionalityError(functionality="text file parts")
    return _file(part, part.data)


def _file(
    part: LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile,
    data: SharedV4FileDataUrl | SharedV4FileDataData,
) -> JSONObject:
    is_image = get_top_level_media_type(part.media_type) == "image"
    if isinstance(data, SharedV4FileDataUrl):
        return (
            {"type": "input_image", "image_url": data.url} if is_image else {"type": "input_file", "file_url": data.url}
        )
    url = f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data.data)}"
    if is_image:
        return {"type": "input_image", "image_url": url}
    return {"type": "input_file", "filename": "data" if part.filename is None else part.filename, "file_data": url}


def convert_tool_output(
    output: LanguageModelV4ToolResultOutput, warnings: list[SharedV4Warning]
) -> str | list[JSONObject]:
    """Return what a tool answered, with a warning for each part left out."""
    if not isinstance(output, LanguageModelV4ToolResultOutputContent):
        return tool_result_text(output)
    parts = (_output_part(part, warnings) for part in output.value)
    return [part for part in parts if part is not None]


def _output_part(part: LanguageModelV4ToolResultContent, warnings: list[SharedV4Warning]) -> JSONObject | None:
    if isinstance(part, LanguageModelV4ToolResultContentText):
        return {"type": "input_text", "text": part.text}
    text = f"unsupported tool content part type: {part.type}"
    if isinstance(part, LanguageModelV4ToolResultContentFile):
        if isinstance(part.data, SharedV4FileDataUrl | SharedV4FileDataData):
            return _file(part, part.data)
        text = f"{text} with data type: {part.data.type}"
    warnings.append(SharedV4WarningOther(message=text))
    return None
