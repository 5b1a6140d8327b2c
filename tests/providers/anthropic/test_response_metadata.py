"""Finish reason, usage and metadata of answers."""

import pytest

from tests.providers.anthropic.build import answer


def content(*blocks, **options):
    return answer(*blocks, **options)["content"]


def call(name, tool_input, **more):
    return {"type": "tool-call", "toolCallId": "1", "toolName": name, "input": tool_input, **more}


@pytest.mark.parametrize(
    ("reason", "unified"),
    [
        ("end_turn", "stop"),
        ("refusal", "content-filter"),
        ("tool_use", "tool-calls"),
        ("max_tokens", "length"),
        ("compaction", "other"),
        ("new", "other"),
    ],
)
def test_stop_reasons_are_mapped(reason, unified):
    assert answer(extra={"stop_reason": reason})["finish"] == {"unified": unified, "raw": reason}


ITERATIONS = [
    {"type": "compaction", "input_tokens": 100, "output_tokens": 10},
    {
        "type": "message",
        "input_tokens": 3,
        "output_tokens": 2,
        "cache_read_input_tokens": 1,
        "cache_creation_input_tokens": 0,
    },
    {"type": "advisor_message", "model": "m", "input_tokens": 50, "output_tokens": 5},
]


@pytest.mark.parametrize(
    ("iterations", "total"),
    [
        (ITERATIONS, (103, 12)),
        (ITERATIONS[2:], (3, 2)),
        ([*ITERATIONS, {**ITERATIONS[0], "type": "fallback_message"}], (3, 2)),
    ],
)
def test_usage_counts_the_models_own_iterations(iterations, total):
    usage = {
        "input_tokens": 3,
        "output_tokens": 2,
        "output_tokens_details": {"thinking_tokens": 1},
        "iterations": iterations,
    }
    found = answer(extra={"usage": usage})
    assert found["usage"] == {
        "inputTokens": {"total": total[0], "noCache": total[0], "cacheRead": 0, "cacheWrite": 0},
        "outputTokens": {"total": total[1], "text": total[1] - 1, "reasoning": 1},
        "raw": usage,
    }


def test_metadata_says_everything_else():
    extra = {
        "stop_sequence": "x",
        "service_tier": "standard",
        "usage": {"input_tokens": 3, "output_tokens": 2, "iterations": ITERATIONS[1:]},
        "stop_details": {"type": "refusal", "category": None, "recommended_model": "m"},
        "input_transformations": [{"type": "t", "path": "p", "reason": "r"}],
        "safeguard_results": [{"type": "t", "status": {"type": "s"}}],
        "container": {"expires_at": "e", "id": "c", "skills": [{"type": "custom", "skill_id": "s", "version": "1"}]},
        "context_management": {
            "applied_edits": [
                {"type": "clear_tool_uses_20250919", "cleared_tool_uses": 1, "cleared_input_tokens": 2},
                {"type": "clear_thinking_20251015", "cleared_thinking_turns": 1, "cleared_input_tokens": 2},
                {"type": "compact_20260112"},
            ]
        },
    }
    assert answer(extra=extra)["metadata"] == {
        "anthropic": {
            "usage": extra["usage"],
            "stopSequence": "x",
            "serviceTier": "standard",
            "stopDetails": {"type": "refusal", "recommendedModel": "m"},
            "inputTransformations": extra["input_transformations"],
            "safeguardResults": extra["safeguard_results"],
            "iterations": [
                {"type": "message", "inputTokens": 3, "outputTokens": 2, "cacheReadInputTokens": 1},
                {"type": "advisor_message", "model": "m", "inputTokens": 50, "outputTokens": 5},
            ],
            "container": {"expiresAt": "e", "id": "c", "skills": [{"type": "custom", "skillId": "s", "version": "1"}]},
            "contextManagement": {
                "appliedEdits": [
                    {"type": "clear_tool_uses_20250919", "clearedToolUses": 1, "clearedInputTokens": 2},
                    {"type": "clear_thinking_20251015", "clearedThinkingTurns": 1, "clearedInputTokens": 2},
                    {"type": "compact_20260112"},
                ]
            },
        }
    }


def test_metadata_comes_under_a_compatible_providers_key_too_when_that_was_used():
    found = answer(providerOptions={"cloud": {}}, hooks={"provider": "cloud.messages"})
    assert found["metadata"]["cloud"] == found["metadata"]["anthropic"]
