"""A file of a message as a model takes it.

Ports: ai/src/prompt/convert-to-language-model-prompt.ts
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ai_sdk.prompt.data_content import convert_to_language_model_v4_file_part
from ai_sdk.provider import LanguageModelV4FilePart, SharedV4FileDataData
from ai_sdk.provider_utils.content_part import FilePart, ImagePart
from ai_sdk.provider_utils.detect_media_type import detect_media_type, is_full_media_type
from ai_sdk.provider_utils.tool_result_output import ToolResultContentFile

if TYPE_CHECKING:
    from ai_sdk.provider_utils.download import Download

__all__ = ["DownloadedAssets", "convert_file_part", "convert_image_part_to_file_part"]

DownloadedAssets = Mapping[str, "Download"]
"""Files that were downloaded for the model, by URL."""


def convert_image_part_to_file_part(part: Any) -> Any:
    """Return an image as a file; any other part stays as it is."""
    if not isinstance(part, ImagePart):
        return part
    return FilePart(data=part.image, media_type=part.media_type or "image", provider_options=part.provider_options)


def convert_file_part(
    part: FilePart | ToolResultContentFile, downloaded_assets: DownloadedAssets
) -> LanguageModelV4FilePart:
    """Return a file with its data where it was downloaded, and with the image type that its first bytes show."""
    data, url_media_type = convert_to_language_model_v4_file_part(part.data)
    media_type = url_media_type or part.media_type
    if data.type == "url":
        downloaded = downloaded_assets.get(data.url)
        if downloaded is not None:
            data = SharedV4FileDataData(data=downloaded.data)
            if downloaded.media_type is not None and not is_full_media_type(media_type):
                media_type = downloaded.media_type
    if data.type == "data":
        media_type = detect_media_type(data.data, "image") or media_type
    return LanguageModelV4FilePart(
        media_type=media_type, filename=part.filename, data=data, provider_options=part.provider_options
    )
