"""The id of the message that answers.

Ports: ai/src/ui-message-stream/get-response-ui-message-id.ts
"""

from collections.abc import Callable, Sequence

from ai_sdk.ui.ui_message_data import UIMessageData

__all__ = ["get_response_ui_message_id"]


def get_response_ui_message_id(
    *, original_messages: Sequence[UIMessageData] | None, response_message_id: str | Callable[[], str]
) -> str | None:
    """Return the id of the last message when an answer continues it, the given or a new one otherwise.

    Without original messages nothing is persisted, and the frontend makes the id.

    >>> get_response_ui_message_id(original_messages=[], response_message_id="answer")
    'answer'
    """
    if original_messages is None:
        return None
    if original_messages and original_messages[-1]["role"] == "assistant":
        last_id: str = original_messages[-1]["id"]
        return last_id
    return response_message_id if isinstance(response_message_id, str) else response_message_id()
