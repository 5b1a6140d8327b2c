"""Text streams as UI message streams.

Ports: ai/src/ui-message-stream/to-ui-message-stream.ts
"""

from collections.abc import AsyncGenerator, AsyncIterable, Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from ai_sdk.generate_text.text_stream_part import TextStreamPart
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.provider_utils.tool import Tools
from ai_sdk.ui.ui_message_data import ui_message_data
from ai_sdk.ui_message_stream.get_response_ui_message_id import get_response_ui_message_id
from ai_sdk.ui_message_stream.handle_ui_message_stream_finish import UNKNOWN_OUTCOME, handle_ui_message_stream_finish
from ai_sdk.ui_message_stream.json_to_sse import MASKED_ERROR_TEXT
from ai_sdk.ui_message_stream.text_stream_part_data import read_text_stream_part
from ai_sdk.ui_message_stream.to_ui_message_chunk import UIMessageChunkConverter
from ai_sdk.ui_message_stream.tool_error_mismatch import ToolErrorMismatch
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.ui_message_stream.ui_message_stream_outcome import (
    UIMessageStreamOnEndCallback,
    UIMessageStreamOnStepEndCallback,
    UIMessageStreamOutcome,
)

__all__ = ["to_ui_message_stream"]

_DELTAS = frozenset({"text-delta", "reasoning-delta", "tool-input-delta"})
_WITH_METADATA = frozenset({"start", "finish"})
_NOTED = frozenset({"start-step", "reasoning-start", "tool-call", "tool-error"})


def to_ui_message_stream(
    *,
    stream: AsyncIterable[TextStreamPart | Mapping[str, Any]],
    tools: Tools | None = None,
    send_reasoning: bool = True,
    send_sources: bool = False,
    send_start: bool = True,
    send_finish: bool = True,
    on_error: Callable[[Any], str] | None = None,
    redact_tool_errors: bool | None = None,
    message_metadata: Callable[[TextStreamPart], Any] | None = None,
    original_messages: Sequence[BaseModel | Mapping[str, Any]] | None = None,
    generate_message_id: Callable[[], str] | None = None,
    on_step_end: UIMessageStreamOnStepEndCallback | None = None,
    on_end: UIMessageStreamOnEndCallback | None = None,
) -> AsyncGenerator[UIMessageChunk]:
    """Return the UI message chunks of a text stream, such as `stream_text(...).stream`, as they arrive.

    `send_reasoning`, `send_sources`, `send_start` and `send_finish` say what the frontend gets. With
    `original_messages` the answer is persisted: `on_end` gets all messages, `on_step_end` those after a step; an answer
    that continues the last message keeps its id, another one gets an id from `generate_message_id`.
    `message_metadata` is called with each part, and what it returns is sent as metadata of the message.

    Errors are masked: the frontend is told "An error occurred.", or what `on_error` returns. A tool that failed is
    shown with the text that the model was told, unless there is an `on_error` or `redact_tool_errors` is `True`.

    >>> import asyncio
    >>> from ai_sdk.util.simulate_readable_stream import simulate_readable_stream
    >>> async def show():
    ...     parts = [{"type": "start"}, {"type": "error", "error": "the password is ..."}]
    ...     return [chunk async for chunk in to_ui_message_stream(stream=simulate_readable_stream(chunks=parts))]
    >>> asyncio.run(show())
    [{'type': 'start'}, {'type': 'error', 'errorText': 'An error occurred.'}]
    """
    originals = None if original_messages is None else [ui_message_data(message) for message in original_messages]
    response_id = (
        None
        if generate_message_id is None
        else get_response_ui_message_id(original_messages=originals, response_message_id=generate_message_id)
    )
    converter = UIMessageChunkConverter(
        tools=tools,
        send_reasoning=send_reasoning,
        send_sources=send_sources,
        send_start=send_start,
        send_finish=send_finish,
        on_error=on_error,
        redact_tool_errors=redact_tool_errors,
        response_message_id=response_id,
    )
    conversion = _Conversion(converter, message_metadata)
    return handle_ui_message_stream_finish(
        stream=conversion.chunks(stream),
        message_id=generate_message_id() if response_id is None and generate_message_id is not None else response_id,
        original_messages=originals or [],
        on_step_end=on_step_end,
        on_end=on_end,
        on_error=on_error or (lambda _: MASKED_ERROR_TEXT),
        get_outcome=lambda: conversion.outcome,
    )


class _Conversion:
    """Converts one stream and remembers how it ended."""

    def __init__(
        self, converter: UIMessageChunkConverter, message_metadata: Callable[[TextStreamPart], Any] | None
    ) -> None:
        self._convert = converter.convert
        self._message_metadata = message_metadata
        self._mismatch = ToolErrorMismatch()
        # An invalid call is followed by an error that tells the model; the frontend was told by the call already.
        self._invalid_tool_calls: set[str] = set()
        self.outcome = UNKNOWN_OUTCOME

    async def chunks(self, stream: AsyncIterable[Any]) -> AsyncGenerator[UIMessageChunk]:
        """Yield the chunks of the stream's parts."""
        convert, has_no_metadata = self._convert, self._message_metadata is None
        try:
            async for given in stream:
                part = read_text_stream_part(given) if isinstance(given, Mapping) else given
                if has_no_metadata and part.type in _DELTAS:
                    chunk = convert(part)
                    if chunk is not None:
                        yield chunk
                else:
                    for chunk in self._chunks_of(part):
                        yield chunk
        except Exception as error:
            self.outcome = UIMessageStreamOutcome(status="failed", error=error)
            raise
        finally:
            await close_stream(stream)

    def _chunks_of(self, part: Any) -> list[UIMessageChunk]:
        kind = part.type
        if kind == "tool-call" and part.invalid:
            self._invalid_tool_calls.add(part.tool_call_id)
        metadata = None if self._message_metadata is None else self._message_metadata(part)
        chunk = None if self._repeats_invalid_call(part) else self._convert(part, metadata)
        if kind in _NOTED:
            self._mismatch.see(part, chunk)
        self._note_outcome(part)
        chunks = [] if chunk is None else [chunk]
        if metadata is None or kind in _WITH_METADATA:
            return chunks
        metadata_chunk = {"type": "message-metadata", "messageMetadata": to_json_data(metadata)}
        # The end of a step takes a picture of the message, which shall have the metadata.
        return [metadata_chunk, *chunks] if kind == "finish-step" else [*chunks, metadata_chunk]

    def _repeats_invalid_call(self, part: Any) -> bool:
        if part.type != "tool-error" or part.provider_executed or part.tool_call_id not in self._invalid_tool_calls:
            return False
        self._invalid_tool_calls.discard(part.tool_call_id)
        return True

    def _note_outcome(self, part: Any) -> None:
        """Remember how the generation ended: once completed or aborted it stays so, and it can recover from errors."""
        if self.outcome.status in {"completed", "aborted"}:
            return
        if part.type == "finish":
            self.outcome = UIMessageStreamOutcome(status="completed")
        elif part.type == "abort":
            self.outcome = UIMessageStreamOutcome(status="aborted")
        elif part.type == "error" and self.outcome.status == "unknown":
            self.outcome = UIMessageStreamOutcome(status="failed", error=part.error)
