"""From what xAI says over a WebSocket to the parts of a transcript.

Ports: @ai-sdk/xai/src/xai-transcription-model.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    SharedV4Warning,
    TranscriptionModelV4Finish,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4StreamStart,
    TranscriptionModelV4TranscriptFinal,
    TranscriptionModelV4TranscriptPartial,
)
from ai_sdk.provider_utils.websocket import WebSocketError

__all__ = ["XaiTranscriptionStream"]


class XaiTranscriptionStream:
    """The state of one transcription; it is finished when each of `channels` is.

    The last event of a channel has no text: it is put together from the utterances, and what came after the last one.
    """

    def __init__(self, *, warnings: list[SharedV4Warning], language: str | None, channels: int) -> None:
        self._warnings = warnings
        self._language = language
        self._channels = channels
        self._utterances: dict[int, list[str]] = {}
        self._pending: dict[int, str] = {}
        self._texts: dict[int, str] = {}
        self._duration: int | float | None = None
        self.takes_audio = False
        """Whether xAI waits for audio, since the last event that was fed."""

    @property
    def is_finished(self) -> bool:
        """Whether every channel is finished."""
        return len(self._texts) >= self._channels

    def feed(self, event: Any) -> list[TranscriptionModelV4StreamPart]:
        """Return the parts that an event brings; raises `WebSocketError` for an error of the provider's."""
        kind = event.get("type") if isinstance(event, dict) else None
        self.takes_audio = kind == "transcript.created"
        if kind == "transcript.created":
            return [TranscriptionModelV4StreamStart(warnings=self._warnings)]
        if kind == "transcript.partial":
            return [self._feed_text(event)]
        if kind == "transcript.done":
            return self._feed_done(event)
        if kind == "error":
            message = _text(event, "message")
            raise WebSocketError("xAI STT error" if message is None else message)
        return []

    def _feed_text(self, event: JSONObject) -> TranscriptionModelV4StreamPart:
        channel_index, text = _channel(event), _text(event, "text") or ""
        channel = channel_index or 0
        segment_id = None if channel_index is None else f"channel-{channel_index}"
        start, duration = _number(event, "start"), _number(event, "duration")
        # Only a final that ends the speech is final; the others are sent again, and revised.
        if not (event.get("is_final") and event.get("speech_final")):
            self._pending[channel] = text
            return TranscriptionModelV4TranscriptPartial(
                id=segment_id, text=text, start_second=start, duration_in_seconds=duration, channel_index=channel_index
            )
        if text:
            self._utterances.setdefault(channel, []).append(text)
        self._pending.pop(channel, None)
        return TranscriptionModelV4TranscriptFinal(
            id=segment_id,
            text=text,
            start_second=start,
            end_second=None if start is None or duration is None else start + duration,
            channel_index=channel_index,
        )

    def _feed_done(self, event: JSONObject) -> list[TranscriptionModelV4StreamPart]:
        channel, duration = _channel(event) or 0, _number(event, "duration")
        pending = self._pending.get(channel)
        heard = [*self._utterances.get(channel, []), *([pending] if pending else [])]
        self._texts[channel] = _text(event, "text") or " ".join(heard)
        self._duration = self._duration if duration is None else duration
        if not self.is_finished:
            return []
        text = "\n".join(self._texts[channel] for channel in sorted(self._texts))
        return [
            TranscriptionModelV4Finish(
                text=text, segments=[], language=self._language, duration_in_seconds=self._duration
            )
        ]


def _text(event: JSONObject, name: str) -> str | None:
    value = event.get(name)
    return value if isinstance(value, str) else None


def _number(event: JSONObject, name: str) -> int | float | None:
    value = event.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _channel(event: JSONObject) -> int | None:
    value = event.get("channel_index")
    return value if isinstance(value, int) and not isinstance(value, bool) else None
