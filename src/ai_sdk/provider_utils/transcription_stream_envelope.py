"""How a live transcription travels over a WebSocket: the frames of both sides, version 1.

The client sends a start frame, audio as binary frames, and a frame that says that the audio is over; the server sends
one part of the stream in each text frame, and closes with code 1000 behind the `finish` part. Who does not know a frame
ignores it.

Ports: @ai-sdk/provider-utils/src/transcription-stream-envelope.ts
"""

from dataclasses import dataclass
from typing import Literal

from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.transcription_model_stream import TranscriptionModelV4StreamPart
from ai_sdk.provider_utils.stream_envelope import (
    InvalidFrame,
    UnknownFrame,
    fits,
    has_optional,
    is_list_of,
    is_number,
    is_record,
    is_text,
    read_frame,
    read_part,
    serialize_part,
    with_timestamp,
)

__all__ = [
    "TRANSCRIPTION_STREAM_AUDIO_DONE_FRAME_TYPE",
    "TRANSCRIPTION_STREAM_START_FRAME_TYPE",
    "TranscriptionStreamAudioDone",
    "TranscriptionStreamClientFrame",
    "TranscriptionStreamStart",
    "parse_transcription_stream_client_frame",
    "parse_transcription_stream_part",
    "serialize_transcription_stream_part",
]

TRANSCRIPTION_STREAM_START_FRAME_TYPE = "transcription-stream.start"
"""The client's first frame."""

TRANSCRIPTION_STREAM_AUDIO_DONE_FRAME_TYPE = "transcription-stream.audio-done"
"""The client's frame behind the audio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptionStreamStart:
    """The client's first frame; `frame` has the wire's keys, such as `inputAudioFormat`."""

    type: Literal["start"] = "start"
    frame: JSONObject


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptionStreamAudioDone:
    """The client has sent all audio."""

    type: Literal["audio-done"] = "audio-done"


TranscriptionStreamClientFrame = TranscriptionStreamStart | TranscriptionStreamAudioDone | InvalidFrame | UnknownFrame

_TIMED = {"text": is_text, "startSecond": is_number, "endSecond": is_number}
_PROVIDER_METADATA = {"providerMetadata": is_record}


def parse_transcription_stream_client_frame(text: str) -> TranscriptionStreamClientFrame:
    """Read a client's text frame, on the server; it raises nothing.

    >>> parse_transcription_stream_client_frame('{"type":"transcription-stream.audio-done"}').type
    'audio-done'
    """
    frame = read_frame(text)
    if isinstance(frame, InvalidFrame):
        return frame
    match frame["type"]:
        case "transcription-stream.start":
            message = _what_is_wrong(frame)
            return TranscriptionStreamStart(frame=frame) if message is None else InvalidFrame(message=message)
        case "transcription-stream.audio-done":
            return TranscriptionStreamAudioDone()
    return UnknownFrame()


def _what_is_wrong(frame: JSONObject) -> str | None:
    audio_format = frame.get("inputAudioFormat")
    if not isinstance(audio_format, dict) or not is_text(audio_format.get("type")):
        return "start frame must have an inputAudioFormat object with a string type"
    if not has_optional(audio_format, "rate", is_number):
        return "inputAudioFormat.rate must be a number when present"
    if not has_optional(frame, "providerOptions", is_record):
        return "providerOptions must be an object when present"
    if not has_optional(frame, "includeRawChunks", lambda value: isinstance(value, bool)):
        return "includeRawChunks must be a boolean when present"
    return None


def serialize_transcription_stream_part(part: TranscriptionModelV4StreamPart) -> str | None:
    """Write a part as a text frame, on the server; `None` when it holds what JSON has no word for."""
    return serialize_part(part)


def parse_transcription_stream_part(text: str) -> JSONObject | None:
    """Read a server's text frame, on the client: the part as JSON data, a timestamp in it as a time.

    `None` for what is no JSON, of an unknown type, or of the wrong shape.

    >>> parse_transcription_stream_part('{"type":"transcript-delta","delta":"Hi"}')
    {'type': 'transcript-delta', 'delta': 'Hi'}
    """
    part = read_part(text)
    if part is None:
        return None
    if part.get("type") == "response-metadata":
        return with_timestamp(part)
    return part if _is_part(part) else None


def _is_part(part: JSONObject) -> bool:
    match part.get("type"):
        case "stream-start":
            return fits(part, required={"warnings": is_list_of(_is_warning)}, optional={})
        case "transcript-delta":
            return fits(part, required={"delta": is_text}, optional={"id": is_text, **_PROVIDER_METADATA})
        case "transcript-partial":
            numbers = {"startSecond": is_number, "durationInSeconds": is_number, "channelIndex": is_number}
            return fits(part, required={"text": is_text}, optional={"id": is_text, **numbers, **_PROVIDER_METADATA})
        case "transcript-final":
            numbers = {"startSecond": is_number, "endSecond": is_number, "channelIndex": is_number}
            return fits(part, required={"text": is_text}, optional={"id": is_text, **numbers, **_PROVIDER_METADATA})
        case "finish":
            facts = {"language": is_text, "durationInSeconds": is_number, "usage": is_record}
            segments = is_list_of(_is_segment)
            return fits(part, required={"text": is_text, "segments": segments}, optional=facts | _PROVIDER_METADATA)
        case "raw":
            return "rawValue" in part
        case "error":
            return "error" in part
    return False


def _is_warning(value: object) -> bool:
    return isinstance(value, dict) and is_text(value.get("type"))


def _is_segment(value: object) -> bool:
    return isinstance(value, dict) and fits(value, required=_TIMED, optional={})
