"""Turns text into speech while it is written.

Ports: ai/src/generate-speech/stream-speech.ts, ai/src/generate-speech/is-streaming-speech-model.ts
"""

import logging
from collections.abc import AsyncIterable, Iterable, Mapping
from typing import Any

from ai_sdk.error.no_output_errors import NoSpeechGeneratedError
from ai_sdk.error.stream_errors import StreamProviderError
from ai_sdk.generate_speech.speech_events import StreamSpeechErrorEvent
from ai_sdk.generate_speech.stream_speech_result import (
    SpeechOutcome,
    SpeechStreamAudioPart,
    SpeechStreamUsage,
    SpeechTextPart,
    StreamSpeechResult,
)
from ai_sdk.generate_text.stream_text.live_call import LiveCall
from ai_sdk.generate_text.stream_text.shared_parts import SKIPPED
from ai_sdk.model.resolve_model import resolve_speech_model
from ai_sdk.provider import (
    SharedV4AudioFormat,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SpeechModelV4,
    SpeechModelV4Audio,
    SpeechModelV4Error,
    SpeechModelV4Finish,
    SpeechModelV4ResponseMetadataPart,
    SpeechModelV4ResultResponse,
    SpeechModelV4StreamOptions,
    SpeechModelV4StreamPart,
    SpeechModelV4StreamStart,
    SpeechModelV4StreamTextPart,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.util.as_async_iterator import as_async_iterator
from ai_sdk.util.callback import Callback
from ai_sdk.util.notify import notify
from ai_sdk.version import AI_VERSION

__all__ = ["experimental_stream_speech"]

_logger = logging.getLogger("ai_sdk")

SpeechText = str | SpeechTextPart | Mapping[str, Any]
"""A piece of text, or a part with a voice of its own."""


def experimental_stream_speech(
    *,
    model: str | SpeechModelV4,
    text: str | AsyncIterable[SpeechText] | Iterable[SpeechText],
    voice: str | None = None,
    output_format: SharedV4AudioFormat | Mapping[str, Any] | None = None,
    instructions: str | None = None,
    speed: float | None = None,
    language: str | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
    include_raw_chunks: bool | None = None,
    on_error: Callback[StreamSpeechErrorEvent] | None = None,
) -> StreamSpeechResult:
    """Turn text into speech while it is written.

    `text` is a text, or pieces of one as they come, such as the `text_stream` of `stream_text`; a piece may be a
    `SpeechTextPart` with a voice of its own. `output_format` is such as `{"type": "audio/pcm", "rate": 24000}`, `speed`
    a factor, `language` an ISO 639-1 code or `auto`. Errors that do not end the stream go to `on_error`; without it
    they are logged. The speech runs while it is read; closing the result closes `text` too.

    Raises `UnsupportedFunctionalityError` when the model cannot do it. Reading raises `NoSpeechGeneratedError` when no
    audio came, `StreamProviderError` or the provider's last error when the stream ends before it is complete, the
    abort's reason, and what the model raises, such as `WebSocketError`.

    >>> import asyncio
    >>> from ai_sdk.testing import MockSpeechModelV4
    >>> audio = {"type": "audio", "audio": b"beep", "audioFormat": {"type": "audio/pcm"}}
    >>> model = MockSpeechModelV4(do_stream={"stream": [audio, {"type": "finish"}]})
    >>> async def main():
    ...     async with experimental_stream_speech(model=model, text=["Good ", "morning!"]) as result:
    ...         return [piece async for piece in result.audio_stream]
    >>> asyncio.run(main())
    [b'beep']
    """
    resolved: Any = resolve_speech_model(model)
    if getattr(resolved, "do_stream", None) is None:
        raise _unsupported(resolved, is_id=isinstance(model, str))
    source = as_async_iterator([text] if isinstance(text, str) else text, _text_part)
    options = SpeechModelV4StreamOptions(
        text=source,
        voice=voice,
        output_format=None if output_format is None else load(SharedV4AudioFormat, output_format),
        instructions=instructions,
        speed=speed,
        language=language,
        provider_options=provider_options or {},
        abort_signal=abort_signal,
        headers={**with_user_agent_suffix(headers, f"ai/{AI_VERSION}")},
        include_raw_chunks=include_raw_chunks,
    )
    call = _Call(model=resolved, options=options, source=source, on_error=on_error)
    return StreamSpeechResult(call.stream(), call.outcome)


def _unsupported(model: SpeechModelV4, *, is_id: bool) -> UnsupportedFunctionalityError:
    message = f'The {model.provider} model "{model.model_id}" does not support streaming speech.'
    if is_id:
        message += (
            " String model IDs resolve through the global provider (AI Gateway by default)."
            " If that provider does not support streaming speech, pass a provider model"
            " instance instead (e.g. elevenLabs.speech('eleven_flash_v2_5'))"
            " or upgrade @ai-sdk/gateway to a version with streaming speech support."
        )
    return UnsupportedFunctionalityError(functionality="streaming speech", message=message)


def _text_part(value: Any) -> SpeechModelV4StreamTextPart:
    if isinstance(value, str):
        return SpeechModelV4StreamTextPart(text=value)
    part = load(SpeechTextPart, value)
    return SpeechModelV4StreamTextPart(text=part.text, voice=part.voice, provider_options=part.provider_options)


class _Call(LiveCall):
    """One speech."""

    cancelled = "Speech stream was cancelled."

    def __init__(self, *, on_error: Callback[StreamSpeechErrorEvent] | None, **call: Any) -> None:
        self.outcome = SpeechOutcome()
        super().__init__(values=self.outcome.all(), response=SpeechModelV4ResultResponse, **call)
        self._on_error = on_error
        self._has_audio = False
        self._last_error: Any = None

    async def take(self, part: SpeechModelV4StreamPart) -> Any:
        """Keep what is for the values, and return the rest."""
        match part:
            case SpeechModelV4StreamStart():
                self.take_warnings(part.warnings)
            case SpeechModelV4ResponseMetadataPart():
                self.update_response(part)
            case SpeechModelV4Audio():
                return self._take_audio(part)
            case SpeechModelV4Error():
                await self._tell_error(part.error)
                return part
            case SpeechModelV4Finish():
                self._finish(part)
            case _:
                return part
        return SKIPPED

    def take_warnings(self, warnings: list[SharedV4Warning]) -> None:
        """Keep the warnings and log them."""
        super().take_warnings(warnings)
        self.outcome.warnings.resolve(warnings)

    def update_response(self, known: Any) -> None:
        """Take what a part, or the result, knows of the response, its body too."""
        super().update_response(known)
        if known.body is not None:
            self.response.body = known.body

    def check_end(self) -> None:
        """Raise an error when there was no `finish` part: the provider's own, when there was audio before it."""
        if self.outcome.usage.is_settled:
            return
        if not self._has_audio:
            raise self._no_speech()
        if isinstance(self._last_error, Exception):
            raise self._last_error
        raise StreamProviderError("The speech stream ended before it finished.", data=self._last_error)

    def _take_audio(self, part: SpeechModelV4Audio) -> Any:
        audio = convert_base64_to_bytes(part.audio) if isinstance(part.audio, str) else part.audio
        if not audio and part.provider_metadata is None:
            return SKIPPED
        self._has_audio = self._has_audio or bool(audio)
        return SpeechStreamAudioPart(
            id=part.id, audio=audio, audio_format=part.audio_format, provider_metadata=part.provider_metadata
        )

    async def _tell_error(self, error: Any) -> None:
        self._last_error = error
        if self._on_error is None:
            _logger.error("%s", error, exc_info=error if isinstance(error, BaseException) else None)
        else:
            await notify(StreamSpeechErrorEvent(error=error), self._on_error)

    def _finish(self, part: SpeechModelV4Finish) -> None:
        if not self.outcome.warnings.is_settled:
            self.take_warnings([])
        if not self._has_audio:
            raise self._no_speech()
        self.outcome.usage.resolve(part.usage or SpeechStreamUsage())
        self.outcome.responses.resolve([self.response])
        self.outcome.provider_metadata.resolve(part.provider_metadata or {})

    def _no_speech(self) -> NoSpeechGeneratedError:
        cause = self._last_error if isinstance(self._last_error, BaseException) else None
        return NoSpeechGeneratedError(responses=[self.response], cause=cause)
