"""Turns speech into text.

Ports: ai/src/transcribe/transcribe.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from ai_sdk.error.no_output_errors import NoTranscriptGeneratedError
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.model.resolve_model import resolve_transcription_model
from ai_sdk.provider import (
    SharedV4ProviderOptions,
    TranscriptionModelV4,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4TimestampGranularity,
    TranscriptionModelV4UrlCallOptions,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.codec import URL
from ai_sdk.provider_utils.content_part import DataContent
from ai_sdk.provider_utils.generate_id import create_id_generator
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry import TelemetryDispatcher, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.transcribe.audio_source import AudioSource, open_audio_source
from ai_sdk.transcribe.transcribe_result import TranscriptionResult
from ai_sdk.transcribe.transcription_events import (
    TranscriptionAudioFacts,
    TranscriptionEndEvent,
    TranscriptionStartEvent,
)
from ai_sdk.util.download.download_function import DownloadOne
from ai_sdk.util.notify import notify
from ai_sdk.util.prepare_retries import PreparedRetries, prepare_retries
from ai_sdk.version import AI_VERSION

__all__ = ["transcribe"]

_generate_call_id = create_id_generator(prefix="call", size=24)


async def transcribe(
    *,
    model: str | TranscriptionModelV4,
    audio: DataContent | URL,
    timestamp_granularities: list[TranscriptionModelV4TimestampGranularity] | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
    max_retries: int | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
    telemetry: TelemetryOptions | Mapping[str, Any] | None = None,
    download: DownloadOne | None = None,
) -> TranscriptionResult:
    """Turn speech into text.

    `audio` is bytes, base64 text, or an `https://` URL, which the provider fetches when it can; it is downloaded
    otherwise, and whenever `download` is given, which `create_download` makes. `timestamp_granularities` asks for the
    times of words or segments. `max_retries` is 2 unless given.

    Raises `NoTranscriptGeneratedError` when there is no transcript, `DownloadError` and `InvalidDataContentError` for
    audio that cannot be had, `InvalidArgumentError` for retries that cannot be, `RetryError` when the last retry
    failed, and what the model raises, such as `APICallError`.

    >>> import asyncio
    >>> from ai_sdk.testing import MockTranscriptionModelV4
    >>> model = MockTranscriptionModelV4(do_generate={"text": "Good morning!"})
    >>> asyncio.run(transcribe(model=model, audio=b"RIFF    WAVEfmt ")).text
    'Good morning!'
    """
    resolved = resolve_transcription_model(model)
    operation = _Transcription(
        model=resolved,
        retries=prepare_retries(max_retries=max_retries, abort_signal=abort_signal),
        options={
            "timestamp_granularities": timestamp_granularities,
            "provider_options": provider_options or {},
            "abort_signal": abort_signal,
            "headers": with_user_agent_suffix(headers, f"ai/{AI_VERSION}"),
        },
        headers=headers,
        dispatcher=create_telemetry_dispatcher(telemetry),
        download_one=download,
    )
    return await operation.run(audio)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Transcription:
    """One call of `transcribe`; `options` are those that every call of the model has."""

    model: TranscriptionModelV4
    retries: PreparedRetries
    options: dict[str, Any]
    headers: Mapping[str, str] | None
    dispatcher: TelemetryDispatcher
    download_one: DownloadOne | None
    call_id: str = field(default_factory=_generate_call_id)

    async def run(self, audio: DataContent | URL) -> TranscriptionResult:
        """Get the audio, announce the operation, transcribe, and tell telemetry when something fails."""
        try:
            source = await open_audio_source(audio, self.model, self.download_one, self.options["abort_signal"])
        except Exception as error:
            await self._start(TranscriptionAudioFacts())
            await self._fail(error)
            raise
        await self._start(source.describe())
        try:
            return await self._transcribe(source)
        except Exception as error:
            await self._fail(error)
            raise

    async def _transcribe(self, source: AudioSource) -> TranscriptionResult:
        result = await self.retries.retry(lambda: self._attempt(source))
        log_warnings(warnings=result.warnings, provider=self.model.provider, model=self.model.model_id)
        if cast("str | None", result.text) is None:
            raise NoTranscriptGeneratedError(responses=[result.response])
        await self._end(source, result)
        return TranscriptionResult(
            text=result.text,
            segments=result.segments,
            words=result.words,
            language=result.language,
            duration_in_seconds=result.duration_in_seconds,
            warnings=result.warnings,
            responses=[result.response],
            provider_metadata=result.provider_metadata or {},
        )

    async def _attempt(self, source: AudioSource) -> TranscriptionModelV4Result:
        if source.url is not None:
            model: Any = self.model
            options = TranscriptionModelV4UrlCallOptions(audio=source.url, **self.options)
            fetched: TranscriptionModelV4Result | None = await model.do_generate_from_url(options)
            if fetched is not None:
                return fetched
            # The provider cannot fetch this URL, for example because it redirects.
            await source.download(self.download_one, self.options["abort_signal"])
        media_type = source.media_type or "audio/wav"
        return await self.model.do_generate(
            TranscriptionModelV4CallOptions(audio=source.data, media_type=media_type, **self.options)
        )

    async def _start(self, audio: TranscriptionAudioFacts) -> None:
        event = TranscriptionStartEvent(
            call_id=self.call_id,
            provider=self.model.provider,
            model_id=self.model.model_id,
            audio=audio,
            max_retries=self.retries.max_retries,
            headers=self.headers,
            provider_options=self.options["provider_options"],
            timestamp_granularities=self.options["timestamp_granularities"],
        )
        await notify(event, [self.dispatcher.on_start])

    async def _fail(self, error: Exception) -> None:
        await notify(TelemetryErrorEvent(call_id=self.call_id, error=error), [self.dispatcher.on_error])

    async def _end(self, source: AudioSource, result: TranscriptionModelV4Result) -> None:
        event = TranscriptionEndEvent(
            call_id=self.call_id,
            provider=self.model.provider,
            model_id=self.model.model_id,
            audio=source.describe(),
            text=result.text,
            segments=result.segments,
            words=result.words,
            language=result.language,
            duration_in_seconds=result.duration_in_seconds,
            usage=result.usage,
            warnings=result.warnings,
            provider_metadata=result.provider_metadata,
            response=result.response,
        )
        await notify(event, [self.dispatcher.on_end])
