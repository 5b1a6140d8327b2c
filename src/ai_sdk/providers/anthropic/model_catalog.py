"""What Anthropic's models can do, as far as a request depends on it: frozen facts by model id.

Ports: @ai-sdk/anthropic/src/anthropic-model-catalog.ts
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

__all__ = ["AnthropicModelCapabilities", "get_anthropic_model_capabilities"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnthropicModelCapabilities:
    """The facts of a language model."""

    max_output_tokens: int = 4096
    supports_structured_output: bool = False
    """Whether it takes a JSON schema for its answer, and strict tools."""
    supports_adaptive_thinking: bool = False
    rejects_sampling_parameters: bool = False
    """Whether temperature, top_p and top_k fail the request."""
    supports_xhigh_effort: bool = False
    rejects_thinking_disabled_above_high_effort: bool = False
    rejects_thinking_disabled: bool = False
    """Whether it always thinks."""
    rejects_budget_thinking: bool = False
    """Whether it thinks adaptively only, without a token budget."""
    rejects_forced_tool_use: bool = False
    """Whether a tool choice of `any` or of one tool fails the request."""
    supports_between_tools_thinking: bool = False
    is_known_model: bool = True


_LEGACY = AnthropicModelCapabilities()
_CURRENT = replace(_LEGACY, max_output_tokens=128000, supports_structured_output=True, supports_adaptive_thinking=True)
_WITHOUT_SAMPLING = replace(_CURRENT, rejects_sampling_parameters=True, supports_xhigh_effort=True)
_ALWAYS_THINKING = replace(_WITHOUT_SAMPLING, rejects_thinking_disabled=True, rejects_budget_thinking=True)

# The first pattern that occurs in the model id decides; platforms put their own words around Anthropic's ids.
_RULES = tuple(
    (re.compile(pattern), capabilities)
    for pattern, capabilities in (
        (
            "claude-sonnet-5-5",
            replace(
                _ALWAYS_THINKING,
                rejects_thinking_disabled_above_high_effort=True,
                rejects_forced_tool_use=True,
                supports_between_tools_thinking=True,
            ),
        ),
        (
            "claude-opus-5-5",
            replace(_ALWAYS_THINKING, rejects_thinking_disabled_above_high_effort=True, rejects_forced_tool_use=True),
        ),
        (
            "claude-haiku-5-5",
            replace(_WITHOUT_SAMPLING, rejects_thinking_disabled_above_high_effort=True, rejects_budget_thinking=True),
        ),
        ("claude-opus-5", replace(_WITHOUT_SAMPLING, rejects_thinking_disabled_above_high_effort=True)),
        ("claude-fable-5-2|claude-fable-5-1", replace(_ALWAYS_THINKING, rejects_forced_tool_use=True)),
        ("claude-fable-5", _ALWAYS_THINKING),
        ("claude-opus-4-8|claude-opus-4-7|claude-sonnet-5", _WITHOUT_SAMPLING),
        ("claude-sonnet-4-6|claude-opus-4-6", _CURRENT),
        (
            "claude-sonnet-4-5|claude-opus-4-5|claude-haiku-4-5",
            replace(_LEGACY, max_output_tokens=64000, supports_structured_output=True),
        ),
        ("claude-opus-4-1", replace(_LEGACY, max_output_tokens=32000, supports_structured_output=True)),
        ("claude-sonnet-4[-@]", replace(_LEGACY, max_output_tokens=64000)),
        ("claude-opus-4[-@]", replace(_LEGACY, max_output_tokens=32000)),
        ("claude-3-haiku", _LEGACY),
        (r"claude-(?:instant(?:-|\Z)|v?2(?=\Z|[-.:])|3(?=\Z|[-.]))", replace(_LEGACY, is_known_model=False)),
        # A Claude that is not known yet is taken for one of the current generation.
        (
            "claude-",
            replace(_WITHOUT_SAMPLING, rejects_thinking_disabled_above_high_effort=True, is_known_model=False),
        ),
    )
)
_UNKNOWN = replace(_LEGACY, is_known_model=False)


@lru_cache(maxsize=1024)
def get_anthropic_model_capabilities(model_id: str) -> AnthropicModelCapabilities:
    """Return the facts of a model.

    >>> get_anthropic_model_capabilities("claude-opus-4-6").max_output_tokens
    128000
    """
    return next((capabilities for pattern, capabilities in _RULES if pattern.search(model_id)), _UNKNOWN)
