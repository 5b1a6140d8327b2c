"""The options of `to_ui_message_stream` that whoever makes the stream hands on.

Ports: ai/src/generate-text/stream-text-result.ts
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ai_sdk.generate_text.text_stream_part import TextStreamPart
    from ai_sdk.ui.ui_messages import UIMessageLike
    from ai_sdk.ui_message_stream.ui_message_stream_outcome import (
        UIMessageStreamOnEndCallback,
        UIMessageStreamOnStepEndCallback,
    )

__all__ = ["UIMessageStreamOptions", "UIMessageStreamViewOptions"]


class UIMessageStreamViewOptions(TypedDict, total=False):
    """What a frontend is sent, and what is persisted: see `to_ui_message_stream`."""

    send_reasoning: bool
    send_sources: bool
    send_start: bool
    send_finish: bool
    on_error: Callable[[Any], str] | None
    redact_tool_errors: bool | None
    message_metadata: Callable[[TextStreamPart], Any] | None
    original_messages: Sequence[UIMessageLike] | None
    generate_message_id: Callable[[], str] | None
    on_end: UIMessageStreamOnEndCallback | None


class UIMessageStreamOptions(UIMessageStreamViewOptions, total=False):
    """The options of `UIMessageStreamViewOptions`, and what is told of the message after each step."""

    on_step_end: UIMessageStreamOnStepEndCallback | None
