"""UI message streams that a program writes itself.

Ports: ai/src/ui-message-stream/create-ui-message-stream.ts
"""

import inspect
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.background_task import BackgroundTask
from ai_sdk.provider_utils.generate_id import generate_id as generate_random_id
from ai_sdk.ui.ui_message_data import ui_message_data
from ai_sdk.ui_message_stream.handle_ui_message_stream_finish import UNKNOWN_OUTCOME, handle_ui_message_stream_finish
from ai_sdk.ui_message_stream.json_to_sse import MASKED_ERROR_TEXT
from ai_sdk.ui_message_stream.stream_queue import StreamQueue, fill_queue
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk, as_ui_message_chunk
from ai_sdk.ui_message_stream.ui_message_stream_outcome import (
    UIMessageStreamOnEndCallback,
    UIMessageStreamOnStepEndCallback,
    UIMessageStreamOutcome,
)
from ai_sdk.ui_message_stream.ui_message_stream_writer import UIMessageStreamWriter

__all__ = ["create_ui_message_stream"]

Execute = Callable[[UIMessageStreamWriter], Awaitable[Any] | Any]


def create_ui_message_stream(
    *,
    execute: Execute,
    on_error: Callable[[Any], str] | None = None,
    original_messages: Sequence[BaseModel | Mapping[str, Any]] | None = None,
    on_step_end: UIMessageStreamOnStepEndCallback | None = None,
    on_end: UIMessageStreamOnEndCallback | None = None,
    generate_id: Callable[[], str] = generate_random_id,
) -> AsyncGenerator[UIMessageChunk]:
    """Return a stream of the chunks that `execute`, a function or coroutine function, writes and merges.

    `execute` begins when the stream is first read, and runs beside its reader. An error that it raises, or a merged
    stream, becomes an `error` chunk; the client is told "An error occurred.", or what `on_error` returns. Closing the
    stream cancels `execute` and closes the merged streams.

    `original_messages`, `on_step_end` and `on_end` persist the messages as in `to_ui_message_stream`; `generate_id`
    makes the id of an answer that does not continue the last message.

    >>> import asyncio
    >>> def greet(writer):
    ...     writer.write({"type": "data-greeting", "data": "Hi", "transient": True})
    >>> async def show():
    ...     return [chunk async for chunk in create_ui_message_stream(execute=greet)]
    >>> asyncio.run(show())
    [{'type': 'data-greeting', 'data': 'Hi', 'transient': True}]
    """
    writer = _Writer(on_error or (lambda _: MASKED_ERROR_TEXT))
    return handle_ui_message_stream_finish(
        stream=writer.chunks(execute),
        message_id=generate_id(),
        original_messages=[ui_message_data(message) for message in original_messages or ()],
        on_step_end=on_step_end,
        on_end=on_end,
        on_error=writer.on_error,
        get_outcome=lambda: writer.outcome,
    )


class _Writer:
    """Takes chunks from all sides and gives them to one reader."""

    def __init__(self, on_error: Callable[[Any], str]) -> None:
        self._error_text = on_error
        self._queue: StreamQueue[UIMessageChunk] = StreamQueue()
        self._tasks: list[BackgroundTask] = []
        self._unfinished = 0
        self.outcome = UNKNOWN_OUTCOME

    def write(self, chunk: UIMessageChunk | BaseModel) -> None:
        self._queue.put(as_ui_message_chunk(chunk))

    def merge(self, stream: AsyncIterable[UIMessageChunk]) -> None:
        if not self._queue.closed:
            self._start(lambda: fill_queue(stream, self._queue))

    def on_error(self, error: Any) -> str:
        return self._error_text(error)

    def set_outcome(self, outcome: UIMessageStreamOutcome | Mapping[str, Any]) -> None:
        if self.outcome.status == "unknown":
            self.outcome = load(UIMessageStreamOutcome, outcome) if isinstance(outcome, Mapping) else outcome

    async def chunks(self, execute: Execute) -> AsyncGenerator[UIMessageChunk]:
        """Run `execute`, and yield what it writes and merges until all of it has ended."""
        try:
            self._execute(execute)
            while await self._queue.wait():
                items = self._queue.take_all()
                if not items:
                    return
                for chunk in items:
                    yield chunk
        finally:
            self._queue.close()
            for task in self._tasks:
                await task.close()

    def _execute(self, execute: Execute) -> None:
        self._unfinished += 1
        try:
            pending = execute(self)
            if inspect.isawaitable(pending):
                self._start(lambda: pending)
        except Exception as error:  # noqa: BLE001 - told to the client
            self._handle_error(error)
        self._finish_one()

    def _start(self, work: Callable[[], Awaitable[Any]]) -> None:
        """Do work in a task of its own; the stream does not end before it."""
        self._unfinished += 1

        async def run() -> None:
            try:
                await work()
            except Exception as error:  # noqa: BLE001 - told to the client
                self._handle_error(error)
            finally:
                self._finish_one()

        self._tasks.append(BackgroundTask(run))

    def _finish_one(self) -> None:
        self._unfinished -= 1
        if not self._unfinished:
            self._queue.close()

    def _handle_error(self, error: Exception) -> None:
        self.outcome = UIMessageStreamOutcome(status="failed", error=error)
        try:
            self._queue.put({"type": "error", "errorText": self._error_text(error)})
        except Exception as text_error:  # noqa: BLE001 - raised to the reader
            self.outcome = UIMessageStreamOutcome(status="failed", error=text_error)
            self._queue.close(text_error)
