"""A prompt as Cohere's chat messages, and as documents that the answer may cite.

Ports: @ai-sdk/cohere/src/convert-to-cohere-chat-prompt.ts, @ai-sdk/cohere/src/cohere-chat-prompt.ts
"""

from typing import assert_never

from ai_sdk_generated.cohere.chat.options import CohereImagePartProviderOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.tool_result_text import tool_result_text

__all__ = ["convert_to_cohere_chat_prompt"]


def convert_to_cohere_chat_prompt(prompt: LanguageModelV4Prompt) -> tuple[list[JSONObject], list[JSONObject]]:
    """Return the messages and the documents: files other than images.

    Raises `UnsupportedFunctionalityError` for files that Cohere does not take, and `InvalidArgumentError` for options
    of an image that do not fit.
    """
    messages: list[JSONObject] = []
    documents: list[JSONObject] = []
    for message in prompt:
        match message:
            case LanguageModelV4SystemMessage():
                messages.append({"role": "system", "content": message.content})
            case LanguageModelV4UserMessage():
                messages.append(_user_message(message, documents))
            case LanguageModelV4AssistantMessage():
                messages.append(_assistant_message(message))
            case LanguageModelV4ToolMessage():
                messages += _tool_messages(message)
            case _:
                assert_never(message)
    return messages, documents


def _user_message(message: LanguageModelV4UserMessage, documents: list[JSONObject]) -> JSONObject:
    """Return the message; its files other than images go to `documents`."""
    texts: list[str] = []
    parts: list[JSONObject] = []
    for part in message.content:
        if isinstance(part, LanguageModelV4TextPart):
            texts.append(part.text)
            parts += [{"type": "text", "text": part.text}] if part.text else []
        elif get_top_level_media_type(part.media_type) == "image":
            parts.append(_image(part))
        else:
            documents.append({"data": omit_none({"text": _document_text(part), "title": part.filename})})
    has_image = any(part["type"] == "image_url" for part in parts)
    return {"role": "user", "content": parts if has_image else "".join(texts)}


def _image(part: LanguageModelV4FilePart) -> JSONObject:
    image: JSONObject = {"url": _image_url(part)}
    settings = parse_provider_options("cohere", part.provider_options, CohereImagePartProviderOptions)
    if settings is not None and settings.detail is not None:
        image["detail"] = settings.detail
    return {"type": "image_url", "image_url": image}


def _image_url(part: LanguageModelV4FilePart) -> str:
    match part.data:
        case SharedV4FileDataUrl(url=url):
            return url
        case SharedV4FileDataData(data=data):
            return f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data)}"
        case SharedV4FileDataReference():
            raise UnsupportedFunctionalityError(functionality="image file parts with provider references")
        case SharedV4FileDataText():
            raise UnsupportedFunctionalityError(functionality="image file parts with text data")
        case _:
            assert_never(part.data)


def _document_text(part: LanguageModelV4FilePart) -> str:
    match part.data:
        case SharedV4FileDataReference():
            raise UnsupportedFunctionalityError(functionality="file parts with provider references")
        case SharedV4FileDataUrl():
            raise UnsupportedFunctionalityError(
                "URLs should be downloaded by the AI SDK and not reach this point. "
                "This indicates a configuration issue.",
                functionality="File URL data",
            )
        case SharedV4FileDataText(text=text):
            return text
        case SharedV4FileDataData(data=data):
            return data if isinstance(data, str) else data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        case _:
            assert_never(part.data)


def _assistant_message(message: LanguageModelV4AssistantMessage) -> JSONObject:
    calls = [_tool_call(part) for part in message.content if isinstance(part, LanguageModelV4ToolCallPart)]
    if calls:
        return {"role": "assistant", "tool_calls": calls}
    text = "".join(part.text for part in message.content if isinstance(part, LanguageModelV4TextPart))
    return {"role": "assistant", "content": text}


def _tool_call(part: LanguageModelV4ToolCallPart) -> JSONObject:
    function = {"name": part.tool_name, "arguments": stringify(part.input)}
    return {"id": part.tool_call_id, "type": "function", "function": function}


def _tool_messages(message: LanguageModelV4ToolMessage) -> list[JSONObject]:
    return [
        {"role": "tool", "content": tool_result_text(part.output), "tool_call_id": part.tool_call_id}
        for part in message.content
        if isinstance(part, LanguageModelV4ToolResultPart)
    ]
