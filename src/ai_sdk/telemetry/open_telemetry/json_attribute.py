"""Values as JSON text, the one form in which spans hold structured data.

Ports: @ai-sdk/otel/src/stringify-for-telemetry.ts
"""

from typing import Any

from pydantic_core import to_jsonable_python

from ai_sdk.provider.codec import dump
from ai_sdk.provider.json_value import stringify

__all__ = ["json_attribute"]


def json_attribute(value: Any) -> str:
    """Write `value` as JavaScript would; values of the specification in its JSON, bytes as base64, all else as text.

    Raises `ValueError` when `value` contains itself.

    >>> json_attribute({"days": (1, 2.0), "photo": b"Hi"})
    '{"days":[1,2],"photo":"SGk="}'
    """
    return stringify(to_jsonable_python(dump(value), by_alias=True, bytes_mode="base64", fallback=str))
