"""Chats with an agent in the same process.

Ports: ai/src/ui/direct-chat-transport.ts
"""

from collections.abc import AsyncGenerator
from typing import Any, Unpack

from ai_sdk.agent.agent import Agent
from ai_sdk.ui.chat_transport import ReconnectToStreamOptions, SendMessagesOptions
from ai_sdk.ui.stream_agent_answer import stream_agent_answer
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.ui_message_stream.ui_message_stream_options import UIMessageStreamOptions

__all__ = ["DirectChatTransport"]


class DirectChatTransport:
    """Talks to an agent without HTTP in between: for tests, terminals and notebooks.

    `options` are the agent's own; the rest is handed to `to_ui_message_stream`.

    >>> import asyncio
    >>> from ai_sdk import Chat, ToolLoopAgent
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> agent = ToolLoopAgent(model=MockLanguageModelV4(do_stream="Water it."))
    >>> chat = Chat(transport=DirectChatTransport(agent=agent))
    >>> asyncio.run(chat.send_message("Is my fern thirsty?"))
    >>> chat.messages[-1]["parts"][-1]["text"]
    'Water it.'
    """

    resume_stream_is_replay = False

    def __init__(self, *, agent: Agent, options: Any = None, **stream_options: Unpack[UIMessageStreamOptions]) -> None:
        self._agent = agent
        self._options = options
        self._stream_options = stream_options

    async def send_messages(self, **options: Unpack[SendMessagesOptions]) -> AsyncGenerator[UIMessageChunk]:
        """Let the agent answer. Raises `TypeValidationError` when the messages do not fit its tools."""
        call_options = {"options": self._options, "abort_signal": options.get("abort_signal")}
        return await stream_agent_answer(
            self._agent, options["messages"], call_options=call_options, stream_options={**self._stream_options}
        )

    async def reconnect_to_stream(
        self, **options: Unpack[ReconnectToStreamOptions]
    ) -> AsyncGenerator[UIMessageChunk] | None:
        """Return `None`: no answer goes on without its reader."""
        del options
        return None

    async def aclose(self) -> None:
        """Do nothing: there is nothing to close."""
