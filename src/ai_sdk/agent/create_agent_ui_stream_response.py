"""Agents behind a chat's frontend, as a response of a web server.

Ports: ai/src/agent/create-agent-ui-stream-response.ts
"""

from collections.abc import Mapping
from typing import Any, Unpack

from ai_sdk.agent.agent import Agent
from ai_sdk.agent.agent_ui_stream_options import AgentUIStreamOptions
from ai_sdk.agent.create_agent_ui_stream import create_agent_ui_stream
from ai_sdk.ui_message_stream.consume_sse_stream import ConsumeSseStream
from ai_sdk.ui_message_stream.create_ui_message_stream_response import (
    UIMessageStreamResponse,
    create_ui_message_stream_response,
)

__all__ = ["create_agent_ui_stream_response"]


async def create_agent_ui_stream_response(
    *,
    agent: Agent,
    ui_messages: Any,
    status: int | None = None,
    status_text: str | None = None,
    headers: Mapping[str, str] | None = None,
    keep_alive_ms: float | None = None,
    consume_sse_stream: ConsumeSseStream | None = None,
    **options: Unpack[AgentUIStreamOptions],
) -> UIMessageStreamResponse:
    """Let an agent answer the messages of a frontend, and return the response that streams the answer.

    `create_agent_ui_stream` says what `options` are and what is raised, `create_ui_message_stream_response` the rest.

    >>> import asyncio
    >>> from ai_sdk import ToolLoopAgent
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> agent = ToolLoopAgent(model=MockLanguageModelV4(do_stream="Water it."))
    >>> sent = [{"id": "1", "role": "user", "parts": [{"type": "text", "text": "Is my fern thirsty?"}]}]
    >>> asyncio.run(create_agent_ui_stream_response(agent=agent, ui_messages=sent)).status
    200
    """
    return create_ui_message_stream_response(
        stream=await create_agent_ui_stream(agent=agent, ui_messages=ui_messages, **options),
        status=status,
        status_text=status_text,
        headers=headers,
        keep_alive_ms=keep_alive_ms,
        consume_sse_stream=consume_sse_stream,
    )
