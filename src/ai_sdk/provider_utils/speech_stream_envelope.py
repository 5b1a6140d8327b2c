"""How streaming speech travels over a WebSocket: the frames of both sides, version 1.

The client sends a start frame, the text in deltas, and a frame that says that the text is over; the server sends one
part of the stream in each text frame, audio as base64, and closes with code 1000 behind the `finish` part. An `error`
part is the last but for what is under way. Who does not know a frame ignores it.

Ports: @ai-sdk/provider-utils/src/speech-stream-envelope.ts
"""

from dataclasses import dataclass
from typing import Literal

from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.speech_model_stream import SpeechModelV4StreamPart
from ai_sdk.provider_utils.stream_envelope import (
    InvalidFrame,
    UnknownFrame,
    fits,
    has_optional,
    is_number,
    is_positive_number,
    is_record,
    is_text,
    read_frame,
    read_part,
    serialize_part,
    with_timestamp,
)

__all__ = [
    "SPEECH_STREAM_START_FRAME_TYPE",
    "SPEECH_STREAM_TEXT_DELTA_FRAME_TYPE",
    "SPEECH_STREAM_TEXT_DONE_FRAME_TYPE",
    "SpeechStreamClientFrame",
    "SpeechStreamStart",
    "SpeechStreamTextDelta",
    "SpeechStreamTextDone",
    "parse_speech_stream_client_frame",
    "parse_speech_stream_part",
    "serialize_speech_stream_part",
]

SPEECH_STREAM_START_FRAME_TYPE = "speech-stream.start"
"""The client's first frame."""

SPEECH_STREAM_TEXT_DELTA_FRAME_TYPE = "speech-stream.text-delta"
"""A client's frame with a piece of the text."""

SPEECH_STREAM_TEXT_DONE_FRAME_TYPE = "speech-stream.text-done"
"""The client's frame behind the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechStreamStart:
    """The client's first frame; `frame` has the wire's keys, and no others than this version knows."""

    type: Literal["start"] = "start"
    frame: JSONObject


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechStreamTextDelta:
    """A piece of the text, with the voice and the options of its part."""

    type: Literal["text-delta"] = "text-delta"
    delta: str
    voice: str | None = None
    provider_options: JSONObject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechStreamTextDone:
    """The client has sent all text."""

    type: Literal["text-done"] = "text-done"


SpeechStreamClientFrame = SpeechStreamStart | SpeechStreamTextDelta | SpeechStreamTextDone | InvalidFrame | UnknownFrame

_START_FIELDS = {
    "instructions": ("string", is_text),
    "language": ("string", is_text),
    "speed": ("number", is_number),
    "voice": ("string", is_text),
    "includeRawChunks": ("boolean", lambda value: isinstance(value, bool)),
}
_COUNTS = {"inputCharacters": is_number, "inputTokens": is_number, "outputTokens": is_number}
_WARNINGS = {
    "compatibility": ({"feature": is_text}, {"details": is_text}),
    "unsupported": ({"feature": is_text}, {"details": is_text}),
    "deprecated": ({"setting": is_text, "message": is_text}, {}),
    "other": ({"message": is_text}, {}),
}


def parse_speech_stream_client_frame(text: str) -> SpeechStreamClientFrame:
    """Read a client's text frame, on the server; it raises nothing.

    >>> parse_speech_stream_client_frame('{"type":"speech-stream.text-delta","delta":"Hi"}').delta
    'Hi'
    """
    frame = read_frame(text)
    if isinstance(frame, InvalidFrame):
        return frame
    match frame["type"]:
        case "speech-stream.start":
            message = _what_is_wrong_with_start(frame)
            return _start(frame) if message is None else InvalidFrame(message=message)
        case "speech-stream.text-delta":
            message = _what_is_wrong_with_delta(frame)
            return _delta(frame) if message is None else InvalidFrame(message=message)
        case "speech-stream.text-done":
            return SpeechStreamTextDone()
    return UnknownFrame()


def _what_is_wrong_with_start(frame: JSONObject) -> str | None:
    for field, (kind, check) in _START_FIELDS.items():
        if not has_optional(frame, field, check):
            return f"{field} must be a {kind} when present"
    if not has_optional(frame, "outputFormat", _is_audio_format):
        return "outputFormat must be an audio format object ({ type, rate? }) when present"
    if not has_optional(frame, "providerOptions", _is_provider_options):
        return "providerOptions must be an object of provider objects when present"
    return None


def _start(frame: JSONObject) -> SpeechStreamStart:
    """Return the frame with the keys that are known, so that no server sees a client's extras."""
    known = {field: frame[field] for field in _START_FIELDS if field in frame}
    if "outputFormat" in frame:
        known["outputFormat"] = {
            key: frame["outputFormat"][key] for key in ("type", "rate") if key in frame["outputFormat"]
        }
    if "providerOptions" in frame:
        known["providerOptions"] = frame["providerOptions"]
    return SpeechStreamStart(frame={"type": SPEECH_STREAM_START_FRAME_TYPE, **known})


