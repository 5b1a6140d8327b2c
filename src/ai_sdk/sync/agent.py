"""An agent whose calls wait."""

from typing import Any, Generic, Literal, Unpack, overload

from typing_extensions import TypeVar

from ai_sdk.agent import tool_loop_agent as module
from ai_sdk.agent.agent import AgentCallOptions, AgentStreamOptions
from ai_sdk.agent.tool_loop_agent_settings import ToolLoopAgentSettings
from ai_sdk.generate_text.generate_text_result import GenerateTextResult
from ai_sdk.generate_text.output import Output
from ai_sdk.provider_utils.tool import ToolSet
from ai_sdk.sync.portal import run
from ai_sdk.sync.stream_text import StreamTextResult

__all__ = ["ToolLoopAgent"]

OutputT = TypeVar("OutputT", default=Any)
PartialT = TypeVar("PartialT", default=Any)
ElementT = TypeVar("ElementT", default=Any)


class ToolLoopAgent(Generic[OutputT, PartialT, ElementT]):
    """An agent as `ai_sdk.ToolLoopAgent`, whose `generate` waits and whose `stream` returns iterators.

    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> agent = ToolLoopAgent(model=MockLanguageModelV4(do_generate="Water it."), instructions="You are a gardener.")
    >>> agent.generate(prompt="Is my fern thirsty?").text
    'Water it.'
    """

    version: Literal["agent-v1"] = "agent-v1"

    @overload
    def __init__(
        self, *, output: Output[OutputT, PartialT, ElementT], **settings: Unpack[ToolLoopAgentSettings]
    ) -> None: ...
    @overload
    def __init__(
        self: "ToolLoopAgent[str, str, Any]", *, output: None = None, **settings: Unpack[ToolLoopAgentSettings]
    ) -> None: ...
    def __init__(self, *, output: Any = None, **settings: Unpack[ToolLoopAgentSettings]) -> None:
        self._agent: module.ToolLoopAgent[Any, Any, Any] = module.ToolLoopAgent(output=output, **settings)

    @property
    def id(self) -> str | None:
        """The agent's id."""
        return self._agent.id

    @property
    def tools(self) -> ToolSet:
        """The tools that the agent can use."""
        return self._agent.tools

    def generate(self, **options: Unpack[AgentCallOptions]) -> GenerateTextResult[OutputT]:
        """Answer, and return when all is there; see `ai_sdk.ToolLoopAgent.generate`."""
        return run(self._agent.generate(**options))

    def stream(self, **options: Unpack[AgentStreamOptions]) -> StreamTextResult[OutputT, PartialT, ElementT]:
        """Answer, and hand everything on while it arrives; see `ai_sdk.ToolLoopAgent.stream`."""
        return StreamTextResult(run(self._agent.stream(**options)))
