"""Chats with a backend that answers with plain text.

Ports: ai/src/ui/text-stream-chat-transport.ts
"""

from collections.abc import AsyncGenerator

from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.ui.http_chat_transport import HttpChatTransport
from ai_sdk.ui.transform_text_to_ui_message_stream import decode_text_stream, transform_text_to_ui_message_stream
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["TextStreamChatTransport"]


class TextStreamChatTransport(HttpChatTransport):
    """Talks to a backend that streams plain text; it takes the options of `HttpChatTransportOptions`."""

    def process_response_stream(self, stream: AsyncGenerator[bytes]) -> AsyncGenerator[UIMessageChunk]:
        """Return the chunks of a message that has the text as its one part."""
        return BodyStream(transform_text_to_ui_message_stream(stream=decode_text_stream(stream)), stream.aclose)
