"""Token counts of Mistral in the specification's words.

Ports: @ai-sdk/mistral/src/convert-mistral-usage.ts
"""

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Usage,
)

__all__ = ["convert_mistral_usage"]


def convert_mistral_usage(usage: JSONObject | None) -> LanguageModelV4Usage:
    """Return token counts from the checked JSON of a response; what Mistral does not report is absent.

    >>> convert_mistral_usage({"prompt_tokens": 3, "completion_tokens": 2}).input_tokens.no_cache
    3
    """
    if usage is None:
        return LanguageModelV4Usage()
    prompt, completion, cached = usage["prompt_tokens"], usage["completion_tokens"], _cached_tokens(usage)
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=prompt, no_cache=prompt - cached, cache_read=cached or None),
        output_tokens=LanguageModelV4OutputTokens(total=completion, text=completion),
        raw=usage,
    )


def _cached_tokens(usage: JSONObject) -> int | float:
    # The name differs between models.
    details = (usage.get("prompt_tokens_details") or {}, usage.get("prompt_token_details") or {})
    counts = (usage.get("num_cached_tokens"), *(detail.get("cached_tokens") for detail in details))
    return next((count for count in counts if count is not None), 0)
