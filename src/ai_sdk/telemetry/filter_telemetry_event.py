"""Events without the inputs and outputs that the call does not want recorded.

Ports: ai/src/telemetry/filter-telemetry-event.ts
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from ai_sdk.telemetry.copy_fields import get_field, own_fields, with_fields
from ai_sdk.telemetry.telemetry_options import TelemetryOptions

__all__ = ["filter_telemetry_event"]

T = TypeVar("T")

_INPUTS: dict[str, Any] = {
    "instructions": None,
    "system": None,
    "prompt": None,
    "messages": [],
    "prompt_messages": [],
    "experimental_steering_messages": [],
    "tools": None,
    "step_tools": None,
    "schema": None,
    "schema_name": None,
    "schema_description": None,
    "provider_options": {},
    "value": "",
    "values": [],
    "query": "",
    "documents": [],
}
_OUTPUTS: dict[str, Any] = {
    "content": [],
    "reasoning_text": None,
    "files": [],
    "sources": [],
    "tool_calls": [],
    "static_tool_calls": [],
    "dynamic_tool_calls": [],
    "tool_results": [],
    "static_tool_results": [],
    "dynamic_tool_results": [],
    "response_messages": [],
    "object": None,
    "object_text": "",
    "embedding": [],
    "embeddings": [],
    "ranking": [],
    "segments": [],
    "words": [],
}


def filter_telemetry_event(event: T, options: TelemetryOptions) -> T:
    """Return `event`, or a copy without inputs, outputs and whatever may contain either.

    Only the library's own fields are emptied; contexts have rules of their own.
    """
    hide_inputs, hide_outputs = options.record_inputs is False, options.record_outputs is False
    if not hide_inputs and not hide_outputs:
        return event
    is_speech = get_field(event, "operation_id") == "ai.generateSpeech"
    changes = _hidden(event, hide_inputs=hide_inputs, hide_outputs=hide_outputs, is_speech=is_speech)
    # Raw provider payloads and errors can contain either inputs or outputs.
    changes |= {"provider_metadata": None, "error": _hidden_error(get_field(event, "error"))}
    for name in ("tool_call", "tool_output"):
        part = get_field(event, name)
        changes[name] = _filter_tool_part(part, name, hide_inputs=hide_inputs, hide_outputs=hide_outputs)
    changes["request"] = _filter_metadata(get_field(event, "request"), hide=hide_inputs)
    changes["response"] = _filter_metadata(get_field(event, "response"), hide=hide_outputs)
    changes["steps"] = [filter_telemetry_event(step, options) for step in get_field(event, "steps") or ()]
    changes["final_step"] = _filter_step(get_field(event, "final_step"), options)
    return _with_own_fields(event, changes)


def _hidden(event: Any, *, hide_inputs: bool, hide_outputs: bool, is_speech: bool) -> dict[str, Any]:
    """Return the empty values of the fields that hold inputs or outputs."""
    changes: dict[str, Any] = {}
    if hide_inputs:
        changes |= _INPUTS | ({"text": ""} if is_speech else {})
        changes["ranking"] = _without_documents(get_field(event, "ranking"))
        if not isinstance(get_field(event, "output"), str):
            changes["output"] = None
    if hide_outputs:
        changes |= _OUTPUTS | ({} if is_speech else {"text": ""})
        changes["reasoning"] = [] if isinstance(get_field(event, "reasoning"), list) else None
    return changes


def _without_documents(ranking: Any) -> Any:
    return [_without_document(entry) for entry in ranking] if isinstance(ranking, list) else ranking


def _without_document(entry: Any) -> Any:
    if "document" not in own_fields(entry):
        return entry
    return with_fields(entry, {"document": "" if isinstance(get_field(entry, "document"), str) else {}})


def _filter_tool_part(part: Any, name: str, *, hide_inputs: bool, hide_outputs: bool) -> Any:
    """Return a tool call, result or error without its input, its output and its metadata."""
    if part is None:
        return None
    changes: dict[str, Any] = {"provider_metadata": None, "error": _hidden_error(get_field(part, "error"))}
    if hide_inputs:
        changes["input"] = None
    if hide_outputs and name == "tool_output":
        changes |= {"output": None, "error": None}
    return _with_own_fields(part, changes)


def _filter_metadata(metadata: Any, *, hide: bool) -> Any:
    if isinstance(metadata, list):
        return [_filter_metadata(item, hide=hide) for item in metadata]
    hidden: dict[str, Any] = {"body": None} | ({"messages": [], "instructions": None} if hide else {})
    return _with_own_fields(metadata, hidden)


def _filter_step(step: Any, options: TelemetryOptions) -> Any:
    return None if step is None else filter_telemetry_event(step, options)


def _hidden_error(error: Any) -> Any:
    return None if error is None else Exception("AI SDK operation failed")


def _with_own_fields(value: T, changes: Mapping[str, Any]) -> T:
    own = own_fields(value)
    present = {name: item for name, item in changes.items() if name in own}
    return with_fields(value, present) if present else value
