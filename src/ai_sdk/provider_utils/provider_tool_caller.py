"""Tools that call other tools at the provider: those say in their provider options who may call them.

Ports: @ai-sdk/openai/src/tool/programmatic-tool-calling.ts
Ports: @ai-sdk/anthropic/src/tool/code-execution_20250825.ts, @ai-sdk/anthropic/src/tool/code-execution_20260120.ts
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ai_sdk.provider.shared import SharedV4ProviderOptions

__all__ = ["ProviderToolCaller", "get_provider_tool_caller"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderToolCaller:
    """The provider runs the tool; the tools that it may call say so in their provider options."""

    prepare_provider_options: Callable[[SharedV4ProviderOptions | None], SharedV4ProviderOptions]


_CALLERS = {
    "anthropic.code_execution_20250825": "code_execution_20250825",
    "anthropic.code_execution_20260120": "code_execution_20260120",
    "openai.programmatic_tool_calling": "programmatic",
}
"""By the id of a provider's tool: what the provider calls it among the `allowedCallers` of another tool."""


def get_provider_tool_caller(tool_id: str) -> ProviderToolCaller | None:
    """Return how the provider's tool of this id calls other tools, or `None` when it does not."""
    caller = _CALLERS.get(tool_id)
    if caller is None:
        return None
    return ProviderToolCaller(prepare_provider_options=partial(_allow, tool_id.partition(".")[0], caller))


def _allow(provider: str, caller: str, provider_options: SharedV4ProviderOptions | None) -> SharedV4ProviderOptions:
    options = provider_options or {}
    own = options.get(provider) or {}
    callers = [*(own.get("allowedCallers") or own.get("allowed_callers") or []), caller]
    return {**options, provider: {**own, "allowedCallers": list(dict.fromkeys(callers))}}
