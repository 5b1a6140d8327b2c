"""Token counts, of one request or of several that make up one answer.

Ports: @ai-sdk/google/src/convert-google-usage.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Usage,
)

__all__ = ["add_google_usage_metadata", "convert_google_usage"]

_COUNTS = (
    "promptTokenCount",
    "candidatesTokenCount",
    "toolUsePromptTokenCount",
    "totalTokenCount",
    "cachedContentTokenCount",
    "thoughtsTokenCount",
)
_DETAILS = ("promptTokensDetails", "cacheTokensDetails", "candidatesTokensDetails", "toolUsePromptTokensDetails")


def convert_google_usage(usage: JSONObject | None) -> LanguageModelV4Usage:
    """Return the usage of a call; what the API leaves out counts as 0."""
    if usage is None:
        return LanguageModelV4Usage()
    prompt, candidates, tool_use, cached, thoughts = (
        usage.get(name) or 0
        for name in (
            "promptTokenCount",
            "candidatesTokenCount",
            "toolUsePromptTokenCount",
            "cachedContentTokenCount",
            "thoughtsTokenCount",
        )
    )
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(
            total=prompt + tool_use, no_cache=prompt + tool_use - cached, cache_read=cached
        ),
        output_tokens=LanguageModelV4OutputTokens(total=candidates + thoughts, text=candidates, reasoning=thoughts),
        raw=usage,
    )


def add_google_usage_metadata(first: JSONObject | None, second: JSONObject | None) -> JSONObject | None:
    """Sum the usage of two requests; what is no number is taken from the later one.

    >>> add_google_usage_metadata({"promptTokenCount": 3}, {"promptTokenCount": 4, "trafficType": "ON_DEMAND"})
    {'promptTokenCount': 7, 'trafficType': 'ON_DEMAND'}
    """
    if first is None or second is None:
        return first if second is None else second
    total = {**first, **second}
    for name in _COUNTS:
        if first.get(name) is not None or second.get(name) is not None:
            total[name] = (first.get(name) or 0) + (second.get(name) or 0)
    for name in _DETAILS:
        if first.get(name) is not None:
            total[name] = _add_details(first[name], second.get(name))
    return total


def _add_details(first: list[Any], second: list[Any] | None) -> list[Any]:
    if second is None:
        return first
    counts: dict[str, int | float] = {}
    for detail in (*first, *second):
        counts[detail["modality"]] = counts.get(detail["modality"], 0) + detail["tokenCount"]
    return [{"modality": modality, "tokenCount": count} for modality, count in counts.items()]
