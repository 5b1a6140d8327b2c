"""What the model was told of a tool that failed.

Ports: ai/src/ui-message-stream/get-model-tool-error-text.ts
"""

from typing import Any

from ai_sdk.provider.errors import get_error_message

__all__ = ["get_model_tool_error_text"]


def get_model_tool_error_text(error: Any) -> str | None:
    """Return the text of the tool result that the model was given, or `None` when the error has no text."""
    try:
        return get_error_message(error)
    except Exception:  # noqa: BLE001 - making the tool result failed for the same reason
        return None
