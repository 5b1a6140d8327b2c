"""How many tokens a generation used.

Ports: ai/src/types/usage.ts, ai/src/generate-text/sum-token-counts.ts
"""

from dataclasses import dataclass, field

from ai_sdk.provider import ImageModelV4Usage, JSONObject, LanguageModelV4Usage
from ai_sdk.provider.spec import Spec

__all__ = [
    "ImageModelUsage",
    "LanguageModelInputTokenDetails",
    "LanguageModelOutputTokenDetails",
    "LanguageModelUsage",
    "add_image_model_usage",
    "add_language_model_usage",
    "as_language_model_usage",
    "sum_token_counts",
]

ImageModelUsage = ImageModelV4Usage


@dataclass(slots=True, kw_only=True)
class LanguageModelInputTokenDetails(Spec):
    """What the tokens of the prompt were: read from a cache, written to one, or neither."""

    no_cache_tokens: int | float | None = None
    cache_read_tokens: int | float | None = None
    cache_write_tokens: int | float | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelOutputTokenDetails(Spec):
    """What the tokens of the answer were: text or reasoning."""

    text_tokens: int | float | None = None
    reasoning_tokens: int | float | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelUsage(Spec):
    """Tokens of the prompt and of the answer; `None` where the provider does not say. `raw` is what it did say."""

    input_tokens: int | float | None = None
    input_token_details: LanguageModelInputTokenDetails = field(default_factory=LanguageModelInputTokenDetails)
    output_tokens: int | float | None = None
    output_token_details: LanguageModelOutputTokenDetails = field(default_factory=LanguageModelOutputTokenDetails)
    total_tokens: int | float | None = None
    raw: JSONObject | None = None


def as_language_model_usage(usage: LanguageModelV4Usage) -> LanguageModelUsage:
    """Return a model's usage as users see it."""
    given, made = usage.input_tokens, usage.output_tokens
    return LanguageModelUsage(
        input_tokens=given.total,
        input_token_details=LanguageModelInputTokenDetails(
            no_cache_tokens=given.no_cache, cache_read_tokens=given.cache_read, cache_write_tokens=given.cache_write
        ),
        output_tokens=made.total,
        output_token_details=LanguageModelOutputTokenDetails(text_tokens=made.text, reasoning_tokens=made.reasoning),
        total_tokens=sum_token_counts(given.total, made.total),
        raw=usage.raw,
    )


def add_language_model_usage(first: LanguageModelUsage, second: LanguageModelUsage) -> LanguageModelUsage:
    """Return the sum of two usages. `raw` is kept when only one of them says anything.

    >>> add_language_model_usage(LanguageModelUsage(input_tokens=1), LanguageModelUsage(output_tokens=2)).input_tokens
    1
    """
    first_input, second_input = first.input_token_details, second.input_token_details
    first_output, second_output = first.output_token_details, second.output_token_details
    return LanguageModelUsage(
        input_tokens=sum_token_counts(first.input_tokens, second.input_tokens),
        input_token_details=LanguageModelInputTokenDetails(
            no_cache_tokens=sum_token_counts(first_input.no_cache_tokens, second_input.no_cache_tokens),
            cache_read_tokens=sum_token_counts(first_input.cache_read_tokens, second_input.cache_read_tokens),
            cache_write_tokens=sum_token_counts(first_input.cache_write_tokens, second_input.cache_write_tokens),
        ),
        output_tokens=sum_token_counts(first.output_tokens, second.output_tokens),
        output_token_details=LanguageModelOutputTokenDetails(
            text_tokens=sum_token_counts(first_output.text_tokens, second_output.text_tokens),
            reasoning_tokens=sum_token_counts(first_output.reasoning_tokens, second_output.reasoning_tokens),
        ),
        total_tokens=sum_token_counts(first.total_tokens, second.total_tokens),
        raw=_only_raw(first, second),
    )


def add_image_model_usage(first: ImageModelUsage, second: ImageModelUsage) -> ImageModelUsage:
    """Return the sum of two usages."""
    return ImageModelV4Usage(
        input_tokens=sum_token_counts(first.input_tokens, second.input_tokens),
        output_tokens=sum_token_counts(first.output_tokens, second.output_tokens),
        total_tokens=sum_token_counts(first.total_tokens, second.total_tokens),
    )


def sum_token_counts(first: float | None, second: float | None) -> int | float | None:
    """Return the sum of what is known, `None` when nothing is."""
    if first is None or second is None:
        return second if first is None else first
    return first + second


def _only_raw(first: LanguageModelUsage, second: LanguageModelUsage) -> JSONObject | None:
    nothing = LanguageModelUsage()
    if first == nothing:
        return second.raw
    return first.raw if second == nothing else None
