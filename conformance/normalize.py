"""Return values and exceptions as the outcome shows them: plain JSON, the same for both languages."""

import base64
import math
from asyncio import CancelledError
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from conformance.javascript_json import parse

_DROPPED_RESPONSE_HEADERS = frozenset({"date", "connection", "keep-alive", "transfer-encoding", "content-length"})
_LARGEST_SAFE_INTEGER = 2**53


@dataclass(frozen=True, slots=True)
class Foreign:
    """How to recognise and read the values of the SDK under test."""

    dump: Callable[[Any], Any]
    """Returns a value of the specification as plain data."""
    dump_error: Callable[[BaseException], dict[str, Any] | None]
    """Returns the name, message and own fields of an SDK error; None for any other exception."""
    is_url: Callable[[Any], bool]
    """Says whether a text is a URL object in TypeScript."""


def normalize_result(value: Any, foreign: Foreign) -> Any:
    """Return the return value of a model without `request`, `performance` and `response.body`."""
    plain = normalize_value(value, foreign)
    if not isinstance(plain, dict):
        return plain
    kept = {key: item for key, item in plain.items() if key not in {"request", "performance"}}
    if isinstance(kept.get("response"), dict):
        kept["response"] = {key: item for key, item in kept["response"].items() if key != "body"}
    return kept


def normalize_value(value: Any, foreign: Foreign) -> Any:
    """Return any value as JSON, with `{$bytes}`, `{$date}`, `{$url}`, `{$number}` and `{$error}` where needed.

    A value that has no place in an outcome becomes `{$foreign}`, which equals nothing that is expected.
    """
    return _plain(foreign.dump(value), foreign)


def _plain(value: Any, foreign: Foreign) -> Any:
    if isinstance(value, BaseException):
        return normalize_error(value, foreign)
    if isinstance(value, Mapping):
        return _mapping(value, foreign)
    if isinstance(value, list | tuple):
        return [_plain(item, foreign) for item in value]
    return _scalar(value, foreign)


def _mapping(value: Mapping[Any, Any], foreign: Foreign) -> dict[str, Any]:
    return {
        str(key): _without_transport_headers(_plain(item, foreign), key)
        for key, item in value.items()
        if not callable(item)
    }


def _without_transport_headers(value: Any, key: str) -> Any:
    if key not in {"headers", "responseHeaders"} or not isinstance(value, dict):
        return value
    return {name: item for name, item in value.items() if name.lower() not in _DROPPED_RESPONSE_HEADERS}


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
        case int() if abs(value) > _LARGEST_SAFE_INTEGER:
            return parse(str(value))
        case int() | float():
            return value
        case str():
            return {"$url": str(value)} if foreign.is_url(value) else str(value)
    return {"$foreign": f"{type(value).__module__}.{type(value).__qualname__}"}


def _date(value: datetime) -> str:
    moment = value.astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def normalize_error(error: BaseException, foreign: Foreign) -> dict[str, Any]:
    """Return an exception as `{"$error": ...}`: SDK errors with their fields, aborts and all others by name alone."""
    if _is_abort(error):
        return {"$error": {"name": getattr(error, "name", "AbortError"), "abort": True}}
    fields = foreign.dump_error(error)
    if fields is None:
        return {"$error": {"engine": True, "name": type(error).__name__}}
    kept = {key: item for key, item in fields.items() if key not in {"stack", "requestBodyValues"}}
    return {"$error": _mapping(kept, foreign)}


def _is_abort(error: BaseException) -> bool:
    return isinstance(error, CancelledError) or getattr(error, "name", None) in {"AbortError", "TimeoutError"}
