"""Why the model stopped.

Ports: @ai-sdk/openai/src/responses/map-openai-responses-finish-reason.ts
"""

from ai_sdk.provider import LanguageModelV4UnifiedFinishReason

__all__ = ["map_openai_response_finish_reason"]


def map_openai_response_finish_reason(
    finish_reason: str | None, *, has_function_call: bool, has_refusal: bool = False
) -> LanguageModelV4UnifiedFinishReason:
    """Return the unified reason; a call that the caller must run wins over a refusal, which stays in the text."""
    match finish_reason:
        case "max_output_tokens":
            return "length"
        case "content_filter":
            return "content-filter"
    if has_function_call:
        return "tool-calls"
    if finish_reason is None:
        return "content-filter" if has_refusal else "stop"
    return "other"
