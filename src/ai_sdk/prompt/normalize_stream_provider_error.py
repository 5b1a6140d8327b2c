"""What a provider sent as an error inside a stream, as an exception.

Ports: ai/src/prompt/normalize-stream-provider-error.ts
"""

import re
from collections.abc import Mapping
from typing import Any

from ai_sdk.error.stream_errors import StreamProviderError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.stream_error import ProviderStreamError

__all__ = ["normalize_stream_provider_error"]

_RETRYABLE = frozenset({408, 409, 429})
_FIRST_CLIENT_ERROR, _FIRST_SERVER_ERROR, _LAST_ERROR = 400, 500, 599
_STATUS_TEXT = re.compile(r"[0-9]{3}")

# What providers say, word for word, and the status that stands for it.
_STATUS_OF_MESSAGE = {
    "overloaded": 503,
    "overloaded error": 503,
    "model overloaded": 503,
    "internal server error": 500,
    "service unavailable": 503,
}


def normalize_stream_provider_error(error: Any) -> Any:
    """Return a `StreamProviderError` for data that describes an error; anything else stays as it is."""
    is_stream_error = isinstance(error, ProviderStreamError)
    outer = dump(error) if is_stream_error else error
    if not isinstance(outer, Mapping):
        return error
    details = outer if is_stream_error else _details(outer)
    message = details.get("message")
    if not isinstance(message, str):
        return error
    known_status = _STATUS_OF_MESSAGE.get(message.strip().lower())
    status_code = _status(details, outer) or known_status
    return StreamProviderError(
        message,
        type=_first((details.get("type"), outer.get("type")), str),
        code=_first(tuple(map(_as_code, (details.get("code"), outer.get("code")))), str | int | float),
        status_code=status_code,
        is_retryable=_is_retryable(details, outer, known_status, status_code),
        data=error.data if is_stream_error else error,
    )


def _details(outer: Mapping[str, Any]) -> Mapping[str, Any]:
    response = outer.get("response")
    nested = response.get("error") if isinstance(response, Mapping) else None
    for candidate in (nested, outer.get("error")):
        if isinstance(candidate, Mapping):
            return candidate
    return outer


def _status(details: Mapping[str, Any], outer: Mapping[str, Any]) -> int | None:
    places = (each.get(key) for key in ("statusCode", "status_code", "status", "code") for each in (details, outer))
    return next((status for status in map(_as_status, places) if status is not None), None)


def _as_status(value: Any) -> int | None:
    if isinstance(value, str) and _STATUS_TEXT.fullmatch(value):
        value = int(value)
    if not isinstance(value, int | float) or not _FIRST_CLIENT_ERROR <= value <= _LAST_ERROR:
        return None
    return int(value) if float(value).is_integer() else None


def _as_code(value: Any) -> Any:
    return None if isinstance(value, bool) else value


def _is_retryable(
    details: Mapping[str, Any], outer: Mapping[str, Any], known_status: int | None, status_code: int | None
) -> bool:
    places = (each.get(key) for key in ("isRetryable", "is_retryable") for each in (details, outer))
    stated = _first(tuple(places), bool)
    if stated is not None:
        return bool(stated)
    if known_status is not None:
        return True
    return status_code is not None and (status_code in _RETRYABLE or status_code >= _FIRST_SERVER_ERROR)


def _first(values: tuple[Any, ...], kind: Any) -> Any:
    return next((value for value in values if isinstance(value, kind)), None)
