"""A prompt as Groq's chat messages.

Ports: @ai-sdk/groq/src/convert-to-groq-chat-messages.ts, @ai-sdk/groq/src/groq-api-types.ts
"""

from typing import assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.chat_tools import convert_tool_call
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.serialize_tool_call_arguments import serialize_tool_call_arguments
from ai_sdk.provider_utils.tool_result_text import tool_result_text

__all__ = ["convert_to_groq_chat_messages"]


def convert_to_groq_chat_messages(prompt: LanguageModelV4Prompt) -> list[JSONObject]:
    """Return the messages; raises `UnsupportedFunctionalityError` for files other than images."""
    return [converted for message in prompt for converted in _convert_message(message)]


def _convert_message(message: LanguageModelV4Message) -> list[JSONObject]:
    match message:
        case LanguageModelV4SystemMessage():
            return [{"role": "system", "content": message.content}]
        case LanguageModelV4UserMessage():
            return [_user_message(message)]
        case LanguageModelV4AssistantMessage():
            return [_assistant_message(message)]
        case LanguageModelV4ToolMessage():
            return _tool_messages(message)
        case _:
            assert_never(message)


def _user_message(message: LanguageModelV4UserMessage) -> JSONObject:
    match message.content:
        case [LanguageModelV4TextPart(text=text)]:
            return {"role": "user", "content": text}
    return {"role": "user", "content": [_user_part(part) for part in message.content]}


def _user_part(part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> JSONObject:
    if isinstance(part, LanguageModelV4TextPart):
        return {"type": "text", "text": part.text}
    return {"type": "image_url", "image_url": {"url": _image_url(part)}}


def _image_url(part: LanguageModelV4FilePart) -> str:
    data = part.data
    if isinstance(data, SharedV4FileDataReference):
        raise UnsupportedFunctionalityError(functionality="file parts with provider references")
    if isinstance(data, SharedV4FileDataText):
        raise UnsupportedFunctionalityError(functionality="text file parts")
    if get_top_level_media_type(part.media_type) != "image":
        raise UnsupportedFunctionalityError(functionality="Non-image file content parts")
    if isinstance(data, SharedV4FileDataUrl):
        return data.url
    return f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data.data)}"


def _assistant_message(message: LanguageModelV4AssistantMessage) -> JSONObject:
    text = "".join(part.text for part in message.content if isinstance(part, LanguageModelV4TextPart))
    reasoning = "".join(part.text for part in message.content if isinstance(part, LanguageModelV4ReasoningPart))
    calls = [
        convert_tool_call(part, serialize_tool_call_arguments(part.input))
        for part in message.content
        if isinstance(part, LanguageModelV4ToolCallPart)
    ]
    converted: JSONObject = {"role": "assistant", "content": text}
    if reasoning:
        converted["reasoning"] = reasoning
    if calls:
        converted["tool_calls"] = calls
    return converted


def _tool_messages(message: LanguageModelV4ToolMessage) -> list[JSONObject]:
    return [
        {"role": "tool", "tool_call_id": part.tool_call_id, "content": tool_result_text(part.output)}
        for part in message.content
        if isinstance(part, LanguageModelV4ToolResultPart)
    ]
