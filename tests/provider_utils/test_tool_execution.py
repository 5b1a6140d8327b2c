"""Running tools: sync, async, generators, threads, aborts."""

import asyncio
import contextvars
import functools
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any

import pytest

from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.execute_tool import ToolExecutionOutput, execute_tool
from ai_sdk.provider_utils.tool import Tool, ToolContext, ToolExecutionOptions, tool

pytestmark = pytest.mark.anyio


def options(**given: Any) -> ToolExecutionOptions[Any]:
    return ToolExecutionOptions(tool_call_id="call-1", messages=[], **given)


async def run(made: Tool[Any, Any], value: Any, **given: Any) -> list[ToolExecutionOutput]:
    return [part async for part in execute_tool(tool=made, input=value, options=options(**given))]


def final(value: Any) -> list[ToolExecutionOutput]:
    return [ToolExecutionOutput("final", value)]


async def test_a_function_gets_values_of_its_types() -> None:
    @tool
    async def next_year(day: date, *, years: int = 1, **extra: int) -> Any:
        return day.replace(year=day.year + years), extra

    assert await run(next_year, {"day": "2028-03-04"}) == final((date(2029, 3, 4), {}))
    assert await run(next_year, {"day": "2028-03-04", "years": "2", "x": 5}) == final((date(2030, 3, 4), {"x": 5}))


async def test_positional_only_parameters_are_filled_by_name() -> None:
    @tool
    def subtract(a: int, b: int = 1, /, c: int = 0) -> int:
        return a - b - c

    assert await run(subtract, {"a": 5, "c": 2}) == final(2)


async def test_context_and_options_are_injected() -> None:
    @tool
    async def who(greeting: str, user: ToolContext[dict[str, str]], given: ToolExecutionOptions) -> str:
        return f"{greeting} {user['name']} {given.tool_call_id}"

    assert await run(who, {"greeting": "Hi"}, context={"name": "Ada"}) == final("Hi Ada call-1")


async def test_a_sync_function_runs_in_a_thread_with_the_context_variables_of_the_caller() -> None:
    variable = contextvars.ContextVar("variable", default="unset")

    @tool
    def where() -> Any:
        return threading.current_thread() is threading.main_thread(), variable.get()

    variable.set("set")
    assert await run(where, {}) == final((False, "set"))


async def test_an_execute_function_takes_the_options_or_not() -> None:
    async def with_options(value: int, given: ToolExecutionOptions) -> Any:
        return value, given.tool_call_id

    assert await run(tool(input_schema=int, execute=with_options), 1) == final((1, "call-1"))
    assert await run(tool(input_schema=int, execute=lambda value: value + 1), 1) == final(2)


async def test_a_lambda_may_return_a_coroutine() -> None:
    async def double(value: int) -> int:
        return 2 * value

    assert await run(tool(input_schema=int, execute=lambda value: double(value + 1)), 3) == final(8)
    assert await run(tool(input_schema=int, execute=functools.partial(double)), 4) == final(8)


async def test_generators_give_preliminary_results_and_repeat_the_last() -> None:
    @tool
    async def asynchronous(n: int) -> AsyncIterator[int]:
        for index in range(n):
            yield index

    @tool
    def synchronous(n: int) -> Iterator[int]:
        yield from range(n)

    expected = [ToolExecutionOutput("preliminary", 0), ToolExecutionOutput("preliminary", 1), *final(1)]
    assert await run(asynchronous, {"n": 2}) == expected
    assert await run(synchronous, {"n": 2}) == expected
    assert await run(asynchronous, {"n": 0}) == await run(synchronous, {"n": 0}) == final(None)


async def test_a_sync_generator_runs_in_threads_and_is_closed_when_left() -> None:
    seen: list[Any] = []

    @tool
    def numbers() -> Iterator[int]:
        try:
            while True:
                seen.append(threading.current_thread() is threading.main_thread())
                yield 1
        finally:
            seen.append("closed")

    outputs = execute_tool(tool=numbers, input={}, options=options())
    assert (await anext(outputs)).output == 1
    await outputs.aclose()
    assert seen == [False, "closed"]


async def test_an_async_generator_is_closed_when_left() -> None:
    seen: list[str] = []

    @tool
    async def numbers() -> AsyncIterator[int]:
        try:
            while True:
                yield 1
        finally:
            seen.append("closed")

    outputs = execute_tool(tool=numbers, input={}, options=options())
    await anext(outputs)
    await outputs.aclose()
    assert seen == ["closed"]


async def _never(cleaned: list[str]) -> AsyncIterator[int]:
    try:
        await asyncio.Event().wait()
        yield 1
    finally:
        cleaned.append("cleaned")


async def test_an_abort_stops_functions_that_cannot_see_it() -> None:
    cleaned: list[str] = []
    blocked = threading.Event()

    async def coroutine() -> None:
        async for _ in _never(cleaned):
            pass

    async def generator() -> AsyncIterator[int]:
        async for item in _never(cleaned):
            yield item

    def thread() -> None:
        blocked.wait(10)

    def threads() -> Iterator[int]:
        blocked.wait(10)
        yield 1

    try:
        for function in (coroutine, generator, thread, threads):
            controller = AbortController()
            asyncio.get_running_loop().call_soon(controller.abort)
            with pytest.raises(AbortError):
                await run(tool(function), {}, abort_signal=controller.signal)
    finally:
        blocked.set()


async def test_a_function_that_takes_the_options_decides_about_an_abort() -> None:
    @tool
    async def patient(given: ToolExecutionOptions) -> str:
        assert given.abort_signal is not None
        await given.abort_signal.wait()
        return "partial"

    controller = AbortController()
    asyncio.get_running_loop().call_soon(controller.abort)
    assert await run(patient, {}, abort_signal=controller.signal) == final("partial")


async def test_a_cancellation_does_not_wait_for_a_thread() -> None:
    blocked = threading.Event()
    started = asyncio.Event()
    loop = asyncio.get_running_loop()

    @tool
    def slow() -> None:
        loop.call_soon_threadsafe(started.set)
        blocked.wait(10)

    task = asyncio.create_task(run(slow, {}))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not blocked.is_set()
    blocked.set()


async def test_errors_pass_as_they_are() -> None:
    @tool
    def fails() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError, match="x"):
        await run(fails, {})
    with pytest.raises(TypeError, match="nothing to execute"):
        await run(tool(input_schema={}), {})
