"""Temperature, top_p, top_k and the token limit, within what the model and its thinking allow.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningUnsupported,
    stringify,
)
from ai_sdk.providers.anthropic.config import AnthropicConfig
from ai_sdk.providers.anthropic.messages.options import provider_options_name
from ai_sdk.providers.anthropic.messages.thinking import Thinking, ThinkingPlan, with_default_budget
from ai_sdk.providers.anthropic.model_catalog import AnthropicModelCapabilities, get_anthropic_model_capabilities

__all__ = ["Sampling", "read_sampling"]


_FEATURES = {"temperature": "temperature", "top_k": "topK", "top_p": "topP"}


@dataclass(slots=True, kw_only=True)
class Sampling:
    """The settings as they will be sent to a model."""

    temperature: int | float | None
    top_p: int | float | None
    top_k: int | float | None
    max_tokens: int | float
    max_tokens_given: bool
    model_id: str
    config: AnthropicConfig
    capabilities: AnthropicModelCapabilities

    def drop_rejected(self, warnings: list[SharedV4Warning]) -> None:
        """Remove what the model refuses to take; of an unknown model, say that the token limit is a guess."""
        if not self.capabilities.is_known_model and not self.max_tokens_given:
            self._warn_about_unknown_model(warnings)
        if self.capabilities.rejects_sampling_parameters:
            reason = f"is not supported by {self.model_id} and will be ignored"
            self._drop(("temperature", "top_k", "top_p"), reason, warnings)

    def settle(self, plan: ThinkingPlan, warnings: list[SharedV4Warning]) -> None:
        """Bring the settings in line with the thinking."""
        if plan.thinking is not None and plan.thinking.is_active:
            plan.thinking = with_default_budget(plan.thinking, warnings)
            self._adapt_to(plan.thinking, warnings)
        elif self.capabilities.is_known_model or "claude-" in self.model_id:
            # Other models behind the same interface may need both.
            self._drop_top_p_beside_temperature(warnings)
        if self.capabilities.is_known_model:
            self._limit_max_tokens(warnings)

    def _adapt_to(self, thinking: Thinking, warnings: list[SharedV4Warning]) -> None:
        """Remove what does not go with thinking, and add its budget to the token limit."""
        takes_both = self.config.supports_temperature_and_top_p_with_thinking
        names = ("top_k",) if takes_both else ("temperature", "top_k", "top_p")
        self._drop(names, "is not supported when thinking is enabled", warnings)
        self.max_tokens += thinking.budget_tokens or 0

    def _drop(self, names: Iterable[str], reason: str, warnings: list[SharedV4Warning]) -> None:
        for name in names:
            if getattr(self, name) is not None:
                setattr(self, name, None)
                _warn(warnings, _FEATURES[name], f"{_FEATURES[name]} {reason}")

    def _drop_top_p_beside_temperature(self, warnings: list[SharedV4Warning]) -> None:
        """Keep one of the two: Anthropic takes either."""
        if self.top_p is not None and self.temperature is not None:
            _warn(warnings, "topP", "topP is not supported when temperature is set. topP is ignored.")
            self.top_p = None

    def _limit_max_tokens(self, warnings: list[SharedV4Warning]) -> None:
        """Keep within what the model can write, so that models can be exchanged."""
        limit = self.capabilities.max_output_tokens
        if self.max_tokens <= limit:
            return
        if self.max_tokens_given:
            details = (
                f"{stringify(self.max_tokens)} (maxOutputTokens + thinkingBudget) is greater than {self.model_id} "
                f"{limit} max output tokens. The max output tokens have been limited to {limit}."
            )
            _warn(warnings, "maxOutputTokens", details)
        self.max_tokens = limit

    def _warn_about_unknown_model(self, warnings: list[SharedV4Warning]) -> None:
        details = (
            f'The model "{self.model_id}" is unknown. '
            f"The max output tokens have been limited to {self.capabilities.max_output_tokens}. "
            "Set maxOutputTokens explicitly to override this limit."
        )
        warnings.append(SharedV4WarningCompatibility(feature="maxOutputTokens", details=details))


def read_sampling(
    model_id: str, config: AnthropicConfig, options: LanguageModelV4CallOptions, warnings: list[SharedV4Warning]
) -> Sampling:
    """Read the settings of a call, the temperature clamped to what the provider takes."""
    capabilities = get_anthropic_model_capabilities(model_id)
    given = options.max_output_tokens
    return Sampling(
        temperature=_clamp_temperature(options.temperature, config, warnings),
        top_p=options.top_p,
        top_k=options.top_k,
        max_tokens=capabilities.max_output_tokens if given is None else given,
        max_tokens_given=given is not None,
        model_id=model_id,
        config=config,
        capabilities=capabilities,
    )


def _clamp_temperature(
    temperature: float | None, config: AnthropicConfig, warnings: list[SharedV4Warning]
) -> int | float | None:
    if temperature is None:
        return None
    maximum = 1 if config.max_temperature is None else config.max_temperature
    name = "anthropic" if config.max_temperature is None else provider_options_name(config.provider)
    if temperature > maximum:
        details = f"{stringify(temperature)} exceeds {name} maximum of {maximum:.1f}. clamped to {maximum:.1f}"
        _warn(warnings, "temperature", details)
        return maximum
    if temperature < 0:
        _warn(warnings, "temperature", f"{stringify(temperature)} is below {name} minimum of 0. clamped to 0")
        return 0
    return temperature


def _warn(warnings: list[SharedV4Warning], feature: str, details: str) -> None:
    warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))
