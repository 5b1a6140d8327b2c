"""Transcription on Mistral: of whole files, and of streams.

Ports: @ai-sdk/mistral/src/mistral-transcription-model.ts
Ports: @ai-sdk/mistral/src/mistral-transcription-model-options.ts
"""

from ai_sdk_generated.mistral.transcription.options import MistralTranscriptionModelOptions
from ai_sdk_generated.mistral.transcription.wire import (
    MistralTranscriptionResponse,
    MistralTranscriptionResponseSegment,
    MistralTranscriptionResponseUsage,
)

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamResult,
)
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.media_type_to_extension import media_type_to_extension
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.mistral.errors import MISTRAL_ERROR_STRUCTURE
from ai_sdk.providers.mistral.model_catalog import takes_language_with_timestamps
from ai_sdk.providers.mistral.transcription.realtime import open_stream

__all__ = ["MistralTranscriptionModel"]

_FORM_FIELDS = ("language", "return_language", "temperature", "timestamp_granularities", "diarize", "context_bias")
_REALTIME_ONLY = {
    "target_streaming_delay_ms": "targetStreamingDelayMs",
    "speaker_references": "speakerReferences",
    "turn_detection": "turnDetection",
}


class MistralTranscriptionModel(HttpModel):
    """Turns speech into text on Mistral."""

    error_structure = MISTRAL_ERROR_STRUCTURE

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe audio in one call.

        Raises `InvalidArgumentError` for options that do not fit or not together, and `APICallError` when the request
        fails.
        """
        timestamp = now()
        settings = _read_settings(self.model_id, options)
        response: ApiResponse[MistralTranscriptionResponse] = await self.post_form(
            "/audio/transcriptions",
            _build_form(self.model_id, options, settings),
            json_response(MistralTranscriptionResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        metadata = TranscriptionModelV4ResultResponse(
            timestamp=timestamp,
            model_id=response.value.model,
            headers=response.response_headers,
            body=response.raw_value,
        )
        return _read_response(response.value, metadata, _warnings(settings))

    async def do_stream(self, options: TranscriptionModelV4StreamOptions) -> TranscriptionModelV4StreamResult:
        """Transcribe live audio over a WebSocket, which opens when the stream is read.

        Raises `InvalidArgumentError` for options that do not fit and for audio that is not 16-bit PCM. The stream
        raises `APICallError` when the server refuses the connection, `WebSocketError` when it breaks or is closed early
        or the server reports an error, and `JSONParseError` and `TypeValidationError` for events that do not fit.
        """
        return await open_stream(self.model_id, self.config, options)


def _read_settings(model_id: str, options: TranscriptionModelV4CallOptions) -> MistralTranscriptionModelOptions:
    settings = parse_provider_options("mistral", options.provider_options, MistralTranscriptionModelOptions)
    settings = settings or MistralTranscriptionModelOptions()
    if settings.language is not None:
        if settings.timestamp_granularities is not None and not takes_language_with_timestamps(model_id):
            raise _refused_with_language("timestampGranularities")
        if settings.return_language:
            raise _refused_with_language("returnLanguage")
    return settings


def _refused_with_language(option: str) -> InvalidArgumentError:
    message = f"providerOptions.mistral.language cannot be combined with providerOptions.mistral.{option}"
    return InvalidArgumentError(message, argument="providerOptions")


def _warnings(settings: MistralTranscriptionModelOptions) -> list[SharedV4Warning]:
    details = "This option is only supported for realtime transcription."
    return [
        SharedV4WarningUnsupported(feature=f"providerOptions.mistral.{name}", details=details)
        for field, name in _REALTIME_ONLY.items()
        if getattr(settings, field) is not None
    ]


def _build_form(
    model_id: str, options: TranscriptionModelV4CallOptions, settings: MistralTranscriptionModelOptions
) -> FormData:
    form = FormData()
    form.append("model", model_id)
    audio = convert_base64_to_bytes(options.audio) if isinstance(options.audio, str) else options.audio
    extension = media_type_to_extension(options.media_type)
    form.append("file", audio, filename=f"audio.{extension}", content_type=options.media_type)
    for name in _FORM_FIELDS:
        value = getattr(settings, name)
        for item in value if isinstance(value, list) else [value]:
            if item is not None:
                form.append(name, item)
    return form


def _read_response(
    response: MistralTranscriptionResponse,
    metadata: TranscriptionModelV4ResultResponse,
    warnings: list[SharedV4Warning],
) -> TranscriptionModelV4Result:
    usage, segments = response.usage, response.segments or []
    duration = None if usage is None else usage.prompt_audio_seconds
    if duration is None and segments:
        duration = segments[-1].end
    provider_metadata = _provider_metadata(usage, segments)
    return TranscriptionModelV4Result(
        text=response.text,
        segments=[
            TranscriptionModelV4Segment(text=segment.text, start_second=segment.start, end_second=segment.end)
            for segment in segments
        ],
        language=response.language,
        duration_in_seconds=duration,
        warnings=warnings,
        usage=None if usage is None else dump_wire(usage),
        response=metadata,
        provider_metadata={"mistral": provider_metadata} if provider_metadata else None,
    )


def _provider_metadata(
    usage: MistralTranscriptionResponseUsage | None, segments: list[MistralTranscriptionResponseSegment]
) -> JSONObject:
    metadata: JSONObject = {}
    if usage is not None:
        metadata["usage"] = omit_none(
            {
                "promptTokens": usage.prompt_tokens,
                "completionTokens": usage.completion_tokens,
                "totalTokens": usage.total_tokens,
                "promptAudioSeconds": usage.prompt_audio_seconds,
                "requestCount": usage.request_count,
            }
        )
    details = [_segment_metadata(segment) for segment in segments]
    told = [detail for detail in details if detail.keys() & {"type", "score", "speakerId"}]
    return {**metadata, "segments": told} if told else metadata


def _segment_metadata(segment: MistralTranscriptionResponseSegment) -> JSONObject:
    return omit_none(
        {
            "text": segment.text,
            "startSecond": segment.start,
            "endSecond": segment.end,
            "type": segment.type,
            "score": segment.score,
            "speakerId": segment.speaker_id,
        }
    )
