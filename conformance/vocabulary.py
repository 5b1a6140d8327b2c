"""The special values of settings and arguments, as Python objects."""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from conformance.body import ReadFile
from conformance.case import JSON_SCHEMA_KEYS


class NotPortedError(Exception):
    """What the case needs does not exist in Python yet."""


UNKNOWN = object()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What decoding needs from the running case."""

    read_file: ReadFile
    abort_signal: Callable[[str | dict[str, float]], Any]
    """Makes the signal of `$abortSignal`: aborted, pending, or aborted after some milliseconds."""
    special: Callable[[str, dict[str, Any]], Any] = lambda _, __: UNKNOWN
    """Decodes a value that only the functions of the SDK know; `UNKNOWN` for every other."""


_UNDEFINED = object()


def decode(value: Any, surroundings: Surroundings) -> Any:
    """Return a value with its special values replaced: an undefined key is left out, an undefined item is None."""
    if isinstance(value, list):
        items = [decode(item, surroundings) for item in value]
        return [None if item is _UNDEFINED else item for item in items]
    if not isinstance(value, dict):
        return value
    special = next((key for key in value if key.startswith("$") and key not in JSON_SCHEMA_KEYS), None)
    if special is not None:
        return _decode_special(special, value, surroundings)
    decoded = {key: decode(item, surroundings) for key, item in value.items()}
    return {key: item for key, item in decoded.items() if item is not _UNDEFINED}


def _decode_special(key: str, value: dict[str, Any], surroundings: Surroundings) -> Any:
    argument = value[key]
    special = surroundings.special(key, value)
    if special is not UNKNOWN:
        return special
    match key:
        case "$bytesFile":
            return surroundings.read_file(argument)
        case "$abortSignal":
            return surroundings.abort_signal(argument)
        case "$regexp":
            return regular_expression(argument, value.get("flags", ""))
        case _ if key in _PLAIN:
            return _PLAIN[key](argument)
    raise NotPortedError(f"the harness has no Python value for {key}")


_PLAIN: dict[str, Callable[[Any], Any]] = {
    "$bytes": base64.b64decode,
    "$url": str,
    "$date": datetime.fromisoformat,
    "$undefined": lambda _: _UNDEFINED,
    "$number": float,
    "$bigint": int,
    "$headers": dict,
    "$staticAuthClient": lambda token: SimpleNamespace(valid=True, token=token),
}
"""The special values that stand for themselves. The rest belongs to the functions of the SDK, see `sdk.py`."""


def regular_expression(pattern: str, flags: str) -> re.Pattern[str]:
    """Return a JavaScript regular expression as a Python one, as far as the two agree."""
    known = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}
    combined = re.RegexFlag(0)
    for flag in flags:
        combined |= known.get(flag, re.RegexFlag(0))
    return re.compile(re.sub(r"\(\?<(?![=!])", "(?P<", pattern), combined)
