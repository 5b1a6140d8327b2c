"""Parts of UI messages, other than tool calls, as parts of messages for a model.

Ports: ai/src/ui/convert-to-model-messages.ts
"""

from collections.abc import Mapping
from typing import Any

from pydantic_core import Url

from ai_sdk.error.prompt_errors import MessageConversionError
from ai_sdk.provider.shared import SharedV4FileData, SharedV4FileDataReference, SharedV4FileDataUrl
from ai_sdk.provider_utils.content_part import CustomPart, FilePart, ReasoningFilePart, ReasoningPart, TextPart

__all__ = ["convert_assistant_part", "convert_user_part"]

_Part = Mapping[str, Any]


def convert_user_part(part: _Part, message: _Part) -> TextPart | FilePart:
    """Return a text or a file; `message` is the one that an error names."""
    if part["type"] == "text":
        return TextPart(text=part["text"], provider_options=part.get("providerMetadata"))
    return FilePart(
        media_type=part["mediaType"],
        filename=part.get("filename"),
        data=_file_data(part, message),
        provider_options=part.get("providerMetadata"),
    )


def convert_assistant_part(part: _Part, message: _Part) -> Any:
    """Return a text, a file, reasoning, or content of one provider."""
    options = part.get("providerMetadata")
    match part["type"]:
        case "custom":
            return CustomPart(kind=part["kind"], provider_options=options)
        case "reasoning":
            return ReasoningPart(text=part["text"], provider_options=options)
        case "reasoning-file":
            data = _url_data(part["url"], message)
            return ReasoningFilePart(data=data, media_type=part["mediaType"], provider_options=options)
    return convert_user_part(part, message)


def _file_data(part: _Part, message: _Part) -> SharedV4FileData:
    """Prefer the file that was uploaded to the provider over the URL."""
    reference = part.get("providerReference")
    return _url_data(part["url"], message) if reference is None else SharedV4FileDataReference(reference=reference)


def _url_data(url: str, message: _Part) -> SharedV4FileDataUrl:
    if not url.startswith("data:"):
        try:
            Url(url)
        except ValueError as error:
            raise MessageConversionError(f"Invalid URL: {url}", original_message=message) from error
    return SharedV4FileDataUrl(url=url)
