"""Files of a prompt as content blocks.

Ports: @ai-sdk/google/src/interactions/convert-to-google-interactions-input.ts
"""

from typing import Any, assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    SharedV4Warning,
    SharedV4WarningOther,
    stringify,
)
from ai_sdk.provider.language_model.prompt import LanguageModelV4ToolResultContentFile
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type, is_full_media_type
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference
from ai_sdk.providers.google.interactions.messages.compaction import google_options

__all__ = ["convert_file", "convert_tool_result_image"]

_BlockFile = LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile

_KINDS = {"image": "image", "audio": "audio", "video": "video", "application": "document", "text": "document"}
_WITH_RESOLUTION = frozenset({"image", "video"})
_INVALID_PROCESSING = (
    "google.interactions: invalid providerOptions.google.processing on video file part; "
    'expected "agentic", "static", or a static processing configuration. Option dropped.'
)


def convert_file(
    part: LanguageModelV4FilePart, warnings: list[SharedV4Warning], media_resolution: str | None
) -> JSONObject | None:
    """Return the block of a file, or `None` with a warning for kinds that the API does not know."""
    if isinstance(part.data, SharedV4FileDataText):
        return {"type": "text", "text": part.data.text}
    kind = _KINDS.get(get_top_level_media_type(part.media_type))
    if kind is None:
        message = f'google.interactions: unsupported file media type "{part.media_type}"; part dropped.'
        warnings.append(SharedV4WarningOther(message=message))
        return None
    return omit_none(
        {
            "type": kind,
            **_source(part, part.data),
            "resolution": media_resolution if kind in _WITH_RESOLUTION else None,
            "processing": _video_processing(part, warnings) if kind == "video" else None,
        }
    )


def convert_tool_result_image(
    part: LanguageModelV4ToolResultContentFile, warnings: list[SharedV4Warning]
) -> JSONObject | None:
    """Return the block of an image in a tool's result, or `None` with a warning when it has none."""
    if isinstance(part.data, SharedV4FileDataText):
        message = (
            'google.interactions: tool-result image part with `data.type === "text"` '
            "is not representable as an image; part dropped."
        )
        warnings.append(SharedV4WarningOther(message=message))
        return None
    return omit_none({"type": "image", **_source(part, part.data)})


def _source(
    part: _BlockFile, data: SharedV4FileDataData | SharedV4FileDataUrl | SharedV4FileDataReference
) -> JSONObject:
    """Return where the bytes are; a media type is only said when it is known in full."""
    match data:
        case SharedV4FileDataData():
            return {"data": convert_to_base64(data.data), "mime_type": resolve_full_media_type(part)}
        case SharedV4FileDataUrl(url=uri):
            pass
        case SharedV4FileDataReference(reference=reference):
            uri = resolve_provider_reference(reference, "google")
        case _:
            assert_never(data)
    return {"uri": uri, "mime_type": part.media_type if is_full_media_type(part.media_type) else None}


def _video_processing(part: LanguageModelV4FilePart, warnings: list[SharedV4Warning]) -> str | JSONObject | None:
    processing = google_options(part.provider_options).get("processing")
    if processing is None or processing in ("agentic", "static"):
        named: str | None = processing
        return named
    if isinstance(processing, dict) and processing.get("type") == "static":
        fps = processing.get("fps")
        return omit_none(
            {
                "type": "static",
                "start_offset": _offset(processing.get("startOffset")),
                "end_offset": _offset(processing.get("endOffset")),
                "fps": fps if _is_number(fps) else None,
            }
        )
    warnings.append(SharedV4WarningOther(message=_INVALID_PROCESSING))
    return None


def _offset(seconds: Any) -> str | None:
    return f"{stringify(seconds)}s" if _is_number(seconds) else None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
