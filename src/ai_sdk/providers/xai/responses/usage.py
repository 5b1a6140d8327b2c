"""How an answer ended, and the tokens it took.

Ports: @ai-sdk/xai/src/responses/convert-xai-responses-usage.ts
Ports: @ai-sdk/xai/src/responses/map-xai-responses-finish-reason.ts
Ports: @ai-sdk/xai/src/responses/xai-responses-language-model.ts
"""

from collections.abc import Mapping
from types import MappingProxyType

from ai_sdk_generated.xai.responses import wire

from ai_sdk.provider import (
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none

__all__ = ["convert_xai_responses_usage", "map_xai_responses_finish_reason", "response_provider_metadata"]

_FINISH_REASONS: Mapping[str, LanguageModelV4UnifiedFinishReason] = MappingProxyType(
    {
        "stop": "stop",
        "completed": "stop",
        "length": "length",
        "max_output_tokens": "length",
        "tool_calls": "tool-calls",
        "function_call": "tool-calls",
        "content_filter": "content-filter",
    }
)


def map_xai_responses_finish_reason(finish_reason: str) -> LanguageModelV4UnifiedFinishReason:
    """Return the specification's word for a status or a reason; `other` for one that is not known."""
    return _FINISH_REASONS.get(finish_reason, "other")


def convert_xai_responses_usage(usage: wire.XaiResponsesUsage | None) -> LanguageModelV4Usage:
    """Return token counts; zeros when xAI tells none."""
    if usage is None:
        return LanguageModelV4Usage(
            input_tokens=LanguageModelV4InputTokens(total=0, no_cache=0, cache_read=0, cache_write=0),
            output_tokens=LanguageModelV4OutputTokens(total=0, text=0, reasoning=0),
        )
    cached = (usage.input_tokens_details and usage.input_tokens_details.cached_tokens) or 0
    reasoning = (usage.output_tokens_details and usage.output_tokens_details.reasoning_tokens) or 0
    # Some models count cached tokens among the input tokens and some beside them.
    beside = cached if cached > usage.input_tokens else 0
    total = usage.input_tokens + beside
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=total, no_cache=total - cached, cache_read=cached),
        output_tokens=LanguageModelV4OutputTokens(
            total=usage.output_tokens, text=usage.output_tokens - reasoning, reasoning=reasoning
        ),
        raw=dump_wire(usage),
    )


def response_provider_metadata(
    *,
    cost_in_usd_ticks: float | None,
    service_tier: str | None,
    prompt_cache_key: str | None,
    safety_identifier: str | None,
) -> SharedV4ProviderMetadata | None:
    """Return what only xAI tells of an answer; `None` when it tells nothing."""
    told = omit_none(
        {
            "costInUsdTicks": cost_in_usd_ticks,
            "serviceTier": service_tier,
            "promptCacheKey": prompt_cache_key,
            "safetyIdentifier": safety_identifier,
        }
    )
    return {"xai": told} if told else None
