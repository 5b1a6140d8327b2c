"""Files of a prompt as Converse's image, video and document blocks.

Ports: @ai-sdk/amazon-bedrock/src/convert-to-amazon-bedrock-chat-messages.ts
Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-api-types.ts
"""

import re
from collections.abc import Mapping

from ai_sdk_generated.amazon_bedrock.chat.options import AmazonBedrockFilePartProviderOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    SharedV4FileDataData,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    SharedV4ProviderOptions,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4ToolResultContentFile
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type, is_full_media_type
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.streaming_tool_call_argument_state import JAVASCRIPT_WHITESPACE
from ai_sdk.provider_utils.strip_file_extension import strip_file_extension
from ai_sdk.providers.amazon_bedrock.options import read_bedrock_options

__all__ = ["DocumentNames", "convert_file", "convert_tool_result_file"]

_IMAGE_FORMATS = {"image/jpeg": "jpeg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}
_DOCUMENT_FORMATS = {
    "application/pdf": "pdf",
    "text/csv": "csv",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.ms-excel": "xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/html": "html",
    "text/plain": "txt",
    "text/markdown": "md",
}
_VIDEO_FORMATS = {
    "video/x-matroska": "mkv",
    "video/quicktime": "mov",
    "video/mp4": "mp4",
    "video/webm": "webm",
    "video/x-flv": "flv",
    "video/mpeg": "mpeg",
    "video/mpg": "mpg",
    "video/wmv": "wmv",
    "video/x-ms-wmv": "wmv",
    "video/3gpp": "three_gp",
}
_MEDIA_FORMATS = {"image": _IMAGE_FORMATS, "video": _VIDEO_FORMATS}
_BLANKS = re.compile(f"[{JAVASCRIPT_WHITESPACE}]+")
_NOT_IN_A_NAME = re.compile(r"[^a-zA-Z0-9 ()\[\]-]")
_LONGEST_NAME = 200


class DocumentNames:
    """Names for the documents of one prompt: Bedrock wants one for each. They stay the same from turn to turn."""

    def __init__(self) -> None:
        self._count = 0

    def name(self, filename: str | None) -> str:
        """Return the file's name without what Bedrock refuses, or a number when nothing is left."""
        name = _NOT_IN_A_NAME.sub("", _BLANKS.sub(" ", strip_file_extension(filename or ""))).strip(" ")
        name = name[:_LONGEST_NAME].strip(" ")
        if name:
            return name
        self._count += 1
        return f"document-{self._count}"


def convert_file(part: LanguageModelV4FilePart, names: DocumentNames) -> JSONObject:
    """Return the block of a file in a user message; raises `UnsupportedFunctionalityError` for what it cannot be."""
    match part.data:
        case SharedV4FileDataUrl():
            return _convert_url(part, part.data, "File URL data")
        case SharedV4FileDataText(text=text):
            media_type = part.media_type if is_full_media_type(part.media_type) else "text/plain"
            return _document(part, media_type, text.encode("utf-8", "replace"), names)
        case SharedV4FileDataData():
            return _convert_data(part, part.data, names)
        case _:
            raise UnsupportedFunctionalityError(functionality="file parts with provider references")


def convert_tool_result_file(part: LanguageModelV4ToolResultContentFile, names: DocumentNames) -> JSONObject:
    """Return the block of a file in a tool's result; raises `UnsupportedFunctionalityError` for what it cannot be."""
    functionality = f'tool result file data of type "{part.data.type}"'
    match part.data:
        case SharedV4FileDataUrl():
            return _convert_url(part, part.data, functionality)
        case SharedV4FileDataData():
            return _convert_data(part, part.data, names)
        case _:
            raise UnsupportedFunctionalityError(functionality=functionality)


def _convert_url(
    part: LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile, data: SharedV4FileDataUrl, functionality: str
) -> JSONObject:
    if not data.url.lower().startswith("s3:"):
        raise UnsupportedFunctionalityError(functionality=functionality)
    media_type = resolve_full_media_type(part)
    if get_top_level_media_type(media_type) not in _MEDIA_FORMATS:
        raise UnsupportedFunctionalityError(functionality=functionality)
    return _media(media_type, {"s3Location": {"uri": data.url}})


def _convert_data(
    part: LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile,
    data: SharedV4FileDataData,
    names: DocumentNames,
) -> JSONObject:
    media_type = resolve_full_media_type(part)
    if get_top_level_media_type(media_type) in _MEDIA_FORMATS:
        return _media(media_type, {"bytes": convert_to_base64(data.data)})
    return _document(part, media_type, data.data, names)


def _media(media_type: str, source: JSONObject) -> JSONObject:
    kind = get_top_level_media_type(media_type)
    return {kind: {"format": _format(media_type, _MEDIA_FORMATS[kind], kind), "source": source}}


def _document(
    part: LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile,
    media_type: str,
    content: bytes | str,
    names: DocumentNames,
) -> JSONObject:
    citations = {"citations": {"enabled": True}} if _has_citations(part.provider_options) else {}
    document = {
        "format": _format(media_type, _DOCUMENT_FORMATS, "file"),
        "name": names.name(part.filename),
        "source": {"bytes": convert_to_base64(content)},
    }
    return {"document": document | citations}


def _has_citations(provider_options: SharedV4ProviderOptions | None) -> bool:
    options = read_bedrock_options(provider_options, AmazonBedrockFilePartProviderOptions)
    return options is not None and options.citations is not None and options.citations.enabled


def _format(media_type: str, formats: Mapping[str, str], kind: str) -> str:
    if media_type not in formats:
        raise UnsupportedFunctionalityError(
            f"Unsupported {kind} mime type: {media_type}, expected one of: {', '.join(formats)}",
            functionality=f"{kind} mime type: {media_type}",
        )
    return formats[media_type]
