from typing import Any

import pytest

from ai_sdk.provider import LanguageModelV4ReasoningEffort, SharedV4WarningCompatibility, SharedV4WarningUnsupported
from ai_sdk.provider_utils.map_reasoning_to_provider import (
    is_custom_reasoning,
    map_reasoning_to_provider_budget,
    map_reasoning_to_provider_effort,
)

LOW_AND_HIGH = {"low": "low", "high": "hard"}


@pytest.mark.parametrize(
    ("reasoning", "custom"), [(None, False), ("provider-default", False), ("none", True), ("max", True)]
)
def test_custom_reasoning_is_what_the_caller_chose(reasoning: LanguageModelV4ReasoningEffort | None, custom: Any):
    assert is_custom_reasoning(reasoning) is custom


@pytest.mark.parametrize(
    ("reasoning", "effort"),
    [("low", "low"), ("high", "hard"), ("medium", "low"), ("max", "hard"), ("minimal", "low"), ("none", "low")],
)
def test_an_effort_is_the_nearest_supported_one_and_a_warning_says_so_when_it_differs(
    reasoning: LanguageModelV4ReasoningEffort, effort: str
):
    warnings = []
    assert map_reasoning_to_provider_effort(reasoning=reasoning, effort_map=LOW_AND_HIGH, warnings=warnings) == effort
    details = f'reasoning "{reasoning}" is not directly supported by this model. mapped to effort "{effort}".'
    differs = [SharedV4WarningCompatibility(feature="reasoning", details=details)] if effort != reasoning else []
    assert warnings == differs


def test_none_is_no_fallback():
    warnings = []
    assert map_reasoning_to_provider_effort(reasoning="low", effort_map={"none": "off"}, warnings=warnings) is None
    assert warnings == [
        SharedV4WarningUnsupported(feature="reasoning", details='reasoning "low" is not supported by this model.')
    ]


@pytest.mark.parametrize("reasoning", [None, "provider-default"])
def test_the_providers_default_sends_no_effort(reasoning: LanguageModelV4ReasoningEffort | None):
    warnings = []
    assert map_reasoning_to_provider_effort(reasoning=reasoning, effort_map=LOW_AND_HIGH, warnings=warnings) is None
    assert warnings == []


def test_an_effort_from_provider_options_is_sent_unchanged():
    warnings = []
    effort = map_reasoning_to_provider_effort(
        reasoning="none", effort_map={}, provider_options_effort="turbo", warnings=warnings
    )
    assert (effort, warnings) == ("turbo", [])


@pytest.mark.parametrize(
    ("options", "budget"),
    [
        ({"reasoning": "medium", "max_output_tokens": 10_000}, 3000),
        ({"reasoning": "minimal", "max_output_tokens": 10_000}, 1024),
        ({"reasoning": "max", "max_output_tokens": 1_000_000}, 60_000),
        ({"reasoning": "low", "max_output_tokens": 25, "min_reasoning_budget": 0}, 3),
        ({"reasoning": "low", "max_output_tokens": 10_000, "budget_percentages": {"low": 0.5}}, 5000),
        ({"reasoning": "high", "max_output_tokens": 10_000, "budget_percentages": {"low": 0.5}}, 6000),
    ],
)
def test_a_budget_is_a_share_within_bounds_with_halves_rounded_up(options: dict[str, Any], budget: int):
    warnings = []
    assert map_reasoning_to_provider_budget(max_reasoning_budget=60_000, warnings=warnings, **options) == budget
    assert warnings == []


def test_none_becomes_the_minimum_budget_with_a_warning():
    warnings = []
    budget = map_reasoning_to_provider_budget(
        reasoning="none", max_output_tokens=10_000, max_reasoning_budget=60_000, warnings=warnings
    )
    assert budget == 1024
    details = 'reasoning "none" is not supported by this model. mapped to the minimum reasoning budget of 1024 tokens.'
    assert warnings == [SharedV4WarningCompatibility(feature="reasoning", details=details)]
