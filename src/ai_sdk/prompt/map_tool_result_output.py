"""What a tool's result looks like to a model: the older spellings of files become files.

Ports: ai/src/prompt/convert-to-language-model-prompt.ts
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from ai_sdk.prompt.convert_file_part import DownloadedAssets, convert_file_part
from ai_sdk.provider import (
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataUrl,
    SharedV4Warning,
    SharedV4WarningDeprecated,
)
from ai_sdk.provider_utils.content_part import FilePart
from ai_sdk.provider_utils.tool_result_output import ToolResultContentPart, ToolResultOutput

__all__ = ["get_downloadable_file_part", "map_tool_result_output"]

_UNKNOWN = "application/octet-stream"
_MEDIA_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "avif": "image/avif",
    "heic": "image/heic",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "tif": "image/tiff",
    "pdf": "application/pdf",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "ogg": "audio/ogg",
}

# The older kind of content -> how its successor is written, and the media type that stands for it.
_SUCCESSORS = {
    "file-data": ("the \"file\" type with mediaType and { type: 'data', data }", "application"),
    "file-url": ("the \"file\" type with mediaType and { type: 'url', url }", "application"),
    "file-id": ("the \"file\" type with mediaType and { type: 'reference', reference }", "application"),
    "file-reference": ("the \"file\" type with mediaType and { type: 'reference', reference }", "application"),
    "image-data": ("the \"file\" type with mediaType and { type: 'data', data }", "image"),
    "image-url": (
        "the \"file\" type with mediaType 'image' (or a specific image/* subtype) and { type: 'url', url }",
        "image",
    ),
    "image-file-id": ("the \"file\" type with mediaType and { type: 'reference', reference }", "image"),
    "image-file-reference": ("the \"file\" type with mediaType and { type: 'reference', reference }", "image"),
}


def map_tool_result_output(
    output: ToolResultOutput,
    *,
    provider: str | None,
    warnings: list[SharedV4Warning],
    downloaded_assets: DownloadedAssets,
) -> LanguageModelV4ToolResultOutput:
    """Return a result as the model takes it; `warnings` gets one for each older spelling of a file."""
    if output.type != "content":
        return output
    return LanguageModelV4ToolResultOutputContent(
        value=[_convert(item, provider, warnings, downloaded_assets) for item in output.value]
    )


def get_downloadable_file_part(item: ToolResultContentPart) -> FilePart | None:
    """Return the file of a content part when it may have to be downloaded."""
    match item.type:
        case "file":
            return FilePart(data=item.data, media_type=item.media_type)
        case "file-url":
            media_type = item.media_type or _media_type_of_url(item.url)
            return FilePart(data=SharedV4FileDataUrl(url=item.url), media_type=media_type)
        case "image-url":
            return FilePart(data=SharedV4FileDataUrl(url=item.url), media_type="image")
    return None


def _convert(
    item: ToolResultContentPart,
    provider: str | None,
    warnings: list[SharedV4Warning],
    downloaded_assets: DownloadedAssets,
) -> Any:
    if item.type == "file":
        part = convert_file_part(item, downloaded_assets)
        return LanguageModelV4ToolResultContentFile(
            data=part.data, media_type=part.media_type, filename=part.filename, provider_options=part.provider_options
        )
    if item.type not in _SUCCESSORS:
        return item
    warnings.append(_deprecation(item))
    return _convert_older(item, provider, downloaded_assets)


def _deprecation(item: Any) -> SharedV4Warning:
    successor, _ = _SUCCESSORS[item.type]
    message = f'The "{item.type}" type for tool result content is deprecated. Use {successor} instead.'
    if item.type == "file-url" and not item.media_type:
        inferred = _media_type_of_url(item.url)
        how = (
            f"Unable to infer media type from URL. Defaulting to '{_UNKNOWN}'."
            if inferred == _UNKNOWN
            else f"Inferred media type '{inferred}' from URL."
        )
        missing = f'The "file-url" tool result content part with URL "{item.url}" is missing a "mediaType".'
        message = f"{missing} {how} {message}"
    return SharedV4WarningDeprecated(setting=f'"tool-result" content of type "{item.type}"', message=message)


def _convert_older(item: Any, provider: str | None, downloaded_assets: DownloadedAssets) -> Any:
    data: Any
    media_type = _SUCCESSORS[item.type][1]
    match item.type:
        case "file-data" | "image-data":
            data, media_type = SharedV4FileDataData(data=item.data), item.media_type
        case "file-url" | "image-url":
            if item.type == "file-url":
                media_type = item.media_type or _media_type_of_url(item.url)
            data, media_type = _resolve_url(item.url, media_type, downloaded_assets)
        case "file-id" | "image-file-id":
            data = SharedV4FileDataReference(reference=_reference(item.file_id, provider))
        case _:
            data = SharedV4FileDataReference(reference=item.provider_reference)
    return LanguageModelV4ToolResultContentFile(
        data=data,
        media_type=media_type,
        filename=getattr(item, "filename", None),
        provider_options=item.provider_options,
    )


def _resolve_url(url: str, media_type: str, downloaded_assets: DownloadedAssets) -> tuple[Any, str]:
    data = SharedV4FileDataUrl(url=url)
    if data.url != url:
        data.original_url = url
    part = convert_file_part(FilePart(data=data, media_type=media_type), downloaded_assets)
    return part.data, part.media_type


def _reference(file_id: str | Mapping[str, str], provider: str | None) -> dict[str, str]:
    if not isinstance(file_id, str):
        return dict(file_id)
    if provider is None:
        raise ValueError(
            "Cannot convert string fileId to provider reference without a provider ID. "
            "Use a Record<string, string> fileId or switch to the file-reference type."
        )
    return {provider: file_id}


def _media_type_of_url(url: str) -> str:
    try:
        path = urlsplit(url).path
    except ValueError:
        return _UNKNOWN
    return _MEDIA_TYPES.get(path.rpartition(".")[2].lower(), _UNKNOWN)
