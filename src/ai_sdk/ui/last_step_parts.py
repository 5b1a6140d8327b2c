"""The parts of the last step of a conversation, by which a frontend decides whether to send it on."""

from collections.abc import Mapping, Sequence
from typing import Any

from ai_sdk.ui.ui_message_model import ui_message_json
from ai_sdk.ui.ui_messages import UIMessageLike

__all__ = ["has_final_output", "last_step_parts"]


def last_step_parts(messages: Sequence[UIMessageLike]) -> list[Mapping[str, Any]]:
    """Return the parts after the last `step-start`; there are none when the last message is not the assistant's."""
    message = ui_message_json(messages[-1]) if messages else {}
    if message.get("role") != "assistant":
        return []
    parts: list[Mapping[str, Any]] = message["parts"]
    starts = [index for index, part in enumerate(parts) if part["type"] == "step-start"]
    return parts[starts[-1] + 1 :] if starts else parts


def has_final_output(part: Mapping[str, Any]) -> bool:
    """Whether a tool call has its output or its error; a preliminary output is not final."""
    state = part["state"]
    return state == "output-error" or (state == "output-available" and part.get("preliminary") is not True)
