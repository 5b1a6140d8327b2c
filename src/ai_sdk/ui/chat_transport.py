"""How a chat reaches whoever answers it.

Ports: ai/src/ui/chat-transport.ts
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any, Literal, Protocol, TypedDict, Unpack

from ai_sdk.provider import AbortSignal
from ai_sdk.ui.ui_messages import UIMessageLike
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["ChatRequestOptions", "ChatTransport", "ChatTrigger", "ReconnectToStreamOptions", "SendMessagesOptions"]

ChatTrigger = Literal["submit-message", "regenerate-message"]


class ChatRequestOptions(TypedDict, total=False):
    """What one request has beside the messages: headers, more keys for the body, and `metadata` for the transport."""

    headers: Mapping[str, str | None] | None
    body: Mapping[str, Any] | None
    metadata: Any


class ReconnectToStreamOptions(ChatRequestOptions, total=False):
    """The options of `ChatTransport.reconnect_to_stream`; `chat_id` is always given."""

    chat_id: str
    abort_signal: AbortSignal | None


class SendMessagesOptions(ReconnectToStreamOptions, total=False):
    """The options of `ChatTransport.send_messages`; all but those of `ChatRequestOptions` are always given.

    `trigger` says whether a message was submitted or an answer is to be written again, `message_id` which one.
    """

    trigger: ChatTrigger
    message_id: str | None
    messages: Sequence[UIMessageLike]


class ChatTransport(Protocol):
    """Sends the messages of a chat and returns the stream of the answer; closing the stream stops the answer."""

    @property
    def resume_stream_is_replay(self) -> bool:
        """Whether `reconnect_to_stream` gives the whole answer from its beginning."""

    async def send_messages(self, **options: Unpack[SendMessagesOptions]) -> AsyncGenerator[UIMessageChunk]:
        """Send messages and return the stream of the answer."""

    async def reconnect_to_stream(
        self, **options: Unpack[ReconnectToStreamOptions]
    ) -> AsyncGenerator[UIMessageChunk] | None:
        """Return the stream of an answer that is still being written; `None` when there is none."""

    async def aclose(self) -> None:
        """Close what the transport holds open."""
