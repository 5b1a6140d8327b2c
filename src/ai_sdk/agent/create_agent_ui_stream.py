"""Agents behind a chat's frontend.

Ports: ai/src/agent/create-agent-ui-stream.ts
"""

from collections.abc import AsyncGenerator, Sequence
from typing import Any, Unpack

from ai_sdk.agent.agent import Agent
from ai_sdk.agent.tool_loop_agent import ToolLoopAgent
from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.generate_text.steering import Steering
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.generate_text.stream_text_transform import StreamTextTransform
from ai_sdk.prompt.request_options import Timeout
from ai_sdk.provider import AbortSignal
from ai_sdk.ui.convert_to_model_messages import ConvertDataPart
from ai_sdk.ui.stream_agent_answer import stream_agent_answer
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.ui_message_stream.ui_message_stream_options import UIMessageStreamViewOptions
from ai_sdk.ui_message_stream.ui_message_stream_outcome import UIMessageStreamOnStepEndCallback
from ai_sdk.util.callback import Callback

__all__ = ["AgentUIStreamOptions", "create_agent_ui_stream"]


class AgentUIStreamOptions(UIMessageStreamViewOptions, total=False):
    """What an agent and its frontend are given; those of `UIMessageStreamViewOptions` too.

    | option | meaning |
    |---|---|
    | `convert_data_part` | tells the model of data parts, see `convert_to_model_messages` |
    | `options` | the agent's own options for this call |
    | `abort_signal`, `timeout` | stop the agent |
    | `on_step_end` | told of each step of the agent |
    | `on_ui_message_step_end` | told of the UI message after each step, to store it |
    | `experimental_transform` | changes the agent's stream |
    | `experimental_steering` | adds messages of the user while the agent works; only for `ToolLoopAgent` |
    | `experimental_sandbox` | handed on to tools |
    """

    convert_data_part: ConvertDataPart | None
    options: Any
    abort_signal: AbortSignal | None
    timeout: Timeout
    on_step_end: Callback[StepResult] | None
    on_ui_message_step_end: UIMessageStreamOnStepEndCallback | None
    experimental_transform: StreamTextTransform | Sequence[StreamTextTransform] | None
    experimental_steering: Steering | None
    experimental_sandbox: Any


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
    *, agent: Agent, ui_messages: Any, **options: Unpack[AgentUIStreamOptions]
) -> AsyncGenerator[UIMessageChunk]:
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
    given: dict[str, Any] = {**options}
    view = {name: given[name] for name in _VIEW_OPTIONS if name in given}
    return await stream_agent_answer(
        agent,
        ui_messages,
        convert_data_part=options.get("convert_data_part"),
        call_options={name: given[name] for name in _CALL_OPTIONS if name in given},
        stream_options={**view, "on_step_end": options.get("on_ui_message_step_end")},
    )
