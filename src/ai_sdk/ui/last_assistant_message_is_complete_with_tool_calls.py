"""Whether every tool call of the last answer has its result.

Ports: ai/src/ui/last-assistant-message-is-complete-with-tool-calls.ts
"""

from collections.abc import Sequence

from ai_sdk.ui.last_step_parts import has_final_output, last_step_parts
from ai_sdk.ui.ui_messages import UIMessageLike, is_tool_ui_part

__all__ = ["last_assistant_message_is_complete_with_tool_calls"]


def last_assistant_message_is_complete_with_tool_calls(*, messages: Sequence[UIMessageLike]) -> bool:
    """Whether the last step calls tools that are not the provider's, and all of them have a result.

    Use it as `send_automatically_when`. Finished text may follow the calls; text that is still streaming may not.

    >>> part = {"type": "tool-clock", "toolCallId": "1", "state": "output-available", "input": {}, "output": "noon"}
    >>> message = {"id": "1", "role": "assistant", "parts": [part]}
    >>> last_assistant_message_is_complete_with_tool_calls(messages=[message])
    True
    """
    parts = last_step_parts(messages)
    calls = [at for at, part in enumerate(parts) if is_tool_ui_part(part) and not part.get("providerExecuted")]
    if not calls:
        return False
    is_writing = any(part["type"] == "text" and part.get("state") != "done" for part in parts[calls[-1] + 1 :])
    return not is_writing and all(has_final_output(parts[at]) for at in calls)
