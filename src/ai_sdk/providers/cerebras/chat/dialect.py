"""How Cerebras differs from OpenAI: errors, names in chat bodies, and where reasoning goes.

Ports: @ai-sdk/cerebras/src/cerebras-provider.ts, @ai-sdk/cerebras/src/cerebras-chat-language-model-options.ts
"""

from typing import Any

from ai_sdk.provider import JSONObject, SharedV4Warning
from ai_sdk.providers.cerebras.errors import CEREBRAS_ERROR_STRUCTURE
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = ["CHAT"]

_RENAMED = {
    "max_tokens": "max_completion_tokens",
    "parallelToolCalls": "parallel_tool_calls",
    "topLogprobs": "top_logprobs",
    "logitBias": "logit_bias",
    "serviceTier": "service_tier",
    "reasoningFormat": "reasoning_format",
    "promptCacheKey": "prompt_cache_key",
}


def _transform_request_body(body: JSONObject, warnings: list[SharedV4Warning]) -> JSONObject:
    """Return the body with Cerebras' names, and the reasoning of earlier turns where Cerebras looks for it."""
    del warnings
    transformed = {name: value for name, value in body.items() if name not in _RENAMED}
    transformed |= {name: body[given] for given, name in _RENAMED.items() if given in body}
    return {**transformed, "messages": [_rename_reasoning(message) for message in body["messages"]]}


def _rename_reasoning(message: Any) -> Any:
    if message["role"] != "assistant" or "reasoning_content" not in message:
        return message
    rest = {name: value for name, value in message.items() if name != "reasoning_content"}
    return {"reasoning": message["reasoning_content"], **rest}


CHAT = ChatDialect(
    supports_structured_outputs=True,
    text_before_reasoning=True,
    error_structure=CEREBRAS_ERROR_STRUCTURE,
    transform_request_body=_transform_request_body,
)
