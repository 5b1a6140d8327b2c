"""From what Mistral says over a WebSocket to the parts of a transcript.

Ports: @ai-sdk/mistral/src/mistral-transcription-stream.ts
"""

from typing import Any

from ai_sdk_generated.mistral.transcription import wire

from ai_sdk.provider import (
    JSONObject,
    TranscriptionModelV4Finish,
    TranscriptionModelV4ResponseMetadataPart,
    TranscriptionModelV4Segment,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4TranscriptDelta,
    TranscriptionModelV4TranscriptFinal,
)
from ai_sdk.provider_utils.json import omit_none, parse_json, validate_types
from ai_sdk.provider_utils.websocket import WebSocketError

__all__ = ["MistralTranscriptionStream", "read_event"]

# Others, such as those of turns, are only seen as raw parts.
_EVENTS = {
    "session.created": wire.TranscriptionEventSessionCreated,
    "session.updated": wire.TranscriptionEventSessionUpdated,
    "transcription.text.delta": wire.TranscriptionEventTranscriptionTextDelta,
    "transcription.segment": wire.TranscriptionEventTranscriptionSegment,
    "transcription.done": wire.TranscriptionEventTranscriptionDone,
    "error": wire.TranscriptionEventError,
}


def read_event(text: str) -> JSONObject:
    """Return a message as an event, which has a `type`; raises `JSONParseError` and `TypeValidationError`."""
    raw: JSONObject = parse_json(text)
    validate_types(wire.EventEnvelope, raw)
    return raw


class MistralTranscriptionStream:
    """The state of one transcription: the session is created, then configured, and then takes audio."""

    def __init__(self, model_id: str) -> None:
        self._model_id = model_id
        self.is_created = False
        """Whether there is a session, which has to be configured."""
        self.is_configured = False
        """Whether the session is configured, so that audio may be sent."""
        self.is_finished = False

    def feed(self, raw: JSONObject) -> list[TranscriptionModelV4StreamPart]:
        """Return the parts that an event brings.

        Raises `TypeValidationError` for an event that does not fit, `WebSocketError` for an error of the provider's.
        """
        schema = _EVENTS.get(raw["type"])
        return [] if schema is None else self._feed_event(validate_types(schema, raw), raw)

    def _feed_event(self, event: Any, raw: JSONObject) -> list[TranscriptionModelV4StreamPart]:
        match event:
            case wire.TranscriptionEventSessionCreated():
                self.is_created = True
            case wire.TranscriptionEventSessionUpdated():
                self.is_configured = self.is_created
            case wire.TranscriptionEventTranscriptionTextDelta():
                return [TranscriptionModelV4TranscriptDelta(delta=event.text)]
            case wire.TranscriptionEventTranscriptionSegment():
                return [_final(event)]
            case wire.TranscriptionEventTranscriptionDone():
                self.is_finished = True
                metadata = TranscriptionModelV4ResponseMetadataPart(
                    model_id=self._model_id if event.model is None else event.model, body=raw
                )
                return [metadata, _finish(event)]
            case wire.TranscriptionEventError():
                raise WebSocketError(event.error.message)
        return []


def _final(segment: wire.TranscriptionEventTranscriptionSegment) -> TranscriptionModelV4TranscriptFinal:
    speaker = segment.speaker_id
    return TranscriptionModelV4TranscriptFinal(
        text=segment.text,
        start_second=segment.start,
        end_second=segment.end,
        provider_metadata=None if speaker is None else {"mistral": {"speakerId": speaker}},
    )


def _finish(done: wire.TranscriptionEventTranscriptionDone) -> TranscriptionModelV4Finish:
    segments, usage = done.segments or [], done.usage
    metadata = omit_none({"usage": usage, "segments": [_segment_metadata(segment) for segment in segments]})
    return TranscriptionModelV4Finish(
        text=done.text,
        segments=[
            TranscriptionModelV4Segment(text=segment.text, start_second=segment.start, end_second=segment.end)
            for segment in segments
            if segment.start is not None and segment.end is not None
        ],
        language=done.language,
        duration_in_seconds=_seconds(usage),
        usage=usage,
        provider_metadata={"mistral": metadata},
    )


def _seconds(usage: JSONObject | None) -> int | float | None:
    seconds = None if usage is None else usage.get("prompt_audio_seconds")
    return seconds if isinstance(seconds, int | float) and not isinstance(seconds, bool) else None


def _segment_metadata(segment: wire.TranscriptionEventTranscriptionDoneSegment) -> JSONObject:
    return omit_none(
        {
            "text": segment.text,
            "startSecond": segment.start,
            "endSecond": segment.end,
            "speakerId": segment.speaker_id,
        }
    )
