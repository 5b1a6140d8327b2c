"""The events of a streamed answer, which are parts of the specification as JSON."""

from datetime import UTC, datetime
from typing import Any, cast

from ai_sdk.provider import (
    InvalidResponseDataError,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4ToolInputDelta,
)
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils.response_handler import Event
from ai_sdk.providers.gateway.received import receive_tagged, tagged_kinds

__all__ = ["read_event", "read_part"]

_DELTAS: dict[Any, Any] = {
    "text-delta": LanguageModelV4TextDelta,
    "reasoning-delta": LanguageModelV4ReasoningDelta,
    "tool-input-delta": LanguageModelV4ToolInputDelta,
}
_DELTA_KEYS = frozenset({"type", "id", "delta"})
_KINDS = tagged_kinds(LanguageModelV4StreamPart)


def read_event(event: Event, *, include_raw_chunks: bool) -> LanguageModelV4StreamPart | None:
    """Return the part of an event, or `None` for a raw part that nobody asked for.

    Raises the error of an event that is not JSON, and `InvalidResponseDataError` for null.
    """
    value, _data = event
    if isinstance(value, AISDKError):
        raise value
    if value is None:
        raise InvalidResponseDataError(data=None)
    if not include_raw_chunks and isinstance(value, dict) and value.get("type") == "raw":
        return None
    return read_part(value)


def read_part(value: Any) -> LanguageModelV4StreamPart:
    """Return a JSON value as a stream part.

    Nearly all events are deltas, so these are made without validation, once their two texts are seen to be texts.
    """
    if isinstance(value, dict) and value.keys() == _DELTA_KEYS:
        identifier, delta = value["id"], value["delta"]
        kind = _DELTAS.get(value["type"]) if type(value["type"]) is str else None
        if kind is not None and type(identifier) is str and type(delta) is str:
            return cast("LanguageModelV4StreamPart", kind(id=identifier, delta=delta))
    return cast("LanguageModelV4StreamPart", receive_tagged(_KINDS, _with_time(value)))


def _with_time(value: Any) -> Any:
    if not isinstance(value, dict) or value.get("type") != "response-metadata":
        return value
    timestamp = value.get("timestamp")
    return {**value, "timestamp": _parse_time(timestamp)} if isinstance(timestamp, str) else value


def _parse_time(text: str) -> datetime | str:
    """Return an aware time; a text that is none stays as it is."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return text
    return time if time.tzinfo else time.replace(tzinfo=UTC)
