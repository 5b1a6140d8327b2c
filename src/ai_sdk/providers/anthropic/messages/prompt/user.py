"""User messages: text and files.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from ai_sdk_generated.anthropic.messages.options import AnthropicFilePartProviderOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FilePart,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes, convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference
from ai_sdk.providers.anthropic.messages.prompt.context import PromptContext

__all__ = ["convert_user_message"]

_PDF = "application/pdf"


def convert_user_message(message: LanguageModelV4UserMessage, context: PromptContext) -> list[JSONObject]:
    """Return the content blocks of a user message."""
    blocks: list[JSONObject] = []
    for position, part in enumerate(message.content):
        cache_control = context.validator.get_cache_control(part.provider_options, "user message part")
        if cache_control is None and position == len(message.content) - 1:
            cache_control = context.validator.get_cache_control(message.provider_options, "user message")
        if isinstance(part, LanguageModelV4TextPart):
            blocks.append(omit_none({"type": "text", "text": part.text, "cache_control": cache_control}))
        else:
            blocks.append(_convert_file(part, cache_control, context))
    return blocks


def _convert_file(
    part: LanguageModelV4FilePart, cache_control: JSONObject | None, context: PromptContext
) -> JSONObject:
    converted = None if context.convert_media_part is None else context.convert_media_part(part)
    if converted is not None:
        return omit_none({**converted, "cache_control": cache_control})
    match part.data:
        case SharedV4FileDataReference():
            return _convert_reference(part, part.data, cache_control, context)
        case SharedV4FileDataText(text=text):
            source = {"type": "text", "media_type": "text/plain", "data": text}
            return _document(part, source, cache_control)
    return _convert_contents(part, part.data, cache_control, context)


def _convert_reference(
    part: LanguageModelV4FilePart,
    data: SharedV4FileDataReference,
    cache_control: JSONObject | None,
    context: PromptContext,
) -> JSONObject:
    file_id = resolve_provider_reference(data.reference, "anthropic")
    context.betas.add("files-api-2025-04-14")
    if _read_options(part).container_upload:
        return {"type": "container_upload", "file_id": file_id}
    kind = "image" if get_top_level_media_type(part.media_type) == "image" else "document"
    source = {"type": "file", "file_id": file_id}
    return omit_none({"type": kind, "source": source, "cache_control": cache_control})


def _convert_contents(
    part: LanguageModelV4FilePart,
    data: SharedV4FileDataData | SharedV4FileDataUrl,
    cache_control: JSONObject | None,
    context: PromptContext,
) -> JSONObject:
    top_level = get_top_level_media_type(part.media_type)
    if top_level == "image":
        source = _url_source(data) or _base64_source(data, resolve_full_media_type(part))
        return omit_none({"type": "image", "source": source, "cache_control": cache_control})
    if top_level == "application" and _is_pdf(part):
        context.betas.add("pdfs-2024-09-25")
        return _document(part, _url_source(data) or _base64_source(data, _PDF), cache_control)
    if part.media_type == "text/plain":
        return _document(part, _url_source(data) or _text_source(data), cache_control)
    raise UnsupportedFunctionalityError(functionality=f"media type: {part.media_type}")


def _is_pdf(part: LanguageModelV4FilePart) -> bool:
    is_url = isinstance(part.data, SharedV4FileDataUrl)
    return (part.media_type if is_url else resolve_full_media_type(part)) == _PDF


def _url_source(data: SharedV4FileDataData | SharedV4FileDataUrl) -> JSONObject | None:
    return {"type": "url", "url": data.url} if isinstance(data, SharedV4FileDataUrl) else None


def _base64_source(data: SharedV4FileDataData | SharedV4FileDataUrl, media_type: str) -> JSONObject:
    contents = data.data if isinstance(data, SharedV4FileDataData) else b""
    return {"type": "base64", "media_type": media_type, "data": convert_to_base64(contents)}


def _text_source(data: SharedV4FileDataData | SharedV4FileDataUrl) -> JSONObject:
    contents = data.data if isinstance(data, SharedV4FileDataData) else b""
    octets = convert_base64_to_bytes(contents) if isinstance(contents, str) else bytes(contents)
    text = octets.decode("utf-8", "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return {"type": "text", "media_type": "text/plain", "data": text}


def _document(part: LanguageModelV4FilePart, source: JSONObject, cache_control: JSONObject | None) -> JSONObject:
    options = _read_options(part)
    citations = options.citations is not None and options.citations.enabled
    return omit_none(
        {
            "type": "document",
            "source": source,
            "title": part.filename if options.title is None else options.title,
            "context": options.context or None,
            "citations": {"enabled": True} if citations else None,
            "cache_control": cache_control,
        }
    )


def _read_options(part: LanguageModelV4FilePart) -> AnthropicFilePartProviderOptions:
    options = parse_provider_options("anthropic", part.provider_options, AnthropicFilePartProviderOptions)
    return options or AnthropicFilePartProviderOptions()
