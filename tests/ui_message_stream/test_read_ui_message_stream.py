"""Reading the message of a stream, as it grows."""

from datetime import UTC, datetime
from typing import Any

import pytest

from ai_sdk import UIMessage, read_ui_message_stream
from tests.ui_message_stream.streams import Endless, collect, stream_of

pytestmark = pytest.mark.anyio

TEXT = [{"type": "text-start", "id": "1"}, {"type": "text-delta", "id": "1", "delta": "Hi"}]
ERROR = {"type": "error", "errorText": "oh"}


async def test_every_snapshot_is_a_copy_of_its_own() -> None:
    call = {"type": "tool-input-available", "toolCallId": "c", "toolName": "t", "input": {"a": [1]}}
    snapshots = []
    async for snapshot in read_ui_message_stream(stream=stream_of([call, *TEXT])):
        snapshots.append(snapshot)
        snapshot["parts"][0]["input"]["a"].append("changed by the reader")
    assert [len(snapshot["parts"]) for snapshot in snapshots] == [1, 2, 2]
    assert [snapshot["parts"][0]["input"]["a"] for snapshot in snapshots] == [[1, "changed by the reader"]] * 3
    assert call["input"] == {"a": [1]}
    assert [snapshot["parts"][-1].get("text") for snapshot in snapshots] == [None, "", "Hi"]


async def test_values_that_json_does_not_have_are_kept() -> None:
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    data = {"type": "data-x", "data": {"at": moment, "list": [1]}}
    assert (await collect(read_ui_message_stream(stream=stream_of([data]))))[0]["parts"] == [data]


async def test_a_model_is_continued_and_not_changed() -> None:
    message = UIMessage.model_validate({"id": "m", "role": "assistant", "parts": [{"type": "step-start"}]})
    snapshots = await collect(read_ui_message_stream(stream=stream_of(TEXT), message=message))
    assert snapshots[-1]["parts"] == [{"type": "step-start"}, {"type": "text", "text": "Hi", "state": "streaming"}]
    assert len(message.parts) == 1


async def test_an_error_chunk_is_told_and_the_stream_goes_on() -> None:
    told: list[Any] = []
    snapshots = await collect(read_ui_message_stream(stream=stream_of([ERROR, *TEXT]), on_error=told.append))
    assert (len(snapshots), [str(error) for error in told]) == (2, ["oh"])


async def test_an_error_chunk_is_raised_when_asked() -> None:
    seen: list[Any] = []
    with pytest.raises(Exception, match="oh"):
        async for snapshot in read_ui_message_stream(stream=stream_of([*TEXT, ERROR, *TEXT]), terminate_on_error=True):
            seen.append(snapshot)  # noqa: PERF401 - what came before the error counts
    assert len(seen) == 2


async def test_a_source_that_fails_ends_the_stream_and_is_told() -> None:
    told: list[Any] = []
    failing = stream_of([*TEXT, OSError("gone")])
    assert len(await collect(read_ui_message_stream(stream=failing, on_error=told.append))) == 2
    assert [str(error) for error in told] == ["gone"]


async def test_a_reader_that_leaves_closes_the_source() -> None:
    source = Endless(*TEXT)
    stream = read_ui_message_stream(stream=source.stream())
    await anext(stream)
    await stream.aclose()
    assert source.closed.is_set()
