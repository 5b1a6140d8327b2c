"""How a UI message stream ended, and what its callbacks are told.

Ports: ai/src/ui-message-stream/ui-message-stream-outcome.ts
Ports: ai/src/ui-message-stream/ui-message-stream-on-end-callback.ts
Ports: ai/src/ui-message-stream/ui-message-stream-on-step-end-callback.ts
"""

from dataclasses import dataclass
from typing import Any, Literal

from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.provider.spec import Spec
from ai_sdk.ui.ui_message_data import UIMessageData
from ai_sdk.util.callback import Callback

__all__ = [
    "UIMessageStreamEndEvent",
    "UIMessageStreamOnEndCallback",
    "UIMessageStreamOnStepEndCallback",
    "UIMessageStreamOutcome",
    "UIMessageStreamStepEndEvent",
]


@dataclass(slots=True, frozen=True, kw_only=True)
class UIMessageStreamOutcome(Spec):
    """How the work behind a stream ended, apart from why the model stopped.

    A fatal failure of the stream overrides what its owner declared. `error` is there when the status is `failed`. A
    client that went away before an outcome was known leaves `unknown`, and the end event says `is_cancelled`.
    """

    status: Literal["completed", "failed", "aborted", "unknown"]
    error: Any = None


@dataclass(slots=True, kw_only=True)
class UIMessageStreamEndEvent(Spec):
    """The end of a stream.

    `messages` are the original messages and the answer, `response_message`, as JSON data ready to be stored.
    `is_continuation` says that the answer continues the last original message, so that it takes its place;
    `is_aborted` that the generation was stopped, `is_cancelled` that the client went away before it ended.
    """

    messages: list[UIMessageData]
    is_continuation: bool
    is_aborted: bool
    is_cancelled: Literal[True] | None = None
    outcome: UIMessageStreamOutcome
    response_message: UIMessageData
    finish_reason: FinishReason | None = None


@dataclass(slots=True, kw_only=True)
class UIMessageStreamStepEndEvent(Spec):
    """The end of a step: the messages as they are then, copies that do not change any more."""

    messages: list[UIMessageData]
    is_continuation: bool
    response_message: UIMessageData


UIMessageStreamOnEndCallback = Callback[UIMessageStreamEndEvent]
UIMessageStreamOnStepEndCallback = Callback[UIMessageStreamStepEndEvent]
