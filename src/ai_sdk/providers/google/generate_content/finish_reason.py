"""Why a model stopped.

Ports: @ai-sdk/google/src/map-google-finish-reason.ts, @ai-sdk/google/src/google-language-model.ts
"""

from ai_sdk.provider import LanguageModelV4UnifiedFinishReason

__all__ = ["is_confirmed_prompt_block_reason", "map_google_finish_reason"]

_REASONS: dict[str, LanguageModelV4UnifiedFinishReason] = {
    "MAX_TOKENS": "length",
    # The cap of one request was reached while budget remains; only seen when continuing failed.
    "CONTINUATION": "length",
    "IMAGE_SAFETY": "content-filter",
    "RECITATION": "content-filter",
    "SAFETY": "content-filter",
    "BLOCKLIST": "content-filter",
    "PROHIBITED_CONTENT": "content-filter",
    "SPII": "content-filter",
    "MALFORMED_FUNCTION_CALL": "error",
}
# Two spellings are in use.
_UNSPECIFIED = frozenset({"", "BLOCK_REASON_UNSPECIFIED", "BLOCKED_REASON_UNSPECIFIED"})


def map_google_finish_reason(finish_reason: str | None, *, has_tool_calls: bool) -> LanguageModelV4UnifiedFinishReason:
    """Return the reason in the specification's words; `has_tool_calls` counts calls for the caller to carry out.

    >>> map_google_finish_reason("STOP", has_tool_calls=True)
    'tool-calls'
    """
    if finish_reason == "STOP":
        return "tool-calls" if has_tool_calls else "stop"
    return _REASONS.get(finish_reason or "", "other")


def is_confirmed_prompt_block_reason(block_reason: str | None) -> bool:
    """Whether the prompt was refused for a reason that the API names."""
    return block_reason is not None and block_reason not in _UNSPECIFIED
