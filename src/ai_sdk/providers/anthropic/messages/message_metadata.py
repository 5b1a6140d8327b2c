"""What an answer says beyond its content: stop reason and details, usage by iteration, container, context edits.

Ports: @ai-sdk/anthropic/src/anthropic-message-metadata.ts, @ai-sdk/anthropic/src/map-anthropic-stop-reason.ts
Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Iterable, Sequence
from typing import Any

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4FinishReason,
    LanguageModelV4UnifiedFinishReason,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.anthropic.messages.usage import UsageIteration

__all__ = [
    "build_metadata",
    "is_continuation_stop_reason",
    "map_container",
    "map_context_management",
    "map_iterations",
    "map_stop_details",
    "map_stop_reason",
]

_STOP_REASONS: dict[str | None, LanguageModelV4UnifiedFinishReason] = {
    "pause_turn": "stop",
    "end_turn": "stop",
    "stop_sequence": "stop",
    "refusal": "content-filter",
    "tool_use": "tool-calls",
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
}


def map_stop_reason(stop_reason: str | None, *, is_json_response_from_tool: bool) -> LanguageModelV4FinishReason:
    """Return why the model stopped; the tool that gives the JSON answer is no tool to the caller."""
    is_answer = stop_reason == "tool_use" and is_json_response_from_tool
    unified = "stop" if is_answer else _STOP_REASONS.get(stop_reason, "other")
    return LanguageModelV4FinishReason(unified=unified, raw=stop_reason)


def is_continuation_stop_reason(stop_reason: str | None) -> bool:
    """Whether the message hands over to a tool or a continuation, and so is not the final answer."""
    return stop_reason in {"pause_turn", "tool_use"}


def map_stop_details(details: wire.AnthropicStopDetails | None) -> JSONObject | None:
    """Return the details of a refusal."""
    if details is None:
        return None
    return omit_none(
        {
            "type": details.type,
            "category": details.category,
            "explanation": details.explanation,
            "recommendedModel": details.recommended_model,
        }
    )


def map_iterations(iterations: Sequence[UsageIteration] | None) -> list[JSONObject] | None:
    """Return the usage of each iteration; cache tokens are left out when there are none."""
    if iterations is None:
        return None
    return [
        omit_none(
            {
                "type": iteration.type,
                "model": iteration.model,
                "inputTokens": iteration.input_tokens,
                "outputTokens": iteration.output_tokens,
                "cacheCreationInputTokens": iteration.cache_creation_input_tokens or None,
                "cacheReadInputTokens": iteration.cache_read_input_tokens or None,
            }
        )
        for iteration in iterations
    ]


def map_container(container: wire.AnthropicChunkMessageDeltaDeltaContainer | None) -> JSONObject | None:
    """Return the container that code ran in."""
    if container is None:
        return None
    skills = container.skills
    return {
        "expiresAt": container.expires_at,
        "id": container.id,
        "skills": None
        if skills is None
        else [{"type": skill.type, "skillId": skill.skill_id, "version": skill.version} for skill in skills],
    }


def map_context_management(
    context_management: wire.AnthropicChunkMessageDeltaContextManagement | None,
) -> JSONObject | None:
    """Return the edits that Anthropic made to the context."""
    if context_management is None:
        return None
    return {"appliedEdits": [_map_edit(edit) for edit in context_management.applied_edits]}


def _map_edit(edit: wire.AnthropicChunkMessageDeltaContextManagementAppliedEdit) -> JSONObject:
    match edit:
        case wire.AnthropicChunkAppliedEditClearToolUses20250919():
            cleared: JSONObject = {"clearedToolUses": edit.cleared_tool_uses}
        case wire.AnthropicChunkAppliedEditClearThinking20251015():
            cleared = {"clearedThinkingTurns": edit.cleared_thinking_turns}
        case _:
            return {"type": edit.type}
    return {"type": edit.type, **cleared, "clearedInputTokens": edit.cleared_input_tokens}


def build_metadata(
    namespaces: Iterable[str],
    *,
    usage: JSONObject | None,
    stop_sequence: str | None,
    optional: dict[str, Any],
    iterations: Sequence[UsageIteration] | None,
    container: JSONObject | None,
    context_management: JSONObject | None,
) -> SharedV4ProviderMetadata:
    """Return the provider metadata of an answer; of `optional`, what is `None` is left out, elsewhere it is null."""
    metadata = {
        "usage": usage,
        "stopSequence": stop_sequence,
        **omit_none(optional),
        "iterations": map_iterations(iterations),
        "container": container,
        "contextManagement": context_management,
    }
    return dict.fromkeys(namespaces, metadata)
