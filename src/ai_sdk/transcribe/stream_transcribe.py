"""Turns speech into text while it is spoken.

Ports: ai/src/transcribe/stream-transcribe.ts
"""

from collections.abc import AsyncIterable, Iterable, Mapping
from typing import Any

from ai_sdk.error.no_output_errors import NoTranscriptGeneratedError
from ai_sdk.generate_speech.audio_media_type import measure_audio
from ai_sdk.generate_text.stream_text.live_call import LiveCall
from ai_sdk.generate_text.stream_text.shared_parts import SKIPPED
from ai_sdk.model.resolve_model import resolve_transcription_model
from ai_sdk.provider import (
    SharedV4AudioFormat,
    SharedV4ProviderOptions,
    SharedV4Warning,
    TranscriptionModelV4,
    TranscriptionModelV4Finish,
    TranscriptionModelV4ResponseMetadataPart,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamPart,
    TranscriptionModelV4StreamStart,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.generate_id import create_id_generator
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry import TelemetryDispatcher, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.transcribe.stream_transcribe_result import StreamTranscriptionResult, TranscriptionOutcome
from ai_sdk.transcribe.transcription_events import (
    StreamTranscriptionEndEvent,
    StreamTranscriptionStartEvent,
    TranscriptionAudioFacts,
)
from ai_sdk.util.as_async_iterator import as_async_iterator
from ai_sdk.util.notify import notify
from ai_sdk.version import AI_VERSION

__all__ = ["experimental_stream_transcribe"]

_generate_call_id = create_id_generator(prefix="call", size=24)


def experimental_stream_transcribe(
    *,
    model: str | TranscriptionModelV4,
    audio: AsyncIterable[bytes | str] | Iterable[bytes | str] | bytes | str,
    input_audio_format: SharedV4AudioFormat | Mapping[str, Any],
    provider_options: SharedV4ProviderOptions | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
    include_raw_chunks: bool | None = None,
    telemetry: TelemetryOptions | Mapping[str, Any] | None = None,
) -> StreamTranscriptionResult:
    """Turn speech into text while it is spoken.

    `audio` gives pieces of raw audio, as bytes or base64 text, in the format that `input_audio_format` names, such as
    `{"type": "audio/pcm", "rate": 16000}`. The transcript runs while it is read; closing the result closes `audio` too.
    With `include_raw_chunks` the provider's own messages are among the parts.

    Raises `UnsupportedFunctionalityError` when the model cannot do it. Reading raises `NoTranscriptGeneratedError` when
    there is no transcript, the abort's reason, and what the model raises, such as `WebSocketError`.

    >>> import asyncio
    >>> from ai_sdk.testing import MockTranscriptionModelV4
    >>> finish = {"type": "finish", "text": "Good morning!", "segments": []}
    >>> model = MockTranscriptionModelV4(do_stream={"stream": [{"type": "transcript-delta", "delta": "Good"}, finish]})
    >>> async def main():
    ...     async with experimental_stream_transcribe(
    ...         model=model, audio=[b"..."], input_audio_format={"type": "audio/pcm", "rate": 16000}
    ...     ) as result:
    ...         async for part in result.full_stream:
    ...             print(part.delta)
    ...         return await result.text
    >>> asyncio.run(main())
    Good
    'Good morning!'
    """
    resolved: Any = resolve_transcription_model(model)
    if getattr(resolved, "do_stream", None) is None:
        raise _unsupported(resolved, is_id=isinstance(model, str))
    audio_length = _AudioLength()
    source = as_async_iterator([audio] if isinstance(audio, bytes | str) else audio, audio_length.add)
    options = TranscriptionModelV4StreamOptions(
        audio=source,
        input_audio_format=load(SharedV4AudioFormat, input_audio_format),
        provider_options=provider_options or {},
        abort_signal=abort_signal,
        headers={**with_user_agent_suffix(headers, f"ai/{AI_VERSION}")},
        include_raw_chunks=include_raw_chunks,
    )
    call = _Call(
        model=resolved,
        options=options,
        source=source,
        audio_length=audio_length,
        headers=headers,
        dispatcher=create_telemetry_dispatcher(telemetry),
    )
    return StreamTranscriptionResult(call.stream(), call.outcome)


def _unsupported(model: TranscriptionModelV4, *, is_id: bool) -> UnsupportedFunctionalityError:
    message = f'The {model.provider} model "{model.model_id}" does not support streaming transcription.'
    if is_id:
        message += (
            " String model IDs resolve through the global provider (AI Gateway by default)."
            " If that provider does not support streaming transcription, pass a provider model"
            " instance instead (e.g. openai.transcription('gpt-realtime-whisper'))"
            " or upgrade @ai-sdk/gateway to a version with streaming transcription support."
        )
    return UnsupportedFunctionalityError(functionality="streaming transcription", message=message)


class _AudioLength:
    """Counts the bytes of the audio while it is read."""

    def __init__(self) -> None:
        self.in_bytes = 0

    def add(self, piece: bytes | str) -> bytes | str:
        """Count a piece and return it."""
        self.in_bytes += measure_audio(piece) if isinstance(piece, str) else len(piece)
        return piece


class _Call(LiveCall):
    """One live transcription."""

    cancelled = "Transcription stream was cancelled."

    def __init__(
        self,
        *,
        audio_length: _AudioLength,
        headers: Mapping[str, str] | None,
        dispatcher: TelemetryDispatcher,
        **call: Any,
    ) -> None:
        self.outcome = TranscriptionOutcome()
        super().__init__(values=self.outcome.all(), response=TranscriptionModelV4ResultResponse, **call)
        self._audio_length = audio_length
        self._headers = headers
        self._dispatcher = dispatcher
        self._identity = {
            "call_id": _generate_call_id(), "provider": self.model.provider, "model_id": self.model.model_id
        }  # fmt: skip
        self._has_ended = False

    async def begin(self) -> None:
        """Tell telemetry that the call begins."""
        event = StreamTranscriptionStartEvent(
            **self._identity,
            audio=TranscriptionAudioFacts(media_type=self.options.input_audio_format.type),
            input_audio_format=self.options.input_audio_format,
            headers=self._headers,
            provider_options=self.options.provider_options,
        )
        await notify(event, [self._dispatcher.experimental_on_stream_transcription_start])

    async def take(self, part: TranscriptionModelV4StreamPart) -> Any:
        """Keep what is for the values, and return the rest."""
        match part:
            case TranscriptionModelV4StreamStart():
                self.take_warnings(part.warnings)
            case TranscriptionModelV4ResponseMetadataPart():
                self.update_response(part)
            case TranscriptionModelV4Finish():
                await self._finish(part)
            case _:
                return part
        return SKIPPED

    def take_warnings(self, warnings: list[SharedV4Warning]) -> None:
        """Keep the warnings and log them."""
        super().take_warnings(warnings)
        self.outcome.warnings.resolve(warnings)

    def check_end(self) -> None:
        """Raise `NoTranscriptGeneratedError` when there was no `finish` part."""
        if not self.outcome.text.is_settled:
            raise NoTranscriptGeneratedError(responses=[self.response])

    async def _finish(self, part: TranscriptionModelV4Finish) -> None:
        outcome = self.outcome
        if not outcome.warnings.is_settled:
            self.take_warnings([])
        if not part.text:
            raise NoTranscriptGeneratedError(responses=[self.response])
        outcome.text.resolve(part.text)
        outcome.segments.resolve(part.segments)
        outcome.language.resolve(part.language)
        outcome.duration_in_seconds.resolve(part.duration_in_seconds)
        outcome.responses.resolve([self.response])
        outcome.provider_metadata.resolve(part.provider_metadata or {})
        self._has_ended = True
        await self._tell_end(part)

    async def _tell_end(self, part: TranscriptionModelV4Finish) -> None:
        media_type = self.options.input_audio_format.type
        event = StreamTranscriptionEndEvent(
            **self._identity,
            audio=TranscriptionAudioFacts(byte_length=self._audio_length.in_bytes, media_type=media_type),
            text=part.text,
            segments=part.segments,
            language=part.language,
            duration_in_seconds=part.duration_in_seconds,
            usage=part.usage,
            warnings=self.warnings,
            provider_metadata=part.provider_metadata,
            response=self.response,
        )
        await notify(event, [self._dispatcher.experimental_on_stream_transcription_end])

    async def fail(self, error: Exception) -> None:
        """Tell telemetry that the call has failed, unless it was told that it is complete."""
        if not self._has_ended:
            self._has_ended = True
            event = TelemetryErrorEvent(call_id=self._identity["call_id"], error=error)
            await notify(event, [self._dispatcher.on_error])

    def abandon(self) -> None:
        """Tell telemetry that the reader has left."""
        super().abandon()
        if self._dispatcher.abandon is not None:
            self._dispatcher.abandon()
