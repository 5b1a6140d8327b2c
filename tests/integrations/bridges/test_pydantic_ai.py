"""What an agent of pydantic-ai does arrives as a message of the same parts."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

pytest.importorskip("pydantic_ai")

from pydantic_ai import Agent, BinaryImage, DeferredToolRequests, ModelRetry
from pydantic_ai.messages import (
    DeferredToolRequestsEvent,
    FilePart,
    FunctionToolResultEvent,
    NativeToolCallPart,
    NativeToolReturnPart,
    PartEndEvent,
    PartStartEvent,
    RetryPromptPart,
    ToolCallPart,
    ToolReturnPart,
)
from pydantic_ai.models.function import DeltaThinkingPart, DeltaToolCall, FunctionModel
from pydantic_ai.models.test import TestModel

from ai_sdk.integrations.pydantic_ai import to_ui_message_stream
from tests.integrations.bridges.reading import read

pytestmark = pytest.mark.anyio


async def talk(messages: Any, _: Any) -> AsyncIterator[Any]:
    """Think, call a tool, and answer."""
    if len(messages) > 1:
        yield "It is "
        yield "sunny."
        return
    yield {0: DeltaThinkingPart(content="Hm")}
    yield {0: DeltaThinkingPart(content="m", signature="signed")}
    yield {1: DeltaToolCall(name="weather", json_args='{"city":', tool_call_id="call_1")}
    yield {1: DeltaToolCall(json_args='"Rome"}')}


def weather(city: str) -> str:
    return f"Sunny in {city}"


CALL = ("weather", "call_1", "output-available", {"input": {"city": "Rome"}, "output": "Sunny in Rome"})
TURN = ["step", ("reasoning", "Hmm", "done"), CALL, "step", ("text", "It is sunny.", "done")]


def run(tool: Any = weather, **options: Any) -> Any:
    agent = Agent(FunctionModel(stream_function=talk), tools=[tool], **options)
    return agent.run_stream_events("Is it sunny?")


async def test_thinking_tools_and_text_are_streamed_in_steps() -> None:
    chunks, parts = await read(to_ui_message_stream(stream=run()))
    assert parts == TURN
    deltas = [chunk["inputTextDelta"] for chunk in chunks if chunk["type"] == "tool-input-delta"]
    assert deltas == ['{"city":', '"Rome"}']
    ends = [chunk["providerMetadata"] for chunk in chunks if chunk["type"] == "reasoning-end"]
    assert ends == [{"pydantic_ai": {"signature": "signed"}}]


async def test_the_events_of_the_nodes_of_a_run_give_the_same_message() -> None:
    agent = Agent(FunctionModel(stream_function=talk), tools=[weather])

    async def events() -> AsyncIterator[Any]:
        async with agent.iter("Is it sunny?") as iterated:
            async for node in iterated:
                if Agent.is_model_request_node(node) or Agent.is_call_tools_node(node):
                    async with node.stream(iterated.ctx) as stream:
                        async for event in stream:
                            yield event

    assert (await read(to_ui_message_stream(stream=events())))[1] == TURN


async def test_the_model_for_tests_is_streamed_too() -> None:
    agent = Agent(TestModel(custom_output_text="Hi!"), tools=[weather])
    _, parts = await read(to_ui_message_stream(stream=agent.run_stream_events("Hello")))
    call_id = "pyd_ai_tool_call_id__weather"
    call = ("weather", call_id, "output-available", {"input": {"city": "a"}, "output": "Sunny in a"})
    assert parts == ["step", call, "step", ("text", "Hi!", "done")]


async def test_a_tool_that_wants_another_try_is_shown_as_failed() -> None:
    def picky(city: str) -> str:
        raise ModelRetry(f"{city} is no city")

    picky.__name__ = "weather"
    _, parts = await read(to_ui_message_stream(stream=run(picky)))
    failed = {"input": {"city": "Rome"}, "errorText": "Rome is no city"}
    assert parts[2] == ("weather", "call_1", "output-error", failed)


async def test_a_call_that_needs_an_approval_asks_for_it() -> None:
    agent = Agent(FunctionModel(stream_function=talk), output_type=[str, DeferredToolRequests])
    agent.tool_plain(requires_approval=True)(weather)
    chunks, parts = await read(to_ui_message_stream(stream=agent.run_stream_events("Is it sunny?")))
    assert parts[2:] == [("weather", "call_1", "approval-requested", {"input": {"city": "Rome"}})]
    requests = [chunk for chunk in chunks if chunk["type"] == "tool-approval-request"]
    assert requests == [{"type": "tool-approval-request", "approvalId": "call_1", "toolCallId": "call_1"}]


async def test_what_a_tool_or_a_model_raises_is_masked_and_ends_the_message_properly() -> None:
    def broken(city: str) -> str:
        raise ValueError(f"the password of {city}")

    broken.__name__ = "weather"
    chunks, _ = await read(to_ui_message_stream(stream=run(broken)))
    assert [chunk for chunk in chunks if chunk["type"] in {"error", "finish"}] == [
        {"type": "error", "errorText": "An error occurred."},
        {"type": "finish", "finishReason": "error"},
    ]
    assert "password" not in str(chunks)


async def events(*given: Any) -> AsyncIterator[Any]:
    for event in given:
        yield event


async def test_tools_of_the_provider_and_files_are_parts() -> None:
    call = NativeToolCallPart("search", {"query": "sun"}, tool_call_id="b")
    returned = NativeToolReturnPart("search", ["sunny"], tool_call_id="b")
    image = FilePart(BinaryImage(b"png", media_type="image/png"))
    started = [
        event(index=index, part=part)
        for index, part in enumerate((call, returned, image))
        for event in (PartStartEvent, PartEndEvent)
    ]
    chunks, parts = await read(to_ui_message_stream(stream=events(*started)))
    assert parts == [
        "step",
        ("search", "b", "output-available", {"input": {"query": "sun"}, "output": ["sunny"]}),
        {"type": "file", "mediaType": "image/png", "url": "data:image/png;base64,cG5n"},
    ]
    executed = [chunk.get("providerExecuted") for chunk in chunks if "toolCallId" in chunk]
    assert executed == [True] * 3


@pytest.mark.filterwarnings("ignore::pydantic_ai.PydanticAIDeprecationWarning")
async def test_results_that_are_no_outputs_say_why() -> None:
    def result(outcome: Any, call_id: str) -> Any:
        return FunctionToolResultEvent(ToolReturnPart("weather", "No.", tool_call_id=call_id, outcome=outcome))

    retry = FunctionToolResultEvent(RetryPromptPart("Again.", tool_name="weather", tool_call_id="r"))
    given = events(result("denied", "d"), result("failed", "f"), retry)
    _, parts = await read(to_ui_message_stream(stream=given))
    states = [part[2:] for part in parts if part != "step"]
    again = {"input": {}, "errorText": "Again.\n\nFix the errors and try again."}
    assert states == [
        ("output-denied", {"input": {}}),
        ("output-error", {"input": {}, "errorText": "No."}),
        ("output-error", again),
    ]


async def test_calls_that_the_frontend_runs_stay_open() -> None:
    call = ToolCallPart("confirm", '{"text"', tool_call_id="e")
    requests = DeferredToolRequestsEvent(DeferredToolRequests(calls=[call]))
    _, parts = await read(to_ui_message_stream(stream=events(requests)))
    assert parts == ["step", ("confirm", "e", "input-available", {"input": '{"text"'})]
