"""Text streams on their way to a frontend: order, ids, metadata, errors, and what is persisted."""

from collections.abc import Callable
from typing import Any

import anyio
import pytest

from ai_sdk import to_ui_message_stream
from ai_sdk.logger.log_warnings import set_warning_logger
from ai_sdk.provider.codec import dump
from tests.ui_message_stream.streams import Endless, collect, stream_of

pytestmark = pytest.mark.anyio

START_STEP = {"type": "start-step", "request": {}, "warnings": []}
FINISH = {"type": "finish", "finishReason": "stop", "totalUsage": {}}
FINISH_STEP: dict[str, Any] = {
    "type": "finish-step",
    "finishReason": "stop",
    "usage": {},
    "performance": {},
    "response": {},
}
TEXT = [
    {"type": "text-start", "id": "1"},
    {"type": "text-delta", "id": "1", "text": "Hi"},
    {"type": "text-end", "id": "1"},
]
CALL = {"type": "tool-call", "toolCallId": "c", "toolName": "soil", "input": {"bed": 7}}


async def chunks_of(*parts: Any, **options: Any) -> list[Any]:
    return await collect(to_ui_message_stream(stream=stream_of(parts), **options))


def note(told: list[Any]) -> Callable[[Any], str]:
    def on_error(error: Any) -> str:
        told.append(error)
        return "masked"

    return on_error


async def test_a_tool_call_is_available_before_it_is_answered() -> None:
    parts = [
        {"type": "tool-input-start", "id": "c", "toolName": "soil"},
        {"type": "tool-input-delta", "id": "c", "delta": '{"bed": 7}'},
        {"type": "tool-input-end", "id": "c"},
        CALL,
        {"type": "tool-result", "toolCallId": "c", "toolName": "soil", "input": {"bed": 7}, "output": "dry"},
    ]
    assert await chunks_of(*parts) == [
        {"type": "tool-input-start", "toolCallId": "c", "toolName": "soil"},
        {"type": "tool-input-delta", "toolCallId": "c", "inputTextDelta": '{"bed": 7}'},
        {"type": "tool-input-available", "toolCallId": "c", "toolName": "soil", "input": {"bed": 7}},
        {"type": "tool-output-available", "toolCallId": "c", "output": "dry"},
    ]


async def test_an_invalid_call_is_told_once() -> None:
    invalid = {**CALL, "invalid": True, "error": "no such bed", "dynamic": True}
    error = {"type": "tool-error", "toolCallId": "c", "toolName": "soil", "input": {}, "error": "no such bed"}
    told: list[Any] = []
    chunks = await chunks_of(invalid, error, error, on_error=note(told))
    assert [chunk["type"] for chunk in chunks] == ["tool-input-error", "tool-output-error"]
    assert told == ["no such bed", "no such bed"]


async def test_metadata_comes_with_the_start_and_the_finish_and_before_the_end_of_a_step() -> None:
    chunks = await chunks_of(
        {"type": "start"}, START_STEP, FINISH_STEP, FINISH, message_metadata=lambda part: {"at": part.type}
    )
    assert chunks == [
        {"type": "start", "messageMetadata": {"at": "start"}},
        {"type": "start-step"},
        {"type": "message-metadata", "messageMetadata": {"at": "start-step"}},
        {"type": "message-metadata", "messageMetadata": {"at": "finish-step"}},
        {"type": "finish-step"},
        {"type": "finish", "finishReason": "stop", "messageMetadata": {"at": "finish"}},
    ]


async def test_on_end_gets_the_messages_that_are_to_be_stored() -> None:
    events: list[Any] = []
    question = {"id": "q", "role": "user", "parts": [{"type": "text", "text": "?"}]}
    await chunks_of(
        {"type": "start"},
        START_STEP,
        *TEXT,
        FINISH_STEP,
        FINISH,
        original_messages=[question],
        generate_message_id=lambda: "answer",
        on_end=lambda event: events.append(dump(event)),
    )
    answer = {
        "id": "answer",
        "role": "assistant",
        "parts": [{"type": "step-start"}, {"type": "text", "text": "Hi", "state": "done"}],
    }
    assert events == [
        {
            "messages": [question, answer],
            "isContinuation": False,
            "isAborted": False,
            "outcome": {"status": "completed"},
            "responseMessage": answer,
            "finishReason": "stop",
        }
    ]


