"""Token counts.

Ports: @ai-sdk/openai/src/responses/convert-openai-responses-usage.ts
"""

from ai_sdk.provider import LanguageModelV4InputTokens, LanguageModelV4OutputTokens, LanguageModelV4Usage
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.openai.responses.output.items import Usage

__all__ = ["convert_openai_responses_usage"]


def convert_openai_responses_usage(usage: Usage | None) -> LanguageModelV4Usage:
    """Return the token counts of a call, all unknown when the provider did not send any."""
    if usage is None:
        return LanguageModelV4Usage()
    details = usage.input_tokens_details
    cached = (details.cached_tokens if details is not None else None) or 0
    written = details.cache_write_tokens if details is not None else None
    output_details = usage.output_tokens_details
    reasoning = (output_details.reasoning_tokens if output_details is not None else None) or 0
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(
            total=usage.input_tokens,
            no_cache=usage.input_tokens - cached - (written or 0),
            cache_read=cached,
            cache_write=written,
        ),
        output_tokens=LanguageModelV4OutputTokens(
            total=usage.output_tokens, text=usage.output_tokens - reasoning, reasoning=reasoning
        ),
        raw=dump_wire(usage),
    )
