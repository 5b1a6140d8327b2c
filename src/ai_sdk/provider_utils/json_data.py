"""Values of a user's own types as plain JSON data, the way a message or a signature holds them."""

from typing import Any

from pydantic_core import to_jsonable_python

from ai_sdk.provider.codec import dump
from ai_sdk.provider.json_value import JSONValue

__all__ = ["to_json_data"]


def to_json_data(value: Any) -> JSONValue:
    """Return `value` as JSON data: models and dataclasses become objects, dates texts, sets lists, bytes base64.

    What JSON cannot say, such as an object of any other class, becomes the text that `str` gives.

    >>> from datetime import date
    >>> to_json_data({"day": date(2028, 3, 4), "tags": ("a",)})
    {'day': '2028-03-04', 'tags': ['a']}
    """
    return to_jsonable_python(dump(value), by_alias=True, bytes_mode="base64", inf_nan_mode="null", fallback=str)
