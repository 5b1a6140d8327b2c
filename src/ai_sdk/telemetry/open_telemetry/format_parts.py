"""The parts of messages as the semantic conventions for generative AI describe them.

Ports: @ai-sdk/otel/src/gen-ai-format-messages.ts
"""

from collections.abc import Callable, Mapping
from typing import Any

from ai_sdk.provider.codec import URL, dump
from ai_sdk.provider.shared import SharedV4FileDataData, SharedV4FileDataText, SharedV4FileDataUrl
from ai_sdk.provider_utils.base64 import convert_to_base64

__all__ = ["SemConvPart", "format_blob", "format_part", "format_tool_call", "format_tool_response"]

SemConvPart = dict[str, Any]
"""A part of a message: its `type` and what belongs to that type."""

_MODALITIES = ("image", "video", "audio")


def format_part(part: Any) -> SemConvPart:
    """Return a part of a prompt or of a message; of a kind that the conventions do not know, only the type."""
    formatter = _FORMATTERS.get(part.type)
    return {"type": part.type} if formatter is None else formatter(part)


def format_tool_call(part: Any) -> SemConvPart:
    """Return a tool call."""
    call = {"type": "tool_call", "id": part.tool_call_id, "name": part.tool_name}
    return call if part.input is None else {**call, "arguments": part.input}


def format_tool_response(tool_call_id: str, response: Any) -> SemConvPart:
    """Return what a tool answered."""
    return {"type": "tool_call_response", "id": tool_call_id, "response": response}


def format_blob(media_type: str | None, content: str) -> SemConvPart:
    """Return a file whose content is at hand."""
    return {"type": "blob", "modality": _modality(media_type), "mime_type": media_type, "content": content}


def _format_tool_result(part: Any) -> SemConvPart:
    output = part.output
    if output.type in {"text", "error-text", "json", "error-json"}:
        return format_tool_response(part.tool_call_id, output.value)
    if output.type == "execution-denied":
        reason = {} if output.reason is None else {"reason": output.reason}
        return format_tool_response(part.tool_call_id, {"denied": True, **reason})
    return format_tool_response(part.tool_call_id, dump(output))


def _format_approval_response(part: Any) -> SemConvPart:
    reason = {} if part.reason is None else {"reason": part.reason}
    response = {"type": "tool_approval_response", "approval_id": part.approval_id, "approved": part.approved}
    return response | reason


def _format_file(media_type: str | None, data: Any) -> SemConvPart:
    """Return a file: a URL as it is, and everything else as base64 or as the text that it is."""
    if isinstance(data, SharedV4FileDataUrl):
        return _format_uri(media_type, data.url)
    content = _content(data)
    if isinstance(content, URL) or (isinstance(content, str) and content.startswith(("http://", "https://"))):
        return _format_uri(media_type, content)
    return format_blob(media_type, convert_to_base64(content))


def _content(data: Any) -> str | bytes:
    match data:
        case SharedV4FileDataData():
            return data.data
        case SharedV4FileDataText():
            return data.text
        case str() | bytes():
            return data
    return ""  # a reference to an uploaded file says nothing that others could read


def _format_uri(media_type: str | None, uri: str) -> SemConvPart:
    return {"type": "uri", "modality": _modality(media_type), "mime_type": media_type, "uri": uri}


def _modality(media_type: str | None) -> str:
    modality = (media_type or "").partition("/")
    return modality[0] if modality[0] in _MODALITIES and modality[1] else "image"


_FORMATTERS: Mapping[str, Callable[[Any], SemConvPart]] = {
    "text": lambda part: {"type": "text", "content": part.text},
    "reasoning": lambda part: {"type": "reasoning", "content": part.text},
    "tool-call": format_tool_call,
    "tool-result": _format_tool_result,
    "file": lambda part: _format_file(part.media_type, part.data),
    "image": lambda part: {**_format_file(part.media_type, part.image), "modality": "image"},
    "tool-approval-response": _format_approval_response,
    "custom": lambda part: {"type": "custom", "kind": part.kind},
}
