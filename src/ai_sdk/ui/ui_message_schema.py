"""What a UI message must look like, whoever it comes from: keys that nobody knows are dropped, nothing is coerced.

The check ends at the first message or part that does not fit, so that rejecting a large body costs little.

Ports: ai/src/ui/validate-ui-messages.ts, ai/src/types/citation.ts
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, Literal, NotRequired

from ai_sdk_generated._base import Absent, Integer
from pydantic import BeforeValidator, Discriminator, Field, JsonValue, TypeAdapter, ValidationError
from typing_extensions import TypedDict

__all__ = ["UIMessageShapeError", "check_ui_messages"]

_INVALID_PART_TYPE = (
    "Invalid UI message part type. Expected a known part type "
    '(for example "text" or "dynamic-tool") or a type starting with "data-" or "tool-".'
)
_INVALID_JSON = (
    "Invalid JSON value. Expected null, a string, a finite number, a boolean, an array, or an object{where}."
)


class UIMessageShapeError(ValueError):
    """A message does not look like one; the text names the path of each mistake, such as `[0].parts[1].text`."""


def check_ui_messages(value: Any) -> list[dict[str, Any]]:
    """Return the messages with the known keys alone. Raises `UIMessageShapeError` when one is not a UI message."""
    if not isinstance(value, list):
        raise UIMessageShapeError("expected a list of messages")
    if not value:
        raise UIMessageShapeError("Messages array must not be empty")
    return [_check_message(message, f"[{index}]") for index, message in enumerate(value)]


def _check_message(value: Any, path: str) -> dict[str, Any]:
    message = _check(_Message, value, path)
    parts = [_check_part(part, f"{path}.parts[{index}]") for index, part in enumerate(message["parts"])]
    if not parts and message["role"] != "assistant":
        raise UIMessageShapeError(f"{path}.parts: Message must contain at least one part")
    return {**message, "parts": parts}


def _check_part(part: Any, path: str) -> dict[str, Any]:
    kind = part.get("type") if isinstance(part, dict) else None
    if isinstance(kind, str) and kind.startswith("data-"):
        return _check(_DataPart, part, path)
    if isinstance(kind, str) and (kind.startswith("tool-") or kind == "dynamic-tool"):
        return _check_tool_part(part, path)
    shape = _PARTS.get(kind) if isinstance(kind, str) else None
    if shape is None:
        raise UIMessageShapeError(f"{path}.type: {_INVALID_PART_TYPE}")
    checked = _check(shape, part, path)
    if kind == "steering-message":
        checked["parts"] = [_check_steering(each, f"{path}.parts[{at}]") for at, each in enumerate(checked["parts"])]
    return checked


def _check_steering(part: Any, path: str) -> dict[str, Any]:
    kind = part.get("type") if isinstance(part, dict) else None
    if kind not in ("text", "file"):
        raise UIMessageShapeError(f'{path}.type: expected "text" or "file"')
    return _check(_SteeringTextPart if kind == "text" else _FilePart, part, path)


def _check_tool_part(part: dict[str, Any], path: str) -> dict[str, Any]:
    state = part.get("state")
    shape = _TOOL_STATES.get(state) if isinstance(state, str) else None
    if shape is None:
        raise UIMessageShapeError(f"{path}.state: expected one of {', '.join(_TOOL_STATES)}")
    name = _check(_DynamicToolName if part["type"] == "dynamic-tool" else _ToolName, part, path)
    return name | _check(shape, part, path)


def _check(shape: Any, value: Any, path: str) -> dict[str, Any]:
    try:
        checked: dict[str, Any] = _adapter(shape).validate_python(value, strict=True)
    except ValidationError as error:
        raise UIMessageShapeError("\n".join(_problems(error, path))) from None
    return checked


def _problems(error: ValidationError, path: str) -> Iterator[str]:
    for problem in error.errors(include_url=False, include_context=False, include_input=False):
        where = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in problem["loc"])
        yield f"{path}{where}: {problem['msg']}"


@lru_cache(maxsize=64)
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _check_json(value: Any) -> Any:
    """Refuse what JSON cannot hold before the union of all JSON values would tell of it once for each of its kinds."""
    waiting: list[tuple[Any, str]] = [(value, "")]
    while waiting:
        each, path = waiting.pop()
        if isinstance(each, dict):
            waiting += [(item, f"{path}.{key}") for key, item in each.items()]
        elif isinstance(each, list):
            waiting += [(item, f"{path}[{index}]") for index, item in enumerate(each)]
        elif not (each is None or isinstance(each, str | int) or (isinstance(each, float) and math.isfinite(each))):
            raise ValueError(_INVALID_JSON.format(where=f" at {path}" if path else ""))
    return value


_Json = BeforeValidator(_check_json)
_ProviderMetadata = Annotated[dict[str, dict[str, JsonValue]], _Json]
_ToolMetadata = Annotated[dict[str, JsonValue], _Json]
_Position = Annotated[Integer, Field(ge=0)]


class _Message(TypedDict):
    id: str
    role: Literal["system", "user", "assistant"]
    metadata: NotRequired[Any]
    parts: list[Any]


class _UrlSource(TypedDict):
    type: Literal["source"]
    sourceType: Literal["url"]
    id: str
    url: str
    title: NotRequired[str]
    providerMetadata: NotRequired[_ProviderMetadata]


class _DocumentSource(TypedDict):
    type: Literal["source"]
    sourceType: Literal["document"]
    id: str
    mediaType: str
    title: str
    filename: NotRequired[str]
    providerMetadata: NotRequired[_ProviderMetadata]


class _Citation(TypedDict):
    source: Annotated[_UrlSource | _DocumentSource, Discriminator("sourceType")]
    startIndex: NotRequired[_Position]
    endIndex: NotRequired[_Position]
    citedText: NotRequired[str]


class _SteeringTextPart(TypedDict):
    type: Literal["text"]
    text: str
    providerMetadata: NotRequired[_ProviderMetadata]


class _TextPart(_SteeringTextPart):
    citations: NotRequired[list[_Citation]]
    state: NotRequired[Literal["streaming", "done"]]


class _ReasoningPart(TypedDict):
    type: Literal["reasoning"]
    id: NotRequired[str]
    text: str
    state: NotRequired[Literal["streaming", "done"]]
    providerMetadata: NotRequired[_ProviderMetadata]


class _CustomPart(TypedDict):
    type: Literal["custom"]
    kind: str
    providerMetadata: NotRequired[_ProviderMetadata]


class _SourceUrlPart(TypedDict):
    type: Literal["source-url"]
    sourceId: str
    url: str
    title: NotRequired[str]
    providerMetadata: NotRequired[_ProviderMetadata]


class _SourceDocumentPart(TypedDict):
    type: Literal["source-document"]
    sourceId: str
    mediaType: str
    title: str
    filename: NotRequired[str]
    providerMetadata: NotRequired[_ProviderMetadata]


class _FilePart(TypedDict):
    type: Literal["file"]
    mediaType: str
    filename: NotRequired[str]
    url: str
    providerReference: NotRequired[dict[str, str]]
    providerMetadata: NotRequired[_ProviderMetadata]


class _ReasoningFilePart(TypedDict):
    type: Literal["reasoning-file"]
    mediaType: str
    url: str
    providerMetadata: NotRequired[_ProviderMetadata]


class _SteeringMessagePart(TypedDict):
    type: Literal["steering-message"]
    id: str
    parts: list[Any]


class _StepStartPart(TypedDict):
    type: Literal["step-start"]


class _DataPart(TypedDict):
    type: str
    id: NotRequired[str]
    data: Any


_PARTS: dict[str, Any] = {
    "text": _TextPart,
    "reasoning": _ReasoningPart,
    "custom": _CustomPart,
    "source-url": _SourceUrlPart,
    "source-document": _SourceDocumentPart,
    "file": _FilePart,
    "reasoning-file": _ReasoningFilePart,
    "steering-message": _SteeringMessagePart,
    "step-start": _StepStartPart,
}


class _ToolName(TypedDict):
    type: str


class _DynamicToolName(TypedDict):
    type: Literal["dynamic-tool"]
    dynamic: NotRequired[Literal[False]]
    toolName: str


class _ApprovalRequest(TypedDict):
    id: str
    descriptor: NotRequired[Any]
    requestReason: NotRequired[str]
    isAutomatic: NotRequired[bool]
    signature: NotRequired[str]
    inputSchemaInput: NotRequired[Any]


class _ApprovalRequested(_ApprovalRequest):
    approved: NotRequired[Absent]
    reason: NotRequired[Absent]


class _ApprovalResponded(_ApprovalRequest):
    approved: bool
    reason: NotRequired[str]


class _ApprovalGranted(_ApprovalRequest):
    approved: Literal[True]
    reason: NotRequired[str]


class _ApprovalDenied(_ApprovalRequest):
    approved: Literal[False]
    reason: NotRequired[str]


class _ToolCall(TypedDict):
    toolCallId: str
    title: NotRequired[str]
    toolMetadata: NotRequired[_ToolMetadata]
    providerExecuted: NotRequired[bool]
    callProviderMetadata: NotRequired[_ProviderMetadata]


class _InputStreaming(_ToolCall):
    state: Literal["input-streaming"]
    input: NotRequired[Any]
    rawInput: NotRequired[str]
    inputEncoding: NotRequired[Literal["json", "text"]]
    output: NotRequired[Absent]
    errorText: NotRequired[Absent]
    approval: NotRequired[Absent]


class _InputAvailable(_ToolCall):
    state: Literal["input-available"]
    input: Any
    output: NotRequired[Absent]
    errorText: NotRequired[Absent]
    approval: NotRequired[Absent]


class _ToolApprovalRequested(_ToolCall):
    state: Literal["approval-requested"]
    input: Any
    output: NotRequired[Absent]
    errorText: NotRequired[Absent]
    approval: _ApprovalRequested


class _ToolApprovalResponded(_ToolCall):
    state: Literal["approval-responded"]
    input: Any
    output: NotRequired[Absent]
    errorText: NotRequired[Absent]
    approval: _ApprovalResponded


class _OutputAvailable(_ToolCall):
    state: Literal["output-available"]
    input: Any
    output: Any
    errorText: NotRequired[Absent]
    resultProviderMetadata: NotRequired[_ProviderMetadata]
    preliminary: NotRequired[bool]
    approval: NotRequired[_ApprovalGranted]


class _OutputError(_ToolCall):
    state: Literal["output-error"]
    input: NotRequired[Any]
    rawInput: NotRequired[Any]
    output: NotRequired[Absent]
    errorText: str
    resultProviderMetadata: NotRequired[_ProviderMetadata]
    approval: NotRequired[_ApprovalGranted]


class _OutputDenied(_ToolCall):
    state: Literal["output-denied"]
    input: Any
    output: NotRequired[Absent]
    errorText: NotRequired[Absent]
    approval: _ApprovalDenied


_TOOL_STATES: dict[str, Any] = {
    "input-streaming": _InputStreaming,
    "input-available": _InputAvailable,
    "approval-requested": _ToolApprovalRequested,
    "approval-responded": _ToolApprovalResponded,
    "output-available": _OutputAvailable,
    "output-error": _OutputError,
    "output-denied": _OutputDenied,
}
