"""What a chat is made of and what its callbacks are told.

Ports: ai/src/ui/chat.ts
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypedDict

from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.schema import FlexibleSchema
from ai_sdk.ui.ui_message_data import UIMessageData
from ai_sdk.ui.ui_messages import UIMessageLike
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.util.callback import Callback

__all__ = ["ChatFinishEvent", "ChatOptions", "ChatStatus", "ChatToolCallEvent", "SendAutomaticallyWhen"]

ChatStatus = Literal["submitted", "streaming", "ready", "error"]
"""A request was sent, its answer arrives, nothing is going on, or the last request failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatToolCallEvent:
    """The model calls a tool: `tool_call` has `toolCallId`, `toolName` and `input`, as the chunk that said so."""

    tool_call: UIMessageChunk


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatFinishEvent:
    """An answer is over: whole, stopped (`is_abort`), cut off by the network (`is_disconnect`), or failed."""

    message: UIMessageData
    messages: list[UIMessageData]
    is_abort: bool
    is_disconnect: bool
    is_error: bool
    finish_reason: FinishReason | None = None


class SendAutomaticallyWhen(Protocol):
    """Says whether the messages shall be sent on without the user."""

    def __call__(self, *, messages: Sequence[UIMessageLike]) -> bool | Awaitable[bool]:
        """Decide by the messages."""


class ChatOptions(TypedDict, total=False):
    """The options of a `Chat`.

    | option | meaning |
    |---|---|
    | `id` | names the chat for the backend (default: a random one) |
    | `messages` | the conversation so far |
    | `generate_id` | makes the ids of messages |
    | `message_metadata_schema` | what metadata that arrive must look like |
    | `data_part_schemas` | what the data of data parts that arrive must look like, by their names without `data-` |
    | `send_automatically_when` | asked after an answer, and after a tool's output or an approval was added |
    | `on_tool_call` | told of each tool call that the provider does not run; add the output with `add_tool_output` |
    | `on_data` | told of each data part, transient ones too |
    | `on_finish` | told when an answer is over |
    | `on_error` | told when a request failed |
    | `on_update` | called whenever messages, status or error have changed |
    """

    id: str | None
    messages: Sequence[UIMessageLike]
    generate_id: IdGenerator
    message_metadata_schema: FlexibleSchema | None
    data_part_schemas: Mapping[str, FlexibleSchema] | None
    send_automatically_when: SendAutomaticallyWhen | None
    on_tool_call: Callback[ChatToolCallEvent] | None
    on_data: Callback[UIMessageChunk] | None
    on_finish: Callback[ChatFinishEvent] | None
    on_error: Callback[Exception] | None
    on_update: Callable[[], Any] | None
