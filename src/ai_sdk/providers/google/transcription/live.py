"""The conversation with the Live API about one transcription: the setup, the audio, and what was heard.

Ports: @ai-sdk/google/src/transcription/google-transcription-model.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    JSONParseError,
    RequestMetadata,
    SharedV4AudioFormat,
    TranscriptionModelV4Raw,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4StreamResult,
    TranscriptionModelV4StreamResultResponse,
    TranscriptionModelV4StreamStart,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.websocket import WebSocketError
from ai_sdk.providers.google.transcription.messages import MessagesUntilQuiet
from ai_sdk.providers.google.transcription.stream import LiveTranscriptionStream

__all__ = ["check_live_audio_format", "check_live_model", "open_live_transcription"]

_GRACE_SECONDS = 3.0
"""How long transcripts are awaited after the end of the audio, and after each of them, when nothing ends the stream."""

_RATE = 16000
_HEARD = ("transcript-partial", "transcript-delta")


def check_live_model(model_id: str, *, is_live: bool) -> None:
    """Raise `InvalidArgumentError` for a model that only transcribes whole files."""
    if not is_live:
        raise InvalidArgumentError(
            f"Model '{model_id}' does not support streaming transcription. "
            "Use a live model such as 'gemini-3.5-transcribe-live'.",
            argument="modelId",
        )


def check_live_audio_format(audio_format: SharedV4AudioFormat) -> None:
    """Raise `InvalidArgumentError` for audio that the Live API does not take."""
    if audio_format.type != "audio/pcm" or audio_format.rate not in (None, _RATE):
        raise InvalidArgumentError(
            "The Gemini Live transcription API only supports 16kHz 16-bit PCM input audio.",
            argument="inputAudioFormat",
        )


def open_live_transcription(
    connection: WebSocketConnection,
    options: TranscriptionModelV4StreamOptions,
    *,
    model_id: str,
    setup: JSONObject,
    service: str,
) -> TranscriptionModelV4StreamResult:
    """Return the stream of a transcript; nothing is connected before it is read. `service` names the API in errors.

    The stream raises `WebSocketError` for an error of the provider's and when the connection ends before the audio, and
    what the audio and the connection raise.
    """
    timestamp = clock.now()
    parts = _parts(connection, options, setup=setup, service=service)
    return TranscriptionModelV4StreamResult(
        stream=BodyStream(parts, connection.close),
        request=RequestMetadata(body=setup),
        response=TranscriptionModelV4StreamResultResponse(timestamp=timestamp, model_id=model_id),
    )


async def _parts(
    connection: WebSocketConnection,
    options: TranscriptionModelV4StreamOptions,
    *,
    setup: JSONObject,
    service: str,
) -> AsyncGenerator[TranscriptionModelV4StreamPart, None]:
    state = LiveTranscriptionStream(service)
    messages = MessagesUntilQuiet(connection, _GRACE_SECONDS)
    conversation = _Conversation(connection, messages, state, options.audio)
    try:
        async with connection:
            connection.start(lambda: connection.send_json({"setup": setup}))
            yield TranscriptionModelV4StreamStart(warnings=[])
            async for text in messages:
                try:
                    message = parse_json(text)
                except JSONParseError:
                    continue
                if options.include_raw_chunks:
                    yield TranscriptionModelV4Raw(raw_value=message)
                for part in await conversation.feed(message):
                    yield part
                if state.is_finished:
                    return
            for part in await conversation.finish():
                yield part
    finally:
        messages.stop()


class _Conversation:
    """What is done about a message, beside what it tells."""

    def __init__(
        self,
        connection: WebSocketConnection,
        messages: MessagesUntilQuiet,
        state: LiveTranscriptionStream,
        audio: AsyncIterator[bytes | str],
    ) -> None:
        self._connection = connection
        self._messages = messages
        self._state = state
        self._audio = audio

    async def feed(self, message: Any) -> list[TranscriptionModelV4StreamPart]:
        """Return the parts that a message brings; raises `WebSocketError` for an error of the provider's."""
        was_set_up = self._state.is_set_up
        parts = self._state.feed(message)
        # Audio that is sent before the setup is acknowledged is lost.
        if self._state.is_set_up and not was_set_up:
            self._connection.start(self._send_audio)
        if self._state.is_audio_over and any(part.type in _HEARD for part in parts):
            self._messages.await_more()
        if self._state.is_finished:
            await self._connection.close()
        return parts

    async def finish(self) -> list[TranscriptionModelV4StreamPart]:
        """Return the last parts, when nothing more comes; without the end of the audio that is an error."""
        if not self._state.is_audio_over:
            code, reason = self._connection.close_code, self._connection.close_reason
            told = f"code {code}, reason: {reason}" if reason else f"code {code}"
            raise WebSocketError(
                f"{self._state.service} transcription WebSocket closed unexpectedly before finishing ({told})."
            )
        await self._connection.close()
        return self._state.finish()

    async def _send_audio(self) -> None:
        mime_type = f"audio/pcm;rate={_RATE}"
        async for chunk in self._audio:
            audio = {"data": convert_to_base64(chunk), "mimeType": mime_type}
            await self._connection.send_json({"realtimeInput": {"audio": audio}})
        await self._connection.send_json({"realtimeInput": {"audioStreamEnd": True}})
        self._state.is_audio_over = True
        self._messages.await_more()
