"""What chunks of tool calls do to a UI message.

Each function changes the state and says whether the message has changed.

Ports: ai/src/ui/process-ui-message-stream.ts
"""

from typing import Any

from ai_sdk.error.stream_errors import UIMessageStreamError
from ai_sdk.ui.process_ui_message_stream_content import Chunk, ChunkHandler
from ai_sdk.ui.process_ui_message_stream_state import Part, PartialToolCall, StreamingUIMessageState, is_tool_part

__all__ = ["TOOL_HANDLERS", "settle_tool_inputs"]

_REPLACED = ("input", "output", "errorText", "rawInput", "preliminary", "inputEncoding")
"""Fields of a tool part that belong to its state: a new state has them or they are gone."""

_KEPT = ("title", "toolMetadata", "providerExecuted")

_OUTPUT_STATES = frozenset({"output-available", "output-error"})


def _update_tool_part(
    state: StreamingUIMessageState,
    *,
    tool_call_id: str,
    tool_name: str,
    dynamic: bool,
    fields: Part,
    chunk: Chunk,
    existing: Part | None = None,
) -> None:
    """Give a tool call's part a new state: `fields` are its new fields, `chunk` says the rest."""
    part = existing or _find_in_step(state, tool_call_id, dynamic=dynamic)
    if part is None:
        part = {"type": "", "toolCallId": tool_call_id}
        state.parts.append(part)
        # TypeScript gives only static parts the raw input from the beginning.
        fields = {key: value for key, value in fields.items() if key != "rawInput"} if dynamic else fields
    part |= {"type": "dynamic-tool", "toolName": tool_name} if dynamic else {"type": f"tool-{tool_name}"}
    for name in _REPLACED:
        part.pop(name, None)
    part.update(fields)
    part.update((name, chunk[name]) for name in _KEPT if chunk.get(name) is not None)
    if chunk.get("providerMetadata") is not None:
        owner = "resultProviderMetadata" if fields["state"] in _OUTPUT_STATES else "callProviderMetadata"
        part[owner] = chunk["providerMetadata"]


def _find_in_step(state: StreamingUIMessageState, tool_call_id: str, *, dynamic: bool | None = None) -> Part | None:
    """Return the part of a call in the current step; when `dynamic` is given, only of a call of that kind."""
    for part in state.current_step_parts():
        is_call = is_tool_part(part) and part["toolCallId"] == tool_call_id
        if is_call and dynamic in {None, part["type"] == "dynamic-tool"}:
            return part
    return None


def _find(state: StreamingUIMessageState, tool_call_id: str) -> Part:
    """Return the part of a call, in the current step or, if it is not there, in the latest that has one."""
    found = _find_in_step(state, tool_call_id) or next(
        (part for part in reversed(state.parts) if is_tool_part(part) and part["toolCallId"] == tool_call_id), None
    )
    if found is None:
        raise UIMessageStreamError(
            f'No tool invocation found for tool call ID "{tool_call_id}".',
            chunk_type="tool-invocation",
            chunk_id=tool_call_id,
        )
    return found


def _find_approval(state: StreamingUIMessageState, approval_id: str) -> Part:
    for part in filter(is_tool_part, state.parts):
        if (part.get("approval") or {}).get("id") == approval_id:
            return part
    raise UIMessageStreamError(
        f'No tool invocation found for approval ID "{approval_id}".',
        chunk_type="tool-approval-response",
        chunk_id=approval_id,
    )


