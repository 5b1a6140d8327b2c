"""JSON as JavaScript writes it: what `JSON.stringify` would send for a document that `JSON.parse` read."""

import json
import math
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

_INDEX = re.compile(r"0|[1-9]\d{0,9}")
_SAFE = 2**53
_EXPONENT_FROM = 1e21
_EXPONENT_BELOW = 1e-6


def stringify(value: Any) -> str:
    """Return compact JSON text: no spaces, no ASCII escapes, integers without `.0`, index-like keys first."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{_string(key)}:{stringify(value[key])}" for key in _key_order(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(stringify, value)) + "]"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return _number(value)


def parse(text: str | bytes) -> Any:
    """Read JSON with JavaScript's numbers: integers beyond 2**53 take the value a double gives them."""
    return json.loads(text, parse_int=_integer)


def _integer(digits: str) -> int | float:
    number = int(digits)
    return number if abs(number) <= _SAFE else json.loads(_number(float(number)))


def _string(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _key_order(value: dict[str, Any]) -> Iterable[str]:
    index = sorted((key for key in value if _INDEX.fullmatch(key) and int(key) < _SAFE), key=int)
    return [*index, *(key for key in value if key not in set(index))] if index else value


def _number(value: float) -> str:
    if isinstance(value, int) and abs(value) <= _SAFE:
        return str(value)
    number = float(value)
    if not math.isfinite(number):
        return "null"
    if number == 0:
        return "0"
    if _EXPONENT_BELOW <= abs(number) < _EXPONENT_FROM:
        text = format(Decimal(repr(number)), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    mantissa, exponent = format(Decimal(repr(number)).normalize(), "E").split("E")
    return f"{mantissa}e{int(exponent):+d}"
