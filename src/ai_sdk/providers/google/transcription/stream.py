"""From what the Live API says to the parts of a transcript.

Ports: @ai-sdk/google/src/transcription/google-transcription-model.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    TranscriptionModelV4Finish,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4TranscriptDelta,
    TranscriptionModelV4TranscriptFinal,
    TranscriptionModelV4TranscriptPartial,
)
from ai_sdk.provider_utils.websocket import WebSocketError

__all__ = ["LiveTranscriptionStream"]

_IDLE = ("IDLE", "REQUIRES_ACTION")


class LiveTranscriptionStream:
    """The state of one transcription; `service` names the API in errors.

    Messages have no ids: the segments are counted. A segment grows by pieces of text until it is said to be complete;
    where only interim text came, which is replaced each time, the last one counts.
    """

    def __init__(self, service: str) -> None:
        self.service = service
        self._segments: list[str] = []
        self._segment = ""
        self._interim = ""
        self._language: str | None = None
        self._usage: JSONObject | None = None
        self.is_set_up = False
        """Whether the setup was acknowledged, before which no audio may be sent."""
        self.is_audio_over = False
        """Set by whoever sends the audio, after its end."""
        self.is_finished = False

    def feed(self, message: Any) -> list[TranscriptionModelV4StreamPart]:
        """Return the parts that a message brings; raises `WebSocketError` for an error of the provider's."""
        if not isinstance(message, dict):
            return []
        self.is_set_up = self.is_set_up or message.get("setupComplete") is not None
        usage = message.get("usageMetadata")
        self._usage = usage if isinstance(usage, dict) else self._usage
        if message.get("error") is not None:
            text = _text(_object(message["error"]), "message")
            raise WebSocketError(f"{self.service} API error" if text is None else text)
        content = _object(message.get("serverContent"))
        heard = content.get("inputTranscription")
        heard = _object(message.get("inputTranscription") if heard is None else heard)
        parts = [*self._feed_interim(_object(content.get("interimInputTranscription"))), *self._feed_text(heard)]
        if content.get("turnComplete"):
            parts += self._complete_segment()
        return [*parts, *self.finish()] if self.is_audio_over and _is_over(content) else parts

    def finish(self) -> list[TranscriptionModelV4StreamPart]:
        """Return the last parts, once."""
        if self.is_finished:
            return []
        parts = self._complete_segment()
        self.is_finished = True
        metadata = None if self._usage is None else {"google": {"usageMetadata": self._usage}}
        finish = TranscriptionModelV4Finish(
            text=" ".join(self._segments),
            segments=[],
            language=self._language,
            usage=self._usage,
            provider_metadata=metadata,
        )
        return [*parts, finish]

    @property
    def _id(self) -> str:
        return f"google-segment-{len(self._segments)}"

    def _feed_interim(self, interim: JSONObject) -> list[TranscriptionModelV4StreamPart]:
        text = _text(interim, "text")
        if not text:
            return []
        self._interim = text
        return [TranscriptionModelV4TranscriptPartial(id=self._id, text=text)]

    def _feed_text(self, heard: JSONObject) -> list[TranscriptionModelV4StreamPart]:
        parts: list[TranscriptionModelV4StreamPart] = []
        language = _text(heard, "languageCode")
        self._language = self._language if language is None else language
        if text := _text(heard, "text"):
            self._interim = ""
            self._segment += text
            parts.append(TranscriptionModelV4TranscriptDelta(id=self._id, delta=text))
        return parts if heard.get("finished") is not True else [*parts, *self._complete_segment()]

    def _complete_segment(self) -> list[TranscriptionModelV4StreamPart]:
        text, segment_id = self._segment or self._interim, self._id
        if text == "":
            return []
        self._segments.append(text)
        self._segment = self._interim = ""
        return [TranscriptionModelV4TranscriptFinal(id=segment_id, text=text)]


def _is_over(content: JSONObject) -> bool:
    """Whether the provider has said everything, if there is no more audio."""
    status = content.get("interactionStatus")
    return status in _IDLE if isinstance(status, str) else status is None and content.get("turnComplete") is True


def _object(value: Any) -> JSONObject:
    return value if isinstance(value, dict) else {}


def _text(value: JSONObject, name: str) -> str | None:
    found = value.get(name)
    return found if isinstance(found, str) else None
