"""What every agent can do, whoever wrote it.

Ports: ai/src/agent/agent.ts
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypedDict, Unpack, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ai_sdk.generate_text.generate_text_events import (
        GenerateTextEndEvent,
        GenerateTextStartEvent,
        GenerateTextStepStartEvent,
    )
    from ai_sdk.generate_text.generate_text_result import GenerateTextResult
    from ai_sdk.generate_text.steering import Steering
    from ai_sdk.generate_text.step_result import StepResult
    from ai_sdk.generate_text.stream_text.result import StreamTextResult
    from ai_sdk.generate_text.stream_text_transform import StreamTextTransform
    from ai_sdk.generate_text.tool_execution_events import ToolExecutionEndEvent, ToolExecutionStartEvent
    from ai_sdk.prompt.request_options import Timeout
    from ai_sdk.prompt.standardize_prompt import MessageInput
    from ai_sdk.provider import AbortSignal
    from ai_sdk.provider_utils.tool import ToolSet
    from ai_sdk.util.callback import Callback

__all__ = ["Agent", "AgentCallOptions", "AgentStreamOptions"]


class AgentCallOptions(TypedDict, total=False):
    """What one call of an agent is given.

    | option | meaning |
    |---|---|
    | `prompt`, `messages` | a text or messages; give one of the two |
    | `options` | the agent's own options, whose meaning is the agent's |
    | `abort_signal` | stops the call |
    | `timeout` | seconds for the whole call, or a `TimeoutConfiguration`; in place of the agent's |
    | `on_start` … `on_end` | callbacks for this call, beside those of the agent |
    | `experimental_sandbox` | handed on to tools |
    | `experimental_steering` | adds messages of the user while the agent works; only a `ToolLoopAgent` takes it |
    """

    prompt: str | Sequence[MessageInput] | None
    messages: Sequence[MessageInput] | None
    options: Any
    abort_signal: AbortSignal | None
    timeout: Timeout
    on_start: Callback[GenerateTextStartEvent] | None
    on_step_start: Callback[GenerateTextStepStartEvent] | None
    on_tool_execution_start: Callback[ToolExecutionStartEvent] | None
    on_tool_execution_end: Callback[ToolExecutionEndEvent] | None
    on_step_end: Callback[StepResult] | None
    on_end: Callback[GenerateTextEndEvent] | None
    experimental_sandbox: Any
    experimental_steering: Steering | None


class AgentStreamOptions(AgentCallOptions, total=False):
    """What one streamed call of an agent is given; `experimental_transform` changes the stream on its way."""

    experimental_transform: StreamTextTransform | Sequence[StreamTextTransform] | None


@runtime_checkable
class Agent(Protocol):
    """Answers prompts, in steps, with tools. Use `ToolLoopAgent`, or write a class with these members."""

    @property
    def version(self) -> Literal["agent-v1"]:
        """The version of this interface."""

    @property
    def id(self) -> str | None:
        """The agent's id."""

    @property
    def tools(self) -> ToolSet:
        """The tools that the agent can use."""

    async def generate(self, **options: Unpack[AgentCallOptions]) -> GenerateTextResult[Any]:
        """Answer, and return when all is there."""

    async def stream(self, **options: Unpack[AgentStreamOptions]) -> StreamTextResult[Any, Any, Any]:
        """Answer, and hand everything on while it arrives."""
