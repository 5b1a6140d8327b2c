"""A prompt as chat messages.

Ports: @ai-sdk/openai-compatible/src/chat/convert-to-openai-compatible-chat-messages.ts
"""

from dataclasses import dataclass
from typing import Any, assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultContentCustom,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.chat_tools import convert_tool_call
from ai_sdk.provider_utils.serialize_tool_call_arguments import serialize_tool_call_arguments
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles
from ai_sdk.providers.openai_compatible.chat.content_parts import convert_content_part, get_openai_metadata

__all__ = ["convert_to_openai_compatible_chat_messages"]


def convert_to_openai_compatible_chat_messages(
    prompt: LanguageModelV4Prompt,
    *,
    provider: str = "openaiCompatible",
    provider_options_key: str = "google",
    supports_multi_part_tool_content: bool = False,
) -> list[JSONObject]:
    """Return the messages; what a message or part has under `openaiCompatible` in its provider options is merged in.

    `provider` names whose uploaded files can be referred to; `provider_options_key` is where tool calls keep their
    thought signatures. Raises `UnsupportedFunctionalityError` for files that chat completions do not take.
    """
    conversion = _Conversion(provider, provider_options_key, supports_multi_part_tool_content)
    return [converted for message in prompt for converted in conversion.convert(message)]


@dataclass(slots=True)
class _Conversion:
    provider: str
    provider_options_key: str
    supports_multi_part_tool_content: bool

    def convert(self, message: LanguageModelV4Message) -> list[JSONObject]:
        metadata = get_openai_metadata(message.provider_options)
        match message:
            case LanguageModelV4SystemMessage():
                return [{"role": "system", "content": message.content, **metadata}]
            case LanguageModelV4UserMessage():
                return [self._user_message(message, metadata)]
            case LanguageModelV4AssistantMessage():
                return [self._assistant_message(message, metadata)]
            case LanguageModelV4ToolMessage():
                return self._tool_messages(message)
            case _:
                assert_never(message)

    def _user_message(self, message: LanguageModelV4UserMessage, metadata: JSONObject) -> JSONObject:
        match message.content:
            case [LanguageModelV4TextPart() as part]:
                return {"role": "user", "content": part.text, **get_openai_metadata(part.provider_options)}
        content = [convert_content_part(part, self.provider) for part in message.content]
        return {"role": "user", "content": content, **metadata}

    def _assistant_message(self, message: LanguageModelV4AssistantMessage, metadata: JSONObject) -> JSONObject:
        text = "".join(part.text for part in message.content if isinstance(part, LanguageModelV4TextPart))
        reasoning = "".join(part.text for part in message.content if isinstance(part, LanguageModelV4ReasoningPart))
        calls = [self._tool_call(part) for part in message.content if isinstance(part, LanguageModelV4ToolCallPart)]
        converted: JSONObject = {"role": "assistant", "content": (text or None) if calls else text}
        if reasoning:
            converted["reasoning_content"] = reasoning
        if calls:
            converted["tool_calls"] = calls
        return {**converted, **metadata}

    def _tool_call(self, part: LanguageModelV4ToolCallPart) -> JSONObject:
        call = convert_tool_call(part, serialize_tool_call_arguments(part.input))
        call |= get_openai_metadata(part.provider_options)
        signature = self._thought_signature(part)
        return {**call, "extra_content": {"google": {"thought_signature": signature}}} if signature else call

    def _thought_signature(self, part: LanguageModelV4ToolCallPart) -> str | None:
        given = part.provider_options or {}
        signatures = ((given.get(key) or {}).get("thoughtSignature") for key in (self.provider_options_key, "google"))
        signature: Any = next((each for each in signatures if each is not None), None)
        if not signature:
            return None
        return signature if isinstance(signature, str) else stringify_with_bigint_and_cycles(signature)

    def _tool_messages(self, message: LanguageModelV4ToolMessage) -> list[JSONObject]:
        return [
            {
                "role": "tool",
                "tool_call_id": part.tool_call_id,
                "content": self._tool_content(part.output),
                **get_openai_metadata(part.provider_options),
            }
            for part in message.content
            if isinstance(part, LanguageModelV4ToolResultPart)
        ]

    def _tool_content(self, output: LanguageModelV4ToolResultOutput) -> str | list[JSONObject]:
        match output:
            case LanguageModelV4ToolResultOutputText() | LanguageModelV4ToolResultOutputErrorText():
                return output.value
            case LanguageModelV4ToolResultOutputExecutionDenied():
                return "Tool call execution denied." if output.reason is None else output.reason
            case LanguageModelV4ToolResultOutputJson() | LanguageModelV4ToolResultOutputErrorJson():
                return stringify_with_bigint_and_cycles(output.value)
            case LanguageModelV4ToolResultOutputContent():
                if self.supports_multi_part_tool_content:
                    return self._multi_part_content(output)
                return stringify_with_bigint_and_cycles(output.value)
            case _:
                assert_never(output)

    def _multi_part_content(self, output: LanguageModelV4ToolResultOutputContent) -> list[JSONObject]:
        parts: list[JSONObject] = []
        for part in output.value:
            if isinstance(part, LanguageModelV4ToolResultContentCustom):
                raise UnsupportedFunctionalityError(functionality="custom tool content parts")
            parts.append(convert_content_part(part, self.provider))
        return parts
