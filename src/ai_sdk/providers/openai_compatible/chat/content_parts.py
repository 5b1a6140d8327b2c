"""Text and file parts of prompts as parts of chat messages.

Ports: @ai-sdk/openai-compatible/src/chat/convert-to-openai-compatible-chat-messages.ts
Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-api-types.ts
"""

from collections.abc import Mapping
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    LanguageModelV4TextPart,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes, convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference

__all__ = ["FilePart", "TextPart", "convert_content_part", "get_openai_metadata"]

TextPart = LanguageModelV4TextPart | LanguageModelV4ToolResultContentText
FilePart = LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile

_AUDIO_FORMATS = {"audio/wav": "wav", "audio/mp3": "mp3", "audio/mpeg": "mp3"}


def get_openai_metadata(provider_options: Mapping[str, Any] | None) -> JSONObject:
    """Return what a message or part carries for the wire: its provider options under `openaiCompatible`."""
    return (provider_options or {}).get("openaiCompatible") or {}


def convert_content_part(part: TextPart | FilePart, provider: str) -> JSONObject:
    """Return a part of a message.

    Raises `UnsupportedFunctionalityError` for files that chat completions do not take, `NoSuchProviderReferenceError`
    for uploaded files that `provider` does not know.
    """
    metadata = get_openai_metadata(part.provider_options)
    if isinstance(part, TextPart):
        return {"type": "text", "text": part.text, **metadata}
    return {**_file_part(part, provider), **metadata}


def _file_part(part: FilePart, provider: str) -> JSONObject:
    match part.data:
        case SharedV4FileDataReference():
            return {"type": "file", "file": {"file_id": resolve_provider_reference(part.data.reference, provider)}}
        case SharedV4FileDataText():
            if get_top_level_media_type(part.media_type) != "text":
                raise UnsupportedFunctionalityError(functionality="text file parts")
            return {"type": "text", "text": part.data.text}
    return _media_part(part, part.data)


def _media_part(part: FilePart, data: SharedV4FileDataData | SharedV4FileDataUrl) -> JSONObject:
    match get_top_level_media_type(part.media_type):
        case "image":
            return {"type": "image_url", "image_url": {"url": _url(part, data)}}
        case "video":
            return {"type": "video_url", "video_url": {"url": _url(part, data)}}
        case "audio":
            return _audio_part(part, data)
        case "application":
            return _pdf_part(part, data)
        case "text":
            return {"type": "text", "text": _text(data)}
    raise UnsupportedFunctionalityError(functionality=f"file part media type {part.media_type}")


def _url(part: FilePart, data: SharedV4FileDataData | SharedV4FileDataUrl) -> str:
    if isinstance(data, SharedV4FileDataUrl):
        return data.url
    return f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data.data)}"


def _audio_part(part: FilePart, data: SharedV4FileDataData | SharedV4FileDataUrl) -> JSONObject:
    if isinstance(data, SharedV4FileDataUrl):
        raise UnsupportedFunctionalityError(functionality="audio file parts with URLs")
    media_type = resolve_full_media_type(part)
    if media_type not in _AUDIO_FORMATS:
        raise UnsupportedFunctionalityError(functionality=f"audio media type {media_type}")
    audio = {"data": convert_to_base64(data.data), "format": _AUDIO_FORMATS[media_type]}
    return {"type": "input_audio", "input_audio": audio}


def _pdf_part(part: FilePart, data: SharedV4FileDataData | SharedV4FileDataUrl) -> JSONObject:
    if isinstance(data, SharedV4FileDataUrl):
        raise UnsupportedFunctionalityError(functionality="PDF file parts with URLs")
    media_type = resolve_full_media_type(part)
    if media_type != "application/pdf":
        raise UnsupportedFunctionalityError(functionality=f"file part media type {media_type}")
    filename = "document.pdf" if part.filename is None else part.filename
    file_data = f"data:application/pdf;base64,{convert_to_base64(data.data)}"
    return {"type": "file", "file": {"filename": filename, "file_data": file_data}}


def _text(data: SharedV4FileDataData | SharedV4FileDataUrl) -> str:
    if isinstance(data, SharedV4FileDataUrl):
        return data.url
    content = convert_base64_to_bytes(data.data) if isinstance(data.data, str) else data.data
    return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
