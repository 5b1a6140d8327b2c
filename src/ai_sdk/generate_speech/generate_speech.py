"""Generates speech.

Ports: ai/src/generate-speech/generate-speech.ts
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ai_sdk.error.no_output_errors import NoSpeechGeneratedError
from ai_sdk.generate_speech.audio_media_type import find_audio_media_type, measure_audio
from ai_sdk.generate_speech.generate_speech_result import SpeechResult
from ai_sdk.generate_speech.generated_audio_file import GeneratedAudioFile
from ai_sdk.generate_speech.speech_events import GenerateSpeechEndEvent, GenerateSpeechStartEvent, SpeechAudioFacts
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.model.resolve_model import resolve_speech_model
from ai_sdk.provider import SharedV4ProviderOptions, SpeechModelV4, SpeechModelV4CallOptions, SpeechModelV4Result
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.generate_id import create_id_generator
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry import TelemetryDispatcher, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.util.notify import notify
from ai_sdk.util.prepare_retries import PreparedRetries, prepare_retries
from ai_sdk.version import AI_VERSION

__all__ = ["generate_speech"]

_generate_call_id = create_id_generator(prefix="call", size=24)


async def generate_speech(
    *,
    model: str | SpeechModelV4,
    text: str,
    voice: str | None = None,
    output_format: str | None = None,
    instructions: str | None = None,
    speed: float | None = None,
    language: str | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
    max_retries: int | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
    telemetry: TelemetryOptions | Mapping[str, Any] | None = None,
) -> SpeechResult:
    """Turn text into speech.

    `output_format` is a name such as `mp3` or `wav`, `instructions` say how to speak, `speed` is a factor, `language`
    is an ISO 639-1 code or `auto`. `max_retries` is 2 unless given.

    Raises `NoSpeechGeneratedError` when no audio came, `InvalidArgumentError` for retries that cannot be, `RetryError`
    when the last retry failed, and what the model raises, such as `APICallError`.

    >>> import asyncio
    >>> from ai_sdk.testing import MockSpeechModelV4
    >>> model = MockSpeechModelV4(do_generate={"audio": b"RIFF    WAVEfmt "})
    >>> asyncio.run(generate_speech(model=model, text="Good morning!")).audio.format
    'wav'
    """
    resolved = resolve_speech_model(model)
    retries = prepare_retries(max_retries=max_retries, abort_signal=abort_signal)
    options = SpeechModelV4CallOptions(
        text=text,
        voice=voice,
        output_format=output_format,
        instructions=instructions,
        speed=speed,
        language=language,
        provider_options=provider_options or {},
        abort_signal=abort_signal,
        headers={**with_user_agent_suffix(headers, f"ai/{AI_VERSION}")},
    )
    dispatcher = create_telemetry_dispatcher(telemetry)
    identity: dict[str, Any] = {
        "call_id": _generate_call_id(),
        "provider": resolved.provider,
        "model_id": resolved.model_id,
    }
    await notify(_start_event(identity, options, retries.max_retries, headers), [dispatcher.on_start])
    try:
        return await _generate(resolved, options, retries, dispatcher, identity)
    except Exception as error:
        await notify(TelemetryErrorEvent(call_id=identity["call_id"], error=error), [dispatcher.on_error])
        raise


async def _generate(
    model: SpeechModelV4,
    options: SpeechModelV4CallOptions,
    retries: PreparedRetries,
    dispatcher: TelemetryDispatcher,
    identity: dict[str, Any],
) -> SpeechResult:
    result = await retries.retry(lambda: model.do_generate(options))
    if not result.audio:
        raise NoSpeechGeneratedError(responses=[result.response])
    log_warnings(warnings=result.warnings, provider=model.provider, model=model.model_id)
    media_type = find_audio_media_type(result.audio, result.response.headers, options.output_format)
    audio = GeneratedAudioFile(data=result.audio, media_type=media_type)
    if dispatcher.on_end is not None:
        await notify(_end_event(identity, options.text, result, audio), [dispatcher.on_end])
    return SpeechResult(
        audio=audio,
        warnings=result.warnings,
        responses=[result.response],
        provider_metadata=result.provider_metadata or {},
    )


def _start_event(
    identity: dict[str, Any], options: SpeechModelV4CallOptions, max_retries: int, headers: Mapping[str, str] | None
) -> GenerateSpeechStartEvent:
    return GenerateSpeechStartEvent(
        **identity,
        text=options.text,
        voice=options.voice,
        output_format=options.output_format,
        instructions=options.instructions,
        speed=options.speed,
        language=options.language,
        max_retries=max_retries,
        headers=headers,
        provider_options=options.provider_options or {},
    )


def _end_event(
    identity: dict[str, Any], text: str, result: SpeechModelV4Result, audio: GeneratedAudioFile
) -> GenerateSpeechEndEvent:
    length = measure_audio(result.audio)
    return GenerateSpeechEndEvent(
        **identity,
        text=text,
        audio=SpeechAudioFacts(byte_length=length, media_type=audio.media_type, format=audio.format),
        usage=result.usage,
        warnings=result.warnings,
        provider_metadata=result.provider_metadata,
        response=replace(result.response, body=None),
    )
