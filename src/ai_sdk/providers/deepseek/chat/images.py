"""Images of a prompt as content parts of DeepSeek's messages.

Ports: @ai-sdk/deepseek/src/chat/convert-to-deepseek-chat-messages.ts
Ports: @ai-sdk/deepseek/src/chat/deepseek-file-part-options.ts
"""

from ai_sdk_generated.deepseek.chat.options import DeepseekFilePartProviderOptions as FilePartOptions

from ai_sdk.provider import (
    InvalidPromptError,
    JSONObject,
    LanguageModelV4FilePart,
    LanguageModelV4Prompt,
    LanguageModelV4ToolResultContentFile,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference

__all__ = ["SUPPORTED_IMAGE_MEDIA_TYPES", "convert_image", "is_image", "is_usable_image", "uploaded_image"]

SUPPORTED_IMAGE_MEDIA_TYPES = frozenset({"image/gif", "image/jpeg", "image/jpg", "image/png", "image/webp"})
_LONGEST_URL = 8192

FilePart = LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile


def is_image(part: FilePart) -> bool:
    """Say whether the part is declared an image."""
    return get_top_level_media_type(part.media_type) == "image"


def is_usable_image(part: FilePart) -> bool:
    """Say whether the part is an image in a form that can be sent; text is none."""
    return is_image(part) and not isinstance(part.data, SharedV4FileDataText)


def uploaded_image(data: SharedV4FileDataReference) -> JSONObject:
    """Return the content part of an uploaded image; raises `NoSuchProviderReferenceError` when it is not DeepSeek's."""
    return {"type": "file", "file_id": resolve_provider_reference(data.reference, "deepseek")}


def convert_image(
    part: FilePart,
    data: SharedV4FileDataUrl | SharedV4FileDataData,
    options: FilePartOptions,
    prompt: LanguageModelV4Prompt,
) -> JSONObject:
    """Return the content part of an image.

    Raises `UnsupportedFunctionalityError` for an image of an unknown type, and `InvalidPromptError` for a URL that is
    too long and for options that do not go together.
    """
    media_type = _media_type(part)
    if isinstance(data, SharedV4FileDataUrl):
        if len(data.url) > _LONGEST_URL:
            raise InvalidPromptError("DeepSeek image URLs must not exceed 8192 characters.", prompt=prompt)
        if options.file_data:
            message = "DeepSeek `fileData` image parts require inline data, not a URL."
            raise InvalidPromptError(message, prompt=prompt)
        return _image_url(data.url, options)
    url = f"data:{media_type};base64,{convert_to_base64(data.data)}"
    if not options.file_data:
        return _image_url(url, options)
    if options.image_detail is not None:
        raise InvalidPromptError("DeepSeek `imageDetail` cannot be combined with `fileData`.", prompt=prompt)
    return omit_none({"type": "file", "file_data": url, "filename": part.filename})


def _image_url(url: str, options: FilePartOptions) -> JSONObject:
    return {"type": "image_url", "image_url": omit_none({"url": url, "detail": options.image_detail})}


def _media_type(part: FilePart) -> str:
    media_type = resolve_full_media_type(part)
    if media_type not in SUPPORTED_IMAGE_MEDIA_TYPES:
        raise UnsupportedFunctionalityError(
            "DeepSeek supports JPEG, PNG, GIF, and WebP image inputs.",
            functionality=f"DeepSeek image media type {media_type}",
        )
    return "image/jpeg" if media_type == "image/jpg" else media_type
