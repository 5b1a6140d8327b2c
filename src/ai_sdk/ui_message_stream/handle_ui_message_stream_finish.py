"""Message ids for a stream, and callbacks that get the finished messages.

Ports: ai/src/ui-message-stream/handle-ui-message-stream-finish.ts
"""

import inspect
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.ui.process_ui_message_stream import UIMessageStreamProcessor
from ai_sdk.ui.process_ui_message_stream_state import create_streaming_ui_message_state
from ai_sdk.ui.ui_message_data import UIMessageData, copy_json
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.ui_message_stream.ui_message_stream_outcome import (
    UIMessageStreamEndEvent,
    UIMessageStreamOnEndCallback,
    UIMessageStreamOnStepEndCallback,
    UIMessageStreamOutcome,
    UIMessageStreamStepEndEvent,
)

__all__ = ["UNKNOWN_OUTCOME", "handle_ui_message_stream_finish"]

UNKNOWN_OUTCOME = UIMessageStreamOutcome(status="unknown")


def handle_ui_message_stream_finish(
    *,
    stream: AsyncIterable[UIMessageChunk],
    message_id: str | None,
    original_messages: Sequence[UIMessageData],
    on_step_end: UIMessageStreamOnStepEndCallback | None,
    on_end: UIMessageStreamOnEndCallback | None,
    on_error: Callable[[Exception], Any],
    get_outcome: Callable[[], UIMessageStreamOutcome],
) -> AsyncGenerator[UIMessageChunk]:
    """Return the chunks, with the message's id in a `start` chunk that has none.

    The message is put together only when there is a callback for it. `on_end` is called once, however the stream ends;
    what it raises at a proper end is raised by the stream, what `on_step_end` raises goes to `on_error`.
    """
    last = original_messages[-1] if original_messages else None
    last_message = last if last is not None and last["role"] == "assistant" else None
    if last_message is not None:
        message_id = last_message["id"]
    if on_end is None and on_step_end is None:
        return _inject_message_id(stream, message_id)
    recorder = _Recorder(
        message_id=message_id,
        original_messages=original_messages,
        last_message=last_message,
        on_step_end=on_step_end,
        on_end=on_end,
        on_error=on_error,
        get_outcome=get_outcome,
    )
    return recorder.record(_inject_message_id(stream, message_id))


async def _inject_message_id(
    stream: AsyncIterable[UIMessageChunk], message_id: str | None
) -> AsyncGenerator[UIMessageChunk]:
    try:
        async for chunk in stream:
            if chunk["type"] == "start" and message_id is not None and chunk.get("messageId") is None:
                yield {**chunk, "messageId": message_id}
            else:
                yield chunk
    finally:
        await close_stream(stream)


class _Recorder:
    """Puts the message of a stream together and calls the callbacks."""

    def __init__(
        self,
        *,
        message_id: str | None,
        original_messages: Sequence[UIMessageData],
        last_message: UIMessageData | None,
        on_step_end: UIMessageStreamOnStepEndCallback | None,
        on_end: UIMessageStreamOnEndCallback | None,
        on_error: Callable[[Exception], Any],
        get_outcome: Callable[[], UIMessageStreamOutcome],
    ) -> None:
        self._original_messages = original_messages
        self._last_id = None if last_message is None else last_message["id"]
        self._on_step_end = on_step_end
        self._on_end = on_end
        self._on_error = on_error
        self._get_outcome = get_outcome
        self._is_aborted = False
        self._failure: Exception | None = None
        state = create_streaming_ui_message_state(last_message=copy_json(last_message), message_id=message_id or "")
        self._processor = UIMessageStreamProcessor(state, on_error=on_error)

    async def record(self, stream: AsyncIterable[UIMessageChunk]) -> AsyncGenerator[UIMessageChunk]:
        """Yield the chunks of a stream after they have been recorded."""
        has_ended = False
        try:
            async for chunk in stream:
                self._process(chunk)
                if chunk["type"] == "finish-step":
                    await self._call_on_step_end()
                yield chunk
            has_ended = True
        finally:
            await _shielded(partial(close_stream, stream))
            await _shielded(partial(self._call_on_end, is_cancelled=not has_ended))

    def _process(self, chunk: UIMessageChunk) -> None:
        try:
            self._processor.process(chunk)
        except Exception as error:
            self._failure = error
            raise
        self._is_aborted = self._is_aborted or chunk["type"] == "abort"

    async def _call_on_step_end(self) -> None:
        if self._on_step_end is None:
            return
        message = self._processor.message
        event = UIMessageStreamStepEndEvent(
            messages=self._messages(copy_json(message)),
            is_continuation=self._is_continuation,
            response_message=copy_json(message),
        )
        try:
            await _finish(self._on_step_end(event))
        except Exception as error:  # noqa: BLE001 - the stream goes on
            self._on_error(error)

    async def _call_on_end(self, *, is_cancelled: bool) -> None:
        if self._on_end is None:
            return
        message, outcome = self._processor.message, self._outcome()
        event = UIMessageStreamEndEvent(
            is_aborted=self._is_aborted or outcome.status == "aborted",
            is_cancelled=True if is_cancelled and outcome.status == "unknown" else None,
            is_continuation=self._is_continuation,
            outcome=outcome,
            response_message=message,
            messages=self._messages(message),
            finish_reason=self._processor.finish_reason,
        )
        await _finish(self._on_end(event))

    def _outcome(self) -> UIMessageStreamOutcome:
        if self._failure is not None:
            return UIMessageStreamOutcome(status="failed", error=self._failure)
        declared = self._get_outcome()
        if declared.status == "unknown" and self._is_aborted:
            return UIMessageStreamOutcome(status="aborted")
        return declared

    @property
    def _is_continuation(self) -> bool:
        return bool(self._processor.message["id"] == self._last_id)

    def _messages(self, message: UIMessageData) -> list[UIMessageData]:
        before = self._original_messages[:-1] if self._is_continuation else self._original_messages
        return [*before, message]


async def _finish(pending: Any) -> None:
    if inspect.isawaitable(pending):
        await pending


async def _shielded(work: Callable[[], Awaitable[None]]) -> None:
    """Finish the work although the task that does it may have been cancelled."""
    import anyio

    with anyio.CancelScope(shield=True):
        await work()
