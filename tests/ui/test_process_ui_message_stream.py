"""What chunks make of a message, and who is told."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from ai_sdk.error.stream_errors import UIMessageStreamError
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.schema import type_schema
from ai_sdk.ui.process_ui_message_stream import UIMessageStreamProcessor, process_ui_message_stream
from ai_sdk.ui.process_ui_message_stream_state import create_streaming_ui_message_state
from ai_sdk.ui.ui_message_data import UIMessageData, copy_json

pytestmark = pytest.mark.anyio

START_STEP = {"type": "start-step"}
META = {"openai": {"itemId": "i"}}


def processor(message: UIMessageData | None = None, **options: Any) -> UIMessageStreamProcessor:
    return UIMessageStreamProcessor(create_streaming_ui_message_state(last_message=message, message_id="m"), **options)


def parts_after(*chunks: dict[str, Any], **options: Any) -> list[Any]:
    running = processor(**options)
    for chunk in chunks:
        running.process(chunk)
    parts: list[Any] = running.message["parts"]
    return parts


def tool(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": f"tool-{kind}", "toolCallId": "c", **fields}


START = tool("input-start", toolName="soil")
AVAILABLE = tool("input-available", toolName="soil", input={"bed": 7})
CALL = {"type": "tool-soil", "toolCallId": "c", "state": "input-available", "input": {"bed": 7}}


def test_text_grows_and_keeps_the_latest_metadata() -> None:
    assert parts_after(
        {"type": "text-start", "id": "1", "providerMetadata": {"a": {}}},
        {"type": "text-delta", "id": "1", "delta": "Hi"},
        {"type": "text-delta", "id": "1", "delta": "!", "providerMetadata": META},
        {"type": "text-end", "id": "1", "citations": []},
    ) == [{"type": "text", "text": "Hi!", "state": "done", "providerMetadata": META, "citations": []}]


def test_a_tool_goes_through_its_states() -> None:
    running = processor()
    seen = []
    for chunk in (
        START,
        tool("input-delta", inputTextDelta='{"bed'),
        tool("input-delta", inputTextDelta='": 7'),
        AVAILABLE,
        tool("approval-request", approvalId="a", reason="Dig?", inputSchemaInput=None),
        {"type": "tool-approval-response", "approvalId": "a", "approved": True},
        tool("output-available", output="wet", preliminary=True),
        tool("output-available", output="dry", providerMetadata=META),
    ):
        running.process(chunk)
        seen.append({key: value for key, value in copy_json(running.message["parts"][0]).items() if key in CHANGING})
    asked = {"id": "a", "requestReason": "Dig?", "inputSchemaInput": None}
    answered = {"approval": {**asked, "approved": True}}
    base = {"input": {"bed": 7}}
    assert seen == [
        {"state": "input-streaming"},
        {"state": "input-streaming", "input": {}, "rawInput": '{"bed'},
        {"state": "input-streaming", "rawInput": '{"bed": 7', **base},
        {"state": "input-available", **base},
        {"state": "approval-requested", **base, "approval": asked},
        {"state": "approval-responded", **base, **answered},
        {"state": "output-available", **base, **answered, "output": "wet", "preliminary": True},
        {"state": "output-available", **base, **answered, "output": "dry", "resultProviderMetadata": META},
    ]


CHANGING = {"state", "input", "rawInput", "approval", "output", "preliminary", "resultProviderMetadata"}


@pytest.mark.parametrize(
    ("chunk", "part"),
    [
        (tool("output-error", errorText="x"), {**CALL, "state": "output-error", "errorText": "x"}),
        (tool("output-denied"), {**CALL, "state": "output-denied"}),
        (tool("output-available", output=None), {**CALL, "state": "output-available", "output": None}),
    ],
)
def test_a_call_ends(chunk: dict[str, Any], part: dict[str, Any]) -> None:
    assert parts_after(AVAILABLE, chunk) == [part]


def test_an_input_that_is_wrong_stays_in_the_part_that_streamed_it() -> None:
    error = tool("input-error", toolName="soil", input="{", errorText="no JSON", dynamic=True)
    assert parts_after(START, error) == [{**CALL, "state": "output-error", "input": "{", "errorText": "no JSON"}]
    assert parts_after(error)[0]["type"] == "dynamic-tool"


def test_a_result_finds_its_call_in_an_earlier_step() -> None:
    parts = parts_after(AVAILABLE, START_STEP, tool("output-available", output=1))
    assert [part.get("output") for part in parts] == [1, None]


def test_a_text_input_is_not_parsed() -> None:
    start = tool("input-start", toolName="soil", inputEncoding="text", dynamic=True)
    part = parts_after(start, tool("input-delta", inputTextDelta="dig"), tool("input-delta", inputTextDelta="!"))[0]
    assert (part["input"], part["inputEncoding"], part["toolName"]) == ("dig!", "text", "soil")


def test_an_input_that_was_interrupted_goes_on() -> None:
    part = {**CALL, "state": "input-streaming", "rawInput": '{"bed'}
    running = processor({"id": "m", "role": "assistant", "parts": [part]})
    running.process(tool("input-delta", inputTextDelta='": 7}'))
    assert running.message["parts"] == [{**CALL, "state": "input-streaming", "rawInput": '{"bed": 7}'}]


def test_a_step_that_is_reset_loses_its_parts_and_what_is_open() -> None:
    running = processor()
    for chunk in ({"type": "custom", "kind": "a.b"}, START_STEP, {"type": "text-start", "id": "1"}, START):
        running.process(chunk)
    assert running.process({"type": "reset-step"}) is True
    assert running.message["parts"] == [{"type": "custom", "kind": "a.b"}, START_STEP | {"type": "step-start"}]
    with pytest.raises(UIMessageStreamError):
        running.process({"type": "text-delta", "id": "1", "delta": "x"})


@pytest.mark.parametrize(
    ("chunk", "message"),
    [
        ({"type": "text-delta", "id": "1", "delta": "x"}, "Received text-delta for missing text part"),
        ({"type": "reasoning-end", "id": "1"}, "Received reasoning-end for missing reasoning part"),
        (tool("input-delta", inputTextDelta="{"), "Received tool-input-delta for missing tool call"),
        (tool("output-denied"), "No tool invocation found for tool call ID"),
        (
            {"type": "tool-approval-response", "approvalId": "a", "approved": True},
            "No tool invocation found for",
        ),
    ],
)
def test_a_chunk_without_what_it_belongs_to_is_an_error(chunk: dict[str, Any], message: str) -> None:
    with pytest.raises(UIMessageStreamError, match=message):
        processor().process(chunk)


def test_metadata_is_merged_and_checked() -> None:
    running = processor(message_metadata_schema=type_schema(dict[str, dict[str, int]]))
    running.process({"type": "start", "messageId": "x", "messageMetadata": {"a": {"x": 1}}})
    running.process({"type": "finish", "finishReason": "stop", "messageMetadata": {"a": {"y": 2}}})
    assert (running.message["id"], running.message["metadata"]) == ("x", {"a": {"x": 1, "y": 2}})
    assert running.finish_reason == "stop"
    with pytest.raises(TypeValidationError, match=r"for message\.metadata"):
        running.process({"type": "message-metadata", "messageMetadata": {"a": {"x": "no number"}}})


def test_data_is_replaced_by_id_and_checked_by_name() -> None:
    schemas = {"plot": type_schema(int)}
    first = {"type": "data-plot", "id": "d", "data": 1}
    assert parts_after(first, first | {"data": 2}, {"type": "data-plot", "data": 3}, data_part_schemas=schemas) == [
        first | {"data": 2},
        {"type": "data-plot", "data": 3},
    ]
    with pytest.raises(TypeValidationError, match=r'for message\.parts\[1\]\.data \(data-plot, id: "e"\)'):
        parts_after(first, first | {"id": "e", "data": "no number"}, data_part_schemas=schemas)


def test_another_message_id_begins_another_message_when_a_stream_is_resumed() -> None:
    message: UIMessageData = {"id": "old", "role": "assistant", "parts": [{"type": "step-start"}]}
    resumed = processor(copy_json(message), reset_state_on_message_id_change=True)
    resumed.process({"type": "start", "messageId": "new"})
    assert resumed.message == {"id": "new", "role": "assistant", "parts": []}
    replayed = processor(copy_json(message), reset_state_on_first_message_start=True)
    replayed.process({"type": "start"})
    replayed.process(START_STEP)
    replayed.process({"type": "start"})
    assert replayed.message == message


async def test_callbacks_hear_of_data_and_of_tools_that_the_application_runs() -> None:
    chunks = [
        {"type": "data-x", "data": 1, "transient": True},
        AVAILABLE,
        AVAILABLE | {"providerExecuted": True},
        {"type": "finish-step"},
    ]

    async def stream() -> AsyncIterator[Any]:
        for chunk in chunks:
            yield chunk

    heard: list[Any] = []

    async def on_tool_call(chunk: Any) -> None:
        heard.append(("call", chunk))

    running = processor()
    given = process_ui_message_stream(
        stream=stream(),
        processor=running,
        write=lambda: heard.append(("write", len(running.message["parts"]))),
        on_data=lambda chunk: heard.append(("data", chunk)),
        on_tool_call=on_tool_call,
    )
    assert [chunk async for chunk in given] == chunks
    assert heard == [("data", chunks[0]), ("write", 1), ("call", AVAILABLE), ("write", 1)]
