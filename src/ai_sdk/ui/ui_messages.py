"""UI messages: what a chat's frontend shows and sends back, and which kind a part of one is.

Ports: ai/src/ui/ui-messages.ts
"""

from collections.abc import Mapping
from typing import Any, TypeGuard, overload

from ai_sdk_generated.ai.ui_message import (
    CustomContentUIPart,
    DynamicToolUIPart,
    DynamicToolUIPartOutputError,
    FileUIPart,
    ReasoningFileUIPart,
    ReasoningUIPart,
    SourceDocumentUIPart,
    SourceUrlUIPart,
    SteeringMessageUIPart,
    StepStartUIPart,
    TextUIPart,
    UIMessage,
    UIMessagePart,
    UIMessagePartData,
    UIMessagePartToolApprovalRequested,
    UIMessagePartToolApprovalResponded,
    UIMessagePartToolInputAvailable,
    UIMessagePartToolInputStreaming,
    UIMessagePartToolOutputAvailable,
    UIMessagePartToolOutputDenied,
    UIMessagePartToolOutputError,
)

__all__ = [
    "CustomContentUIPart",
    "DataUIPart",
    "DynamicToolUIPart",
    "FileUIPart",
    "ReasoningFileUIPart",
    "ReasoningUIPart",
    "SourceDocumentUIPart",
    "SourceUrlUIPart",
    "SteeringMessageUIPart",
    "StepStartUIPart",
    "TextUIPart",
    "ToolOutputErrorUIPart",
    "ToolUIPart",
    "UIMessage",
    "UIMessageLike",
    "UIMessagePart",
    "UIMessagePartLike",
    "get_static_tool_name",
    "get_tool_name",
    "is_custom_content_ui_part",
    "is_data_ui_part",
    "is_dynamic_tool_ui_part",
    "is_file_ui_part",
    "is_reasoning_file_ui_part",
    "is_reasoning_ui_part",
    "is_static_tool_ui_part",
    "is_text_ui_part",
    "is_tool_output_error_ui_part",
    "is_tool_ui_part",
]

DataUIPart = UIMessagePartData
"""A part of the application's own: its `type` begins with `data-`."""

ToolUIPart = (
    UIMessagePartToolInputStreaming
    | UIMessagePartToolInputAvailable
    | UIMessagePartToolApprovalRequested
    | UIMessagePartToolApprovalResponded
    | UIMessagePartToolOutputAvailable
    | UIMessagePartToolOutputError
    | UIMessagePartToolOutputDenied
)
"""A call of a tool that is known beforehand, in one of its states: its `type` is `tool-` and the tool's name."""

ToolOutputErrorUIPart = UIMessagePartToolOutputError | DynamicToolUIPartOutputError
"""A call of a tool that failed."""

UIMessageLike = UIMessage | Mapping[str, Any]
"""A UI message as a model, or as the JSON data that a frontend sends."""

UIMessagePartLike = UIMessagePart | Mapping[str, Any]
"""A part of a UI message as a model or as JSON data."""


@overload
def is_data_ui_part(part: UIMessagePart) -> TypeGuard[DataUIPart]: ...
@overload
def is_data_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_data_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is data of the application."""
    return _type_of(part).startswith("data-")


@overload
def is_text_ui_part(part: UIMessagePart) -> TypeGuard[TextUIPart]: ...
@overload
def is_text_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_text_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is text.

    >>> is_text_ui_part({"type": "text", "text": "Hi"})
    True
    """
    return _type_of(part) == "text"


@overload
def is_custom_content_ui_part(part: UIMessagePart) -> TypeGuard[CustomContentUIPart]: ...
@overload
def is_custom_content_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_custom_content_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is content that only one provider knows."""
    return _type_of(part) == "custom"


@overload
def is_file_ui_part(part: UIMessagePart) -> TypeGuard[FileUIPart]: ...
@overload
def is_file_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_file_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is a file."""
    return _type_of(part) == "file"


@overload
def is_reasoning_file_ui_part(part: UIMessagePart) -> TypeGuard[ReasoningFileUIPart]: ...
@overload
def is_reasoning_file_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_reasoning_file_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is a file that the model made while thinking."""
    return _type_of(part) == "reasoning-file"


@overload
def is_reasoning_ui_part(part: UIMessagePart) -> TypeGuard[ReasoningUIPart]: ...
@overload
def is_reasoning_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_reasoning_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is reasoning."""
    return _type_of(part) == "reasoning"


@overload
def is_static_tool_ui_part(part: UIMessagePart) -> TypeGuard[ToolUIPart]: ...
@overload
def is_static_tool_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_static_tool_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is a call of a tool that is known beforehand."""
    return _type_of(part).startswith("tool-")


@overload
def is_dynamic_tool_ui_part(part: UIMessagePart) -> TypeGuard[DynamicToolUIPart]: ...
@overload
def is_dynamic_tool_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_dynamic_tool_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is a call of a tool that is known only at run time."""
    return _type_of(part) == "dynamic-tool"


@overload
def is_tool_ui_part(part: UIMessagePart) -> TypeGuard[ToolUIPart | DynamicToolUIPart]: ...
@overload
def is_tool_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_tool_ui_part(part: UIMessagePartLike) -> bool:
    """Say whether a part is a call of a tool."""
    kind = _type_of(part)
    return kind.startswith("tool-") or kind == "dynamic-tool"


@overload
def is_tool_output_error_ui_part(part: UIMessagePart) -> TypeGuard[ToolOutputErrorUIPart]: ...
@overload
def is_tool_output_error_ui_part(part: Mapping[str, Any]) -> bool: ...
def is_tool_output_error_ui_part(part: Any) -> bool:
    """Say whether a part is a call of a tool that failed."""
    return is_tool_ui_part(part) and _field(part, "state") == "output-error"


def get_static_tool_name(part: ToolUIPart | Mapping[str, Any]) -> str:
    """Return the name of the tool that a static tool part calls.

    >>> get_static_tool_name({"type": "tool-get-weather"})
    'get-weather'
    """
    return _type_of(part).partition("-")[2]


def get_tool_name(part: ToolUIPart | DynamicToolUIPart | Mapping[str, Any]) -> str:
    """Return the name of the tool that a tool part, static or dynamic, calls.

    >>> get_tool_name({"type": "dynamic-tool", "toolName": "clock"})
    'clock'
    """
    if _type_of(part) != "dynamic-tool":
        return get_static_tool_name(part)  # type: ignore[arg-type]  # what is not dynamic is static
    name: str = part["toolName"] if isinstance(part, Mapping) else part.tool_name  # type: ignore[union-attr]
    return name


def _type_of(part: Any) -> str:
    return str(_field(part, "type"))


def _field(part: Any, name: str) -> Any:
    return part.get(name) if isinstance(part, Mapping) else getattr(part, name)
