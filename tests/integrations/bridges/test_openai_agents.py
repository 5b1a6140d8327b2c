"""What a run of openai-agents does arrives as a message of the same parts."""

from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("agents")

from agents import Agent, Runner, function_tool, set_tracing_disabled
from agents.testing import ScriptedModel, assistant_message, function_call
from openai.types.responses import ResponseReasoningItem
from openai.types.responses.response_reasoning_item import Summary

from ai_sdk.integrations.openai_agents import to_ui_message_stream
from tests.integrations.bridges.reading import read

pytestmark = pytest.mark.anyio
set_tracing_disabled(disabled=True)


@function_tool
def weather(city: str) -> str:
    """Say what the weather is."""
    return f"Sunny in {city}"


THOUGHT = ResponseReasoningItem(id="rs_1", type="reasoning", summary=[Summary(type="summary_text", text="Hmm")])
CALL = function_call("weather", {"city": "Rome"}, call_id="call_1")
ANSWER = assistant_message("It is sunny.")
AGENT = {"type": "data-agent", "id": "agent", "data": {"name": "Helper"}}
CALLED = ("weather", "call_1", "output-available", {"input": {"city": "Rome"}, "output": "Sunny in Rome"})


def run(*steps: Any, **options: Any) -> Any:
    agent = Agent(name="Helper", model=ScriptedModel(list(steps)), **{"tools": [weather], **options})
    return Runner.run_streamed(agent, "Is it sunny?")


async def test_reasoning_tools_and_text_are_streamed_in_steps() -> None:
    chunks, parts = await read(to_ui_message_stream(stream=run([THOUGHT, CALL], [ANSWER])))
    assert parts == [AGENT, "step", ("reasoning", "Hmm", "done"), CALLED, "step", ("text", "It is sunny.", "done")]
    kinds = [chunk["type"] for chunk in chunks if chunk["type"].startswith("tool-")]
    assert kinds == ["tool-input-start", "tool-input-delta", "tool-input-available", "tool-output-available"]


async def test_events_alone_give_the_same_message() -> None:
    _, parts = await read(to_ui_message_stream(stream=run([CALL], [ANSWER]).stream_events()))
    assert parts == [AGENT, "step", CALLED, "step", ("text", "It is sunny.", "done")]


async def test_a_handoff_is_a_tool_call_and_names_the_new_agent() -> None:
    other = Agent(name="Other", model=ScriptedModel([[ANSWER]]))
    handoff = function_call("transfer_to_other", {}, call_id="call_2")
    _, parts = await read(to_ui_message_stream(stream=run([handoff], handoffs=[other])))
    call = ("transfer_to_other", "call_2", "output-available", {"input": {}, "output": '{"assistant": "Other"}'})
    assert parts == [
        {**AGENT, "data": {"name": "Other"}},
        "step",
        call,
        "step",
        ("text", "It is sunny.", "done"),
    ]


async def test_a_call_that_needs_an_approval_asks_for_it() -> None:
    @function_tool(needs_approval=True)
    def delete(path: str) -> str:
        """Delete a file."""
        return path

    call = function_call("delete", {"path": "/"}, call_id="call_3")
    chunks, parts = await read(to_ui_message_stream(stream=run([call], tools=[delete])))
    assert parts == [AGENT, "step", ("delete", "call_3", "approval-requested", {"input": {"path": "/"}})]
    requests = [chunk for chunk in chunks if chunk["type"] == "tool-approval-request"]
    assert requests == [{"type": "tool-approval-request", "approvalId": "call_3", "toolCallId": "call_3"}]


async def test_an_error_is_masked_and_ends_the_message_properly() -> None:
    chunks, _ = await read(to_ui_message_stream(stream=run([CALL], ValueError("the password"))))
    assert [chunk for chunk in chunks if chunk["type"] in {"error", "finish"}] == [
        {"type": "error", "errorText": "An error occurred."},
        {"type": "finish", "finishReason": "error"},
    ]


async def test_leaving_early_cancels_the_run() -> None:
    running = run([CALL], [ANSWER])
    stream = to_ui_message_stream(stream=running)
    assert (await anext(stream))["type"] == "start"
    await anext(stream)
    await stream.aclose()
    assert running.is_complete


async def items(*events: Any) -> Any:
    for event in events:
        yield event


def raw(kind: str, **fields: Any) -> Any:
    return SimpleNamespace(type="raw_response_event", data=SimpleNamespace(type=kind, **fields))


def item(kind: str, **fields: Any) -> Any:
    return SimpleNamespace(type="run_item_stream_event", item=SimpleNamespace(type=kind, **fields))


async def test_citations_of_pages_and_files_are_sources() -> None:
    added = "response.output_text.annotation.added"
    page = {"type": "url_citation", "url": "https://example.com", "title": "Page"}
    file = {"type": "file_citation", "file_id": "file-1", "filename": "a.pdf"}
    _, parts = await read(to_ui_message_stream(stream=items(raw(added, annotation=page), raw(added, annotation=file))))
    assert parts == [
        "step",
        {"type": "source-url", "sourceId": "https://example.com", "url": "https://example.com", "title": "Page"},
        {
            "type": "source-document",
            "sourceId": "file-1",
            "mediaType": "text/plain",
            "title": "a.pdf",
            "filename": "a.pdf",
        },
    ]


async def test_a_message_whose_text_was_not_streamed_is_told_as_a_whole() -> None:
    whole = {"id": "msg_1", "content": [{"type": "output_text", "text": "Hi"}, {"type": "refusal", "refusal": "No."}]}
    _, parts = await read(to_ui_message_stream(stream=items(item("message_output_item", raw_item=whole))))
    assert parts == ["step", ("text", "Hi", "done"), ("text", "No.", "done")]


async def test_a_tool_that_the_provider_runs_is_a_call_with_an_output() -> None:
    search = {"id": "ws_1", "type": "web_search_call", "status": "completed", "action": {"query": "sun"}}
    chunks, parts = await read(to_ui_message_stream(stream=items(item("tool_call_item", raw_item=search))))
    assert parts == [
        "step",
        ("web_search", "ws_1", "output-available", {"input": search, "output": {"status": "completed"}}),
    ]
    assert [chunk["providerExecuted"] for chunk in chunks if "toolCallId" in chunk] == [True, True]


async def test_arguments_that_are_no_json_are_shown_as_they_are() -> None:
    broken = {"call_id": "c", "name": "weather", "arguments": '{"city"'}
    _, parts = await read(to_ui_message_stream(stream=items(item("tool_call_item", raw_item=broken))))
    assert parts == ["step", ("weather", "c", "input-available", {"input": '{"city"'})]
