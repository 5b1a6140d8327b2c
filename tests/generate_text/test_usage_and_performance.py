"""Sums of tokens, in which what is unknown stays unknown, and rates."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.generate_text.generate_text_result import sum_usage
from ai_sdk.generate_text.performance import calculate_tokens_per_second
from ai_sdk.generate_text.usage import (
    ImageModelUsage,
    LanguageModelInputTokenDetails,
    LanguageModelOutputTokenDetails,
    LanguageModelUsage,
    add_image_model_usage,
    add_language_model_usage,
    as_language_model_usage,
    sum_token_counts,
)
from ai_sdk.provider import LanguageModelV4Usage
from ai_sdk.provider.codec import dump, load

COUNTS = st.none() | st.integers(0, 10**9)
RAW = st.none() | st.fixed_dictionaries({"tokens": st.integers(0, 9)})
USAGES = st.builds(
    LanguageModelUsage,
    input_tokens=COUNTS,
    output_tokens=COUNTS,
    total_tokens=COUNTS,
    raw=RAW,
    input_token_details=st.builds(
        LanguageModelInputTokenDetails, no_cache_tokens=COUNTS, cache_read_tokens=COUNTS, cache_write_tokens=COUNTS
    ),
    output_token_details=st.builds(LanguageModelOutputTokenDetails, text_tokens=COUNTS, reasoning_tokens=COUNTS),
)
NOTHING = LanguageModelUsage()


def counts(usage: LanguageModelUsage) -> dict[str, Any]:
    return {key: value for key, value in dump(usage).items() if key != "raw"}


class Step:
    """A step that used so many tokens."""

    def __init__(self, usage: LanguageModelUsage) -> None:
        self.usage = usage


def test_the_usage_of_a_model_is_flattened() -> None:
    given_usage = load(
        LanguageModelV4Usage,
        {
            "inputTokens": {"total": 10, "noCache": 6, "cacheRead": 3, "cacheWrite": 1},
            "outputTokens": {"total": 5, "text": 3, "reasoning": 2},
            "raw": {"prompt": 10},
        },
    )
    assert dump(as_language_model_usage(given_usage)) == {
        "inputTokens": 10,
        "inputTokenDetails": {"noCacheTokens": 6, "cacheReadTokens": 3, "cacheWriteTokens": 1},
        "outputTokens": 5,
        "outputTokenDetails": {"textTokens": 3, "reasoningTokens": 2},
        "totalTokens": 15,
        "raw": {"prompt": 10},
    }


@settings(deadline=None)
@given(USAGES, USAGES, USAGES)
def test_sums_do_not_depend_on_how_they_are_grouped(
    first: LanguageModelUsage, second: LanguageModelUsage, third: LanguageModelUsage
) -> None:
    left = add_language_model_usage(add_language_model_usage(first, second), third)
    right = add_language_model_usage(first, add_language_model_usage(second, third))
    assert counts(left) == counts(right)
    assert counts(add_language_model_usage(first, second)) == counts(add_language_model_usage(second, first))


@settings(deadline=None)
@given(USAGES)
def test_adding_nothing_changes_nothing(usage: LanguageModelUsage) -> None:
    assert add_language_model_usage(usage, NOTHING) == usage
    assert add_language_model_usage(NOTHING, usage) == usage


@settings(deadline=None)
@given(USAGES, USAGES)
def test_what_the_provider_said_is_kept_when_it_said_it_once(
    first: LanguageModelUsage, second: LanguageModelUsage
) -> None:
    total = add_language_model_usage(first, second)
    expected = second.raw if first == NOTHING else first.raw if second == NOTHING else None
    assert total.raw == expected


@settings(deadline=None)
@given(COUNTS, COUNTS)
def test_a_sum_is_unknown_only_when_all_of_it_is(first: int | None, second: int | None) -> None:
    known = [value for value in (first, second) if value is not None]
    assert sum_token_counts(first, second) == (sum(known) if known else None)


@settings(deadline=None)
@given(st.lists(USAGES, min_size=1, max_size=4))
def test_the_usage_of_all_steps_is_the_sum_of_theirs(usages: list[LanguageModelUsage]) -> None:
    steps: Any = [Step(usage) for usage in usages]
    total = NOTHING
    for usage in usages:
        total = add_language_model_usage(total, usage)
    assert sum_usage(steps) == total


def test_the_usage_of_image_models_is_added() -> None:
    total = add_image_model_usage(ImageModelUsage(input_tokens=1), ImageModelUsage(input_tokens=2, output_tokens=3))
    assert total == ImageModelUsage(input_tokens=3, output_tokens=3)


@pytest.mark.parametrize(
    ("tokens", "duration_ms", "rate"),
    [(10, 500, 20), (None, 500, 0), (10, None, 0), (10, 0, 0), (0, 0, 0), (1e308, 1e-9, 0)],
)
def test_a_rate_is_zero_where_there_is_none(tokens: float | None, duration_ms: float | None, rate: float) -> None:
    assert calculate_tokens_per_second(tokens=tokens, duration_ms=duration_ms) == rate
