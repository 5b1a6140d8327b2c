"""Whether and how hard a model thinks, which each family of models is told in its own way.

Ports: @ai-sdk/moonshotai/src/moonshotai-chat-language-model.ts
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ai_sdk_generated.moonshotai.chat.options import MoonshotaiLanguageModelOptions as ChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4ReasoningEffort,
    SharedV4Warning,
    SharedV4WarningDeprecated,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import (
    CustomReasoning,
    is_custom_reasoning,
    map_reasoning_to_provider_effort,
)
from ai_sdk.providers.moonshotai.model_catalog import MoonshotAIModelFamily, get_moonshotai_model_family

__all__ = ["resolve_reasoning"]

_EFFORTS: Mapping[CustomReasoning, str] = MappingProxyType(
    {"minimal": "low", "low": "low", "medium": "high", "high": "high", "xhigh": "max"}
)
_NONE = 'reasoning "none"'


def resolve_reasoning(
    model_id: str,
    reasoning: LanguageModelV4ReasoningEffort | None,
    settings: ChatOptions,
    warnings: list[SharedV4Warning],
) -> JSONObject:
    """Return the body's `thinking` and `reasoning_effort`, and add a warning for each wish that is left out."""
    if settings.thinking is not None and settings.thinking.budget_tokens is not None:
        message = (
            "Moonshot Chat Completions does not support budget_tokens. "
            "Remove budgetTokens; the option has been omitted."
        )
        setting = "providerOptions.moonshotai.thinking.budgetTokens"
        warnings.append(SharedV4WarningDeprecated(setting=setting, message=message))
    wish = _Wish(model_id, reasoning, settings, warnings)
    return omit_none(_BY_FAMILY[get_moonshotai_model_family(model_id)](wish))


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the caller asks of a model."""

    model_id: str
    reasoning: LanguageModelV4ReasoningEffort | None
    settings: ChatOptions
    warnings: list[SharedV4Warning]

    @property
    def thinking_type(self) -> str | None:
        """What the options say of thinking."""
        return None if self.settings.thinking is None else self.settings.thinking.type

    @property
    def thinking(self) -> str | None:
        """What the options say of thinking, else what the call does."""
        if self.thinking_type is not None or not is_custom_reasoning(self.reasoning):
            return self.thinking_type
        return "disabled" if self.reasoning == "none" else "enabled"

    @property
    def keeps_reasoning(self) -> bool:
        """Whether earlier thoughts are to be kept."""
        return self.settings.reasoning_history == "preserved"

    def effort(self) -> str | None:
        """Return the effort that the options ask for, else the call."""
        if self.settings.reasoning_effort is not None or self.reasoning == "none":
            return self.settings.reasoning_effort
        return map_reasoning_to_provider_effort(reasoning=self.reasoning, effort_map=_EFFORTS, warnings=self.warnings)

    def leave_out(self, feature: str, details: str | None = None) -> None:
        """Warn that the model does not take something."""
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))

    def leave_out_effort(self) -> None:
        """Warn that the model has no efforts, when the options ask for one."""
        if self.settings.reasoning_effort is not None:
            details = f'reasoningEffort is only supported by Kimi K3 and has been omitted for model "{self.model_id}".'
            self.leave_out("reasoningEffort", details)

    def leave_out_history(self) -> None:
        """Warn that the model forgets its thoughts, when the options ask to keep them."""
        if self.keeps_reasoning:
            self.leave_out(f"reasoningHistory 'preserved' is not supported by model \"{self.model_id}\"")


def _kimi_k3(wish: _Wish) -> JSONObject:
    if wish.settings.thinking is not None:
        details = "Kimi K3 always reasons and does not accept the thinking field. The option has been omitted."
        wish.leave_out("thinking", details)
    if wish.reasoning == "none":
        wish.leave_out(_NONE, "Kimi K3 reasoning cannot be disabled.")
    return {"reasoning_effort": wish.effort()}


def _kimi_k2_7(wish: _Wish) -> JSONObject:
    wish.leave_out_effort()
    if wish.thinking_type == "disabled" or wish.reasoning == "none":
        feature = 'thinking.type "disabled"' if wish.thinking_type == "disabled" else _NONE
        wish.leave_out(feature, "Kimi K2.7 thinking cannot be disabled.")
        return {}
    return {"thinking": {"type": "enabled"}} if wish.thinking_type == "enabled" else {}


def _kimi_k2_6(wish: _Wish) -> JSONObject:
    wish.leave_out_effort()
    if wish.keeps_reasoning:
        return {"thinking": {"type": wish.thinking or "enabled", "keep": "all"}}
    return _thinking(wish.thinking)


def _kimi_k2_5(wish: _Wish) -> JSONObject:
    wish.leave_out_effort()
    wish.leave_out_history()
    return _thinking(wish.thinking)


def _moonshot_v1(wish: _Wish) -> JSONObject:
    wish.leave_out_effort()
    if wish.settings.thinking is not None:
        wish.leave_out("thinking", f'thinking is not supported by model "{wish.model_id}" and has been omitted.')
    if is_custom_reasoning(wish.reasoning) and wish.reasoning != "none":
        wish.leave_out("reasoning", f'reasoning is not supported by model "{wish.model_id}".')
    wish.leave_out_history()
    return {}


def _unknown(wish: _Wish) -> JSONObject:
    if wish.reasoning == "none":
        details = "Use providerOptions.moonshotai.thinking to control thinking on custom models."
        wish.leave_out(_NONE, details)
    effort = wish.effort()
    wish.leave_out_history()
    return {**_thinking(wish.thinking_type), "reasoning_effort": effort}


def _thinking(kind: str | None) -> JSONObject:
    return {} if kind is None else {"thinking": {"type": kind}}


_BY_FAMILY: Mapping[MoonshotAIModelFamily, Callable[[_Wish], JSONObject]] = MappingProxyType(
    {
        "kimi-k3": _kimi_k3,
        "kimi-k2.7": _kimi_k2_7,
        "kimi-k2.6": _kimi_k2_6,
        "kimi-k2.5": _kimi_k2_5,
        "moonshot-v1": _moonshot_v1,
        "unknown": _unknown,
    }
)
