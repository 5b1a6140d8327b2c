"""UI messages as plain JSON, which the code of this package works with, and as the models that users get.

Law: `ui_message_json(create_ui_message(message)) == message` for every valid message without deprecated fields.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ai_sdk_generated._base import WireModel
from ai_sdk_generated.ai import ui_message as models
from pydantic import BaseModel

__all__ = ["create_ui_message", "create_ui_message_part", "ui_message_json", "ui_messages_json"]

_PARTS: dict[str, type[WireModel]] = {
    "text": models.TextUIPart,
    "custom": models.CustomContentUIPart,
    "reasoning": models.ReasoningUIPart,
    "source-url": models.SourceUrlUIPart,
    "source-document": models.SourceDocumentUIPart,
    "file": models.FileUIPart,
    "reasoning-file": models.ReasoningFileUIPart,
    "steering-message": models.SteeringMessageUIPart,
    "step-start": models.StepStartUIPart,
}
_TOOL_PARTS: dict[str, type[WireModel]] = {
    "input-streaming": models.UIMessagePartToolInputStreaming,
    "input-available": models.UIMessagePartToolInputAvailable,
    "approval-requested": models.UIMessagePartToolApprovalRequested,
    "approval-responded": models.UIMessagePartToolApprovalResponded,
    "output-available": models.UIMessagePartToolOutputAvailable,
    "output-error": models.UIMessagePartToolOutputError,
    "output-denied": models.UIMessagePartToolOutputDenied,
}
_DYNAMIC_TOOL_PARTS: dict[str, type[WireModel]] = {
    "input-streaming": models.DynamicToolUIPartInputStreaming,
    "input-available": models.DynamicToolUIPartInputAvailable,
    "approval-requested": models.DynamicToolUIPartApprovalRequested,
    "approval-responded": models.DynamicToolUIPartApprovalResponded,
    "output-available": models.DynamicToolUIPartOutputAvailable,
    "output-error": models.DynamicToolUIPartOutputError,
    "output-denied": models.DynamicToolUIPartOutputDenied,
}
_APPROVALS: dict[str, type[WireModel]] = {
    "approval-requested": models.DynamicToolUIPartApprovalRequestedApproval,
    "approval-responded": models.DynamicToolUIPartApprovalRespondedApproval,
    "output-available": models.DynamicToolUIPartOutputAvailableApproval,
    "output-error": models.DynamicToolUIPartOutputAvailableApproval,
    "output-denied": models.DynamicToolUIPartOutputDeniedApproval,
}


def ui_message_json(message: Any) -> Any:
    """Return a message as plain JSON; what is no model, such as a mapping or a mistake, stays as it is.

    Only the models of messages are opened: metadata, data and inputs stay the objects that they are, uncopied.
    """
    return _plain(message)


def ui_messages_json(messages: Any) -> Any:
    """Return every message of a list as plain JSON; what is no list stays as it is."""
    return [_plain(message) for message in messages] if isinstance(messages, list | tuple) else messages


def create_ui_message(message: Mapping[str, Any]) -> models.UIMessage:
    """Return a message that is known to be valid as a model, without checking it again."""
    parts = [create_ui_message_part(part) for part in message["parts"]]
    created: models.UIMessage = _create(models.UIMessage, {**message, "parts": parts})
    return created


def _plain(value: Any) -> Any:
    if isinstance(value, WireModel):
        keys = _keys(type(value))
        return {keys[name]: _plain(getattr(value, name)) for name in keys if name in value.model_fields_set}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def create_ui_message_part(part: Mapping[str, Any]) -> Any:
    """Return a part that is known to be valid as a model, without checking it again."""
    kind = _part_class(part)
    if kind is models.DynamicToolUIPartOutputError and part.get("input") is None and "rawInput" in part:
        part = {**part, "input": part["rawInput"]}  # the deprecated field that only static parts have
    if part.get("approval") is not None:
        return _create(kind, {**part, "approval": _create(_APPROVALS[part["state"]], part["approval"])})
    if kind is models.SteeringMessageUIPart:
        return _create(kind, {**part, "parts": [create_ui_message_part(each) for each in part["parts"]]})
    if part.get("citations") is not None:
        citations = [models.LanguageModelV4Citation.model_validate(each) for each in part["citations"]]
        return _create(kind, {**part, "citations": citations})
    return _create(kind, part)


def _part_class(part: Mapping[str, Any]) -> type[WireModel]:
    kind: str = part["type"]
    if kind.startswith("tool-"):
        return _TOOL_PARTS[part["state"]]
    if kind.startswith("data-"):
        return models.UIMessagePartData
    return _DYNAMIC_TOOL_PARTS[part["state"]] if kind == "dynamic-tool" else _PARTS[kind]


def _create(kind: type[BaseModel], values: Mapping[str, Any]) -> Any:
    keys = _keys(kind)
    given = {name for name, key in keys.items() if key in values}
    # What TypeScript may leave out although the field is required, such as the input of a failed call, reads as None.
    return kind.model_construct(given, **{name: values.get(key) for name, key in keys.items()})


@lru_cache(maxsize=64)
def _keys(kind: type[BaseModel]) -> dict[str, str]:
    return {name: field.alias or name for name, field in kind.model_fields.items()}
