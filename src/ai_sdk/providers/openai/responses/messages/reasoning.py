"""Reasoning of earlier turns.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from ai_sdk_generated.openai.responses.options import OpenaiResponsesReasoningProviderOptions

from ai_sdk.provider import JSONObject, LanguageModelV4ReasoningPart
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.openai.responses.messages.assistant_turn import AssistantTurn
from ai_sdk.providers.openai.responses.messages.conversion import InputConversion

__all__ = ["convert_reasoning"]


def convert_reasoning(conversion: InputConversion, turn: AssistantTurn, part: LanguageModelV4ReasoningPart) -> None:
    """Write one summary part of a reasoning item; parts with the same item id become one item."""
    turn.has_preceding_reasoning = True
    settings = conversion.settings
    options = (
        parse_provider_options(
            settings.provider_options_name, part.provider_options, OpenaiResponsesReasoningProviderOptions
        )
        or OpenaiResponsesReasoningProviderOptions()
    )
    if options.item_id is None:
        _push_without_id(conversion, part, options)
    elif settings.continues_on_server:
        return
    elif settings.store:
        _refer(conversion, turn, options.item_id)
    elif options.item_id in turn.reasoning_items:
        _extend(conversion, turn.reasoning_items[options.item_id], part, options)
    else:
        item = _item(part, options)
        turn.reasoning_items[options.item_id] = item
        conversion.push(item)


def _item(part: LanguageModelV4ReasoningPart, options: OpenaiResponsesReasoningProviderOptions) -> JSONObject:
    content = options.given("reasoning_encrypted_content")
    item = {"type": "reasoning", "id": options.item_id, "encrypted_content": content, "summary": _summary(part)}
    return omit_none(item)


def _summary(part: LanguageModelV4ReasoningPart) -> list[JSONObject]:
    return [{"type": "summary_text", "text": part.text}] if part.text else []


def _refer(conversion: InputConversion, turn: AssistantTurn, item_id: str) -> None:
    if item_id not in turn.reasoning_items:
        turn.reasoning_items[item_id] = {}
        conversion.push_reference(item_id)


def _extend(
    conversion: InputConversion,
    item: JSONObject,
    part: LanguageModelV4ReasoningPart,
    options: OpenaiResponsesReasoningProviderOptions,
) -> None:
    if not part.text:
        reason = "Cannot append empty reasoning part to existing reasoning sequence"
        conversion.warn(f"{reason}. Skipping reasoning part: {stringify(dump(part))}.")
    item["summary"].extend(_summary(part))
    # The encrypted content may come with the last summary part only.
    if options.reasoning_encrypted_content is not None:
        item["encrypted_content"] = options.reasoning_encrypted_content


def _push_without_id(
    conversion: InputConversion,
    part: LanguageModelV4ReasoningPart,
    options: OpenaiResponsesReasoningProviderOptions,
) -> None:
    """Write reasoning that has no item id, which the API accepts when its encrypted content is there."""
    if options.reasoning_encrypted_content is not None:
        conversion.push(_item(part, options))
        return
    reason = "Non-OpenAI reasoning parts are not supported"
    conversion.warn(f"{reason}. Skipping reasoning part: {stringify(dump(part))}.")
