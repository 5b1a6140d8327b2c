"""Streams that go on when the client is gone, to which it can come back, and which only `stop` ends."""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Protocol

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.background_task import BackgroundTask
from ai_sdk.provider_utils.generate_id import generate_id
from ai_sdk.text_stream.stream_response import StreamResponse
from ai_sdk.ui_message_stream.create_ui_message_stream_response import UIMessageStreamResponse
from ai_sdk.ui_message_stream.ui_message_stream_headers import UI_MESSAGE_STREAM_HEADERS

__all__ = ["InMemoryStreamStore", "ResumableRun", "ResumableStreams", "StreamStore"]


class StreamStore(Protocol):
    """Where the events of running streams are kept; implement it on what all processes of the server share.

    `run_id` tells one answer of a chat from the next: what an older run still writes must not reach the newer one.
    """

    async def begin(self, stream_id: str, run_id: str) -> None:
        """Begin to keep the events of a run, in place of those of an earlier one."""

    async def append(self, stream_id: str, run_id: str, event: str) -> None:
        """Keep an event."""

    async def finish(self, stream_id: str, run_id: str) -> None:
        """End the run: who reads it gets the rest, and nobody can come back to it."""

    async def read(self, stream_id: str) -> AsyncIterator[str] | None:
        """Return the events from the first on, those that are still to come too; None when nothing runs."""

    async def request_stop(self, stream_id: str) -> bool:
        """Let `wait_for_stop` return, in whatever process it waits; False when nothing runs."""

    async def wait_for_stop(self, stream_id: str, run_id: str) -> None:
        """Return when somebody asked the run to stop."""


class _Kept:
    """The events of one run."""

    def __init__(self, run_id: str) -> None:
        import anyio

        self.run_id = run_id
        self.events: list[str] = []
        self.is_over = False
        self.change = anyio.Event()
        self.stop = anyio.Event()

    def notify(self) -> None:
        import anyio

        self.change.set()
        self.change = anyio.Event()


class InMemoryStreamStore:
    """Keeps the events in this process: for development, and for servers of one process."""

    def __init__(self) -> None:
        self._runs: dict[str, _Kept] = {}

    async def begin(self, stream_id: str, run_id: str) -> None:
        """Begin to keep the events of a run."""
        self._end(self._runs.pop(stream_id, None))
        self._runs[stream_id] = _Kept(run_id)

    async def append(self, stream_id: str, run_id: str, event: str) -> None:
        """Keep an event."""
        kept = self._current(stream_id, run_id)
        if kept is not None:
            kept.events.append(event)
            kept.notify()

    async def finish(self, stream_id: str, run_id: str) -> None:
        """End the run."""
        kept = self._current(stream_id, run_id)
        if kept is not None:
            self._end(self._runs.pop(stream_id))

    async def read(self, stream_id: str) -> AsyncIterator[str] | None:
        """Return the events from the first on; None when nothing runs."""
        kept = self._runs.get(stream_id)
        return None if kept is None else _follow(kept)

    async def request_stop(self, stream_id: str) -> bool:
        """Ask the run to stop; False when nothing runs."""
        kept = self._runs.get(stream_id)
        if kept is not None:
            kept.stop.set()
        return kept is not None

    async def wait_for_stop(self, stream_id: str, run_id: str) -> None:
        """Return when somebody asked the run to stop."""
        kept = self._current(stream_id, run_id)
        if kept is not None:
            await kept.stop.wait()

    def _current(self, stream_id: str, run_id: str) -> _Kept | None:
        kept = self._runs.get(stream_id)
        return kept if kept is not None and kept.run_id == run_id else None

    def _end(self, kept: _Kept | None) -> None:
        if kept is not None:
            kept.is_over = True
            kept.notify()


async def _follow(kept: _Kept) -> AsyncGenerator[str]:
    position = 0
    while True:
        while position < len(kept.events):
            yield kept.events[position]
            position += 1
        if kept.is_over:
            return
        await kept.change.wait()


class ResumableRun:
    """One answer of a chat: give `abort_signal` to the call of the model, `consume_sse_stream` to the response."""

    def __init__(self, store: StreamStore, stream_id: str) -> None:
        self._store = store
        self._stream_id = stream_id
        self._run_id = generate_id()
        self._controller = AbortController()

    @property
    def abort_signal(self) -> AbortSignal:
        """Aborted when somebody stops the stream."""
        return self._controller.signal

    async def consume_sse_stream(self, events: AsyncIterator[str]) -> None:
        """Keep the events until the stream ends, whether a client reads it or not."""
        await self._store.begin(self._stream_id, self._run_id)
        listener = BackgroundTask(self._listen)
        try:
            async for event in events:
                await self._store.append(self._stream_id, self._run_id, event)
        finally:
            await listener.close()
            await self._store.finish(self._stream_id, self._run_id)

    async def _listen(self) -> None:
        await self._store.wait_for_stop(self._stream_id, self._run_id)
        self._controller.abort()


class ResumableStreams:
    """The streams of a server that outlive their connections.

    A client that disconnects, or reloads its page, leaves the model at work; it comes back by a GET request. Only
    `stop`, which the stop button of the frontend calls, ends the work.

        streams = ResumableStreams()

        @app.post("/api/chat")
        async def chat(request: ChatRequest):
            run = streams.start(request.id)
            result = stream_text(model=model, messages=..., abort_signal=run.abort_signal)
            return ui_message_stream_response(result, consume_sse_stream=run.consume_sse_stream)

        @app.get("/api/chat/{chat_id}/stream")
        async def resume(chat_id: str):
            return await resume_response(streams, chat_id)

        @app.post("/api/chat/{chat_id}/stop")
        async def stop(chat_id: str):
            return {"stopped": await streams.stop(chat_id)}
    """

    def __init__(self, store: StreamStore | None = None) -> None:
        self._store = InMemoryStreamStore() if store is None else store

    def start(self, stream_id: str) -> ResumableRun:
        """Return a run for the next answer of a chat; clients that come back get the latest one."""
        return ResumableRun(self._store, stream_id)

    async def resume(self, stream_id: str) -> StreamResponse:
        """Return what a client that comes back gets: all events from the first one on, or 204 when nothing runs."""
        events = await self._store.read(stream_id)
        if events is None:
            return StreamResponse(status=204, headers={}, body=_encode(_nothing()))
        return UIMessageStreamResponse(headers=UI_MESSAGE_STREAM_HEADERS, body=_encode(events))

    async def stop(self, stream_id: str) -> bool:
        """End the work on a stream; False when nothing runs."""
        return await self._store.request_stop(stream_id)


async def _nothing() -> AsyncGenerator[str]:
    return
    yield


async def _encode(events: AsyncIterator[str]) -> AsyncGenerator[bytes]:
    async for event in events:
        yield event.encode()
