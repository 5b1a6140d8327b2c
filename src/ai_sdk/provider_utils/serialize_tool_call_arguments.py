"""The input of an earlier tool call as the JSON text that chat-completions APIs want.

Ports: @ai-sdk/openai-compatible/src/chat/convert-to-openai-compatible-chat-messages.ts
Ports: @ai-sdk/groq/src/convert-to-groq-chat-messages.ts
"""

from typing import Any

from ai_sdk.provider_utils.json import is_parsable_json
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles

__all__ = ["serialize_tool_call_arguments"]


def serialize_tool_call_arguments(tool_input: Any) -> str:
    """Return text that is JSON already as it is, and anything else as JSON text.

    >>> [serialize_tool_call_arguments(each) for each in ('{"a":1}', {"a": 1}, "a")]
    ['{"a":1}', '{"a":1}', '"a"']
    """
    if isinstance(tool_input, str) and is_parsable_json(tool_input):
        return tool_input
    return stringify_with_bigint_and_cycles(tool_input)
