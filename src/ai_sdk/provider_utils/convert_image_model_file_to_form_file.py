"""Images of an image model call as files of a form.

Ports: @ai-sdk/provider-utils/src/download-blob.ts
"""

from ai_sdk.provider.image_model import ImageModelV4FileData, ImageModelV4FileUrl
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.download import download
from ai_sdk.provider_utils.form_data import FormFile
from ai_sdk.provider_utils.transport import Transport

__all__ = ["convert_image_model_file_to_form_file"]

_UNKNOWN = "application/octet-stream"


async def convert_image_model_file_to_form_file(
    file: ImageModelV4FileData | ImageModelV4FileUrl, transport: Transport
) -> FormFile:
    """Return the image as a form takes it; raises `DownloadError` when one at a URL cannot be had."""
    if isinstance(file, ImageModelV4FileUrl):
        downloaded = await download(file.url, transport=transport)
        return FormFile(downloaded.data, content_type=downloaded.media_type or _UNKNOWN)
    content = convert_base64_to_bytes(file.data) if isinstance(file.data, str) else file.data
    return FormFile(content, content_type=file.media_type)
