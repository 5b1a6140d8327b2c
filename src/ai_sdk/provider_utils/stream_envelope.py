"""What the envelopes of streaming speech and of streaming transcription have in common: the checks of their frames.

Ports: @ai-sdk/provider-utils/src/speech-stream-envelope.ts
Ports: @ai-sdk/provider-utils/src/transcription-stream-envelope.ts
"""

import math
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider.json_value import JSONObject, stringify
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.timestamp import date_from_text

__all__ = [
    "InvalidFrame",
    "UnknownFrame",
    "fits",
    "has_optional",
    "is_list_of",
    "is_number",
    "is_positive_number",
    "is_record",
    "is_text",
    "read_frame",
    "read_part",
    "serialize_part",
    "with_timestamp",
]

Check = Callable[[Any], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidFrame:
    """A client's frame that is no JSON, or is of a known type and has the wrong shape."""

    type: Literal["invalid"] = "invalid"
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownFrame:
    """A client's frame of a type that this version does not know, and ignores."""

    type: Literal["unknown"] = "unknown"


def is_text(value: Any) -> bool:
    """Whether it is a text."""
    return isinstance(value, str)


def is_number(value: Any) -> bool:
    """Whether it is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_positive_number(value: Any) -> bool:
    """Whether it is a number above zero."""
    return is_number(value) and math.isfinite(value) and value > 0


def is_record(value: Any) -> bool:
    """Whether it is a JSON object."""
    return isinstance(value, dict)


def is_list_of(check: Check) -> Check:
    """Return whether a value is a list whose items pass `check`."""
    return lambda value: isinstance(value, list) and all(map(check, value))


def has_optional(value: Mapping[str, Any], key: str, check: Check) -> bool:
    """Whether a key is absent or its value passes `check`; null is not absent."""
    return key not in value or check(value[key])


def fits(value: Mapping[str, Any], *, required: Mapping[str, Check], optional: Mapping[str, Check]) -> bool:
    """Whether all of an object's values pass their checks."""
    return all(key in value and check(value[key]) for key, check in required.items()) and all(
        has_optional(value, key, check) for key, check in optional.items()
    )


def read_frame(text: str) -> JSONObject | InvalidFrame:
    """Return a client's frame, an object with a type."""
    try:
        frame = parse_json(text)
    except AISDKError:
        return InvalidFrame(message="malformed JSON")
    if not isinstance(frame, dict):
        return InvalidFrame(message="frame must be a JSON object")
    if not is_text(frame.get("type")):
        return InvalidFrame(message="frame type must be a string")
    return frame


def read_part(text: str) -> JSONObject | None:
    """Return the object in a server's frame, `None` when there is none."""
    try:
        part = parse_json(text)
    except AISDKError:
        return None
    return part if isinstance(part, dict) else None


def with_timestamp(part: JSONObject) -> JSONObject | None:
    """Return response metadata with its timestamp as a time, `None` when the part has the wrong shape."""
    if not fits(part, required={}, optional={"modelId": is_text, "headers": is_record}):
        return None
    timestamp = part.get("timestamp")
    if timestamp is None:
        return {key: value for key, value in part.items() if key != "timestamp"}
    moment = date_from_text(timestamp) if isinstance(timestamp, str) else None
    return None if moment is None else {**part, "timestamp": moment}


def serialize_part(part: Spec) -> str | None:
    """Return a part as JSON text: audio as base64, times as ISO 8601, exceptions as their name and message.

    `None` when the part holds what JSON has no word for.
    """
    try:
        return stringify({key: _plain(value) for key, value in dump(part).items()})
    except (TypeError, ValueError, RecursionError):
        return None


def _plain(value: Any) -> Any:
    match value:
        case bytes():
            return b64encode(value).decode("ascii")
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case BaseException():
            named = getattr(type(value), "name", None)
            return {"name": named if isinstance(named, str) else type(value).__name__, "message": str(value)}
    return value
