"""Token counts of an interaction.

Ports: @ai-sdk/google/src/interactions/convert-google-interactions-usage.ts
"""

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Usage,
)

__all__ = ["convert_google_interactions_usage", "get_output_tokens_by_modality"]


def convert_google_interactions_usage(usage: JSONObject | None) -> LanguageModelV4Usage:
    """Return the usage of a call; counts that the API leaves out stay unknown."""
    if usage is None:
        return LanguageModelV4Usage()
    total, cached = usage.get("total_input_tokens"), usage.get("total_cached_tokens")
    text, reasoning = usage.get("total_output_tokens"), usage.get("total_thought_tokens")
    has_output = text is not None or reasoning is not None
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(
            total=total, no_cache=None if total is None else total - (cached or 0), cache_read=cached
        ),
        output_tokens=LanguageModelV4OutputTokens(
            total=(text or 0) + (reasoning or 0) if has_output else None, text=text, reasoning=reasoning
        ),
        raw=usage,
    )


def get_output_tokens_by_modality(usage: JSONObject | None) -> JSONObject | None:
    """Return the output tokens by what they hold, or `None` when the API does not say.

    >>> get_output_tokens_by_modality({"output_tokens_by_modality": [{"modality": "video", "tokens": 12}]})
    {'video': 12}
    """
    entries = (usage or {}).get("output_tokens_by_modality") or ()
    counted = ((entry.get("modality"), entry.get("tokens")) for entry in entries)
    return {modality: tokens for modality, tokens in counted if modality is not None and tokens is not None} or None
