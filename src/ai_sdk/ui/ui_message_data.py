"""UI messages as plain JSON data, the form in which they are streamed, persisted and processed."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

__all__ = ["UIMessageData", "copy_json", "ui_message_data"]

UIMessageData = dict[str, Any]
"""A UI message as JSON data with TypeScript's keys; what is absent has no key, `None` is null."""


def ui_message_data(message: BaseModel | Mapping[str, Any]) -> UIMessageData:
    """Return a message as JSON data of its own, which can be changed without changing `message`.

    >>> ui_message_data({"id": "1", "role": "user", "parts": []})
    {'id': '1', 'role': 'user', 'parts': []}
    """
    if isinstance(message, BaseModel):
        return message.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return {key: copy_json(value) for key, value in message.items()}


def copy_json(value: Any) -> Any:
    """Return a copy that shares no dict and no list with `value`; texts, however long, cost nothing."""
    kind = type(value)
    if kind is dict:
        return {key: copy_json(item) for key, item in value.items()}
    if kind is list:
        return [copy_json(item) for item in value]
    return ui_message_data(value) if isinstance(value, BaseModel) else value
