"""UI messages as plain JSON data, the form in which they are streamed, persisted and processed."""

import marshal
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
    """Return a copy that shares nothing that can change with `value`, but for values that JSON does not have."""
    try:
        # A stream takes a copy for each of its chunks: this is four times as fast as walking through the value.
        return marshal.loads(marshal.dumps(value))  # noqa: S302 - written by ourselves, one line before
    except ValueError:
        return _copy(value)


def _copy(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return ui_message_data(value)
    if isinstance(value, Mapping):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value
