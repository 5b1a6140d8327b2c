"""Return values and exceptions as the outcome shows them: plain JSON, the same for both languages."""

import base64
import math
import re
from asyncio import CancelledError
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from conformance.javascript_json import parse, stringify

_DROPPED_RESPONSE_HEADERS = frozenset({"date", "connection", "keep-alive", "transfer-encoding", "content-length"})
_DROPPED = frozenset({"request", "performance", "requestBodyValues", "stack"})
_OPAQUE = frozenset({"rawValue", "raw", "input", "providerMetadata", "providerOptions", "data"})
_ABORTS = frozenset({"AbortError", "TimeoutError", "ResponseAborted"})
_COLOURS = re.compile("\x1b\\[[0-9;]*m")
_LARGEST_SAFE_INTEGER = 2**53


class CannedError(Exception):
    """What the functions of a case raise: an `Error` with a message in TypeScript."""

    name = "Error"


@dataclass(frozen=True, slots=True)
class Foreign:
    """How to recognise and read the values of the SDK under test."""

    dump: Callable[[Any], Any]
    """Returns a value of the specification as plain data."""
    dump_error: Callable[[BaseException], dict[str, Any] | None]
    """Returns the name, message and own fields of an SDK error; None for any other exception."""
    is_url: Callable[[Any], bool]
    """Says whether a text is a URL object in TypeScript."""


def normalize_value(value: Any, foreign: Foreign) -> Any:
    """Return any value as JSON, with `{$bytes}`, `{$date}`, `{$url}`, `{$number}` and `{$error}` where needed.

    A value that has no place in an outcome becomes `{$foreign}`, which equals nothing that is expected.
    """
    return _plain(foreign.dump(value), foreign, opaque=False)


def _plain(value: Any, foreign: Foreign, *, opaque: bool) -> Any:
    if isinstance(value, BaseException):
        return normalize_error(value, foreign)
    if isinstance(value, Mapping):
        return _mapping(value, foreign, opaque=opaque)
    if isinstance(value, list | tuple):
        return [_plain(item, foreign, opaque=opaque) for item in value]
    return _scalar(value, foreign)


def _mapping(value: Mapping[Any, Any], foreign: Foreign, *, opaque: bool) -> dict[str, Any]:
    """Drop what is not contract, except inside of values that a model or a user wrote."""
    return {
        str(key): _plain(item if opaque else _contract(key, item), foreign, opaque=opaque or key in _OPAQUE)
        for key, item in value.items()
        if not callable(item) and (opaque or key not in _DROPPED)
    }


def _contract(key: str, item: Any) -> Any:
    if not isinstance(item, Mapping):
        return item
    if key in {"headers", "responseHeaders"}:
        return {name: header for name, header in item.items() if name.lower() not in _DROPPED_RESPONSE_HEADERS}
    if key == "response":
        return {name: member for name, member in item.items() if name != "body"}
    return item


def _scalar(value: Any, foreign: Foreign) -> Any:
    match value:
        case bytes() | bytearray() | memoryview():
            return {"$bytes": base64.b64encode(value).decode()}
        case datetime():
            return {"$date": _date(value)}
        case float() if not math.isfinite(value):
            return {"$number": "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"}
        case bool() | None:
            return value
        case int() | float() if abs(value) > _LARGEST_SAFE_INTEGER:
            return parse(stringify(value))
        case int() | float():
            return value
        case str():
            return {"$url": str(value)} if foreign.is_url(value) else _COLOURS.sub("", value)
    return {"$foreign": f"{type(value).__module__}.{type(value).__qualname__}"}


def _date(value: datetime) -> str:
    moment = value.astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def normalize_error(error: BaseException, foreign: Foreign) -> dict[str, Any]:
    """Return an exception as `{"$error": ...}`: SDK errors with their fields, aborts and all others by name alone."""
    if _is_abort(error):
        return {"$error": {"name": _abort_name(error), "abort": True}}
    if isinstance(error, CannedError):
        return {"$error": {"name": error.name, "message": str(error)}}
    fields = foreign.dump_error(error)
    if fields is None:
        return {"$error": {"engine": True, "name": type(error).__name__}}
    written = {key: _plain(fields[key], foreign, opaque=True) for key in fields.keys() & {"data", "value"}}
    return {"$error": _mapping(fields, foreign, opaque=False) | written}


def _abort_name(error: BaseException) -> str:
    return str(getattr(error, "name", "TimeoutError" if isinstance(error, TimeoutError) else "AbortError"))


def _is_abort(error: BaseException) -> bool:
    return isinstance(error, CancelledError | TimeoutError) or getattr(error, "name", None) in _ABORTS
