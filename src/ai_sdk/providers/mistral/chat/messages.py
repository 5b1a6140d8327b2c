"""A prompt as Mistral's chat messages.

Ports: @ai-sdk/mistral/src/convert-to-mistral-chat-messages.ts, @ai-sdk/mistral/src/mistral-chat-prompt.ts
"""

from typing import assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
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
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.serialize_tool_call_arguments import serialize_tool_call_arguments
from ai_sdk.provider_utils.tool_result_text import tool_result_text
from ai_sdk.providers.mistral.errors import MistralError

__all__ = ["answer_content", "convert_to_mistral_chat_messages", "user_content"]

_PDF = "application/pdf"


def convert_to_mistral_chat_messages(prompt: LanguageModelV4Prompt) -> list[JSONObject]:
    """Return the messages; an answer at the end is there to be continued.

    Raises `UnsupportedFunctionalityError` for files other than images and PDFs, and `MistralError` for answers that
    Mistral cannot have given.
    """
    messages: list[JSONObject] = []
    for position, message in enumerate(prompt, start=1):
        match message:
            case LanguageModelV4SystemMessage():
                messages.append({"role": "system", "content": message.content})
            case LanguageModelV4UserMessage():
                messages.append({"role": "user", "content": user_content(message)})
            case LanguageModelV4AssistantMessage():
                messages.append(_assistant_message(message, is_last=position == len(prompt)))
            case LanguageModelV4ToolMessage():
                messages += _tool_messages(message)
            case _:
                assert_never(message)
    return messages


def user_content(message: LanguageModelV4UserMessage) -> list[JSONObject]:
    """Return what a user says and shows; raises `UnsupportedFunctionalityError` for files but images and PDFs."""
    return [_user_part(part) for part in message.content]


def _user_part(part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> JSONObject:
    if isinstance(part, LanguageModelV4TextPart):
        return {"type": "text", "text": part.text}
    data = part.data
    if isinstance(data, SharedV4FileDataReference):
        raise UnsupportedFunctionalityError(functionality="file parts with provider references")
    if isinstance(data, SharedV4FileDataText):
        raise UnsupportedFunctionalityError(functionality="text file parts")
    if get_top_level_media_type(part.media_type) == "image":
        kind = "image_url"
    elif _media_type(part) == _PDF:
        kind = "document_url"
    else:
        raise UnsupportedFunctionalityError(functionality="Only images and PDF file parts are supported")
    if isinstance(data, SharedV4FileDataUrl):
        return {"type": kind, kind: data.url}
    return {"type": kind, kind: f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data.data)}"}


def _media_type(part: LanguageModelV4FilePart) -> str:
    return part.media_type if isinstance(part.data, SharedV4FileDataUrl) else resolve_full_media_type(part)


def _assistant_message(message: LanguageModelV4AssistantMessage, *, is_last: bool) -> JSONObject:
    content: list[JSONObject] = []
    calls: list[JSONObject] = []
    for part in message.content:
        match part:
            case LanguageModelV4TextPart() | LanguageModelV4ReasoningPart():
                content.append(answer_content(part))
            case LanguageModelV4ToolCallPart():
                calls.append(_tool_call(part))
            case _:
                raise MistralError(f"Unsupported content type in assistant message: {part.type}")
    has_reasoning = any(item["type"] == "thinking" for item in content)
    converted: JSONObject = {"role": "assistant"}
    converted["content"] = content if has_reasoning else "".join(item["text"] for item in content)
    if is_last:
        converted["prefix"] = True
    if calls:
        converted["tool_calls"] = calls
    return converted


def answer_content(part: LanguageModelV4TextPart | LanguageModelV4ReasoningPart) -> JSONObject:
    """Return what the model said or thought in an earlier turn."""
    text: JSONObject = {"type": "text", "text": part.text}
    if isinstance(part, LanguageModelV4TextPart):
        return text
    return {"type": "thinking", "thinking": [text], "closed": True}


def _tool_call(part: LanguageModelV4ToolCallPart) -> JSONObject:
    function = {"name": part.tool_name, "arguments": serialize_tool_call_arguments(part.input)}
    return {"id": part.tool_call_id, "type": "function", "function": function}


def _tool_messages(message: LanguageModelV4ToolMessage) -> list[JSONObject]:
    return [
        {
            "role": "tool",
            "name": part.tool_name,
            "tool_call_id": part.tool_call_id,
            "content": tool_result_text(part.output),
        }
        for part in message.content
        if isinstance(part, LanguageModelV4ToolResultPart)
    ]
