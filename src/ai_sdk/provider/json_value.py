"""JSON values as the specification knows them, and JSON text as JavaScript writes it.

Ports: @ai-sdk/provider/src/json-value/json-value.ts, @ai-sdk/provider/src/json-value/is-json.ts
"""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any, TypeGuard

__all__ = ["JSONArray", "JSONObject", "JSONValue", "is_json_array", "is_json_object", "is_json_value", "stringify"]

JSONValue = Any
"""`None`, `bool`, `int`, `float`, `str`, a list of JSON values, or a dict from `str` to JSON value."""

JSONObject = dict[str, Any]
"""A JSON object; `None` inside it is JSON null."""

JSONArray = list[Any]
"""A JSON array."""

# JavaScript switches to exponent notation at these magnitudes.
_LARGEST_PLAIN_NUMBER = 1e21
_SMALLEST_PLAIN_NUMBER = 1e-6


def is_json_value(value: object) -> TypeGuard[JSONValue]:
    """Say whether `value` is JSON through and through.

    >>> is_json_value({"days": [1, None]}), is_json_value({"days": {1, 2}}), is_json_value({1: "one"})
    (True, False, False)
    """
    return value is None or isinstance(value, bool | int | float | str) or is_json_array(value) or is_json_object(value)


def is_json_array(value: object) -> TypeGuard[JSONArray]:
    """Say whether `value` is a list of JSON values.

    >>> is_json_array(["a", 1]), is_json_array(("a", 1))
    (True, False)
    """
    return isinstance(value, list) and all(map(is_json_value, value))


def is_json_object(value: object) -> TypeGuard[JSONObject]:
    """Say whether `value` is a dict from `str` to JSON value.

    >>> is_json_object({"city": None}), is_json_object(["city"])
    (True, False)
    """
    return isinstance(value, dict) and all(isinstance(key, str) and is_json_value(item) for key, item in value.items())


def stringify(value: JSONValue) -> str:
    """Write `value` as `JSON.stringify` does: no spaces, no ASCII escaping, integers without `.0`.

    Tool arguments and tool results travel as JSON inside strings, so their exact text is part of the wire contract.

    >>> stringify({"city": "Zürich", "days": 3.0})
    '{"city":"Zürich","days":3}'
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return encode_basestring(value)
        case int():
            return str(value)
        case float():
            return _number(value)
        case Mapping():
            return (
                "{" + ",".join(f"{encode_basestring(str(key))}:{stringify(item)}" for key, item in value.items()) + "}"
            )
        case Sequence() if not isinstance(value, bytes | bytearray):
            return "[" + ",".join(map(stringify, value)) + "]"
    raise TypeError(f"{type(value).__name__} is not a JSON value; convert it to plain data first")


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "null"
    if value == 0:
        return "0"
    shortest = repr(value).removesuffix(".0")
    if "e" not in shortest:
        return shortest
    if _SMALLEST_PLAIN_NUMBER <= abs(value) < _LARGEST_PLAIN_NUMBER:
        return format(Decimal(shortest), "f")
    mantissa, _, exponent = shortest.partition("e")
    return f"{mantissa}e{exponent[0]}{exponent[1:].lstrip('0')}"
