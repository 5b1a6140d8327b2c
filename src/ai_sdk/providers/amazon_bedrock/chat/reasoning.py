"""How much a model is to think, and where each family of models wants to be told.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model.ts
"""

from dataclasses import dataclass, replace
from typing import Any

from ai_sdk_generated.amazon_bedrock.chat.options import AmazonBedrockLanguageModelChatOptionsReasoningConfig

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ReasoningEffort,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import (
    CustomReasoning,
    is_custom_reasoning,
    map_reasoning_to_provider_budget,
    map_reasoning_to_provider_effort,
)
from ai_sdk.providers.amazon_bedrock.chat.traits import ModelTraits

__all__ = ["ReasoningConfig", "add_reasoning_fields", "resolve_reasoning_config"]

_DEFAULT_ANSWER_TOKENS = 4096
_HIGH_EFFORTS = frozenset({"high", "xhigh", "max"})
_EFFORTS: dict[CustomReasoning, str] = {
    "minimal": "low",
    "low": "low",
    "medium": "medium",
    "high": "high",
    "xhigh": "max",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasoningConfig:
    """What was asked for, by options and by the call's `reasoning`."""

    type: str | None = None
    budget_tokens: int | float | None = None
    max_reasoning_effort: str | None = None
    display: str | None = None

    @property
    def is_enabled(self) -> bool:
        """Whether the model is to think."""
        return self.type in {"enabled", "adaptive"}

    @property
    def thinking_budget(self) -> int | float | None:
        """The budget, where thinking has one."""
        return self.budget_tokens if self.type == "enabled" else None


def resolve_reasoning_config(
    given: AmazonBedrockLanguageModelChatOptionsReasoningConfig | None,
    reasoning: LanguageModelV4ReasoningEffort | None,
    traits: ModelTraits,
    warnings: list[SharedV4Warning],
) -> ReasoningConfig:
    """Return the options, over what the call's `reasoning` means for the model."""
    explicit = {} if given is None else {name: getattr(given, name) for name in given.model_fields_set}
    if not is_custom_reasoning(reasoning):
        return ReasoningConfig(**explicit)
    if traits.is_anthropic:
        config = _anthropic_config(explicit, reasoning, traits, warnings)
    elif reasoning == "none":
        config = ReasoningConfig(**explicit)
    elif traits.is_openai or traits.is_nova_reasoning or given is not None:
        kind = "enabled" if traits.is_nova_reasoning else None
        config = ReasoningConfig(**{"type": kind, "max_reasoning_effort": _effort(reasoning, warnings), **explicit})
    else:
        details = (
            "Portable reasoning is not supported for this model and will be ignored. If the model supports a "
            "provider-specific reasoning configuration, use providerOptions.amazonBedrock.reasoningConfig."
        )
        warnings.append(SharedV4WarningUnsupported(feature="reasoning", details=details))
        config = ReasoningConfig(**explicit)
    if config.type == "disabled":
        return replace(config, max_reasoning_effort=None, budget_tokens=None)
    return config


def _anthropic_config(
    explicit: dict[str, Any], reasoning: CustomReasoning, traits: ModelTraits, warnings: list[SharedV4Warning]
) -> ReasoningConfig:
    if reasoning == "none":
        return ReasoningConfig(type="disabled")
    if traits.capabilities.supports_adaptive_thinking:
        effort = _effort(reasoning, warnings)
        return ReasoningConfig(**{"type": "adaptive", "max_reasoning_effort": effort, **explicit})
    largest = traits.capabilities.max_output_tokens
    budget = map_reasoning_to_provider_budget(
        reasoning=reasoning, max_output_tokens=largest, max_reasoning_budget=largest, warnings=warnings
    )
    return ReasoningConfig(**{"type": "enabled", "budget_tokens": budget, **explicit})


def _effort(reasoning: CustomReasoning, warnings: list[SharedV4Warning]) -> str | None:
    return map_reasoning_to_provider_effort(reasoning=reasoning, effort_map=_EFFORTS, warnings=warnings)


def add_reasoning_fields(
    config: ReasoningConfig,
    traits: ModelTraits,
    fields: JSONObject,
    inference: JSONObject,
    warnings: list[SharedV4Warning],
) -> None:
    """Write the reasoning into the model's own `fields`, and make room for it in the `inference` settings."""
    if traits.is_anthropic:
        _add_thinking(config, fields, inference)
    else:
        _warn_about_anthropic_settings(config, warnings)
    effort = config.max_reasoning_effort
    if effort is not None:
        _add_effort(effort, config, traits, fields)
    high = config.type == "enabled" and effort in _HIGH_EFFORTS
    if traits.is_nova_reasoning and high and inference.pop("maxTokens", None) is not None:
        details = (
            f"maxOutputTokens is not supported by {traits.model_id} when high reasoning is enabled and will be ignored"
        )
        warnings.append(SharedV4WarningUnsupported(feature="maxOutputTokens", details=details))


def _add_thinking(config: ReasoningConfig, fields: JSONObject, inference: JSONObject) -> None:
    budget = config.thinking_budget
    if budget is not None:
        # The budget is part of what the model may write.
        inference["maxTokens"] = inference.get("maxTokens", _DEFAULT_ANSWER_TOKENS) + budget
        fields["thinking"] = {"type": "enabled", "budget_tokens": budget}
    elif config.type == "adaptive":
        fields["thinking"] = omit_none({"type": "adaptive", "display": config.display})


def _warn_about_anthropic_settings(config: ReasoningConfig, warnings: list[SharedV4Warning]) -> None:
    if config.budget_tokens is not None:
        details = "budgetTokens applies only to Anthropic models on Bedrock and will be ignored for this model."
        warnings.append(SharedV4WarningUnsupported(feature="budgetTokens", details=details))
    if config.type == "adaptive":
        details = "adaptive thinking type applies only to Anthropic models on Bedrock."
        warnings.append(SharedV4WarningUnsupported(feature="adaptive thinking", details=details))


def _add_effort(effort: str, config: ReasoningConfig, traits: ModelTraits, fields: JSONObject) -> None:
    if traits.is_anthropic:
        fields["output_config"] = {**(fields.get("output_config") or {}), "effort": effort}
    elif traits.is_gpt_oss:
        fields["reasoning_effort"] = effort
    elif traits.is_openai:
        fields["reasoning"] = {**(fields.get("reasoning") or {}), "effort": effort}
    else:
        kind = None if config.type == "adaptive" else config.type
        budget = config.thinking_budget
        fields["reasoningConfig"] = omit_none({"type": kind, "budgetTokens": budget, "maxReasoningEffort": effort})
