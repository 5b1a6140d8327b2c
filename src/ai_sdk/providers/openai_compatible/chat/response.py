"""A chat response in the specification's words.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-chat-language-model.ts
Ports: @ai-sdk/openai-compatible/src/chat/convert-openai-compatible-chat-usage.ts
Ports: @ai-sdk/openai-compatible/src/chat/map-openai-compatible-finish-reason.ts
Ports: @ai-sdk/openai-compatible/src/chat/get-response-metadata.ts
"""

from typing import Any

from ai_sdk_generated.openai_compatible.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.chat_response import create_chat_usage, map_chat_finish_reason
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = [
    "convert_content",
    "convert_openai_compatible_chat_usage",
    "convert_usage",
    "get_response_metadata",
    "map_openai_compatible_finish_reason",
    "predicted_tokens",
    "read_response",
    "thought_signature_metadata",
]

Usage = wire.OpenaiCompatibleTokenUsageValue


def read_response(
    response: wire.OpenAICompatibleChatResponse,
    metadata_key: str,
    raw_response: Any,
    dialect: ChatDialect,
    generate_id: IdGenerator,
) -> ModelOutput:
    """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    has_refusal = isinstance(choice.message.refusal, str) and choice.message.refusal != ""
    unified = map_openai_compatible_finish_reason(choice.finish_reason, has_refusal=has_refusal)
    extractor = dialect.metadata_extractor
    extracted = None if extractor is None else extractor.extract_metadata(parsed_body=raw_response)
    return ModelOutput(
        content=_read_message(choice.message, metadata_key, dialect, generate_id),
        finish_reason=LanguageModelV4FinishReason(unified=unified, raw=choice.finish_reason),
        usage=convert_usage(response.usage, dialect),
        provider_metadata=predicted_tokens(response.usage, metadata_key, extracted),
        metadata=get_response_metadata(response),
    )


def _read_message(
    message: wire.OpenAICompatibleChatResponseChoiceMessage,
    metadata_key: str,
    dialect: ChatDialect,
    generate_id: IdGenerator,
) -> list[LanguageModelV4Content]:
    content: list[LanguageModelV4Content] = [*convert_content(message.content)]
    reasoning = message.reasoning if message.reasoning_content is None else message.reasoning_content
    if reasoning:
        content.insert(len(content) if dialect.text_before_reasoning else 0, LanguageModelV4Reasoning(text=reasoning))
    # A refusal comes instead of content, or after it.
    if isinstance(message.refusal, str) and message.refusal:
        content.append(LanguageModelV4Text(text=message.refusal))
    content += [_read_tool_call(tool_call, metadata_key, generate_id) for tool_call in message.tool_calls or []]
    return content


def _read_tool_call(
    tool_call: wire.OpenAICompatibleChatResponseChoiceMessageToolCall, metadata_key: str, generate_id: IdGenerator
) -> LanguageModelV4ToolCall:
    return LanguageModelV4ToolCall(
        tool_call_id=tool_call.id or generate_id(),
        tool_name=tool_call.function.name,
        input=tool_call.function.arguments,
        provider_metadata=thought_signature_metadata(dump_wire(tool_call), metadata_key),
    )


def thought_signature_metadata(tool_call: JSONObject, metadata_key: str) -> SharedV4ProviderMetadata | None:
    """Return a tool call's thought signature as provider metadata; Gemini sends one over this API."""
    google = (tool_call.get("extra_content") or {}).get("google") or {}
    signature = google.get("thought_signature")
    return {metadata_key: {"thoughtSignature": signature}} if signature else None


def convert_content(
    content: str | list[wire.OpenAICompatibleContentValue] | None,
) -> list[LanguageModelV4Text | LanguageModelV4Reasoning]:
    """Return text and reasoning of a message's content: a text, or parts, of which other kinds are left out."""
    if isinstance(content, str):
        return [LanguageModelV4Text(text=content)] if content else []
    converted = (_convert_part(part.type, part.model_extra or {}) for part in content or [])
    return [part for part in converted if part is not None and part.text]


def _convert_part(kind: str, part: JSONObject) -> LanguageModelV4Text | LanguageModelV4Reasoning | None:
    if kind == "text" and isinstance(part.get("text"), str):
        return LanguageModelV4Text(text=part["text"])
    if kind == "thinking" and isinstance(part.get("thinking"), list):
        return LanguageModelV4Reasoning(text="".join(map(_thinking_text, part["thinking"])))
    return None


def _thinking_text(piece: Any) -> str:
    is_text = isinstance(piece, dict) and piece.get("type") == "text" and isinstance(piece.get("text"), str)
    return piece["text"] if is_text else ""


def predicted_tokens(
    usage: Usage | None, metadata_key: str, extracted: SharedV4ProviderMetadata | None
) -> SharedV4ProviderMetadata:
    """Return the provider metadata: how predicted output did, next to what the dialect's extractor found."""
    metadata: SharedV4ProviderMetadata = {metadata_key: {}, **(extracted or {})}
    details = usage.completion_tokens_details if usage is not None else None
    counts = {
        "acceptedPredictionTokens": details.accepted_prediction_tokens if details else None,
        "rejectedPredictionTokens": details.rejected_prediction_tokens if details else None,
    }
    own = {**metadata[metadata_key], **{name: count for name, count in counts.items() if count is not None}}
    return {**metadata, metadata_key: own}


def map_openai_compatible_finish_reason(
    finish_reason: str | None, *, has_refusal: bool = False
) -> LanguageModelV4UnifiedFinishReason:
    """Return the specification's word for a finish reason; an answer that stops with a refusal was filtered."""
    if finish_reason == "stop" and has_refusal:
        return "content-filter"
    return map_chat_finish_reason(finish_reason)


def convert_usage(usage: Usage | None, dialect: ChatDialect) -> LanguageModelV4Usage:
    """Return token counts as the dialect reads them."""
    raw = None if usage is None else dump_wire(usage)
    converted = None if dialect.convert_usage is None else dialect.convert_usage(raw)
    return convert_openai_compatible_chat_usage(raw) if converted is None else converted


def convert_openai_compatible_chat_usage(usage: JSONObject | None) -> LanguageModelV4Usage:
    """Return token counts of a `usage` object; what it does not say counts as zero."""
    if usage is None:
        return LanguageModelV4Usage()
    return create_chat_usage(
        prompt=usage.get("prompt_tokens"),
        completion=usage.get("completion_tokens"),
        cache_read=(usage.get("prompt_tokens_details") or {}).get("cached_tokens"),
        reasoning=(usage.get("completion_tokens_details") or {}).get("reasoning_tokens"),
        raw=usage,
    )


def get_response_metadata(
    response: wire.OpenAICompatibleChatResponse | wire.ChunkBase,
) -> LanguageModelV4ResponseMetadata:
    """Return id, model and time of a response; some providers send 0 where they have no time."""
    return create_language_model_response_metadata(
        id=response.id, model=response.model, created=response.created or None
    )
