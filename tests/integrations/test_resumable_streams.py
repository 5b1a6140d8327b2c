"""Runs are kept apart, and only the latest of a chat can be resumed."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from ai_sdk.integrations.resumable_streams import InMemoryStreamStore, ResumableStreams

pytestmark = pytest.mark.anyio


class Events:
    """Events that a test sends one by one."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[str | None] = asyncio.Queue()

    async def __aiter__(self) -> AsyncIterator[str]:
        while (event := await self.queue.get()) is not None:
            yield event

    async def send(self, *events: str | None) -> None:
        for event in events:
            self.queue.put_nowait(event)
        while not self.queue.empty():
            await asyncio.sleep(0)
        for _ in range(5):
            await asyncio.sleep(0)


async def read(streams: ResumableStreams) -> bytes:
    return b"".join([piece async for piece in (await streams.resume("chat")).body])


async def test_a_reader_gets_everything_from_the_first_event_on_and_several_may_read() -> None:
    streams, events = ResumableStreams(), Events()
    keeping = asyncio.create_task(streams.start("chat").consume_sse_stream(aiter(events)))
    await events.send("a", "b")
    readers = [asyncio.create_task(read(streams)) for _ in range(2)]
    await events.send("c", None)
    await keeping
    assert [await reader for reader in readers] == [b"abc", b"abc"]
    assert (await streams.resume("chat")).status == 204


async def test_a_newer_run_takes_the_place_of_an_older_one_which_ends_for_its_readers() -> None:
    streams, old, new = ResumableStreams(), Events(), Events()
    older, newer = streams.start("chat"), streams.start("chat")
    keeping = [asyncio.create_task(older.consume_sse_stream(aiter(old)))]
    await old.send("old")
    reader = asyncio.create_task(read(streams))
    await asyncio.sleep(0)
    keeping.append(asyncio.create_task(newer.consume_sse_stream(aiter(new))))
    await new.send("new")
    await old.send("late", None)
    assert await reader == b"old"
    second = asyncio.create_task(read(streams))
    await asyncio.sleep(0)
    await new.send(None)
    await asyncio.gather(*keeping)
    assert await second == b"new"


async def test_stop_aborts_the_run_that_is_kept_and_no_other() -> None:
    streams, events = ResumableStreams(InMemoryStreamStore()), Events()
    run, other = streams.start("chat"), streams.start("other")
    assert await streams.stop("chat") is False
    keeping = asyncio.create_task(run.consume_sse_stream(aiter(events)))
    await events.send("a")
    assert await streams.stop("chat") is True
    await run.abort_signal.wait()
    assert (run.abort_signal.aborted, other.abort_signal.aborted) == (True, False)
    await events.send(None)
    await keeping
    assert await streams.stop("chat") is False


async def test_a_run_whose_stream_breaks_is_over() -> None:
    async def broken() -> AsyncIterator[str]:
        yield "a"
        raise ValueError("broken")

    streams = ResumableStreams()
    with pytest.raises(ValueError, match="broken"):
        await streams.start("chat").consume_sse_stream(broken())
    assert (await streams.resume("chat")).status == 204
