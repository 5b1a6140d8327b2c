from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest

from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.telemetry_redaction import with_telemetry_redaction
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry import ExecuteLanguageModelCall, Telemetry
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from tests.telemetry import events

pytestmark = pytest.mark.anyio

Execute = Callable[[], Awaitable[Any]]


class Wrapper(Telemetry):
    """Runs model calls and tools as a function does."""

    def __init__(self, wrap: Callable[[Execute], Awaitable[Any]]) -> None:
        self._wrap = wrap
        self.events: list[Any] = []

    async def execute_language_model_call(self, *, call_id: str, event: Any, execute: Any) -> Any:
        self.events.append((call_id, event))
        return await self._wrap(execute)

    async def execute_tool(self, *, call_id: str, tool_call_id: str, event: Any, execute: Any) -> Any:
        self.events.append((call_id, tool_call_id, event))
        return await self._wrap(execute)


def executor(*wrappers: Wrapper) -> ExecuteLanguageModelCall:
    execute = create_telemetry_dispatcher(TelemetryOptions(integrations=wrappers)).execute_language_model_call
    assert execute is not None
    return execute


async def run(wrap: Callable[[Execute], Awaitable[Any]], execute: Execute) -> Any:
    return await executor(Wrapper(wrap))(call_id="call", event=events.model_call_start(), execute=execute)


async def test_integrations_run_the_work_inside_of_each_other() -> None:
    order: list[str] = []

    def named(name: str) -> Callable[[Execute], Awaitable[Any]]:
        async def wrap(execute: Execute) -> Any:
            order.append(f"{name} in")
            result = await execute()
            order.append(f"{name} out")
            return result

        return wrap

    async def work() -> str:
        order.append("work")
        return "answer"

    execute = executor(Wrapper(named("first")), Wrapper(named("second")))
    assert await execute(call_id="call", event=events.model_call_start(), execute=work) == "answer"
    assert order == ["second in", "first in", "work", "first out", "second out"]


async def test_integrations_learn_what_runs() -> None:
    async def through(execute: Execute) -> Any:
        return await execute()

    async def work() -> int:
        return 1

    wrapper = Wrapper(through)
    dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=wrapper, function_id="f"))
    assert dispatcher.execute_tool is not None
    result = await dispatcher.execute_tool(
        call_id="call", tool_call_id="call-1", event=events.tool_start(), execute=work
    )
    [(call_id, tool_call_id, event)] = wrapper.events
    assert (result, call_id, tool_call_id, event.tool_call.tool_name) == (1, "call", "call-1", "weather")
    assert (event.function_id, event.tool_context) == ("f", {})


async def test_an_integration_that_fails_before_the_work_does_not_prevent_it() -> None:
    calls: list[int] = []

    async def broken(execute: Execute) -> Any:
        raise RuntimeError(execute)

    async def lazy(execute: Execute) -> Any:
        return "something else"

    async def work() -> str:
        calls.append(1)
        return "answer"

    assert await run(broken, work) == "answer"
    assert await run(lazy, work) == "answer"
    assert calls == [1, 1]


async def test_an_integration_can_neither_replace_a_result_nor_hide_an_error() -> None:
    async def replace(execute: Execute) -> Any:
        await execute()
        return "another"

    async def fail_after(execute: Execute) -> Any:
        await execute()
        raise RuntimeError("telemetry")

    async def hide(execute: Execute) -> Any:
        with pytest.raises(KeyError):
            await execute()
        return "all is well"

    async def work() -> str:
        return "answer"

    async def failing() -> str:
        raise KeyError("work")

    assert await run(replace, work) == "answer"
    assert await run(fail_after, work) == "answer"
    with pytest.raises(KeyError, match="work"):
        await run(hide, failing)


async def test_work_that_an_integration_stops_is_not_run_again() -> None:
    calls: list[int] = []

    async def impatient(execute: Execute) -> Any:
        with anyio.fail_after(0):
            return await execute()

    async def work() -> None:
        calls.append(1)
        await anyio.sleep_forever()

    with pytest.raises(TimeoutError):
        await run(impatient, work)
    assert calls == [1]


async def test_cancelling_reaches_the_work() -> None:
    seen: list[str] = []

    async def through(execute: Execute) -> Any:
        return await execute()

    async def work() -> None:
        try:
            await anyio.sleep_forever()
        finally:
            seen.append("stopped")

    with anyio.move_on_after(0) as scope:
        await run(through, work)
    assert scope.cancelled_caught
    assert seen == ["stopped"]


async def test_integrations_see_outcomes_without_credentials_and_the_call_gets_the_original() -> None:
    body = with_telemetry_redaction({"key": "SECRET"}, lambda value: {**value, "key": "[redacted]"})
    error = APICallError("failed", url="https://a.dev", request_body_values=body)
    result = {"request": {"body": body}}
    seen: list[Any] = []

    async def watch(execute: Execute) -> Any:
        try:
            seen.append(await execute())
        except APICallError as caught:
            seen.append((caught.request_body_values, caught.__context__, caught.__cause__))
            raise
        return seen[-1]

    async def work() -> Any:
        return result

    async def failing() -> Any:
        raise error

    assert await run(watch, work) is result
    with pytest.raises(APICallError) as caught:
        await run(watch, failing)
    assert caught.value is error
    assert seen == [{"request": {"body": {"key": "[redacted]"}}}, ({"key": "[redacted]"}, None, None)]
