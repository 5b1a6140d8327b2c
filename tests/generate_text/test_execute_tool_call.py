"""Running one tool call: results, errors as results, callbacks, contexts, timeouts."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from ai_sdk.generate_text.execute_tool_call import ToolCallExecution, execute_tool_call
from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.abort import AbortController, AbortTimeoutError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.provider_utils.tool import ToolContext, ToolExecutionOptions, as_tool_set, dynamic_tool, tool
from ai_sdk.provider_utils.tool_call import TypedToolCall

pytestmark = pytest.mark.anyio


@tool
async def weather(city: str, user: ToolContext[dict[str, str]] | None = None) -> Any:
    """Look up the weather."""
    if city == "nowhere":
        raise LookupError("no such city")
    return {"city": city, "for": None if user is None else user["name"]}


@tool
async def count(to: int) -> AsyncIterator[int]:
    """Count."""
    for index in range(to):
        yield index


@tool
async def wait() -> None:
    """Wait for ever."""
    await asyncio.Event().wait()


TOOLS = as_tool_set([weather, count, wait, dynamic_tool(name="left", input_schema={})])
METADATA: dict[str, Any] = {"provider_metadata": {"p": {"a": 1}}, "tool_metadata": {"source": "test"}}


def call(name: str, value: Any, **given: Any) -> TypedToolCall[Any]:
    return TypedToolCall(tool_call_id="1", tool_name=name, input=value, **given)


async def execute(tool_call: TypedToolCall[Any], **given: Any) -> ToolCallExecution | None:
    return await execute_tool_call(**{"tool_call": tool_call, "tools": TOOLS, "call_id": "c", "messages": [], **given})


async def test_a_result_carries_the_call() -> None:
    execution = await execute(call("weather", {"city": "Oslo"}, title="W", **METADATA))
    assert execution is not None
    assert execution.tool_execution_ms >= 0
    assert dump(execution.output) == {
        "type": "tool-result",
        "toolCallId": "1",
        "toolName": "weather",
        "input": {"city": "Oslo"},
        "output": {"city": "Oslo", "for": None},
        "dynamic": False,
        "providerMetadata": {"p": {"a": 1}},
        "toolMetadata": {"source": "test"},
    }


async def test_what_a_tool_raises_is_its_result() -> None:
    execution = await execute(call("weather", {"city": "nowhere"}, **METADATA))
    assert execution is not None
    shown = dump(execution.output)
    assert repr(shown.pop("error")) == "LookupError('no such city')"
    assert shown == {
        "type": "tool-error",
        "toolCallId": "1",
        "toolName": "weather",
        "input": {"city": "nowhere"},
        "dynamic": False,
        "providerMetadata": {"p": {"a": 1}},
        "toolMetadata": {"source": "test"},
    }


@pytest.mark.parametrize("name", ["left", "unknown"])
async def test_a_tool_that_does_not_run_here_has_no_result(name: str) -> None:
    assert await execute(call(name, {})) is None
    assert await execute(call(name, {}), tools=None) is None


async def test_preliminary_results_are_told_before_the_result() -> None:
    told: list[Any] = []
    execution = await execute(call("count", {"to": 2}, title="C"), on_preliminary_tool_result=told.append)
    assert execution is not None
    assert [(part.output, part.preliminary, part.title) for part in told] == [(0, True, "C"), (1, True, "C")]
    assert (execution.output.type, getattr(execution.output, "output", None)) == ("tool-result", 1)


async def test_the_context_of_the_tool_is_checked_and_given() -> None:
    execution = await execute(call("weather", {"city": "Oslo"}), tools_context={"weather": {"name": "Ada"}})
    assert execution is not None
    assert getattr(execution.output, "output", None) == {"city": "Oslo", "for": "Ada"}
    with pytest.raises(TypeValidationError, match="for tool context"):
        await execute(call("weather", {"city": "Oslo"}), tools_context={"weather": {"name": 1}})


async def test_callbacks_are_told_of_start_and_end_and_cannot_fail_the_call() -> None:
    told: list[Any] = []

    def fail(_: Any) -> None:
        raise RuntimeError("callback")

    execution = await execute(
        call("weather", {"city": "Oslo"}),
        on_tool_execution_start=[fail, told.append],
        on_tool_execution_end=[fail, told.append],
        tools_context={"weather": {"name": "Ada"}},
    )
    assert execution is not None
    start, end = map(dump, told)
    duration = end.pop("toolExecutionMs")
    assert duration == execution.tool_execution_ms
    assert end.pop("toolOutput") == dump(execution.output)
    assert (
        start
        == end
        == {
            "callId": "c",
            "messages": [],
            "toolCall": {"type": "tool-call", "toolCallId": "1", "toolName": "weather", "input": {"city": "Oslo"}},
            "toolContext": {"name": "Ada"},
        }
    )


async def test_the_tool_runs_inside_the_contexts_of_telemetry() -> None:
    seen: list[Any] = []

    async def inside(*, call_id: str, tool_call_id: str, event: Any, execute: Callable[[], Awaitable[Any]]) -> Any:
        seen.append((call_id, tool_call_id, event.tool_call.tool_name))
        return await execute()

    execution = await execute(call("count", {"to": 1}), execute_tool_in_telemetry_context=inside)
    assert execution is not None
    assert (seen, getattr(execution.output, "output", None)) == ([("c", "1", "count")], 0)


@pytest.mark.parametrize("limits", [{"tool_ms": 5}, {"tool_ms": 60_000, "tools": {"wait_ms": 5}}])
async def test_a_timeout_ends_the_tool_with_an_error(limits: dict[str, Any]) -> None:
    execution = await execute(call("wait", {}), timeout=limits)
    assert execution is not None
    assert isinstance(getattr(execution.output, "error", None), AbortTimeoutError)


async def test_an_abort_ends_the_tool_with_its_reason() -> None:
    controller = AbortController()
    reason = RuntimeError("enough")
    asyncio.get_running_loop().call_soon(controller.abort, reason)
    execution = await execute(call("wait", {}), abort_signal=controller.signal)
    assert execution is not None
    assert getattr(execution.output, "error", None) is reason


async def test_a_cancellation_passes() -> None:
    task = asyncio.create_task(execute(call("wait", {})))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_the_duration_is_measured_on_the_clock_in_use() -> None:
    class Clock:
        time = 0.0

        def monotonic(self) -> float:
            return self.time

    clock = Clock()

    async def advance(_: Any, given: ToolExecutionOptions[Any]) -> None:
        assert given.abort_signal is None
        clock.time += 1.5

    with use_clock(clock):  # type: ignore[arg-type]
        execution = await execute(call("t", {}), tools={"t": tool(input_schema={}, execute=advance)})
    assert execution is not None
    assert execution.tool_execution_ms == 1500
