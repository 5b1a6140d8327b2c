"""What the answers of chat-completions APIs have in common: finish reasons and token counts.

Ports: @ai-sdk/openai-compatible/src/chat/map-openai-compatible-finish-reason.ts
Ports: @ai-sdk/openai-compatible/src/chat/convert-openai-compatible-chat-usage.ts
"""

from collections.abc import Mapping
from types import MappingProxyType

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
)

__all__ = ["create_chat_usage", "map_chat_finish_reason", "read_chat_finish_reason"]

_FINISH_REASONS: Mapping[str | None, LanguageModelV4UnifiedFinishReason] = MappingProxyType(
    {
        "stop": "stop",
        "length": "length",
        "content_filter": "content-filter",
        "function_call": "tool-calls",
        "tool_calls": "tool-calls",
    }
)


def map_chat_finish_reason(finish_reason: str | None) -> LanguageModelV4UnifiedFinishReason:
    """Return the specification's word for a finish reason; `other` for one that is not known.

    >>> map_chat_finish_reason("tool_calls"), map_chat_finish_reason("tired")
    ('tool-calls', 'other')
    """
    return _FINISH_REASONS.get(finish_reason, "other")


def read_chat_finish_reason(finish_reason: str | None) -> LanguageModelV4FinishReason:
    """Return a finish reason in the specification's word and the provider's own."""
    return LanguageModelV4FinishReason(unified=map_chat_finish_reason(finish_reason), raw=finish_reason)


def create_chat_usage(
    *,
    prompt: float | None,
    completion: float | None,
    cache_read: float | None,
    cache_write: float | None = None,
    reasoning: float | None,
    raw: JSONObject,
) -> LanguageModelV4Usage:
    """Return token counts of an API whose prompt includes what its cache did, and whose completion the reasoning.

    What is absent counts as zero, but for `cache_write`, which only some providers know.
    """
    prompt, completion = prompt or 0, completion or 0
    cache_read, reasoning = cache_read or 0, reasoning or 0
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(
            total=prompt,
            no_cache=prompt - cache_read - (cache_write or 0),
            cache_read=cache_read,
            cache_write=cache_write,
        ),
        output_tokens=LanguageModelV4OutputTokens(
            total=completion, text=max(0, completion - reasoning), reasoning=reasoning
        ),
        raw=raw,
    )
