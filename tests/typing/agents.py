"""A type checker knows what an agent's results hold, and that a class with the right members is an agent."""

from typing import Any, Literal, Unpack, assert_type

from pydantic import BaseModel

from ai_sdk import (
    Agent,
    AgentCallOptions,
    AgentStreamOptions,
    GenerateTextResult,
    Output,
    StreamTextResult,
    ToolLoopAgent,
    create_agent_ui_stream,
)
from ai_sdk.provider_utils.tool import ToolSet


class Recipe(BaseModel):
    name: str


async def results_are_typed() -> None:
    cook = ToolLoopAgent(model="a/model", instructions="You are a cook.", output=Output.object(Recipe))
    assert_type((await cook.generate(prompt="Soup")).output, Recipe)
    async with await cook.stream(prompt="Soup") as result:
        assert_type(await result.output, Recipe)

    plain = ToolLoopAgent(model="a/model", temperature=0.2)
    assert_type((await plain.generate(prompt="Hi")).output, str)


class Echo:
    version: Literal["agent-v1"] = "agent-v1"
    id: str | None = None

    def __init__(self, other: ToolLoopAgent[str, str, Any]) -> None:
        self.tools: ToolSet = {}
        self._other = other

    async def generate(self, **options: Unpack[AgentCallOptions]) -> GenerateTextResult[Any]:
        return await self._other.generate(**options)

    async def stream(self, **options: Unpack[AgentStreamOptions]) -> StreamTextResult[Any, Any, Any]:
        return await self._other.stream(**options)


async def a_class_of_ones_own_is_an_agent(other: ToolLoopAgent[str, str, Any]) -> None:
    agent: Agent = Echo(other)
    await create_agent_ui_stream(agent=agent, ui_messages=[])
    await create_agent_ui_stream(agent=other, ui_messages=[])


async def mistakes_are_found(agent: ToolLoopAgent[str, str, Any]) -> None:
    ToolLoopAgent(model="a/model", temprature=1)  # type: ignore[call-overload]
    await agent.generate(propmt="Hi")  # type: ignore[call-arg]
