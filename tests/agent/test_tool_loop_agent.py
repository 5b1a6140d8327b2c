"""An agent puts its settings and those of the call together, and runs tools until the model is done."""

from typing import Any

import pytest
from pydantic import BaseModel

from ai_sdk import Output, ToolLoopAgent, is_step_count, tool
from ai_sdk.agent.agent import Agent
from ai_sdk.logger.log_warnings import WarningsEvent, set_warning_logger
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.testing import MockLanguageModelV4

pytestmark = pytest.mark.anyio

CALLS_SOIL = {"content": [{"type": "tool-call", "toolCallId": "c1", "toolName": "soil", "input": '{"plant":"fern"}'}]}


@tool
async def soil(plant: str) -> str:
    """Look up how moist the soil is."""
    return f"{plant}: moist"


class Recipe(BaseModel):
    name: str


async def test_tools_run_until_the_model_is_done() -> None:
    model = MockLanguageModelV4(do_generate=[CALLS_SOIL, "It is fine."])
    result = await ToolLoopAgent(model=model, tools=[soil], instructions="Be brief.").generate(prompt="Is my fern dry?")
    assert (result.text, len(result.steps)) == ("It is fine.", 2)
    assert model.do_generate_calls[1].prompt[-1].content[0].output.value == "fern: moist"
    assert model.do_generate_calls[0].prompt[0].content == "Be brief."


async def test_requests_say_that_an_agent_makes_them() -> None:
    model = MockLanguageModelV4(do_generate="Hi", do_stream="Hi")
    agent = ToolLoopAgent(model=model, headers={"User-Agent": "garden/1", "x-bed": "4"})
    await agent.generate(prompt="Hi")
    async with await agent.stream(prompt="Hi") as result:
        assert await result.text == "Hi"
    for call in (model.do_generate_calls[0], model.do_stream_calls[0]):
        assert call.headers["x-bed"] == "4"
        assert call.headers["user-agent"].startswith("garden/1 ai-sdk-agent/tool-loop")


@pytest.mark.parametrize("limit", [20, 3])
async def test_an_agent_without_a_limit_stops_after_twenty_steps_and_says_so(limit: int) -> None:
    events: list[WarningsEvent] = []
    set_warning_logger(events.append)
    try:
        model = MockLanguageModelV4(do_generate=lambda _: CALLS_SOIL)
        stop: Any = {} if limit == 20 else {"stop_when": is_step_count(limit)}
        result = await ToolLoopAgent(model=model, tools=[soil], **stop).generate(prompt="Go")
    finally:
        set_warning_logger(True)
    assert len(result.steps) == limit
    told = [warning.message for event in events for warning in event.warnings]
    assert len(told) == (1 if limit == 20 else 0)
    assert all("default stopWhen condition, isStepCount(20)" in text for text in told)


async def test_a_call_is_prepared_from_settings_and_checked_options() -> None:
    class CallOptions(BaseModel):
        bed: int

    seen: list[Any] = []

    async def prepare(call: dict[str, Any]) -> dict[str, Any]:
        seen.append(call)
        return {**call, "instructions": f"Bed {call['options'].bed}.", "temperature": None}

    model = MockLanguageModelV4(do_generate="Hi")
    agent = ToolLoopAgent(model=model, temperature=0.5, seed=1, call_options_schema=CallOptions, prepare_call=prepare)
    await agent.generate(prompt="Hi", options={"bed": 4}, on_start=print)
    assert "on_start" not in seen[0]
    call = model.do_generate_calls[0]
    assert (call.prompt[0].content, call.temperature, call.seed) == ("Bed 4.", None, 1)
    with pytest.raises(TypeValidationError, match=r"Type validation failed for options: Value: {\"bed\":\"four\"}"):
        await agent.generate(prompt="Hi", options={"bed": "four"})
    assert len(model.do_generate_calls) == 1


@pytest.mark.parametrize("method", ["generate", "stream"])
async def test_callbacks_of_the_agent_and_of_the_call_are_both_told(method: str) -> None:
    told: list[str] = []
    names = ("on_start", "on_step_start", "on_tool_execution_start", "on_tool_execution_end", "on_step_end", "on_end")

    def callbacks(owner: str) -> Any:
        return {name: lambda _, name=name: told.append(f"{owner} {name}") for name in names}

    stream = [{"type": "tool-call", **CALLS_SOIL["content"][0]}, {"type": "finish", **FINISH}]
    model = MockLanguageModelV4(do_generate=[CALLS_SOIL, "Hi"], do_stream=[{"stream": stream}, "Hi"])
    agent = ToolLoopAgent(model=model, tools=[soil], **callbacks("agent"))
    if method == "generate":
        await agent.generate(prompt="Hi", **callbacks("call"))
    else:
        async with await agent.stream(prompt="Hi", **callbacks("call")) as result:
            await result.text
    for name in names:
        times = 2 if "step" in name else 1
        assert [each for each in told if each.endswith(f" {name}")] == [f"agent {name}", f"call {name}"] * times


FINISH = {
    "usage": {"inputTokens": {}, "outputTokens": {}},
    "finishReason": {"unified": "tool-calls", "raw": None},
}


async def until_aborted(options: Any) -> str:
    await options.abort_signal.wait()
    raise options.abort_signal.reason


async def test_errors_are_told_but_aborts_are_not() -> None:
    told: list[Any] = []
    agent = ToolLoopAgent(
        model=MockLanguageModelV4(do_generate=RuntimeError("no water")),
        max_retries=0,
        on_error=lambda event: told.append(event.error),
    )
    with pytest.raises(RuntimeError, match="no water"):
        await agent.generate(prompt="Hi")
    assert [str(error) for error in told] == ["no water"]
    agent = ToolLoopAgent(model=MockLanguageModelV4(do_generate=until_aborted), on_error=told.append)
    controller = AbortController()
    controller.abort()
    with pytest.raises(AbortError):
        await agent.generate(prompt="Hi", abort_signal=controller.signal)
    assert len(told) == 1


async def test_the_timeout_of_a_call_takes_the_place_of_the_agent_s() -> None:
    agent = ToolLoopAgent(model=MockLanguageModelV4(do_generate=until_aborted), timeout=3600)
    with pytest.raises(TimeoutError):
        await agent.generate(prompt="Hi", timeout={"total_ms": 1})


async def test_structured_output_is_what_was_asked_for() -> None:
    model = MockLanguageModelV4(do_generate='{"name":"Soup"}', do_stream='{"name":"Soup"}')
    agent = ToolLoopAgent(model=model, output=Output.object(Recipe))
    assert (await agent.generate(prompt="Cook")).output == Recipe(name="Soup")
    async with await agent.stream(prompt="Cook") as result:
        assert await result.output == Recipe(name="Soup")


async def test_unknown_settings_and_options_are_refused_by_name() -> None:
    model = MockLanguageModelV4(do_generate="Hi")
    with pytest.raises(TypeError, match=r"ToolLoopAgent\(\) got an unexpected .*Did you mean 'temperature'"):
        ToolLoopAgent(model=model, temprature=1)
    with pytest.raises(TypeError, match=r"generate\(\) got an unexpected .*'propmt'"):
        await ToolLoopAgent(model=model).generate(propmt="Hi")


def test_the_class_is_an_agent_by_its_interface() -> None:
    agent = ToolLoopAgent(model=MockLanguageModelV4(), id="gardener", tools=[soil])
    assert isinstance(agent, Agent)
    assert (agent.version, agent.id, list(agent.tools)) == ("agent-v1", "gardener", ["soil"])
