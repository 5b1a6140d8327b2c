"""Copies of events, results and errors that show credentials as their provider wants telemetry to see them.

Only the library's containers are visited, never prompts, tool outputs or contexts.

Ports: ai/src/telemetry/redact-telemetry-credentials.ts
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ai_sdk.provider_utils.telemetry_redaction import redact_telemetry_value
from ai_sdk.telemetry.copy_fields import get_field, own_fields, with_fields

__all__ = ["redact_telemetry_credentials"]

T = TypeVar("T")
_Redact = Callable[[Any], Any]


def redact_telemetry_credentials(value: T) -> T:
    """Return `value`, or a copy where a provider marked something in it; `value` itself is never changed."""
    redacted: T = _replace(value, _REDACTORS)
    return redacted


def _redact_metadata(value: Any) -> Any:
    return _map_list(value, _redact_metadata) if isinstance(value, list) else _replace(value, {"body": _redact_body})


def _redact_body(value: Any) -> Any:
    # Gateways can forward the tools of the specification in their body.
    return _replace(redact_telemetry_value(value), {"tools": _redact_tools})


def _redact_tools(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _replace(value, dict.fromkeys(value, redact_telemetry_credentials))
    return _map_list(value, redact_telemetry_credentials)


def _map_list(value: Any, redact: _Redact) -> Any:
    if not isinstance(value, list | tuple):
        return value
    result = [redact(item) for item in value]
    return result if any(new is not old for new, old in zip(result, value, strict=True)) else value


def _replace(value: Any, redactors: Mapping[str, _Redact]) -> Any:
    own = own_fields(value)
    changes: dict[str, Any] = {}
    for name, redact in redactors.items():
        item = get_field(value, name) if name in own else None
        if item is not None and (redacted := redact(item)) is not item:
            changes[name] = redacted
    return _changed(value, changes) if changes else value


def _changed(value: Any, changes: Mapping[str, Any]) -> Any:
    try:
        return with_fields(value, changes)
    except Exception:
        if not isinstance(value, BaseException):
            raise
        # An error of another library that cannot be copied must not show the credentials either.
        return Exception("AI SDK operation failed")


_REDACTORS: Mapping[str, _Redact] = {
    "args": redact_telemetry_value,
    "tools": _redact_tools,
    "step_tools": _redact_tools,
    "request": _redact_metadata,
    "response": _redact_metadata,
    "steps": lambda steps: _map_list(steps, redact_telemetry_credentials),
    "final_step": redact_telemetry_credentials,
    "error": redact_telemetry_credentials,
    "cause": redact_telemetry_credentials,
    # A retry error holds all attempts' errors and the last one.
    "errors": lambda errors: _map_list(errors, redact_telemetry_credentials),
    "last_error": redact_telemetry_credentials,
    # Errors of an API call hold the request's body outside of request metadata.
    "request_body_values": _redact_body,
}
