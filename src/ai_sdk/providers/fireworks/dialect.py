"""How Fireworks differs from OpenAI: errors, names and levels in chat bodies.

Ports: @ai-sdk/fireworks/src/fireworks-provider.ts, @ai-sdk/fireworks/src/fireworks-chat-options.ts
"""

from typing import Any

from ai_sdk.provider import JSONObject, SharedV4Warning
from ai_sdk.providers.fireworks.errors import FIREWORKS_ERROR_STRUCTURE
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect

__all__ = ["CHAT", "COMPLETION"]

# OpenAI has five levels of reasoning, Fireworks three.
_EFFORTS = {"minimal": "low", "xhigh": "high"}
_RENAMED = {"promptCacheKey": "prompt_cache_key", "serviceTier": "service_tier"}
_REWRITTEN = frozenset({"thinking", "reasoningHistory", "reasoning_effort", *_RENAMED})


def _transform_request_body(body: JSONObject, warnings: list[SharedV4Warning]) -> JSONObject:
    """Return the body with Fireworks' names and levels."""
    del warnings
    transformed = {name: value for name, value in body.items() if name not in _REWRITTEN}
    transformed |= {name: body[given] for given, name in _RENAMED.items() if given in body}
    effort = body.get("reasoning_effort")
    if effort is not None:
        transformed["reasoning_effort"] = _EFFORTS.get(effort, effort)
    if body.get("thinking"):
        transformed["thinking"] = _thinking(body["thinking"])
    if body.get("reasoningHistory"):
        transformed["reasoning_history"] = body["reasoningHistory"]
    return transformed


def _thinking(given: Any) -> JSONObject:
    names = {"type": "type", "budgetTokens": "budget_tokens", "budget_tokens": "budget_tokens"}
    return {wire: given[name] for name, wire in names.items() if name in given}


CHAT = ChatDialect(
    include_usage=True,
    supports_structured_outputs=True,
    text_before_reasoning=True,
    error_structure=FIREWORKS_ERROR_STRUCTURE,
    transform_request_body=_transform_request_body,
)
COMPLETION = CompletionDialect(include_usage=True, error_structure=FIREWORKS_ERROR_STRUCTURE)
