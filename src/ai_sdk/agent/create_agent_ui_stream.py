"""Agents behind a chat's frontend.

Ports: ai/src/agent/create-agent-ui-stream.ts
"""

from typing import TYPE_CHECKING, Any, Unpack

from ai_sdk.agent.agent_ui_stream_options import AgentUIStreamOptions
from ai_sdk.agent.tool_loop_agent import ToolLoopAgent
from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.ui_message_stream.ui_message_stream_options import UIMessageStreamViewOptions

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from ai_sdk.agent.agent import Agent
    from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["create_agent_ui_stream"]


_CALL_OPTIONS = (
    "options",
    "abort_signal",
    "timeout",
    "on_step_end",
    "experimental_transform",
    "experimental_steering",
    "experimental_sandbox",
)
_VIEW_OPTIONS = tuple(UIMessageStreamViewOptions.__annotations__)


async def create_agent_ui_stream(
    *, agent: "Agent", ui_messages: Any, **options: Unpack[AgentUIStreamOptions]
) -> "AsyncGenerator[UIMessageChunk]":
    """Let an agent answer the messages of a frontend, and return the answer as UI message chunks.

    `ui_messages` is what the client sent, unchecked: it is validated against the agent's tools. The answer continues
    the last message when that is the assistant's, as after an approval. Closing the stream stops the agent.

    Raises `TypeValidationError` when the messages are not valid, before the model is called, and
    `InvalidArgumentError` when an agent that is no `ToolLoopAgent` is to be steered.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> agent = ToolLoopAgent(model=MockLanguageModelV4(do_stream="Water it."))
    >>> sent = [{"id": "1", "role": "user", "parts": [{"type": "text", "text": "Is my fern thirsty?"}]}]
    >>> async def show():
    ...     stream = await create_agent_ui_stream(agent=agent, ui_messages=sent)
    ...     return [chunk["delta"] async for chunk in stream if chunk["type"] == "text-delta"]
    >>> asyncio.run(show())
    ['Water ', 'it.']
    """
    steering = options.get("experimental_steering")
    if steering is not None and not isinstance(agent, ToolLoopAgent):
        raise InvalidArgumentError(
            parameter="experimental_steering",
            value=steering,
            message="Steering is only supported by ToolLoopAgent.",
        )
    from ai_sdk.ui.stream_agent_answer import stream_agent_answer  # loads the whole machinery

    given: dict[str, Any] = {**options}
    view = {name: given[name] for name in _VIEW_OPTIONS if name in given}
    return await stream_agent_answer(
        agent,
        ui_messages,
        convert_data_part=options.get("convert_data_part"),
        call_options={name: given[name] for name in _CALL_OPTIONS if name in given},
        stream_options={**view, "on_step_end": options.get("on_ui_message_step_end")},
    )