def _what_is_wrong_with_delta(frame: JSONObject) -> str | None:
    if not is_text(frame.get("delta")):
        return "text-delta frame must have a string delta"
    if not has_optional(frame, "voice", is_text):
        return "text-delta voice must be a string when present"
    if not has_optional(frame, "providerOptions", _is_provider_options):
        return "text-delta providerOptions must be an object of provider objects when present"
    return None


def _delta(frame: JSONObject) -> SpeechStreamTextDelta:
    return SpeechStreamTextDelta(
        delta=frame["delta"], voice=frame.get("voice"), provider_options=frame.get("providerOptions")
    )


def serialize_speech_stream_part(part: SpeechModelV4StreamPart) -> str | None:
    """Write a part as a text frame, on the server; `None` when it holds what JSON has no word for."""
    return serialize_part(part)


def parse_speech_stream_part(text: str) -> JSONObject | None:
    """Read a server's text frame, on the client: the part as JSON data, a timestamp in it as a time.

    `None` for what is no JSON, of an unknown type, or of the wrong shape. Warnings of unknown types are left out.

    >>> parse_speech_stream_part('{"type":"finish","usage":{"inputCharacters":5}}')
    {'type': 'finish', 'usage': {'inputCharacters': 5}}
    """
    part = read_part(text)
    match None if part is None else part.get("type"):
        case "stream-start":
            return _with_known_warnings(part or {})
        case "response-metadata":
            return with_timestamp(part or {})
    return part if part is not None and _is_part(part) else None


def _is_part(part: JSONObject) -> bool:
    match part.get("type"):
        case "audio":
            required = {"audio": is_text, "audioFormat": _is_audio_format}
            return fits(part, required=required, optional={"id": is_text, "providerMetadata": is_record})
        case "finish":
            return fits(part, required={}, optional={"usage": _is_usage, "providerMetadata": is_record})
        case "raw":
            return "rawValue" in part
        case "error":
            return "error" in part
    return False


def _with_known_warnings(part: JSONObject) -> JSONObject | None:
    given = part.get("warnings")
    if not isinstance(given, list):
        return None
    warnings = [warning for warning in given if not _is_unknown_warning(warning)]
    return {**part, "warnings": warnings} if all(map(_is_warning, warnings)) else None


def _is_unknown_warning(value: object) -> bool:
    kind = value.get("type") if isinstance(value, dict) else None
    return isinstance(kind, str) and kind not in _WARNINGS


def _is_warning(value: object) -> bool:
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(kind, str):
        return False
    required, optional = _WARNINGS[kind]
    return fits(value, required=required, optional=optional)


def _is_provider_options(value: object) -> bool:
    return isinstance(value, dict) and all(map(is_record, value.values()))


def _is_audio_format(value: object) -> bool:
    return (
        isinstance(value, dict)
        and is_text(value.get("type"))
        and value["type"] != ""
        and has_optional(value, "rate", is_positive_number)
    )


def _is_usage(value: object) -> bool:
    return isinstance(value, dict) and fits(value, required={}, optional=_COUNTS)
