"""Token counts of Grok on Vertex AI, which counts reasoning beside the completion and not within it.

Ports: @ai-sdk/google-vertex/src/xai/google-vertex-xai-provider.ts
"""

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Usage,
)

__all__ = ["convert_google_vertex_xai_usage"]


def convert_google_vertex_xai_usage(usage: JSONObject | None) -> LanguageModelV4Usage:
    """Return the counts; without any all are unknown."""
    if usage is None:
        return LanguageModelV4Usage()
    prompt = usage.get("prompt_tokens") or 0
    completion = usage.get("completion_tokens") or 0
    cached = (usage.get("prompt_tokens_details") or {}).get("cached_tokens") or 0
    reasoning = (usage.get("completion_tokens_details") or {}).get("reasoning_tokens") or 0
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=prompt, no_cache=prompt - cached, cache_read=cached),
        output_tokens=LanguageModelV4OutputTokens(total=completion + reasoning, text=completion, reasoning=reasoning),
        raw=usage,
    )
