"""Files of a prompt as content parts of Moonshot AI's messages.

Ports: @ai-sdk/moonshotai/src/convert-to-moonshotai-chat-messages.ts
"""

from typing import assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    LanguageModelV4TextPart,
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

__all__ = ["convert_content_part"]

_MEDIA_TYPES = {
    "image": frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/heic", "image/heif"}),
    "video": frozenset(
        {
            "video/mp4",
            "video/mpeg",
            "video/mov",
            "video/avi",
            "video/x-flv",
            "video/mpg",
            "video/webm",
            "video/wmv",
            "video/3gpp",
        }
    ),
}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def convert_content_part(part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> JSONObject:
    """Return the content part: text, an image or a video.

    Raises `UnsupportedFunctionalityError` for every other kind of file, which the API would refuse, and
    `NoSuchProviderReferenceError` for a file that was uploaded elsewhere.
    """
    if isinstance(part, LanguageModelV4TextPart):
        return {"type": "text", "text": part.text}
    kind = get_top_level_media_type(part.media_type)
    match part.data:
        case SharedV4FileDataReference():
            return _media(kind, _uploaded_url(part, part.data, kind))
        case SharedV4FileDataText():
            if kind != "text":
                raise _unsupported(part.media_type)
            return {"type": "text", "text": part.data.text}
        case SharedV4FileDataUrl() | SharedV4FileDataData():
            return _convert_file(part, part.data, kind)
        case _:
            assert_never(part.data)


def _convert_file(
    part: LanguageModelV4FilePart, data: SharedV4FileDataUrl | SharedV4FileDataData, kind: str
) -> JSONObject:
    if kind in _MEDIA_TYPES:
        return _media(kind, _media_url(part, data, kind))
    if kind == "text":
        return {"type": "text", "text": data.url if isinstance(data, SharedV4FileDataUrl) else _text(data)}
    raise _unsupported(part.media_type)


def _media(kind: str, url: str) -> JSONObject:
    name = f"{kind}_url"
    return {"type": name, name: {"url": url}}


def _uploaded_url(part: LanguageModelV4FilePart, data: SharedV4FileDataReference, kind: str) -> str:
    if kind not in _MEDIA_TYPES:
        raise _unsupported(part.media_type)
    reference = resolve_provider_reference(data.reference, "moonshotai")
    if not reference.startswith("ms://"):
        functionality = "Moonshot file provider references without an ms:// URL"
        raise UnsupportedFunctionalityError(functionality=functionality)
    return reference


def _media_url(part: LanguageModelV4FilePart, data: SharedV4FileDataUrl | SharedV4FileDataData, kind: str) -> str:
    if isinstance(data, SharedV4FileDataUrl):
        # What lies at a URL may keep its subtype to itself.
        if part.media_type not in {kind, f"{kind}/*", *_MEDIA_TYPES[kind]}:
            raise _unsupported(part.media_type)
        return data.url
    media_type = resolve_full_media_type(part)
    if media_type not in _MEDIA_TYPES[kind]:
        raise _unsupported(media_type)
    return f"data:{media_type};base64,{convert_to_base64(data.data)}"


def _text(data: SharedV4FileDataData) -> str:
    content = convert_base64_to_bytes(data.data) if isinstance(data.data, str) else data.data
    return content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "replace")


def _unsupported(media_type: str) -> UnsupportedFunctionalityError:
    return UnsupportedFunctionalityError(functionality=f"file part media type {media_type}")