async def test_an_answer_that_continues_the_last_message_keeps_its_id_and_leaves_the_original_alone() -> None:
    events: list[Any] = []
    last = {"id": "a", "role": "assistant", "parts": [{"type": "text", "text": "Hi", "state": "done"}]}
    chunks = await chunks_of(
        {"type": "start"},
        *TEXT,
        original_messages=[last],
        generate_message_id=lambda: "other",
        on_end=events.append,
    )
    assert chunks[0] == {"type": "start", "messageId": "a"}
    assert events[0].is_continuation
    assert [(message["id"], len(message["parts"])) for message in events[0].messages] == [("a", 2)]
    assert len(last["parts"]) == 1


async def test_each_step_shows_the_message_as_it_is_then() -> None:
    events: list[Any] = []
    step = [START_STEP, *TEXT, FINISH_STEP]
    await chunks_of({"type": "start"}, *step, *step, on_step_end=events.append, generate_message_id=lambda: "m")
    assert [len(event.response_message["parts"]) for event in events] == [2, 4]
    assert [event.response_message["id"] for event in events] == ["m", "m"]


async def test_what_on_step_end_raises_goes_to_on_error_and_the_stream_goes_on() -> None:
    told: list[Any] = []

    async def fail(_: Any) -> None:
        raise OSError("disk full")

    chunks = await chunks_of(FINISH_STEP, FINISH, on_step_end=fail, on_error=note(told))
    assert [chunk["type"] for chunk in chunks] == ["finish-step", "finish"]
    assert [str(error) for error in told] == ["disk full"]


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ([FINISH], "completed"),
        ([{"type": "abort"}, {"type": "error", "error": "x"}], "aborted"),
        ([{"type": "error", "error": "x"}], "failed"),
        ([{"type": "error", "error": "x"}, FINISH], "completed"),
        ([], "unknown"),
    ],
)
async def test_the_outcome_is(parts: list[Any], status: str) -> None:
    events: list[Any] = []
    await chunks_of(*parts, on_end=events.append)
    assert [event.outcome.status for event in events] == [status]
    assert events[0].is_aborted == (status == "aborted")
    assert events[0].is_cancelled is None


async def test_a_source_that_fails_is_raised_after_on_end() -> None:
    events: list[Any] = []
    with pytest.raises(OSError, match="gone"):
        await chunks_of({"type": "start"}, OSError("gone"), on_end=events.append)
    assert [dump(event.outcome)["status"] for event in events] == ["failed"]


async def test_chunks_that_make_no_sense_end_the_stream_as_failed() -> None:
    events: list[Any] = []
    with pytest.raises(Exception, match='text-delta for missing text part with ID "1"') as raised:
        await chunks_of(TEXT[1], on_end=events.append)
    assert events[0].outcome.error is raised.value


async def test_a_reader_that_leaves_closes_the_source_and_is_told_as_cancelled() -> None:
    events: list[Any] = []
    source = Endless({"type": "start"}, TEXT[0])
    stream = to_ui_message_stream(stream=source.stream(), on_end=events.append)
    assert await anext(stream) == {"type": "start"}
    await stream.aclose()
    assert source.closed.is_set()
    assert [(event.is_cancelled, event.outcome.status) for event in events] == [(True, "unknown")]


async def test_an_asynchronous_on_end_is_finished_although_the_task_is_cancelled() -> None:
    stored: list[Any] = []

    async def store(event: Any) -> None:
        await anyio.lowlevel.checkpoint()
        stored.append(event.is_cancelled)

    async with anyio.create_task_group() as group:

        async def read() -> None:
            async for _ in to_ui_message_stream(stream=Endless({"type": "start"}).stream(), on_end=store):
                group.cancel_scope.cancel()

        group.start_soon(read)
    assert stored == [True]


async def test_chunks_are_given_as_they_arrive() -> None:
    source = Endless(*TEXT)
    stream = to_ui_message_stream(stream=source.stream())
    seen = [(source.given, (await anext(stream))["type"]) for _ in TEXT]
    await stream.aclose()
    assert seen == [(0, "text-start"), (1, "text-delta"), (2, "text-end")]


async def test_reasoning_after_a_masked_tool_error_is_warned_of_once() -> None:
    warned: list[Any] = []
    set_warning_logger(warned.append)
    error = {"type": "tool-error", "toolCallId": "c", "toolName": "soil", "input": {}, "error": OSError("disk full")}
    thought = {"type": "reasoning-start", "id": "1"}
    try:
        await chunks_of(START_STEP, thought, error, START_STEP, thought, thought, on_error=lambda _: "masked")
        await chunks_of(START_STEP, error, START_STEP, thought)
    finally:
        set_warning_logger(True)
    assert [event.warnings[0].message[:73] for event in warned] == [
        'The error text sent to the UI for tool call "c" differs from the error te'
    ]
