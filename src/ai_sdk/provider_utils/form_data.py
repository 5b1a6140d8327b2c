"""Multipart form data as `FormData` in JavaScript writes it.

Ports: @ai-sdk/provider-utils/src/convert-to-form-data.ts
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider.json_value import stringify

__all__ = ["FormData", "FormFile", "convert_to_form_data"]


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file in a form."""

    content: bytes
    filename: str = "blob"
    content_type: str = "application/octet-stream"


@dataclass(slots=True)
class FormData:
    """The fields of a form, in the order they were appended; a name may come more than once."""

    fields: list[tuple[str, str | FormFile]] = field(default_factory=list)

    def append(self, name: str, value: Any, *, filename: str | None = None, content_type: str | None = None) -> None:
        """Add a field: bytes or a `FormFile` as a file, anything else as the text JavaScript makes of it."""
        if isinstance(value, bytes):
            value = FormFile(
                value, "blob" if filename is None else filename, content_type or "application/octet-stream"
            )
        self.fields.append((name, value if isinstance(value, FormFile) else _text(value)))

    def encode(self) -> tuple[bytes, str]:
        """Return the body and its content type."""
        boundary = f"formdata-{secrets.token_hex(16)}"
        parts = [_encode_field(boundary, name, value) for name, value in self.fields]
        return b"".join((*parts, f"--{boundary}--\r\n".encode())), f"multipart/form-data; boundary={boundary}"

    def values(self) -> dict[str, str | FormFile]:
        """Return the last value of each name, for error reports."""
        return dict(self.fields)


def convert_to_form_data(values: Mapping[str, Any], *, use_array_brackets: bool = True) -> FormData:
    """Make a form of `values` without those that are `None`; a list of several becomes `name[]` fields."""
    form = FormData()
    for name, value in values.items():
        if isinstance(value, list | tuple):
            key = f"{name}[]" if use_array_brackets and len(value) != 1 else name
            for item in value:
                form.append(key, item)
        elif value is not None:
            form.append(name, value)
    return form


def _text(value: Any) -> str:
    return value if isinstance(value, str) else stringify(value)


def _encode_field(boundary: str, name: str, value: str | FormFile) -> bytes:
    disposition = f'--{boundary}\r\nContent-Disposition: form-data; name="{_escape(name)}"'
    if isinstance(value, str):
        lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
        return f"{disposition}\r\n\r\n{lines}\r\n".encode()
    head = f'{disposition}; filename="{_escape(value.filename)}"\r\nContent-Type: {value.content_type.lower()}\r\n\r\n'
    return head.encode() + value.content + b"\r\n"


def _escape(name: str) -> str:
    return name.replace("\n", "%0A").replace("\r", "%0D").replace('"', "%22")
