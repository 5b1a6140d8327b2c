"""JSON objects that know how telemetry may show them, for configuration that holds credentials.

Ports: @ai-sdk/provider-utils/src/telemetry-redaction.ts
"""

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["redact_telemetry_value", "with_telemetry_redaction"]

_Redact = Callable[[dict[str, Any]], dict[str, Any]]


class _RedactedDict(dict[str, Any]):
    """A dict that behaves as any other, and carries the way to show it to telemetry."""

    __slots__ = ("redact",)
    redact: _Redact

    def __copy__(self) -> "_RedactedDict":
        return _annotate(self, self.redact)


def with_telemetry_redaction(value: Mapping[str, Any], redact: _Redact) -> dict[str, Any]:
    """Return a copy of `value` that telemetry sees as `redact(value)`.

    Keep the returned object when passing it on: a plain copy of it, such as `{**value}`, has no annotation.

    >>> arguments = with_telemetry_redaction({"key": "secret"}, lambda value: {**value, "key": "[redacted]"})
    >>> arguments, redact_telemetry_value(arguments)
    ({'key': 'secret'}, {'key': '[redacted]'})
    """
    return _annotate(value, redact)


def redact_telemetry_value(value: Any) -> Any:
    """Return how telemetry may see `value`, which is `value` itself when no provider annotated it."""
    if not isinstance(value, _RedactedDict):
        return value
    try:
        return value.redact(dict(value))
    except Exception:  # noqa: BLE001 - a broken redactor must neither show credentials nor fail the call
        return None


def _annotate(value: Mapping[str, Any], redact: _Redact) -> _RedactedDict:
    annotated = _RedactedDict(value)
    annotated.redact = redact
    return annotated
