"""How an interaction ended.

Ports: @ai-sdk/google/src/interactions/map-google-interactions-finish-reason.ts
Ports: @ai-sdk/google/src/interactions/poll-google-interactions.ts
"""

from ai_sdk.provider import LanguageModelV4UnifiedFinishReason

__all__ = ["is_terminal_status", "map_google_interactions_finish_reason"]

_REASONS: dict[str, LanguageModelV4UnifiedFinishReason] = {
    "requires_action": "tool-calls",
    "failed": "error",
    "incomplete": "length",
}
_TERMINAL = frozenset({"completed", "failed", "cancelled", "incomplete"})


def map_google_interactions_finish_reason(
    status: str | None, *, has_function_call: bool
) -> LanguageModelV4UnifiedFinishReason:
    """Return the reason in the specification's words; functions are called in completed interactions too.

    >>> map_google_interactions_finish_reason("incomplete", has_function_call=False)
    'length'
    """
    if status == "completed":
        return "tool-calls" if has_function_call else "stop"
    return _REASONS.get(status or "", "other")


def is_terminal_status(status: str | None) -> bool:
    """Whether an interaction is over."""
    return status in _TERMINAL
