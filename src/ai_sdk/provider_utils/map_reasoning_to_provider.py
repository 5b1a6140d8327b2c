"""Maps the `reasoning` option of a call to a provider's effort names or token budget.

Ports: @ai-sdk/provider-utils/src/map-reasoning-to-provider.ts
"""

import math
from collections.abc import Mapping
from typing import Literal, TypeGuard, TypeVar

from ai_sdk.provider import (
    LanguageModelV4ReasoningEffort,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningUnsupported,
)

__all__ = [
    "CustomReasoning",
    "ReasoningLevel",
    "is_custom_reasoning",
    "map_reasoning_to_provider_budget",
    "map_reasoning_to_provider_effort",
]

ReasoningLevel = Literal["minimal", "low", "medium", "high", "xhigh", "max"]
CustomReasoning = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]
"""A reasoning value that is the caller's own: not absent, not the provider's default."""

EffortT = TypeVar("EffortT", bound=str)
OptionT = TypeVar("OptionT", bound=str)

_REASONING_LEVELS: tuple[ReasoningLevel, ...] = ("minimal", "low", "medium", "high", "xhigh", "max")
_DEFAULT_BUDGET_PERCENTAGES: Mapping[ReasoningLevel, float] = {
    "minimal": 0.02,
    "low": 0.1,
    "medium": 0.3,
    "high": 0.6,
    "xhigh": 0.9,
    "max": 0.95,
}
_DEFAULT_MINIMUM_BUDGET = 1024


def is_custom_reasoning(reasoning: LanguageModelV4ReasoningEffort | None) -> TypeGuard[CustomReasoning]:
    """Say whether the caller asked for a reasoning effort of its own."""
    return reasoning is not None and reasoning != "provider-default"


def map_reasoning_to_provider_effort(
    *,
    reasoning: LanguageModelV4ReasoningEffort | None,
    effort_map: Mapping[CustomReasoning, EffortT],
    provider_options_effort: OptionT | None = None,
    warnings: list[SharedV4Warning],
) -> EffortT | OptionT | None:
    """Return the effort to send, or `None` for none; `provider_options_effort` wins and is returned as it is.

    `effort_map` has only what the model supports. Any other level becomes the next lower one, or the next higher when
    there is no lower; `none` stands in for nothing, but becomes the lowest level itself when it is not supported.
    Appends a compatibility warning to `warnings` when the effort is not the one asked for, and an unsupported warning
    when the map is empty.
    """
    if provider_options_effort is not None:
        return provider_options_effort
    if not is_custom_reasoning(reasoning):
        return None
    level = next((candidate for candidate in _candidates(reasoning) if candidate in effort_map), None)
    if level is None:
        details = f'reasoning "{reasoning}" is not supported by this model.'
        warnings.append(SharedV4WarningUnsupported(feature="reasoning", details=details))
        return None
    mapped = effort_map[level]
    if mapped != reasoning:
        details = f'reasoning "{reasoning}" is not directly supported by this model. mapped to effort "{mapped}".'
        warnings.append(SharedV4WarningCompatibility(feature="reasoning", details=details))
    return mapped


def _candidates(reasoning: CustomReasoning) -> tuple[CustomReasoning, ...]:
    if reasoning == "none":
        return (reasoning, *_REASONING_LEVELS)
    position = _REASONING_LEVELS.index(reasoning)
    return (reasoning, *_REASONING_LEVELS[:position][::-1], *_REASONING_LEVELS[position + 1 :])


def map_reasoning_to_provider_budget(
    *,
    reasoning: CustomReasoning,
    max_output_tokens: float,
    max_reasoning_budget: float,
    min_reasoning_budget: int = _DEFAULT_MINIMUM_BUDGET,
    budget_percentages: Mapping[ReasoningLevel, float] | None = None,
    warnings: list[SharedV4Warning],
) -> int | float:
    """Return how many tokens the model may think: a share of `max_output_tokens`, within the two bounds.

    Handle `none` before when the model can go without reasoning; here it becomes the minimum, with a compatibility
    warning appended to `warnings`.
    """
    if reasoning == "none":
        details = (
            'reasoning "none" is not supported by this model. '
            f"mapped to the minimum reasoning budget of {min_reasoning_budget} tokens."
        )
        warnings.append(SharedV4WarningCompatibility(feature="reasoning", details=details))
        return min_reasoning_budget
    share = (budget_percentages or {}).get(reasoning, _DEFAULT_BUDGET_PERCENTAGES[reasoning])
    # JavaScript rounds halves up.
    budget = math.floor(max_output_tokens * share + 0.5)
    return min(max_reasoning_budget, max(min_reasoning_budget, budget))
