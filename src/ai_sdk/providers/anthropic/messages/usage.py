"""Tokens of an answer, over all iterations of the model that was asked.

Ports: @ai-sdk/anthropic/src/convert-anthropic-usage.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_sdk_generated.anthropic.messages.wire import AnthropicChunkMessageDeltaUsageIteration as UsageIteration

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Usage,
)

__all__ = ["AnthropicUsage", "UsageIteration", "convert_anthropic_usage"]

_EXECUTOR_ITERATIONS = frozenset({"compaction", "message"})


@dataclass(slots=True, kw_only=True)
class AnthropicUsage:
    """Tokens as Anthropic counts them: input without what the cache served or took."""

    input_tokens: int | float = 0
    output_tokens: int | float = 0
    thinking_tokens: int | float | None = None
    cache_creation_input_tokens: int | float | None = None
    cache_read_input_tokens: int | float | None = None
    iterations: Sequence[UsageIteration] | None = None


def convert_anthropic_usage(usage: AnthropicUsage, raw: JSONObject) -> LanguageModelV4Usage:
    """Return the usage in the specification's words; `raw` is what Anthropic sent."""
    written, read = usage.cache_creation_input_tokens or 0, usage.cache_read_input_tokens or 0
    input_tokens, output_tokens = _executor_totals(usage)
    thinking = usage.thinking_tokens
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(
            total=input_tokens + written + read, no_cache=input_tokens, cache_read=read, cache_write=written
        ),
        output_tokens=LanguageModelV4OutputTokens(
            total=output_tokens, text=None if thinking is None else output_tokens - thinking, reasoning=thinking
        ),
        raw=raw,
    )


def _executor_totals(usage: AnthropicUsage) -> tuple[int | float, int | float]:
    """Sum the iterations of the model itself: the top level leaves out compaction, and advisors cost otherwise.

    When a fallback served the turn, the top level is its answer, and the model's own iteration is the one that failed.
    """
    iterations = usage.iterations or ()
    executed = [iteration for iteration in iterations if iteration.type in _EXECUTOR_ITERATIONS]
    if not executed or any(iteration.type == "fallback_message" for iteration in iterations):
        return usage.input_tokens, usage.output_tokens
    return sum(each.input_tokens for each in executed), sum(each.output_tokens for each in executed)
