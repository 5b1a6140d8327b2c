"""What a user, or a tool on the user's side, adds to the tool calls of a message.

Ports: ai/src/ui/chat.ts
"""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from ai_sdk.ui.ui_message_data import UIMessageData
from ai_sdk.ui.ui_messages import is_tool_ui_part

__all__ = ["ToolUpdate", "approval_update", "has_part", "output_update", "update_parts"]

_Part = dict[str, Any]
ToolUpdate = tuple[Callable[[Any], bool], Callable[[Any], _Part]]
"""Which tool parts change, and what they become."""


def output_update(
    tool_call_id: str, state: Literal["output-available", "output-error"], output: Any, error_text: str | None
) -> ToolUpdate:
    """Give a call its output, or its error."""

    def update(part: _Part) -> _Part:
        approval = part.get("approval") or {}
        # Only an approval that was granted can stand beside an output.
        dropped = {"output", "errorText"} | (set() if approval.get("approved") is True else {"approval"})
        kept = {key: value for key, value in part.items() if key not in dropped}
        added = {"errorText": error_text} if state == "output-error" else {"output": output}
        return {**kept, "state": state, "input": part.get("input"), **added}

    return (lambda part: part.get("toolCallId") == tool_call_id), update


def approval_update(approval_id: str, *, approved: bool, reason: str | None) -> ToolUpdate:
    """Answer a request for approval."""

    def fits(part: _Part) -> bool:
        return part.get("state") == "approval-requested" and part["approval"]["id"] == approval_id

    def update(part: _Part) -> _Part:
        answer = {"approved": approved} if reason is None else {"approved": approved, "reason": reason}
        return {**part, "state": "approval-responded", "approval": {**part["approval"], **answer}}

    return fits, update


def has_part(message: UIMessageData, update: ToolUpdate) -> bool:
    """Whether a message has a part that changes."""
    return any(is_tool_ui_part(part) and update[0](part) for part in message["parts"])


def update_parts(messages: Iterable[UIMessageData], update: ToolUpdate) -> None:
    """Change the parts of the messages; a message that is given twice changes once."""
    fits, change = update
    for message in {id(message): message for message in messages}.values():
        parts: list[_Part] = message["parts"]
        parts[:] = [change(part) if is_tool_ui_part(part) and fits(part) else part for part in parts]