def _input_start(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    encoding, dynamic = chunk.get("inputEncoding"), bool(chunk.get("dynamic"))
    state.partial_tool_calls[chunk["toolCallId"]] = PartialToolCall(
        tool_name=chunk["toolName"],
        dynamic=dynamic,
        input_encoding=encoding,
        title=chunk.get("title"),
        tool_metadata=chunk.get("toolMetadata"),
    )
    _update_from(state, chunk, dynamic=dynamic, fields={"state": "input-streaming"} | _encoding(encoding))
    return True


def _encoding(input_encoding: str | None) -> Part:
    return {} if input_encoding is None else {"inputEncoding": input_encoding}


def _update_from(state: StreamingUIMessageState, chunk: Chunk, *, dynamic: bool, fields: Part) -> None:
    _update_tool_part(
        state,
        tool_call_id=chunk["toolCallId"],
        tool_name=chunk["toolName"],
        dynamic=dynamic,
        fields=fields,
        chunk=chunk,
    )


def _input_delta(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    tool_call_id = chunk["toolCallId"]
    partial = state.partial_tool_calls.get(tool_call_id)
    if partial is None:
        raise UIMessageStreamError(
            f'Received tool-input-delta for missing tool call with ID "{tool_call_id}". '
            'Ensure a "tool-input-start" chunk is sent before any "tool-input-delta" chunks.',
            chunk_type="tool-input-delta",
            chunk_id=tool_call_id,
        )
    partial.pieces.append(chunk["inputTextDelta"])
    state.changed_tool_calls[tool_call_id] = partial
    return True


def settle_tool_inputs(state: StreamingUIMessageState) -> None:
    """Bring the parts of tool calls whose input has grown up to date."""
    for tool_call_id, partial in state.changed_tool_calls.items():
        _update_tool_part(
            state,
            tool_call_id=tool_call_id,
            tool_name=partial.tool_name,
            dynamic=partial.dynamic,
            fields={"state": "input-streaming"} | _encoding(partial.input_encoding) | partial.take_input(),
            chunk={"title": partial.title, "toolMetadata": partial.tool_metadata},
        )
    state.changed_tool_calls.clear()


def _input_available(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    fields = {"state": "input-available"} | _given(chunk, "input")
    _update_from(state, chunk, dynamic=bool(chunk.get("dynamic")), fields=fields)
    return True


def _input_error(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    """Let a part that is there keep its kind; a second one of another kind would stand beside it."""
    existing = _find_in_step(state, chunk["toolCallId"])
    dynamic = bool(chunk.get("dynamic")) if existing is None else existing["type"] == "dynamic-tool"
    untitled = {key: value for key, value in chunk.items() if key != "title"}
    _update_from(
        state, untitled, dynamic=dynamic, fields={"state": "output-error"} | _given(chunk, "input", "errorText")
    )
    return True


def _given(source: Part, *names: str) -> Part:
    return {name: source[name] for name in names if name in source}


def _approval_request(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = _find(state, chunk["toolCallId"])
    approval = {
        "id": chunk["approvalId"],
        "descriptor": chunk.get("approvalDescriptor"),
        "requestReason": chunk.get("reason"),
        "isAutomatic": chunk.get("isAutomatic") or None,
        "signature": chunk.get("signature"),
    }
    part["state"] = "approval-requested"
    part["approval"] = {k: v for k, v in approval.items() if v is not None} | _given(chunk, "inputSchemaInput")
    return True


def _approval_response(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = _find_approval(state, chunk["approvalId"])
    reason = {} if chunk.get("reason") is None else {"reason": chunk["reason"]}
    part["state"] = "approval-responded"
    part["approval"] = part["approval"] | {"approved": chunk["approved"]} | reason
    if chunk.get("providerExecuted") is not None:
        part["providerExecuted"] = chunk["providerExecuted"]
    if chunk.get("providerMetadata") is not None:
        part["callProviderMetadata"] = chunk["providerMetadata"]
    return True


def _output_denied(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    _find(state, chunk["toolCallId"])["state"] = "output-denied"
    return True


def _output_available(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = _find(state, chunk["toolCallId"])
    _answer(state, part, chunk, {"state": "output-available"} | _given(chunk, "output", "preliminary"))
    return True


def _output_error(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = _find(state, chunk["toolCallId"])
    raw_input = {} if part["type"] == "dynamic-tool" else _given(part, "rawInput")
    _answer(state, part, chunk, {"state": "output-error"} | _given(chunk, "errorText") | raw_input)
    return True


def _answer(state: StreamingUIMessageState, part: Part, chunk: Chunk, fields: dict[str, Any]) -> None:
    dynamic = part["type"] == "dynamic-tool"
    _update_tool_part(
        state,
        tool_call_id=chunk["toolCallId"],
        tool_name=part["toolName"] if dynamic else part["type"].partition("-")[2],
        dynamic=dynamic,
        fields=fields | _given(part, "input"),
        chunk=chunk,
        existing=part,
    )


TOOL_HANDLERS: dict[str, ChunkHandler] = {
    "tool-input-start": _input_start,
    "tool-input-delta": _input_delta,
    "tool-input-available": _input_available,
    "tool-input-error": _input_error,
    "tool-approval-request": _approval_request,
    "tool-approval-response": _approval_response,
    "tool-output-denied": _output_denied,
    "tool-output-available": _output_available,
    "tool-output-error": _output_error,
}
