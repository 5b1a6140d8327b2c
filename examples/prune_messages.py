"""Takes what is no longer of use out of a conversation: reasoning, and the tool calls of earlier turns."""

from typing import Any

from ai_sdk import prune_messages

messages: list[dict[str, Any]] = [
    {"role": "user", "content": "How is the weather in Rome?"},
    {
        "role": "assistant",
        "content": [
            {"type": "reasoning", "text": "I should look."},
            {"type": "tool-call", "tool_call_id": "1", "tool_name": "weather", "input": {"city": "Rome"}},
        ],
    },
    {
        "role": "tool",
        "content": [
            {
                "type": "tool-result",
                "tool_call_id": "1",
                "tool_name": "weather",
                "output": {"type": "text", "value": "sunny"},
            }
        ],
    },
    {"role": "assistant", "content": [{"type": "text", "text": "It is sunny."}]},
    {"role": "user", "content": "And in Oslo?"},
]

for message in prune_messages(messages=messages, reasoning="all", tool_calls="before-last-2-messages"):
    content = message.content
    print(message.role, content if isinstance(content, str) else [part.type for part in content])
