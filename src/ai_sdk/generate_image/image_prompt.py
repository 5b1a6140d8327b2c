"""What to draw: a text, or images to change, with a text and a mask.

Ports: ai/src/generate-image/generate-image.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ai_sdk.prompt.data_content import convert_data_content_to_bytes, split_data_url
from ai_sdk.provider import ImageModelV4File, ImageModelV4FileData, ImageModelV4FileUrl
from ai_sdk.provider.codec import load
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.content_part import DataContent
from ai_sdk.provider_utils.detect_media_type import detect_media_type

__all__ = ["GenerateImagePrompt", "ImagePrompt", "normalize_prompt"]

_FALLBACK_MEDIA_TYPE = "image/png"


@dataclass(slots=True, kw_only=True)
class ImagePrompt(Spec):
    """Images to change, as bytes, base64 text, URL or `data:` URL; `mask` marks the part that may change."""

    images: list[DataContent]
    text: str | None = None
    mask: DataContent | None = None


GenerateImagePrompt = str | ImagePrompt | Mapping[str, Any]
"""A text, or an `ImagePrompt`, which may be a dict with its keys."""


def normalize_prompt(
    prompt: GenerateImagePrompt,
) -> tuple[str | None, list[ImageModelV4File] | None, ImageModelV4File | None]:
    """Return text, images and mask as the specification has them.

    Raises `InvalidDataContentError` for a text that is no URL and no base64.
    """
    if isinstance(prompt, str):
        return prompt, None, None
    loaded = prompt if isinstance(prompt, ImagePrompt) else load(ImagePrompt, prompt)
    return loaded.text, [_to_file(image) for image in loaded.images], _to_file(loaded.mask) if loaded.mask else None


def _to_file(content: DataContent) -> ImageModelV4File:
    if isinstance(content, str):
        if content.startswith("http"):
            return ImageModelV4FileUrl(url=content)
        media_type, encoded = split_data_url(content) if content.startswith("data:") else (None, None)
        if encoded is not None:
            return _file(convert_base64_to_bytes(encoded), media_type)
    return _file(convert_data_content_to_bytes(content), None)


def _file(data: bytes, media_type: str | None) -> ImageModelV4FileData:
    known = media_type or detect_media_type(data, "image") or _FALLBACK_MEDIA_TYPE
    return ImageModelV4FileData(data=data, media_type=known)
