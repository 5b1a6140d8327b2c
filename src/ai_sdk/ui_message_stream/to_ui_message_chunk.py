"""Parts of a text stream as UI message chunks.

Ports: ai/src/ui-message-stream/to-ui-message-chunk.ts
"""

from collections.abc import Callable, Mapping
from typing import Any

from ai_sdk.generate_text.text_stream_part import TextStreamPart
from ai_sdk.provider.codec import dump
from ai_sdk.provider.json_value import stringify
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.provider_utils.tool import Tools, as_tool_set
from ai_sdk.ui_message_stream.convert_user_message import convert_user_message_to_ui_parts
from ai_sdk.ui_message_stream.get_model_tool_error_text import get_model_tool_error_text
from ai_sdk.ui_message_stream.json_to_sse import MASKED_ERROR_TEXT
from ai_sdk.ui_message_stream.text_stream_part_data import read_text_stream_part
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data

__all__ = ["UIMessageChunkConverter", "to_ui_message_chunk"]

_Handler = Callable[[Any], UIMessageChunk | None]


def to_ui_message_chunk(
    part: TextStreamPart | Mapping[str, Any],
    *,
    tools: Tools | None = None,
    send_reasoning: bool = True,
    send_sources: bool = False,
    send_start: bool = True,
    send_finish: bool = True,
    on_error: Callable[[Any], str] | None = None,
    redact_tool_errors: bool | None = None,
    message_metadata: Any = None,
    response_message_id: str | None = None,
) -> UIMessageChunk | None:
    """Return the UI message chunk that says what a part of a text stream says; some say nothing to a frontend.

    `on_error` gives the text of an error, "An error occurred." by default. Tools that failed are shown with the text
    that the model was told, unless `redact_tool_errors`, which is the default with an `on_error`, has `on_error` decide
    there too; errors of tools that the provider runs always stay as they are, so that they survive the way back.

    >>> to_ui_message_chunk({"type": "text-delta", "id": "1", "text": "Hi"})
    {'type': 'text-delta', 'id': '1', 'delta': 'Hi'}
    """
    converter = UIMessageChunkConverter(
        tools=tools,
        send_reasoning=send_reasoning,
        send_sources=send_sources,
        send_start=send_start,
        send_finish=send_finish,
        on_error=on_error,
        redact_tool_errors=redact_tool_errors,
        response_message_id=response_message_id,
    )
    received = read_text_stream_part(part) if isinstance(part, Mapping) else part
    return converter.convert(received, message_metadata)


class UIMessageChunkConverter:
    """Converts the parts of one text stream; the arguments are those of `to_ui_message_chunk`."""

    def __init__(
        self,
        *,
        tools: Tools | None,
        send_reasoning: bool,
        send_sources: bool,
        send_start: bool,
        send_finish: bool,
        on_error: Callable[[Any], str] | None,
        redact_tool_errors: bool | None,
        response_message_id: str | None,
    ) -> None:
        self._tools = as_tool_set(tools) or {}
        self._on_error = on_error or (lambda _: MASKED_ERROR_TEXT)
        self._redact_tool_errors = on_error is not None if redact_tool_errors is None else redact_tool_errors
        self._response_message_id = response_message_id
        handlers = {**_HANDLERS, **self._own_handlers(send_start=send_start, send_finish=send_finish)}
        unsent = (() if send_reasoning else _REASONING) + (() if send_sources else _SOURCES)
        self._handlers: dict[str, _Handler] = handlers | dict.fromkeys(unsent, _nothing)

    def _own_handlers(self, *, send_start: bool, send_finish: bool) -> dict[str, _Handler]:
        return {
            "tool-input-start": self._tool_input_start,
            "tool-call": self._tool_call,
            "tool-result": self._tool_result,
            "tool-error": self._tool_error,
            "error": lambda part: {"type": "error", "errorText": self._on_error(part.error)},
            "start": self._start if send_start else _nothing,
            "finish": _finish if send_finish else _nothing,
        }

    def convert(self, part: Any, message_metadata: Any = None) -> UIMessageChunk | None:
        """Return the chunk of a part; metadata goes along with `start` and `finish`."""
        kind = part.type
        handler = self._handlers.get(kind)
        if handler is None:
            raise ValueError(f"Unknown chunk type: {kind}")
        chunk = handler(part)
        if message_metadata is not None and chunk is not None and kind in _WITH_METADATA:
            chunk["messageMetadata"] = to_json_data(message_metadata)
        return chunk

    def _start(self, _: Any) -> UIMessageChunk:
        chunk = {"type": "start"}
        return chunk if self._response_message_id is None else {**chunk, "messageId": self._response_message_id}

    def _tool_input_start(self, part: Any) -> UIMessageChunk:
        chunk = {"type": "tool-input-start", "toolCallId": part.id, "toolName": part.tool_name}
        if part.input_encoding is not None:
            chunk["inputEncoding"] = part.input_encoding
        return self._with_tool_fields(chunk, part, title=part.title)

    def _tool_call(self, part: Any) -> UIMessageChunk:
        call = {"toolCallId": part.tool_call_id, "toolName": part.tool_name, "input": to_json_data(part.input)}
        if not part.invalid:
            return self._with_tool_fields({"type": "tool-input-available", **call}, part, title=part.title)
        # The model is told of an invalid call only when the tool is not the provider's.
        text = self._on_error(part.error) if part.provider_executed else self._tool_error_text(part.error)
        return self._with_tool_fields({"type": "tool-input-error", **call, "errorText": text}, part, title=part.title)

    def _tool_result(self, part: Any) -> UIMessageChunk:
        output = to_json_data(part.output)
        chunk = {"type": "tool-output-available", "toolCallId": part.tool_call_id, "output": output}
        if part.preliminary is not None:
            chunk["preliminary"] = part.preliminary
        return self._with_tool_fields(chunk, part)

    def _tool_error(self, part: Any) -> UIMessageChunk:
        text = _provider_error_text(part.error) if part.provider_executed else self._tool_error_text(part.error)
        chunk = {"type": "tool-output-error", "toolCallId": part.tool_call_id, "errorText": text}
        return self._with_tool_fields(chunk, part)

    def _tool_error_text(self, error: Any) -> str:
        """Return the text for a tool that failed.

        By default it is what the model was told: the messages come back as history, and a model that binds its
        reasoning to the messages before it refuses a history that says something else.
        """
        text = None if self._redact_tool_errors else get_model_tool_error_text(error)
        return self._on_error(error) if text is None else text

    def _with_tool_fields(self, chunk: UIMessageChunk, part: Any, title: str | None = None) -> UIMessageChunk:
        dynamic = self._is_dynamic(part)
        fields = {
            "providerExecuted": part.provider_executed,
            "providerMetadata": part.provider_metadata,
            "toolMetadata": part.tool_metadata,
            "dynamic": dynamic,
            "title": title,
        }
        chunk.update((key, value) for key, value in fields.items() if value is not None)
        return chunk

    def _is_dynamic(self, part: Any) -> bool | None:
        tool = self._tools.get(part.tool_name)
        if tool is None:  # tools of the provider, and dynamic ones, need not be listed
            dynamic: bool | None = part.dynamic
            return dynamic
        return True if tool.type == "dynamic" else None


