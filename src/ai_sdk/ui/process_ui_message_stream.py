"""UI message chunks as the message that they build.

What a frontend shows while a stream arrives and what is persisted at its end come from here, so they are the same.

Ports: ai/src/ui/process-ui-message-stream.ts
"""

import inspect
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Mapping
from typing import Any

from ai_sdk.provider import LanguageModelV4UnifiedFinishReason
from ai_sdk.provider.errors import AISDKError, TypeValidationContext
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.schema import FlexibleSchema, as_schema, validate_value
from ai_sdk.ui.process_ui_message_stream_content import CONTENT_HANDLERS, Chunk
from ai_sdk.ui.process_ui_message_stream_state import StreamingUIMessageState
from ai_sdk.ui.process_ui_message_stream_tools import TOOL_HANDLERS, settle_tool_inputs
from ai_sdk.ui.ui_message_data import UIMessageData
from ai_sdk.util.callback import Callback
from ai_sdk.util.merge_objects import merge_objects

__all__ = ["ErrorChunkError", "UIMessageStreamProcessor", "process_ui_message_stream"]

_HANDLERS = CONTENT_HANDLERS | TOOL_HANDLERS
_KEEP_INPUTS_OPEN = frozenset({"text-delta", "reasoning-delta", "tool-input-delta"})


class ErrorChunkError(AISDKError):
    """A stream said by an `error` chunk that something failed; the message is the text of the chunk."""

    name = "Error"


class UIMessageStreamProcessor:
    """Applies the chunks of a stream to a message.

    Metadata and data parts are checked when there are schemas, those of data parts by the name behind `data-`. During
    a resumed stream another message id begins another message (`reset_state_on_message_id_change`), and a stream that
    is replayed begins the message again (`reset_state_on_first_message_start`).
    """

    def __init__(
        self,
        state: StreamingUIMessageState,
        *,
        on_error: Callable[[Exception], Any] | None = None,
        message_metadata_schema: FlexibleSchema | None = None,
        data_part_schemas: Mapping[str, FlexibleSchema] | None = None,
        reset_state_on_message_id_change: bool = False,
        reset_state_on_first_message_start: bool = False,
    ) -> None:
        self._state = state
        self._on_error = on_error
        self._metadata_schema = None if message_metadata_schema is None else as_schema(message_metadata_schema)
        self._data_schemas = {name: as_schema(schema) for name, schema in (data_part_schemas or {}).items()}
        self._reset_on_id_change = reset_state_on_message_id_change
        self._reset_on_next_start = reset_state_on_first_message_start
        self._own_handlers: dict[str, Callable[[Chunk], bool]] = {
            "start": self._start,
            "finish": self._finish,
            "message-metadata": self._update_metadata,
            "error": self._error,
        }

    @property
    def message(self) -> UIMessageData:
        """The message so far; it changes with the next chunk."""
        settle_tool_inputs(self._state)
        return self._state.message

    @property
    def finish_reason(self) -> LanguageModelV4UnifiedFinishReason | None:
        """Why the generation finished, if a chunk has said it."""
        return self._state.finish_reason

    def process(self, chunk: Chunk) -> bool:
        """Apply a chunk and say whether the message has changed.

        Raises `UIMessageStreamError` when the chunk is wrong at its place, `TypeValidationError` when metadata or data
        do not fit their schema.
        """
        kind: str = chunk["type"]
        if self._state.changed_tool_calls and kind not in _KEEP_INPUTS_OPEN:
            settle_tool_inputs(self._state)
        handler = _HANDLERS.get(kind)
        if handler is not None:
            return handler(self._state, chunk)
        own = self._own_handlers.get(kind)
        if own is not None:
            return own(chunk)
        return kind.startswith("data-") and self._data(chunk)

    def _start(self, chunk: Chunk) -> bool:
        state, message_id = self._state, chunk.get("messageId")
        is_other = self._reset_on_id_change and message_id is not None and message_id != state.message["id"]
        starts_over = self._reset_on_next_start or is_other
        self._reset_on_next_start = False
        if starts_over:
            state.start_over(state.message["id"] if message_id is None else message_id)
        if message_id is not None:
            state.message["id"] = message_id
        return self._update_metadata(chunk) or starts_over or message_id is not None

    def _finish(self, chunk: Chunk) -> bool:
        self._state.finish_reason = chunk.get("finishReason") or self._state.finish_reason
        return self._update_metadata(chunk)

    def _update_metadata(self, chunk: Chunk) -> bool:
        metadata = chunk.get("messageMetadata")
        if metadata is None:
            return False
        message = self._state.message
        before = message.get("metadata")
        if isinstance(before, Mapping) and isinstance(metadata, Mapping):
            metadata = merge_objects(before, metadata)
        if self._metadata_schema is not None:
            context = TypeValidationContext(field="message.metadata", entity_id=message["id"])
            validate_value(metadata, self._metadata_schema, context=context)
        message["metadata"] = metadata
        return True

    def _error(self, chunk: Chunk) -> bool:
        if self._on_error is not None:
            self._on_error(ErrorChunkError(chunk["errorText"]))
        return False

    def _data(self, chunk: Chunk) -> bool:
        parts, kind, data_id = self._state.parts, chunk["type"], chunk.get("id")
        same = (index for index, part in enumerate(parts) if part["type"] == kind and part.get("id") == data_id)
        index = None if data_id is None else next(same, None)
        schema = self._data_schemas.get(kind.removeprefix("data-"))
        if schema is not None:
            field = f"message.parts[{len(parts) if index is None else index}].data"
            context = TypeValidationContext(field=field, entity_name=kind, entity_id=data_id)
            validate_value(chunk["data"], schema, context=context)
        if chunk.get("transient"):
            return False
        if index is not None:
            parts[index]["data"] = chunk["data"]
        else:
            parts.append(dict(chunk))
        return True


async def process_ui_message_stream(
    *,
    stream: AsyncIterable[Chunk],
    processor: UIMessageStreamProcessor,
    write: Callable[[], Any] | None = None,
    on_tool_call: Callback[Chunk] | None = None,
    on_data: Callback[Chunk] | None = None,
) -> AsyncGenerator[Chunk]:
    """Yield the chunks of a stream once they have been applied to the message of `processor`.

    `write` is called whenever the message has changed, `on_data` with each data chunk, those that are transient too,
    and `on_tool_call` with each `tool-input-available` chunk of a tool that the provider does not run itself.
    """
    try:
        async for chunk in stream:
            changed = processor.process(chunk)
            if on_data is not None and chunk["type"].startswith("data-"):
                await _call(on_data, chunk)
            if changed and write is not None:
                write()
            if on_tool_call is not None and _asks_application(chunk):
                await _call(on_tool_call, chunk)
            yield chunk
    finally:
        await close_stream(stream)


def _asks_application(chunk: Chunk) -> bool:
    return chunk["type"] == "tool-input-available" and not chunk.get("providerExecuted")


async def _call(callback: Callback[Chunk], chunk: Chunk) -> None:
    pending = callback(chunk)
    if inspect.isawaitable(pending):
        await pending
