"""A chat response of DeepSeek in the specification's words.

Ports: @ai-sdk/deepseek/src/chat/deepseek-chat-language-model.ts
Ports: @ai-sdk/deepseek/src/chat/convert-to-deepseek-usage.ts
Ports: @ai-sdk/deepseek/src/chat/map-deepseek-finish-reason.ts, @ai-sdk/deepseek/src/chat/get-response-metadata.ts
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ai_sdk_generated.deepseek.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.chat_response import create_chat_usage
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire, omit_none

__all__ = ["convert_deepseek_usage", "map_deepseek_finish_reason", "read_response"]

_FINISH_REASONS: Mapping[str | None, LanguageModelV4UnifiedFinishReason] = MappingProxyType(
    {
        "stop": "stop",
        "length": "length",
        "content_filter": "content-filter",
        "tool_calls": "tool-calls",
        "insufficient_system_resource": "error",
    }
)
_CACHE_METADATA = {
    "prompt_cache_hit_tokens": "promptCacheHitTokens",
    "prompt_cache_miss_tokens": "promptCacheMissTokens",
}


def read_response(
    response: wire.DeepseekChatResponse, raw_response: Any, provider_options_name: str, generate_id: IdGenerator
) -> ModelOutput:
    """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    return ModelOutput(
        content=_read_message(choice.message, generate_id),
        finish_reason=LanguageModelV4FinishReason(
            unified=map_deepseek_finish_reason(choice.finish_reason), raw=choice.finish_reason
        ),
        usage=convert_deepseek_usage(response.usage),
        provider_metadata={provider_options_name: _read_metadata(response, choice)},
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created
        ),
    )


def _read_message(
    message: wire.DeepseekChatResponseChoiceMessage, generate_id: IdGenerator
) -> list[LanguageModelV4Content]:
    content: list[LanguageModelV4Content] = []
    if message.reasoning_content:
        content.append(LanguageModelV4Reasoning(text=message.reasoning_content))
    content += [
        LanguageModelV4ToolCall(
            tool_call_id=call.id or generate_id(), tool_name=call.function.name, input=call.function.arguments
        )
        for call in message.tool_calls or []
    ]
    if message.content:
        content.append(LanguageModelV4Text(text=message.content))
    return content


def _read_metadata(response: wire.DeepseekChatResponse, choice: wire.DeepseekChatResponseChoice) -> JSONObject:
    usage = {} if response.usage is None else dump_wire(response.usage)
    calls = choice.message.tool_calls
    facts = {
        "responseObject": response.object,
        "choiceIndex": choice.index,
        "messageRole": choice.message.role,
        "toolCallTypes": None if calls is None else [call.type for call in calls if call.type is not None],
        "logprobs": None if choice.logprobs is None else dump_wire(choice.logprobs),
        "systemFingerprint": response.system_fingerprint,
    }
    # Null is not absent here: it is passed on as it came.
    cache = {metadata: usage[name] for name, metadata in _CACHE_METADATA.items() if name in usage}
    return {**cache, **omit_none(facts)}


def map_deepseek_finish_reason(finish_reason: str | None) -> LanguageModelV4UnifiedFinishReason:
    """Return the specification's word for a finish reason; `other` for one that is not known."""
    return _FINISH_REASONS.get(finish_reason, "other")


def convert_deepseek_usage(usage: wire.TokenUsageValue | None) -> LanguageModelV4Usage:
    """Return token counts; what DeepSeek does not report counts as zero."""
    if usage is None:
        return LanguageModelV4Usage()
    details = usage.completion_tokens_details
    return create_chat_usage(
        prompt=usage.prompt_tokens,
        completion=usage.completion_tokens,
        cache_read=usage.prompt_cache_hit_tokens,
        reasoning=None if details is None else details.reasoning_tokens,
        raw=dump_wire(usage),
    )
