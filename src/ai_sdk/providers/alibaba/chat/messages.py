"""A prompt as Alibaba's chat messages.

Ports: @ai-sdk/alibaba/src/convert-to-alibaba-chat-messages.ts, @ai-sdk/alibaba/src/alibaba-chat-prompt.ts
"""

from dataclasses import dataclass
from typing import Any, assert_never

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
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.tool_result_text import tool_result_text
from ai_sdk.providers.alibaba.chat.cache_control import CacheControlValidator

__all__ = ["convert_to_alibaba_chat_messages"]


def convert_to_alibaba_chat_messages(
    prompt: LanguageModelV4Prompt, cache_control: CacheControlValidator, *, preserve_thinking: bool = False
) -> list[JSONObject]:
    """Return the messages; the warnings of cache markers are in `cache_control` then.

    `preserve_thinking` sends what was thought before the last question too. Raises `UnsupportedFunctionalityError` for
    files other than images.
    """
    last_user = max((index for index, message in enumerate(prompt) if message.role == "user"), default=-1)
    conversion = _Conversion(cache_control, -1 if preserve_thinking else last_user)
    return [converted for index, message in enumerate(prompt) for converted in conversion.convert(message, index)]


@dataclass(frozen=True, slots=True)
class _Conversion:
    cache_control: CacheControlValidator
    last_without_reasoning: int

    def convert(self, message: LanguageModelV4Message, index: int) -> list[JSONObject]:
        marker = self.cache_control.get_cache_control(message.provider_options)
        match message:
            case LanguageModelV4SystemMessage():
                return [{"role": "system", "content": _text_content(message.content, marker)}]
            case LanguageModelV4UserMessage():
                return [{"role": "user", "content": self._user_content(message, marker)}]
            case LanguageModelV4AssistantMessage():
                return _assistant_message(message, marker, with_reasoning=index > self.last_without_reasoning)
            case LanguageModelV4ToolMessage():
                return self._tool_messages(message, marker)
            case _:
                assert_never(message)

    def _user_content(self, message: LanguageModelV4UserMessage, message_marker: Any) -> list[JSONObject]:
        content: list[JSONObject] = []
        for position, part in enumerate(message.content, start=1):
            marker = self._part_marker(part, message_marker, is_last=position == len(message.content))
            content.append(omit_none({**_user_part(part), "cache_control": marker}))
        return content

    def _tool_messages(self, message: LanguageModelV4ToolMessage, message_marker: Any) -> list[JSONObject]:
        results = [part for part in message.content if isinstance(part, LanguageModelV4ToolResultPart)]
        converted: list[JSONObject] = []
        for position, part in enumerate(results, start=1):
            marker = self._part_marker(part, message_marker, is_last=position == len(results))
            content = _text_content(tool_result_text(part.output), marker)
            converted.append({"role": "tool", "tool_call_id": part.tool_call_id, "content": content})
        return converted

    def _part_marker(
        self,
        part: LanguageModelV4TextPart | LanguageModelV4FilePart | LanguageModelV4ToolResultPart,
        message_marker: Any,
        *,
        is_last: bool,
    ) -> Any:
        """Return the part's own marker; the message's belongs to its last part."""
        marker = self.cache_control.get_cache_control(part.provider_options)
        return message_marker if marker is None and is_last else marker


def _text_content(text: str, marker: Any) -> str | list[JSONObject]:
    return text if marker is None else [{"type": "text", "text": text, "cache_control": marker}]


def _user_part(part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> JSONObject:
    if isinstance(part, LanguageModelV4TextPart):
        return {"type": "text", "text": part.text}
    data = part.data
    if isinstance(data, SharedV4FileDataReference):
        raise UnsupportedFunctionalityError(functionality="file parts with provider references")
    if isinstance(data, SharedV4FileDataText):
        raise UnsupportedFunctionalityError(functionality="text file parts")
    if get_top_level_media_type(part.media_type) != "image":
        raise UnsupportedFunctionalityError(functionality="Only image file parts are supported")
    if isinstance(data, SharedV4FileDataUrl):
        return {"type": "image_url", "image_url": {"url": data.url}}
    url = f"data:{resolve_full_media_type(part)};base64,{convert_to_base64(data.data)}"
    return {"type": "image_url", "image_url": {"url": url}}


def _assistant_message(
    message: LanguageModelV4AssistantMessage, marker: Any, *, with_reasoning: bool
) -> list[JSONObject]:
    """Return the message, or nothing when it says nothing."""
    text, reasoning = "", ""
    calls: list[JSONObject] = []
    for part in message.content:
        if isinstance(part, LanguageModelV4TextPart):
            text += part.text
        elif isinstance(part, LanguageModelV4ToolCallPart):
            calls.append(convert_tool_call(part))
        elif isinstance(part, LanguageModelV4ReasoningPart) and with_reasoning:
            reasoning += part.text
    if not (text or calls or reasoning):
        return []
    content = _text_content(text, marker) if text or calls else None
    optional = omit_none({"reasoning_content": reasoning or None, "tool_calls": calls or None})
    return [{"role": "assistant", "content": content or None, **optional}]
