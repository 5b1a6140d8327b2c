"""An agent that calls a model and its tools until the model is done.

Ports: ai/src/agent/tool-loop-agent.ts
"""

from typing import TYPE_CHECKING, Any, Generic, Literal, Unpack, overload

from typing_extensions import TypeVar

from ai_sdk.agent.agent import AgentCallOptions, AgentStreamOptions
from ai_sdk.agent.tool_loop_agent_settings import ToolLoopAgentSettings

if TYPE_CHECKING:
    from ai_sdk.generate_text.generate_text_result import GenerateTextResult
    from ai_sdk.generate_text.output import Output
    from ai_sdk.generate_text.stream_text.result import StreamTextResult
    from ai_sdk.provider_utils.tool import ToolSet

__all__ = ["ToolLoopAgent"]

OutputT = TypeVar("OutputT", default=Any)
PartialT = TypeVar("PartialT", default=Any)
ElementT = TypeVar("ElementT", default=Any)


class ToolLoopAgent(Generic[OutputT, PartialT, ElementT]):
    """An agent that runs tools in a loop: it calls the model, runs the tools that it asks for, and calls it again.

    The loop ends when the model finishes for another reason than tool calls, when it calls a tool without `execute` or
    one that needs approval, or when a stop condition is met: after 20 steps when `stop_when` is not given.

    `ToolLoopAgentSettings` lists the settings. With `output=Output.object(Recipe)` the results are typed.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> agent = ToolLoopAgent(model=MockLanguageModelV4(do_generate="Water it."), instructions="You are a gardener.")
    >>> asyncio.run(agent.generate(prompt="Is my fern thirsty?")).text
    'Water it.'
    """

    version: Literal["agent-v1"] = "agent-v1"

    @overload
    def __init__(
        self, *, output: "Output[OutputT, PartialT, ElementT]", **settings: Unpack[ToolLoopAgentSettings]
    ) -> None: ...
    @overload
    def __init__(
        self: "ToolLoopAgent[str, str, Any]", *, output: None = None, **settings: Unpack[ToolLoopAgentSettings]
    ) -> None: ...
    def __init__(self, *, output: Any = None, **settings: Unpack[ToolLoopAgentSettings]) -> None:
        from ai_sdk.agent.agent_call import check_settings  # loads the whole machinery
        from ai_sdk.provider_utils.tool import as_tool_set

        check_settings(settings)
        self._settings: dict[str, Any] = {**settings} if output is None else {**settings, "output": output}
        self._tools = as_tool_set(settings.get("tools")) or {}

    @property
    def id(self) -> str | None:
        """The agent's id."""
        agent_id: str | None = self._settings.get("id")
        return agent_id

    @property
    def tools(self) -> "ToolSet":
        """The tools that the agent can use."""
        return self._tools

    async def generate(self, **options: Unpack[AgentCallOptions]) -> "GenerateTextResult[OutputT]":
        """Answer, and return when all is there.

        Raises what `generate_text` raises, and `TypeValidationError` when `options` do not fit their schema.
        """
        from ai_sdk.agent.agent_call import generate_answer

        return await generate_answer(self._settings, options)

    async def stream(self, **options: Unpack[AgentStreamOptions]) -> "StreamTextResult[OutputT, PartialT, ElementT]":
        """Answer, and hand everything on while it arrives; see `stream_text`.

        Raises `TypeValidationError` when `options` do not fit their schema.
        """
        from ai_sdk.agent.agent_call import stream_answer

        return await stream_answer(self._settings, options)
