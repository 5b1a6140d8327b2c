"""The full media type of a file part, for providers that need the subtype.

Ports: @ai-sdk/provider-utils/src/resolve-full-media-type.ts
"""

from ai_sdk.provider import LanguageModelV4FilePart, SharedV4FileDataData, UnsupportedFunctionalityError
from ai_sdk.provider.language_model.prompt import LanguageModelV4ToolResultContentFile
from ai_sdk.provider_utils.detect_media_type import detect_media_type, get_top_level_media_type, is_full_media_type

__all__ = ["resolve_full_media_type"]


def resolve_full_media_type(part: LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile) -> str:
    """Return the part's media type, its subtype read from the bytes when it is missing.

    Raises `UnsupportedFunctionalityError` when the subtype is missing and cannot be read.
    """
    if is_full_media_type(part.media_type):
        return part.media_type
    if not isinstance(part.data, SharedV4FileDataData):
        raise _no_subtype(part.media_type, "it is not passed as inline bytes")
    detected = detect_media_type(part.data.data, get_top_level_media_type(part.media_type))
    if detected is None:
        raise _no_subtype(part.media_type, "it could not be auto-detected")
    return detected


def _no_subtype(media_type: str, reason: str) -> UnsupportedFunctionalityError:
    return UnsupportedFunctionalityError(
        functionality=f'file of media type "{media_type}" must specify subtype since {reason}'
    )
