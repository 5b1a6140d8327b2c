"""Streams that a program writes itself: order, merging, errors, and that nothing outlives them."""

from typing import Any

import anyio
import pytest
from ai_sdk_generated.ai.ui_message_chunk import UIMessageChunkTextDelta

from ai_sdk import UIMessageStreamOutcome, create_ui_message_stream
from ai_sdk.provider.codec import dump
from tests.ui_message_stream.streams import Endless, collect, stream_of

pytestmark = pytest.mark.anyio


def data(value: Any) -> dict[str, Any]:
    return {"type": "data-x", "data": value}


ERROR = {"type": "error", "errorText": "An error occurred."}


async def test_what_is_written_arrives_in_order_with_the_messages_id() -> None:
    async def execute(writer: Any) -> None:
        writer.write({"type": "start"})
        await anyio.lowlevel.checkpoint()
        writer.write({"type": "tool-input-delta", "tool_call_id": "c", "input_text_delta": "{"})
        writer.write(UIMessageChunkTextDelta(type="text-delta", id="1", delta="Hi"))

    assert await collect(create_ui_message_stream(execute=execute, generate_id=lambda: "m")) == [
        {"type": "start", "messageId": "m"},
        {"type": "tool-input-delta", "toolCallId": "c", "inputTextDelta": "{"},
        {"type": "text-delta", "id": "1", "delta": "Hi"},
    ]


async def test_streams_are_merged_side_by_side_and_awaited() -> None:
    first_has_more = anyio.Event()

    async def first() -> Any:
        yield data(1)
        await first_has_more.wait()
        yield data(3)

    async def second() -> Any:
        yield data(2)
        first_has_more.set()

    def execute(writer: Any) -> None:
        writer.merge(first())
        writer.merge(second())
        writer.write(data(0))

    assert await collect(create_ui_message_stream(execute=execute)) == [data(0), data(1), data(2), data(3)]


async def test_a_stream_can_be_merged_while_another_is_still_open() -> None:
    def execute(writer: Any) -> None:
        async def outer() -> Any:
            yield data(1)
            writer.merge(stream_of([data(2)]))

        writer.merge(outer())

    assert await collect(create_ui_message_stream(execute=execute)) == [data(1), data(2)]


@pytest.mark.parametrize("asynchronous", [True, False])
async def test_an_error_becomes_a_masked_chunk_and_the_failed_outcome(*, asynchronous: bool) -> None:
    events: list[Any] = []
    error = OSError("password: 1234")

    def fail(writer: Any) -> None:
        writer.write(data(1))
        raise error

    async def fail_later(writer: Any) -> None:
        fail(writer)

    execute = fail_later if asynchronous else fail
    assert await collect(create_ui_message_stream(execute=execute, on_end=events.append)) == [data(1), ERROR]
    assert [(event.outcome.status, event.outcome.error) for event in events] == [("failed", error)]


async def test_an_error_of_a_merged_stream_leaves_the_others_alone() -> None:
    def execute(writer: Any) -> None:
        writer.merge(stream_of([data(1), OSError("x")]))
        writer.merge(stream_of([data(2)]))

    chunks = await collect(create_ui_message_stream(execute=execute, on_error=lambda error: f"<{error}>"))
    assert chunks == [data(1), {"type": "error", "errorText": "<x>"}, data(2)]


async def test_what_on_error_raises_is_raised_by_the_stream() -> None:
    events: list[Any] = []

    def fail(_: Any) -> str:
        raise LookupError("no text")

    def execute(_: Any) -> None:
        raise OSError("x")

    with pytest.raises(LookupError, match="no text"):
        await collect(create_ui_message_stream(execute=execute, on_error=fail, on_end=events.append))
    assert [dump(event.outcome.error) for event in events] == [events[0].outcome.error]
    assert isinstance(events[0].outcome.error, LookupError)


async def test_leaving_cancels_the_work_and_closes_what_was_merged() -> None:
    merged, cancelled = Endless(data(1)), anyio.Event()

    async def execute(writer: Any) -> None:
        writer.merge(merged.stream())
        try:
            await anyio.sleep_forever()
        finally:
            cancelled.set()

    stream = create_ui_message_stream(execute=execute)
    assert await anext(stream) == data(1)
    await stream.aclose()
    assert (merged.closed.is_set(), cancelled.is_set()) == (True, True)


async def test_a_merged_stream_waits_for_a_reader_who_is_slow() -> None:
    merged = Endless(*map(data, range(1000)))
    stream = create_ui_message_stream(execute=lambda writer: writer.merge(merged.stream()))
    for _ in range(3):
        await anext(stream)
        await anyio.wait_all_tasks_blocked()
    given = merged.given
    await stream.aclose()
    assert given < 50


async def test_writing_and_merging_after_the_end_is_ignored() -> None:
    writers: list[Any] = []
    assert await collect(create_ui_message_stream(execute=writers.append)) == []
    writers[0].write(data(1))
    writers[0].merge(stream_of([data(1)]))


async def test_the_first_outcome_that_is_declared_counts() -> None:
    events: list[Any] = []

    def execute(writer: Any) -> None:
        writer.set_outcome({"status": "aborted"})
        writer.set_outcome(UIMessageStreamOutcome(status="completed"))

    await collect(create_ui_message_stream(execute=execute, on_end=events.append))
    assert [(event.outcome, event.is_aborted) for event in events] == [(UIMessageStreamOutcome(status="aborted"), True)]


async def test_nothing_begins_before_the_stream_is_read() -> None:
    begun: list[Any] = []
    stream = create_ui_message_stream(execute=begun.append)
    await stream.aclose()
    assert begun == []


async def test_values_of_a_users_own_types_are_written_as_json() -> None:
    from dataclasses import dataclass

    @dataclass
    class Bed:
        number: int

    chunks = await collect(create_ui_message_stream(execute=lambda writer: writer.write(data(Bed(7)))))
    assert chunks == [data({"number": 7})]


async def test_a_transient_part_is_sent_and_not_stored() -> None:
    events: list[Any] = []

    def execute(writer: Any) -> None:
        writer.write(data(1) | {"transient": True})
        writer.write(data(2) | {"id": "d"})
        writer.write(data(3) | {"id": "d"})

    chunks = await collect(create_ui_message_stream(execute=execute, on_end=events.append))
    assert [chunk["data"] for chunk in chunks] == [1, 2, 3]
    assert events[0].response_message["parts"] == [{"type": "data-x", "id": "d", "data": 3}]
