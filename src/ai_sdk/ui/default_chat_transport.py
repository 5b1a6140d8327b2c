"""Chats with a backend that answers with UI message streams.

Ports: ai/src/ui/default-chat-transport.ts
"""

from collections.abc import AsyncGenerator
from typing import Unpack

from ai_sdk.ui.http_chat_transport import HttpChatTransport, HttpChatTransportOptions
from ai_sdk.ui_message_stream.parse_ui_message_stream import parse_ui_message_stream
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["DefaultChatTransport"]


class DefaultChatTransport(HttpChatTransport):
    """Talks to a backend that streams UI message chunks as server-sent events, as `useChat` does by default.

    `resume_stream_is_replay=False` says that a resumed stream only goes on, instead of beginning again.

    >>> DefaultChatTransport(api="https://garden.example/api/chat").resume_stream_is_replay
    True
    """

    def __init__(self, *, resume_stream_is_replay: bool = True, **options: Unpack[HttpChatTransportOptions]) -> None:
        super().__init__(**options)
        self.resume_stream_is_replay = resume_stream_is_replay

    def process_response_stream(self, stream: AsyncGenerator[bytes]) -> AsyncGenerator[UIMessageChunk]:
        """Return the chunks. Reading raises `TypeValidationError` or `JSONParseError` when an event is no chunk."""
        return parse_ui_message_stream(stream)
