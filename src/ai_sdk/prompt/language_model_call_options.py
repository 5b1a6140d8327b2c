"""The settings of a call that steer how a model writes.

Ports: ai/src/prompt/language-model-call-options.ts, ai/src/prompt/prepare-language-model-call-options.ts
"""

from typing import TYPE_CHECKING, Any, TypedDict

from ai_sdk.error.invalid_argument_error import InvalidArgumentError

if TYPE_CHECKING:
    from ai_sdk.provider import LanguageModelV4ReasoningEffort

__all__ = ["LanguageModelCallOptions", "prepare_language_model_call_options"]


class LanguageModelCallOptions(TypedDict, total=False):
    """Settings by the names of the model's call options; what is `None` is left to the model."""

    max_output_tokens: int | None
    temperature: float | None
    top_p: float | None
    top_k: int | float | None
    presence_penalty: float | None
    frequency_penalty: float | None
    stop_sequences: list[str] | None
    seed: int | None
    reasoning: "LanguageModelV4ReasoningEffort | None"


def prepare_language_model_call_options(options: LanguageModelCallOptions) -> LanguageModelCallOptions:
    """Return `options` when they can be. Raises `InvalidArgumentError` otherwise."""
    max_output_tokens = options.get("max_output_tokens")
    _check_integer("maxOutputTokens", max_output_tokens)
    if max_output_tokens is not None and max_output_tokens < 1:
        raise InvalidArgumentError(
            parameter="maxOutputTokens", value=max_output_tokens, message="maxOutputTokens must be >= 1"
        )
    _check_integer("seed", options.get("seed"))
    return options


def _check_integer(name: str, value: Any) -> None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return
    if isinstance(value, float) and value.is_integer():
        return
    raise InvalidArgumentError(parameter=name, value=value, message=f"{name} must be an integer")
