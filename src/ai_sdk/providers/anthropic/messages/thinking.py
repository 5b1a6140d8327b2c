"""How much the model thinks: from the options and the call's `reasoning`, within what the model allows.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from dataclasses import dataclass, replace

from ai_sdk_generated.anthropic.messages.options import AnthropicLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ReasoningEffort,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import (
    CustomReasoning,
    is_custom_reasoning,
    map_reasoning_to_provider_budget,
    map_reasoning_to_provider_effort,
)
from ai_sdk.providers.anthropic.model_catalog import AnthropicModelCapabilities

__all__ = ["Thinking", "ThinkingPlan", "plan_thinking", "with_default_budget"]

_ACTIVE = frozenset({"enabled", "adaptive", "between_tools"})
_ABOVE_HIGH = frozenset({"xhigh", "max"})
_DEFAULT_BUDGET = 1024


@dataclass(frozen=True, slots=True)
class Thinking:
    """The thinking setting; `type` is `None` when only the binding of thinking blocks is set."""

    type: str | None
    budget_tokens: int | float | None = None
    display: str | None = None
    prefix_mismatch_behavior: str | None = None

    @property
    def is_active(self) -> bool:
        """Whether the model thinks."""
        return self.type in _ACTIVE

    def to_body(self) -> JSONObject | None:
        """Return the wire form.

        `disabled` is sent: models that think unasked would do so, and use up the output tokens.
        """
        binding = self.prefix_mismatch_behavior
        if not self.is_active and self.type != "disabled" and binding is None:
            return None
        return omit_none(
            {
                "type": self.type,
                "budget_tokens": self.budget_tokens,
                "display": self.display,
                "block_binding": None if binding is None else {"prefix_mismatch_behavior": binding},
            }
        )


@dataclass(slots=True)
class ThinkingPlan:
    """Thinking and effort as they will be sent."""

    thinking: Thinking | None
    effort: str | None

    @property
    def type(self) -> str | None:
        """The type of thinking, if any."""
        return None if self.thinking is None else self.thinking.type


def plan_thinking(
    options: AnthropicLanguageModelOptions,
    reasoning: LanguageModelV4ReasoningEffort | None,
    model_id: str,
    capabilities: AnthropicModelCapabilities,
    warnings: list[SharedV4Warning],
) -> ThinkingPlan:
    """Decide on thinking and effort; the options win over `reasoning`, and what the model refuses is replaced."""
    plan = ThinkingPlan(_read_thinking(options), options.effort)
    if is_custom_reasoning(reasoning) and options.effort is None:
        _apply_reasoning(plan, reasoning, model_id, capabilities, warnings)
    if capabilities.rejects_thinking_disabled and plan.type == "disabled":
        _replace_disabled(plan, model_id, capabilities, warnings)
    if capabilities.rejects_budget_thinking and plan.type == "enabled":
        _replace_budget(plan, model_id, capabilities, warnings)
    _lower_effort(plan, model_id, capabilities, warnings)
    return plan


def _read_thinking(options: AnthropicLanguageModelOptions) -> Thinking | None:
    given = options.thinking
    if given is None:
        return None
    binding = getattr(given, "block_binding", None)
    return Thinking(
        type=given.type,
        budget_tokens=getattr(given, "budget_tokens", None),
        display=getattr(given, "display", None),
        prefix_mismatch_behavior=None if binding is None else binding.prefix_mismatch_behavior,
    )


def _apply_reasoning(
    plan: ThinkingPlan,
    reasoning: CustomReasoning,
    model_id: str,
    capabilities: AnthropicModelCapabilities,
    warnings: list[SharedV4Warning],
) -> None:
    thinking, effort = _resolve_reasoning(reasoning, model_id, capabilities, warnings)
    if plan.thinking is None:
        plan.thinking = thinking
    if effort is not None and plan.type != "disabled":
        plan.effort = effort


def _resolve_reasoning(
    reasoning: CustomReasoning,
    model_id: str,
    capabilities: AnthropicModelCapabilities,
    warnings: list[SharedV4Warning],
) -> tuple[Thinking | None, str | None]:
    if reasoning == "none":
        return _resolve_no_reasoning(model_id, capabilities, warnings)
    if capabilities.supports_adaptive_thinking:
        efforts: dict[CustomReasoning, str] = {"low": "low", "medium": "medium", "high": "high", "max": "max"}
        if capabilities.supports_xhigh_effort:
            efforts["xhigh"] = "xhigh"
        effort = map_reasoning_to_provider_effort(reasoning=reasoning, effort_map=efforts, warnings=warnings)
        return Thinking("adaptive", display="summarized"), effort
    budget = map_reasoning_to_provider_budget(
        reasoning=reasoning,
        max_output_tokens=capabilities.max_output_tokens,
        max_reasoning_budget=capabilities.max_output_tokens,
        warnings=warnings,
    )
    return Thinking("enabled", budget_tokens=budget), None


def _resolve_no_reasoning(
    model_id: str, capabilities: AnthropicModelCapabilities, warnings: list[SharedV4Warning]
) -> tuple[Thinking | None, str | None]:
    if capabilities.supports_between_tools_thinking:
        # The least there is: notes between tool calls only.
        details = (
            f"reasoning 'none' is not supported by {model_id}; thinking cannot be disabled. "
            "Using 'between_tools' thinking, the lowest thinking setting, instead."
        )
        warnings.append(SharedV4WarningCompatibility(feature="reasoning", details=details))
        return Thinking("between_tools"), None
    if capabilities.rejects_thinking_disabled:
        details = (
            f"reasoning 'none' is not supported by {model_id}; it always uses adaptive thinking. "
            "Using effort 'low' to minimize thinking instead."
        )
        warnings.append(SharedV4WarningCompatibility(feature="reasoning", details=details))
        return None, "low"
    return Thinking("disabled"), None


def _replace_disabled(
    plan: ThinkingPlan, model_id: str, capabilities: AnthropicModelCapabilities, warnings: list[SharedV4Warning]
) -> None:
    """Send another setting than `disabled`, which would fail the request."""
    if capabilities.supports_between_tools_thinking:
        details = (
            f"thinking cannot be disabled for {model_id}. "
            "Using 'between_tools' thinking, the lowest thinking setting, instead."
        )
        plan.thinking = Thinking("between_tools")
    else:
        details = (
            f"thinking cannot be disabled for {model_id}; it always uses adaptive thinking. "
            "The thinking setting has been removed. Lower 'effort' to reduce thinking."
        )
        plan.thinking = None
    warnings.append(SharedV4WarningUnsupported(feature="providerOptions.anthropic.thinking", details=details))


def _replace_budget(
    plan: ThinkingPlan, model_id: str, capabilities: AnthropicModelCapabilities, warnings: list[SharedV4Warning]
) -> None:
    always = "; it always uses adaptive thinking" if capabilities.rejects_thinking_disabled else ""
    details = (
        f"budget-based thinking is not supported by {model_id}{always}. "
        "Using adaptive thinking instead. Use 'effort' to control how much the model thinks."
    )
    warnings.append(SharedV4WarningUnsupported(feature="providerOptions.anthropic.thinking", details=details))
    plan.thinking = Thinking("adaptive")


def _lower_effort(
    plan: ThinkingPlan, model_id: str, capabilities: AnthropicModelCapabilities, warnings: list[SharedV4Warning]
) -> None:
    """Keep the thinking setting rather than the effort, where Anthropic refuses both together."""
    if plan.effort not in _ABOVE_HIGH:
        return
    if capabilities.rejects_thinking_disabled_above_high_effort and plan.type == "disabled":
        reason = f"not supported by {model_id} when thinking is disabled"
    elif plan.type == "between_tools":
        reason = "not supported with 'between_tools' thinking"
    else:
        return
    details = f"effort '{plan.effort}' is {reason}. The effort has been lowered to 'high'."
    warnings.append(SharedV4WarningUnsupported(feature="providerOptions.anthropic.effort", details=details))
    plan.effort = "high"


def with_default_budget(thinking: Thinking, warnings: list[SharedV4Warning]) -> Thinking:
    """Return the setting with a budget, when it needs one and has none."""
    if thinking.type != "enabled" or thinking.budget_tokens is not None:
        return thinking
    details = "thinking budget is required when thinking is enabled. using default budget of 1024 tokens."
    warnings.append(SharedV4WarningCompatibility(feature="extended thinking", details=details))
    return replace(thinking, budget_tokens=_DEFAULT_BUDGET)
