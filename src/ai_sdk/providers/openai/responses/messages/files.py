"""Files of user messages and tool results as input parts.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4ToolResultContentFile
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion

__all__ = ["convert_output_file", "convert_user_file"]

_PDF = "application/pdf"

FilePart = LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile


def convert_user_file(conversion: InputConversion, part: LanguageModelV4FilePart, index: int) -> JSONObject:
    """Write a file of a user message; `index` names a file that has no name.

    Raises `UnsupportedFunctionalityError` for text data, and for media types other than images and PDF unless the
    call passes them through.
    """
    match part.data:
        case SharedV4FileDataReference():
            return _reference(conversion, part, part.data)
        case SharedV4FileDataText():
            raise UnsupportedFunctionalityError(functionality="text file parts")
        case SharedV4FileDataUrl():
            return _url(conversion, part, part.data)
        case SharedV4FileDataData() if _is_image(part):
            return _image(conversion, part, _image_data(conversion, part, part.data))
        case SharedV4FileDataData():
            return _file(conversion, part, _user_file_data(conversion, part, part.data, index))


def convert_output_file(
    conversion: InputConversion, part: LanguageModelV4ToolResultContentFile, *, is_custom_tool: bool
) -> JSONObject | None:
    """Write a file of a tool's result; `None`, with a warning, when the tool kind cannot take it."""
    match part.data:
        case SharedV4FileDataReference() if not is_custom_tool:
            return _reference(conversion, part, part.data)
        case SharedV4FileDataData() if _is_image(part):
            return _image(conversion, part, {"image_url": _data_url(part, part.data)})
        case SharedV4FileDataData():
            filename = "data" if part.filename is None else part.filename
            return _file(conversion, part, {"filename": filename, "file_data": _data_url(part, part.data)})
        case SharedV4FileDataUrl():
            return _url(conversion, part, part.data)
    kind = "custom tool" if is_custom_tool else "tool"
    conversion.warn(f"unsupported {kind} content part type: file with data type: {part.data.type}")
    return None


def _reference(conversion: InputConversion, part: FilePart, data: SharedV4FileDataReference) -> JSONObject:
    file_id = resolve_provider_reference(data.reference, conversion.settings.provider_options_name)
    return (_image if _is_image(part) else _file)(conversion, part, {"file_id": file_id})


def _url(conversion: InputConversion, part: FilePart, data: SharedV4FileDataUrl) -> JSONObject:
    if _is_image(part):
        return _image(conversion, part, {"image_url": data.url})
    return _file(conversion, part, {"file_url": data.url})


def _image_data(conversion: InputConversion, part: FilePart, data: SharedV4FileDataData) -> JSONObject:
    if _is_file_id(conversion, data.data):
        return {"file_id": data.data}
    return {"image_url": _data_url(part, data)}


def _user_file_data(
    conversion: InputConversion, part: LanguageModelV4FilePart, data: SharedV4FileDataData, index: int
) -> JSONObject:
    media_type = resolve_full_media_type(part)
    if media_type != _PDF and not conversion.settings.pass_through_unsupported_files:
        raise UnsupportedFunctionalityError(functionality=f"file part media type {media_type}")
    if _is_file_id(conversion, data.data):
        return {"file_id": data.data}
    default = f"part-{index}.pdf" if media_type == _PDF else f"part-{index}"
    filename = default if part.filename is None else part.filename
    return {"filename": filename, "file_data": _data_url(part, data)}


def _image(conversion: InputConversion, part: FilePart, source: JSONObject) -> JSONObject:
    detail = conversion.option_or_null(part.provider_options, "imageDetail")
    item = omit_none({"type": "input_image", **source, "detail": detail})
    return {**item, **conversion.cache_breakpoint(part.provider_options)}


def _file(conversion: InputConversion, part: FilePart, source: JSONObject) -> JSONObject:
    return {"type": "input_file", **source, **conversion.cache_breakpoint(part.provider_options)}


def _is_image(part: FilePart) -> bool:
    return get_top_level_media_type(part.media_type) == "image"


def _is_file_id(conversion: InputConversion, data: bytes | str) -> bool:
    """Whether text data is a file id of the provider; kept for `file_id_prefixes`, use provider references instead."""
    return isinstance(data, str) and any(data.startswith(prefix) for prefix in conversion.settings.file_id_prefixes)


def _data_url(part: FilePart, data: SharedV4FileDataData) -> str:
    return f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data.data)}"
