"""The `reasoning` option of a call as a thinking budget or level.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from ai_sdk.provider import JSONObject, LanguageModelV4ReasoningEffort, SharedV4Warning
from ai_sdk.provider_utils.map_reasoning_to_provider import (
    CustomReasoning,
    is_custom_reasoning,
    map_reasoning_to_provider_budget,
    map_reasoning_to_provider_effort,
)
from ai_sdk.providers.google.model_catalog import REASONING_MAX_OUTPUT_TOKENS, GoogleLanguageModelEntry

__all__ = ["resolve_thinking_config"]


def resolve_thinking_config(
    reasoning: LanguageModelV4ReasoningEffort | None, entry: GoogleLanguageModelEntry, warnings: list[SharedV4Warning]
) -> JSONObject | None:
    """Return the wire's thinking config, or `None` to leave it to the model."""
    if not is_custom_reasoning(reasoning):
        return None
    return (
        _level(reasoning, entry, warnings) if entry.thinking_format == "level" else _budget(reasoning, entry, warnings)
    )


def _level(
    reasoning: CustomReasoning, entry: GoogleLanguageModelEntry, warnings: list[SharedV4Warning]
) -> JSONObject | None:
    # These models cannot go without thinking: `none` becomes the lowest level.
    level = map_reasoning_to_provider_effort(
        reasoning=reasoning, effort_map={each: each for each in entry.thinking_levels or ()}, warnings=warnings
    )
    return None if level is None else {"thinkingLevel": level}


def _budget(reasoning: CustomReasoning, entry: GoogleLanguageModelEntry, warnings: list[SharedV4Warning]) -> JSONObject:
    if reasoning == "none" and entry.min_thinking_budget == 0:
        return {"thinkingBudget": 0}
    budget = map_reasoning_to_provider_budget(
        reasoning=reasoning,
        max_output_tokens=REASONING_MAX_OUTPUT_TOKENS,
        max_reasoning_budget=entry.max_thinking_budget,
        min_reasoning_budget=entry.min_thinking_budget,
        warnings=warnings,
    )
    return {"thinkingBudget": budget}
