"""Whether every approval that the last answer asks for has been given or refused.

Ports: ai/src/ui/last-assistant-message-is-complete-with-approval-responses.ts
"""

from collections.abc import Sequence

from ai_sdk.ui.last_step_parts import has_final_output, last_step_parts
from ai_sdk.ui.ui_messages import UIMessageLike, is_tool_ui_part

__all__ = ["last_assistant_message_is_complete_with_approval_responses"]


def last_assistant_message_is_complete_with_approval_responses(*, messages: Sequence[UIMessageLike]) -> bool:
    """Whether the last step has an approval that was answered, and no tool call that waits for anything.

    Use it as `send_automatically_when`.

    >>> approval = {"id": "a", "approved": True}
    >>> part = {"type": "tool-clock", "toolCallId": "1", "state": "approval-responded", "input": {}}
    >>> message = {"id": "1", "role": "assistant", "parts": [{**part, "approval": approval}]}
    >>> last_assistant_message_is_complete_with_approval_responses(messages=[message])
    True
    """
    calls = [part for part in last_step_parts(messages) if is_tool_ui_part(part)]
    settled = ("output-denied", "approval-responded")
    return any(call["state"] == "approval-responded" for call in calls) and all(
        call["state"] in settled or has_final_output(call) for call in calls
    )
