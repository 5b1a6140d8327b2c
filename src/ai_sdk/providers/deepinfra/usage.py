"""Token counts on DeepInfra, some of which need mending.

Ports: @ai-sdk/deepinfra/src/deepinfra-chat-language-model.ts
"""

from ai_sdk.provider import JSONObject, LanguageModelV4Usage
from ai_sdk.providers.openai_compatible.chat.response import convert_openai_compatible_chat_usage

__all__ = ["convert_usage"]


def convert_usage(usage: JSONObject | None) -> LanguageModelV4Usage:
    """Return token counts. For Gemini and Gemma `completion_tokens` leaves reasoning out, which is then added."""
    return convert_openai_compatible_chat_usage(None if usage is None else _with_reasoning(usage))


def _with_reasoning(usage: JSONObject) -> JSONObject:
    reasoning = (usage.get("completion_tokens_details") or {}).get("reasoning_tokens") or 0
    completion = usage.get("completion_tokens") or 0
    if reasoning <= completion:
        return usage
    fixed = {**usage, "completion_tokens": completion + reasoning}
    total = fixed.pop("total_tokens", None)
    return fixed if total is None else {**fixed, "total_tokens": total + reasoning}
