"""An agent's answer to UI messages, as UI message chunks.

Ports: ai/src/agent/create-agent-ui-stream.ts, ai/src/ui/direct-chat-transport.ts
"""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any

from ai_sdk.agent.agent import Agent
from ai_sdk.ui.convert_to_model_messages import ConvertDataPart, convert_to_model_messages
from ai_sdk.ui.validate_ui_messages import validate_ui_messages_for_agent
from ai_sdk.ui_message_stream.to_ui_message_stream import to_ui_message_stream
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["stream_agent_answer"]


async def stream_agent_answer(
    agent: Agent,
    ui_messages: Any,
    *,
    convert_data_part: ConvertDataPart | None = None,
    call_options: Mapping[str, Any],
    stream_options: Mapping[str, Any],
) -> AsyncGenerator[UIMessageChunk]:
    """Check the messages, call the agent with `call_options`, and return the stream of its answer.

    Closing the stream stops the agent and closes its connection.
    """
    tools = agent.tools
    messages = await validate_ui_messages_for_agent(messages=ui_messages, tools=tools)
    prompt = await convert_to_model_messages(messages, tools=tools, convert_data_part=convert_data_part)
    given: Any = {name: value for name, value in call_options.items() if value is not None}
    result = await agent.stream(prompt=prompt, **given)
    options: Any = {**stream_options}
    if options.get("original_messages") is None:
        options["original_messages"] = messages
    return _closing(to_ui_message_stream(stream=result.stream, tools=tools, **options), result)


async def _closing(stream: AsyncGenerator[UIMessageChunk], result: Any) -> AsyncGenerator[UIMessageChunk]:
    async with aclosing(result), aclosing(stream):
        async for chunk in stream:
            yield chunk
