"""Assistant messages: what the model said, thought and called in earlier turns.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4CustomPart,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolResultPart,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.openai.responses.messages.assistant_tool_results import convert_assistant_tool_result
from ai_sdk.providers.openai.responses.messages.assistant_turn import AssistantTurn
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion
from ai_sdk.providers.openai.responses.messages.reasoning import convert_reasoning
from ai_sdk.providers.openai.responses.messages.tool_calls import convert_tool_call

__all__ = ["convert_assistant_message"]


def convert_assistant_message(conversion: InputConversion, message: LanguageModelV4AssistantMessage) -> None:
    """Write an assistant message, part by part; files that the model made are not sent back."""
    turn = AssistantTurn()
    for part in message.content:
        convert = _PARTS.get(part.type)
        if convert is not None:
            convert(conversion, turn, part)


def _convert_text(conversion: InputConversion, turn: AssistantTurn, part: LanguageModelV4TextPart) -> None:
    settings = conversion.settings
    item_id = conversion.option(part.provider_options, "itemId")
    # The conversation has the item already; sending it again is a "duplicate item" error.
    if settings.has_conversation and item_id is not None:
        return
    if settings.store and item_id is not None and (not settings.is_reasoning_model or turn.has_preceding_reasoning):
        turn.push_text_reference(conversion, item_id)
        return
    phase = conversion.option(part.provider_options, "phase")
    conversion.push_message("assistant", **omit_none({"content": part.text, "phase": phase}))


def _convert_tool_call(conversion: InputConversion, _: AssistantTurn, part: LanguageModelV4ToolCallPart) -> None:
    convert_tool_call(conversion, part)


def _convert_tool_result(conversion: InputConversion, _: AssistantTurn, part: LanguageModelV4ToolResultPart) -> None:
    convert_assistant_tool_result(conversion, part)


def _convert_custom(conversion: InputConversion, _: AssistantTurn, part: LanguageModelV4CustomPart) -> None:
    item_id = conversion.option(part.provider_options, "itemId")
    if part.kind != "openai.compaction" or item_id is None or conversion.settings.has_conversation:
        return
    if conversion.settings.store:
        conversion.push_reference(item_id)
        return
    content = conversion.option_or_null(part.provider_options, "encryptedContent")
    conversion.push(omit_none({"type": "compaction", "id": item_id, "encrypted_content": content}))


_PARTS: dict[str, Callable[[InputConversion, AssistantTurn, Any], None]] = {
    "text": _convert_text,
    "tool-call": _convert_tool_call,
    "tool-result": _convert_tool_result,
    "reasoning": convert_reasoning,
    "custom": _convert_custom,
}
