import gc
from typing import Any

import anyio
import pytest
from opentelemetry import trace

from tests.telemetry import events
from tests.telemetry.spans import Recorder
from tests.telemetry.test_open_telemetry_text import generation, outline

pytestmark = pytest.mark.anyio


async def send(dispatcher: Any, sent: list[tuple[str, Any]]) -> None:
    for name, event in sent:
        await getattr(dispatcher, name)(event)


async def test_spans_of_other_libraries_nest_below_the_model_call_and_below_the_tool() -> None:
    recorder = Recorder()
    sent = generation()

    async def request(name: str) -> str:
        with recorder.tracer.start_as_current_span(name):
            await anyio.lowlevel.checkpoint()
        return name

    dispatcher = recorder.dispatcher()
    await send(dispatcher, sent[:3])
    assert dispatcher.execute_language_model_call is not None
    assert dispatcher.execute_tool is not None
    called = await dispatcher.execute_language_model_call(
        call_id="call", event=events.model_call_start(), execute=lambda: request("POST model")
    )
    await send(dispatcher, sent[3:5])
    used = await dispatcher.execute_tool(
        call_id="call", tool_call_id="call-1", event=events.tool_start(), execute=lambda: request("GET weather")
    )
    await send(dispatcher, sent[5:])
    assert (called, used) == ("POST model", "GET weather")
    assert trace.get_current_span() is trace.INVALID_SPAN
    assert outline(recorder.tree()) == [
        (
            "invoke_agent gpt-5",
            "UNSET",
            (
                "step 1",
                "UNSET",
                ("chat gpt-5", "UNSET", ("POST model", "UNSET")),
                ("execute_tool weather", "UNSET", ("GET weather", "UNSET")),
            ),
        )
    ]


async def test_a_generation_within_a_tool_and_one_within_a_request_nest() -> None:
    recorder = Recorder()

    async def ask() -> None:
        inner = [(name, event) for name, event in generation()[:1] + generation()[-1:]]
        for _, event in inner:
            event.call_id = "inner"
        await send(recorder.dispatcher(), inner)

    with recorder.tracer.start_as_current_span("GET /"):
        dispatcher = recorder.dispatcher()
        await send(dispatcher, generation()[:5])
        assert dispatcher.execute_tool is not None
        await dispatcher.execute_tool(call_id="call", tool_call_id="call-1", event=events.tool_start(), execute=ask)
        await send(dispatcher, generation()[5:])
    assert outline(recorder.tree()) == [
        (
            "GET /",
            "UNSET",
            (
                "invoke_agent gpt-5",
                "UNSET",
                (
                    "step 1",
                    "UNSET",
                    ("chat gpt-5", "UNSET"),
                    ("execute_tool weather", "UNSET", ("invoke_agent gpt-5", "UNSET")),
                ),
            ),
        )
    ]


async def test_calls_at_the_same_time_keep_their_spans_apart() -> None:
    recorder = Recorder()

    async def call(call_id: str) -> None:
        dispatcher = recorder.dispatcher()
        for name, event in generation():
            event.call_id = call_id
            await send(dispatcher, [(name, event)])
            await anyio.lowlevel.checkpoint()

    async with anyio.create_task_group() as group:
        for number in range(20):
            group.start_soon(call, f"call-{number}")
    whole = ("step 1", "UNSET", ("chat gpt-5", "UNSET"), ("execute_tool weather", "UNSET"))
    assert outline(recorder.tree()) == [("invoke_agent gpt-5", "UNSET", whole)] * 20
    assert recorder.integration._states == {}


async def test_work_of_an_unknown_call_runs_in_the_context_that_is_there() -> None:
    recorder = Recorder()

    async def work() -> Any:
        return trace.get_current_span()

    execute = recorder.dispatcher().execute_tool
    assert execute is not None
    with recorder.tracer.start_as_current_span("outer") as span:
        found = await execute(call_id="none", tool_call_id="none", event=events.tool_start(), execute=work)
    assert found is span


@pytest.mark.parametrize("count", range(1, 8))
async def test_an_abandoned_call_leaves_nothing_open(count: int) -> None:
    recorder = Recorder()
    dispatcher = recorder.dispatcher()
    await send(dispatcher, generation()[:count])
    assert len(recorder.integration._states) == 1
    del dispatcher
    gc.collect()
    assert recorder.integration._states == {}
    assert [span["name"] for span in recorder.tree()] == ["invoke_agent gpt-5"]


async def test_cancelling_the_work_leaves_its_context() -> None:
    recorder = Recorder()
    dispatcher = recorder.dispatcher()
    await send(dispatcher, generation()[:3])
    assert dispatcher.execute_language_model_call is not None
    with anyio.move_on_after(0):
        await dispatcher.execute_language_model_call(
            call_id="call", event=events.model_call_start(), execute=anyio.sleep_forever
        )
    assert trace.get_current_span() is trace.INVALID_SPAN
