"""Warns when the frontend is told something else of a failed tool than the model, which breaks some histories.

Ports: ai/src/ui-message-stream/to-ui-message-stream.ts
"""

from typing import Any

from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.provider.shared import SharedV4WarningOther
from ai_sdk.ui_message_stream.get_model_tool_error_text import get_model_tool_error_text
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["ToolErrorMismatch"]

_ERROR_CHUNKS = frozenset({"tool-output-error", "tool-input-error"})


class ToolErrorMismatch:
    """Watches a stream for reasoning that followed an error text which the frontend does not have.

    The model gets the errors of a step with the next one. Reasoning of a later step rests on the text that it got; a
    history with another text is not the one that the reasoning belongs to.
    """

    def __init__(self) -> None:
        self._in_this_step: str | None = None
        self._before: str | None = None
        self._has_warned = False

    def see(self, part: Any, chunk: UIMessageChunk | None) -> None:
        """Take note of a part and the chunk that it became."""
        kind = None if chunk is None else chunk["type"]
        if part.type == "start-step":
            self._before = self._before or self._in_this_step
            self._in_this_step = None
        elif kind in _ERROR_CHUNKS and not part.provider_executed:
            told = get_model_tool_error_text(part.error)
            if chunk is not None and told is not None and chunk["errorText"] != told:
                self._in_this_step = self._in_this_step or part.tool_call_id
        elif kind == "reasoning-start" and self._before is not None and not self._has_warned:
            self._has_warned = True
            log_warnings(warnings=[SharedV4WarningOther(message=_MESSAGE.format(self._before))])


_MESSAGE = (
    'The error text sent to the UI for tool call "{}" differs from the error text the model received, '
    "and reasoning from a later step was sent to the UI. "
    "Converting these UI messages back to model messages changes the tool result. "
    "Models that bind reasoning to the preceding messages (for example Anthropic models with preserved thinking) "
    "reject that history. "
    "See https://ai-sdk.dev/docs/ai-sdk-ui/chatbot-tool-usage#tool-error-text-and-message-history"
)