def _nothing(_: Any) -> None:
    return None


def _with_metadata(chunk: UIMessageChunk, part: Any) -> UIMessageChunk:
    if part.provider_metadata is not None:
        chunk["providerMetadata"] = part.provider_metadata
    return chunk


def _block(part: Any) -> UIMessageChunk:
    return _with_metadata({"type": part.type, "id": part.id}, part)


def _delta(part: Any) -> UIMessageChunk:
    chunk = {"type": part.type, "id": part.id, "delta": part.text}
    if part.provider_metadata is not None:
        chunk["providerMetadata"] = part.provider_metadata
    return chunk


def _text_end(part: Any) -> UIMessageChunk:
    chunk = {"type": "text-end", "id": part.id}
    if part.citations is not None:
        chunk["citations"] = dump(part.citations)
    return _with_metadata(chunk, part)


def _file(part: Any) -> UIMessageChunk:
    media_type = part.file.media_type
    url = f"data:{media_type};base64,{part.file.base64}"
    return _with_metadata({"type": part.type, "mediaType": media_type, "url": url}, part)


def _source(part: Any) -> UIMessageChunk | None:
    if part.source_type == "url":
        chunk = {"type": "source-url", "sourceId": part.id, "url": part.url, "title": part.title}
    elif part.source_type == "document":
        chunk = {
            "type": "source-document",
            "sourceId": part.id,
            "mediaType": part.media_type,
            "title": part.title,
            "filename": part.filename,
        }
    else:
        return None
    return _with_metadata({key: value for key, value in chunk.items() if value is not None}, part)


def _approval_request(part: Any) -> UIMessageChunk:
    call = part.tool_call
    chunk = {"type": "tool-approval-request", "approvalId": part.approval_id, "toolCallId": call.tool_call_id}
    before, now = to_json_data(call.input_schema_input), to_json_data(call.input)
    if before is not None and not is_deep_equal_data(before, now):
        chunk["inputSchemaInput"] = before
    fields = {"reason": part.reason, "isAutomatic": part.is_automatic, "signature": part.signature}
    return {**chunk, **{key: value for key, value in fields.items() if value is not None}}


def _approval_response(part: Any) -> UIMessageChunk:
    chunk = {"type": "tool-approval-response", "approvalId": part.approval_id, "approved": part.approved}
    fields = {"reason": part.reason, "providerExecuted": part.provider_executed}
    return {**chunk, **{key: value for key, value in fields.items() if value is not None}}


def _abort(part: Any) -> UIMessageChunk:
    return {"type": "abort"} if part.reason is None else {"type": "abort", "reason": part.reason}


def _finish(part: Any) -> UIMessageChunk:
    return {"type": "finish", "finishReason": part.finish_reason}


def _provider_error_text(error: Any) -> str:
    """Return what the provider said as it was said: its codes must survive the way back to the model."""
    return error if isinstance(error, str) else stringify(to_json_data(error))


_HANDLERS: dict[str, _Handler] = {
    "text-start": _block,
    "text-delta": _delta,
    "text-end": _text_end,
    "reasoning-start": _block,
    "reasoning-delta": _delta,
    "reasoning-end": _block,
    "file": _file,
    "reasoning-file": _file,
    "source": _source,
    "custom": lambda part: _with_metadata({"type": "custom", "kind": part.kind}, part),
    "tool-input-delta": lambda part: {
        "type": "tool-input-delta",
        "toolCallId": part.id,
        "inputTextDelta": part.delta,
    },
    "tool-approval-request": _approval_request,
    "tool-approval-response": _approval_response,
    "tool-output-denied": lambda part: {"type": "tool-output-denied", "toolCallId": part.tool_call_id},
    "steering-message": lambda part: {
        "type": "steering-message",
        "id": part.id,
        "parts": convert_user_message_to_ui_parts(part.message),
    },
    "start-step": lambda _: {"type": "start-step"},
    "finish-step": lambda _: {"type": "finish-step"},
    "abort": _abort,
    "tool-input-end": _nothing,
    "ping": _nothing,
    "raw": _nothing,
}
_REASONING = ("reasoning-start", "reasoning-delta", "reasoning-end", "reasoning-file")
_SOURCES = ("source",)
_WITH_METADATA = frozenset({"start", "finish"})
