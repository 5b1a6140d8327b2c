"""A prompt as Perplexity's messages.

Ports: @ai-sdk/perplexity/src/convert-to-perplexity-messages.ts
Ports: @ai-sdk/perplexity/src/perplexity-language-model-prompt.ts
"""

from typing import assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4UserMessage,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type

__all__ = ["convert_to_perplexity_messages"]

_PDF = "application/pdf"
_MULTIPART_KINDS = frozenset({"image", "application"})


def convert_to_perplexity_messages(prompt: LanguageModelV4Prompt) -> list[JSONObject]:
    """Return the messages; raises `UnsupportedFunctionalityError` for tool messages, and files but images and PDFs."""
    return [_convert_message(message) for message in prompt]


def _convert_message(message: LanguageModelV4Message) -> JSONObject:
    match message:
        case LanguageModelV4SystemMessage():
            return {"role": "system", "content": message.content}
        case LanguageModelV4UserMessage() | LanguageModelV4AssistantMessage():
            return {"role": message.role, "content": _content(message)}
        case LanguageModelV4ToolMessage():
            raise UnsupportedFunctionalityError(functionality="Tool messages")
        case _:
            assert_never(message)


def _content(message: LanguageModelV4UserMessage | LanguageModelV4AssistantMessage) -> str | list[JSONObject]:
    """Return the text, or the parts when there is more than text; reasoning and tool calls are left out."""
    content: list[JSONObject] = []
    is_multipart = False
    for index, part in enumerate(message.content):
        if isinstance(part, LanguageModelV4TextPart):
            content.append({"type": "text", "text": part.text})
        elif isinstance(part, LanguageModelV4FilePart):
            is_multipart = True
            content.append(_file_part(part, index))
    return content if is_multipart else "".join(part["text"] for part in content)


def _file_part(part: LanguageModelV4FilePart, index: int) -> JSONObject:
    data = part.data
    if isinstance(data, SharedV4FileDataReference):
        raise UnsupportedFunctionalityError(functionality="file parts with provider references")
    if isinstance(data, SharedV4FileDataText):
        raise UnsupportedFunctionalityError(functionality="text file parts")
    kind = get_top_level_media_type(part.media_type)
    if kind not in _MULTIPART_KINDS:
        raise UnsupportedFunctionalityError(functionality=f"file part media type {part.media_type}")
    is_image = kind == "image"
    if not is_image and (media_type := resolve_full_media_type(part)) != _PDF:
        raise UnsupportedFunctionalityError(functionality=f"file part media type {media_type}")
    if isinstance(data, SharedV4FileDataUrl):
        return _image(data.url) if is_image else _pdf(data.url, part.filename)
    content = convert_to_base64(data.data)
    if is_image:
        return _image(f"data:{resolve_full_media_type(part)};base64,{content}")
    return _pdf(content, part.filename or f"document-{index}.pdf")


def _image(url: str) -> JSONObject:
    return {"type": "image_url", "image_url": {"url": url}}


def _pdf(url: str, filename: str | None) -> JSONObject:
    """Return a PDF; inline ones are bare base64 in place of the URL."""
    return omit_none({"type": "file_url", "file_url": {"url": url}, "file_name": filename})
