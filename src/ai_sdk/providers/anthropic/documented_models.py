"""What Anthropic documents of its language models, beside what requests depend on: for lists of models.

Ports: @ai-sdk/anthropic/src/anthropic-model-catalog.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ai_sdk_generated.anthropic.messages.options import AnthropicLanguageModelOptions

from ai_sdk.provider import JSONObject
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.anthropic.model_catalog import AnthropicModelCapabilities, get_anthropic_model_capabilities

__all__ = ["ANTHROPIC_MODEL_CATALOG", "get_anthropic_language_model_entry"]

_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Documented:
    tool_search: bool
    compaction: bool
    effort: bool


_NEWEST = _Documented(tool_search=True, compaction=True, effort=True)
_OLDEST = _Documented(tool_search=False, compaction=False, effort=False)
_DOCUMENTED: Mapping[str, _Documented] = {
    "claude-opus-5-5": _NEWEST,
    "claude-opus-5": _NEWEST,
    "claude-sonnet-5-5": _NEWEST,
    "claude-sonnet-5": _NEWEST,
    "claude-haiku-5-5": _NEWEST,
    "claude-fable-5-2": _NEWEST,
    "claude-fable-5-1": _NEWEST,
    "claude-fable-5": _NEWEST,
    "claude-opus-4-8": _NEWEST,
    "claude-opus-4-7": _NEWEST,
    "claude-opus-4-6": _NEWEST,
    "claude-sonnet-4-6": _NEWEST,
    "claude-opus-4-5": _Documented(tool_search=True, compaction=False, effort=True),
    "claude-haiku-4-5": _Documented(tool_search=True, compaction=False, effort=False),
    "claude-sonnet-4-5": _Documented(tool_search=True, compaction=False, effort=False),
    "claude-opus-4-1": _OLDEST,
    "claude-opus-4-0": _OLDEST,
    "claude-sonnet-4-0": _OLDEST,
}


def get_anthropic_language_model_entry(model_id: str) -> JSONObject:
    """Return what is known of a model: `capabilities`, `providerOptions` and `requestConfig`, as upstream lists them.

    What is not documented is `unknown`; nothing is checked against it.

    >>> get_anthropic_language_model_entry("claude-opus-4-5")["requestConfig"]
    {'language': {'maxOutputTokens': 64000, 'knownModel': True}}
    """
    documented, facts = _DOCUMENTED.get(model_id), get_anthropic_model_capabilities(model_id)
    config = {"maxOutputTokens": facts.max_output_tokens, "knownModel": facts.is_known_model}
    return {
        "capabilities": {"language": _capabilities(documented, facts)},
        "providerOptions": {"language": _provider_options(model_id, documented, facts)},
        "requestConfig": {"language": config},
    }


def _capabilities(documented: _Documented | None, facts: AnthropicModelCapabilities) -> JSONObject:
    yes = _UNKNOWN if documented is None else True
    conditional = {"condition": "Only supported when thinking is disabled."}
    sampling = conditional if facts.rejects_sampling_parameters else True
    return {
        "inputs": {"image": yes, "audio": _UNKNOWN if documented is None else False},
        "objectGeneration": yes,
        "tools": {
            "usage": yes,
            "streaming": yes,
            "forcedChoice": not facts.rejects_forced_tool_use,
            "computerUse": yes,
            "webSearch": yes,
            "toolSearch": _UNKNOWN if documented is None else documented.tool_search,
        },
        "reasoning": _reasoning(facts),
        "sampling": {"temperature": sampling, "topP": sampling, "topK": sampling, "logprobs": False},
        "structuredOutput": {"native": facts.supports_structured_output},
        "compaction": _UNKNOWN if documented is None else documented.compaction,
    }


def _reasoning(facts: AnthropicModelCapabilities) -> JSONObject:
    return omit_none(
        {
            "support": facts.supports_adaptive_thinking or not facts.rejects_budget_thinking,
            "efforts": ["low", "medium", "high", "xhigh", "max"] if facts.supports_xhigh_effort else None,
            "adaptive": facts.supports_adaptive_thinking,
            "budget": not facts.rejects_budget_thinking,
            "canDisable": not facts.rejects_thinking_disabled,
            "canDisableAboveHighEffort": not facts.rejects_thinking_disabled_above_high_effort,
            "supportsXhighEffort": facts.supports_xhigh_effort,
            "betweenTools": facts.supports_between_tools_thinking,
        }
    )


def _provider_options(model_id: str, documented: _Documented | None, facts: AnthropicModelCapabilities) -> JSONObject:
    known = {
        "includePings": True,
        "thinking": facts.supports_adaptive_thinking or not facts.rejects_budget_thinking,
        "effort": _UNKNOWN if documented is None else documented.effort,
        # Fast mode is documented for one model, and so are task budgets; of these nothing is said of the others.
        "speed": _UNKNOWN if documented is None else model_id == "claude-opus-4-6",
        "taskBudget": True if model_id == "claude-opus-4-7" else _UNKNOWN,
    }
    others = _UNKNOWN if documented is None else True
    return {name: known.get(name, others) for name in _option_names()}


@cache
def _option_names() -> tuple[str, ...]:
    fields = AnthropicLanguageModelOptions.model_fields.items()
    return tuple(info.alias or name for name, info in fields)


ANTHROPIC_MODEL_CATALOG: Mapping[str, JSONObject] = MappingProxyType(
    {model_id: get_anthropic_language_model_entry(model_id) for model_id in _DOCUMENTED}
)
"""The documented models."""
