"""Images of an image or video model call as URLs.

Ports: @ai-sdk/provider-utils/src/convert-image-model-file-to-data-uri.ts
"""

from ai_sdk.provider.image_model import ImageModelV4FileData, ImageModelV4FileUrl
from ai_sdk.provider.video_model import VideoModelV4FileData, VideoModelV4FileUrl
from ai_sdk.provider_utils.base64 import convert_to_base64

__all__ = ["convert_image_model_file_to_data_uri"]


def convert_image_model_file_to_data_uri(
    file: ImageModelV4FileData | ImageModelV4FileUrl | VideoModelV4FileData | VideoModelV4FileUrl,
) -> str:
    """Return the image's URL, or a `data:` URL that holds the image.

    >>> convert_image_model_file_to_data_uri(ImageModelV4FileData(media_type="image/png", data=b"Hi"))
    'data:image/png;base64,SGk='
    """
    if isinstance(file, ImageModelV4FileUrl | VideoModelV4FileUrl):
        return file.url
    return f"data:{file.media_type};base64,{convert_to_base64(file.data)}"
