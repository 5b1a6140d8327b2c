"""The message of a UI message stream, as it grows.

Ports: ai/src/ui-message-stream/read-ui-message-stream.ts
"""

from collections.abc import AsyncGenerator, AsyncIterable, Callable, Mapping
from contextlib import aclosing
from typing import Any

from pydantic import BaseModel

from ai_sdk.ui.process_ui_message_stream import UIMessageStreamProcessor, process_ui_message_stream
from ai_sdk.ui.process_ui_message_stream_state import create_streaming_ui_message_state
from ai_sdk.ui.ui_message_data import UIMessageData, copy_json, ui_message_data
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["read_ui_message_stream"]


async def read_ui_message_stream(
    *,
    stream: AsyncIterable[UIMessageChunk],
    message: BaseModel | Mapping[str, Any] | None = None,
    on_error: Callable[[Exception], Any] | None = None,
    terminate_on_error: bool = False,
) -> AsyncGenerator[UIMessageData]:
    """Yield the message, as JSON data, after each chunk that changes it; every one is a copy that is yours to keep.

    `message` is an assistant's message to continue, when a conversation is resumed. What goes wrong, also what an
    `error` chunk reports, is told to `on_error`; with `terminate_on_error` it is raised too. A chunk that is wrong at
    its place (`UIMessageStreamError`) ends the stream in any case.

    >>> import asyncio
    >>> from ai_sdk.util.simulate_readable_stream import simulate_readable_stream
    >>> async def show():
    ...     chunks = [{"type": "text-start", "id": "1"}, {"type": "text-delta", "id": "1", "delta": "Hi"}]
    ...     async for message in read_ui_message_stream(stream=simulate_readable_stream(chunks=chunks)):
    ...         (part,) = message["parts"]
    ...         print(part)
    >>> asyncio.run(show())
    {'type': 'text', 'text': '', 'state': 'streaming'}
    {'type': 'text', 'text': 'Hi', 'state': 'streaming'}
    """
    errors: list[Exception] = []

    def handle_error(error: Exception) -> None:
        errors.append(error)
        if on_error is not None:
            on_error(error)

    last_message = None if message is None else ui_message_data(message)
    state = create_streaming_ui_message_state(
        last_message=last_message, message_id="" if last_message is None else last_message["id"]
    )
    processor = UIMessageStreamProcessor(state, on_error=handle_error, reset_state_on_message_id_change=True)
    snapshots: list[UIMessageData] = []
    processed = process_ui_message_stream(
        stream=stream, processor=processor, write=lambda: snapshots.append(_snapshot(processor.message))
    )
    async with aclosing(_catching(processed, handle_error)) as chunks:
        async for _ in chunks:
            if errors and terminate_on_error:
                break
            for snapshot in snapshots:
                yield snapshot
            snapshots.clear()
    if errors and terminate_on_error:
        raise errors[0]


async def _catching(
    stream: AsyncGenerator[UIMessageChunk], handle_error: Callable[[Exception], None]
) -> AsyncGenerator[UIMessageChunk]:
    """Yield what a stream yields, and end where it fails."""
    try:
        async for chunk in stream:
            yield chunk
    except Exception as error:  # noqa: BLE001 - told to the callback, as what error chunks report
        handle_error(error)
    finally:
        await stream.aclose()


def _snapshot(message: UIMessageData) -> UIMessageData:
    """Return a copy of a message, without copying its texts, which may be long and cannot change."""
    parts = message["parts"]
    texts = [part["text"] if part["type"] in _TEXTS else None for part in parts]
    without = [part if text is None else {**part, "text": ""} for part, text in zip(parts, texts, strict=True)]
    snapshot: UIMessageData = copy_json({**message, "parts": without})
    for part, text in zip(snapshot["parts"], texts, strict=True):
        if text is not None:
            part["text"] = text
    return snapshot


_TEXTS = frozenset({"text", "reasoning"})
