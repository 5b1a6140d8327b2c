"""Files of a prompt as parts.

Ports: @ai-sdk/google/src/convert-to-google-messages.ts, @ai-sdk/google/src/google-prompt.ts
"""

from typing import assert_never

from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    LanguageModelV4ReasoningFilePart,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    SharedV4ProviderReference,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import is_full_media_type
from ai_sdk.provider_utils.json import dump_wire, omit_none, validate_types
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference
from ai_sdk.providers.google.generate_content.messages.settings import MessageSettings

__all__ = ["convert_assistant_file", "convert_reasoning_file", "convert_user_file", "file_uri"]


def convert_user_file(part: LanguageModelV4FilePart, settings: MessageSettings) -> JSONObject:
    """Return a file that the user shows; raises `UnsupportedFunctionalityError` when it cannot be sent."""
    video = settings.read(part.provider_options).get("videoMetadata")
    metadata = None if video is None else dump_wire(validate_types(wire.GoogleVideoMetadata, video))
    return omit_none({**_user_file(part, settings), "videoMetadata": metadata})


def _user_file(part: LanguageModelV4FilePart, settings: MessageSettings) -> JSONObject:
    match part.data:
        case SharedV4FileDataUrl() as data:
            return _named(resolve_full_media_type(part), file_uri(data))
        case SharedV4FileDataReference(reference=reference):
            _refuse_references(settings)
            return _named(resolve_full_media_type(part), _resolve(reference))
        case SharedV4FileDataText(text=text):
            return _inline(_text_media_type(part), text.encode())
        case SharedV4FileDataData(data=data):
            return _inline(resolve_full_media_type(part), data)
    assert_never(part.data)


def convert_assistant_file(part: LanguageModelV4FilePart, settings: MessageSettings) -> JSONObject:
    """Return a file that the model made in an earlier turn, in its answer or while it thought."""
    thought = True if settings.read(part.provider_options).get("thought") is True else None
    return omit_none(
        {
            **_assistant_file(part, settings),
            "thought": thought,
            "thoughtSignature": settings.read_signature(part.provider_options),
        }
    )


def _assistant_file(part: LanguageModelV4FilePart, settings: MessageSettings) -> JSONObject:
    match part.data:
        case SharedV4FileDataUrl():
            raise _no_urls()
        case SharedV4FileDataReference(reference=reference):
            _refuse_references(settings)
            return _named(part.media_type, _resolve(reference))
        case SharedV4FileDataText(text=text):
            return _inline(_text_media_type(part), text.encode())
        case SharedV4FileDataData(data=data):
            return _inline(part.media_type, data)
    assert_never(part.data)


def convert_reasoning_file(part: LanguageModelV4ReasoningFilePart, settings: MessageSettings) -> JSONObject:
    """Return a file that the model made while it thought."""
    if isinstance(part.data, SharedV4FileDataUrl):
        raise _no_urls()
    signature = settings.read_signature(part.provider_options)
    return omit_none({**_inline(part.media_type, part.data.data), "thought": True, "thoughtSignature": signature})


def file_uri(data: SharedV4FileDataUrl) -> str:
    """Return the URL to send: a `gs:` URL as it was given, because normalizing changes object names."""
    return data.original_url if data.url.startswith("gs:") and data.original_url is not None else data.url


def _named(media_type: str, uri: str) -> JSONObject:
    return {"fileData": {"mimeType": media_type, "fileUri": uri}}


def _inline(media_type: str, data: str | bytes) -> JSONObject:
    return {"inlineData": {"mimeType": media_type, "data": convert_to_base64(data)}}


def _text_media_type(part: LanguageModelV4FilePart) -> str:
    return part.media_type if is_full_media_type(part.media_type) else "text/plain"


def _resolve(reference: SharedV4ProviderReference) -> str:
    return resolve_provider_reference(reference, "google")


def _refuse_references(settings: MessageSettings) -> None:
    if settings.is_vertex_like:
        raise UnsupportedFunctionalityError(functionality="file parts with provider references")


def _no_urls() -> UnsupportedFunctionalityError:
    return UnsupportedFunctionalityError(functionality="File data URLs in assistant messages are not supported")
