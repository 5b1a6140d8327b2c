"""Transcripts by Gemini models: of whole files, and by the `-live` models of streams.

Ports: @ai-sdk/google-vertex/src/gemini-transcription/google-vertex-gemini-transcription-model.ts
Ports: @ai-sdk/google-vertex/src/gemini-transcription/google-vertex-gemini-transcription-model-options.ts
"""

from collections.abc import Iterator

from ai_sdk_generated.google_vertex.gemini_transcription import wire
from ai_sdk_generated.google_vertex.gemini_transcription.options import GoogleVertexGeminiTranscriptionModelOptions

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamResult,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.connect_to_websocket import connect_to_websocket
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.google.offset_seconds import parse_offset_seconds
from ai_sdk.providers.google.transcription.live import (
    check_live_audio_format,
    check_live_model,
    open_live_transcription,
)
from ai_sdk.providers.google_vertex.errors import google_vertex_error_structure
from ai_sdk.providers.google_vertex.location import vertex_host
from ai_sdk.providers.google_vertex.request_config import is_live_transcription_model
from ai_sdk.providers.google_vertex.transcription.cloud_speech import NAMESPACES

__all__ = ["GoogleVertexGeminiTranscriptionModel"]

_LIVE_PATH = "google.cloud.aiplatform.v1.LlmBidiService/BidiGenerateContent"


class GoogleVertexGeminiTranscriptionModel(HttpModel):
    """Transcripts by Gemini models."""

    error_structure = google_vertex_error_structure

    def __init__(self, model_id: str, config: ModelConfig, *, project: str, location: str) -> None:
        super().__init__(model_id, config)
        self._project = project
        self._location = location

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe a file in one call.

        Raises `InvalidArgumentError` for a live model and for options that do not fit, and `APICallError` when the
        request fails.
        """
        if is_live_transcription_model(self.model_id):
            raise InvalidArgumentError(
                f"Model '{self.model_id}' only supports streaming transcription. "
                "Use experimental_streamTranscribe, or a unary model such as 'gemini-3.5-transcribe'.",
                argument="modelId",
            )
        timestamp = clock.now()
        given = _read_options(options.provider_options)
        response = await self.post_json(
            f"/models/{self.model_id}:generateContent",
            _build_body(options, given),
            json_response(wire.GoogleVertexGeminiTranscriptionResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        value: wire.GoogleVertexGeminiTranscriptionResponse = response.value
        parts = _parts(value)
        text, words = _text(parts), [word for part in parts for word in _words(part)]
        spoken = (part.audio_transcription for part in parts)
        languages = (each.language_code for each in spoken if each is not None and each.language_code is not None)
        usage = value.usage_metadata
        return TranscriptionModelV4Result(
            text=text,
            segments=list(words),
            words=words or None,
            language=next(languages, None),
            warnings=_warnings(options, given, omitted=bool(text.strip()) and not words),
            usage=usage,
            response=TranscriptionModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
            provider_metadata=None if usage is None else {"google": {"usageMetadata": usage}},
        )

    async def do_stream(self, options: TranscriptionModelV4StreamOptions) -> TranscriptionModelV4StreamResult:
        """Transcribe live audio over a WebSocket, which opens when the stream is read.

        Raises `InvalidArgumentError` for a model that is no live model, for audio that is not 16-bit PCM of 16 kHz and
        for options that do not fit. The stream raises `APICallError` when the server refuses the connection, and
        `WebSocketError` when it breaks or the server reports an error.
        """
        check_live_model(self.model_id, is_live=is_live_transcription_model(self.model_id))
        given = _read_options(options.provider_options)
        check_live_audio_format(options.input_audio_format)
        connection = connect_to_websocket(
            url=f"wss://{vertex_host(self._location)}/ws/{_LIVE_PATH}",
            headers=combine_headers(await self.config.headers(), options.headers),
            websocket=self.config.websocket,
            abort_signal=options.abort_signal,
            error_message="Vertex Live transcription error.",
            source=options.audio,
        )
        model = f"projects/{self._project}/locations/{self._location}/publishers/google/models/{self.model_id}"
        # With response modalities the server leaves out the final texts; so there is no generation config.
        setup = {
            "model": model,
            "inputAudioTranscription": dump_wire(given),
        }
        return open_live_transcription(connection, options, model_id=self.model_id, setup=setup, service="Vertex Live")


def _read_options(
    provider_options: SharedV4ProviderOptions | None,
) -> GoogleVertexGeminiTranscriptionModelOptions:
    given, _ = resolve_provider_options(
        provider_options, NAMESPACES, GoogleVertexGeminiTranscriptionModelOptions, resolution="first"
    )
    return given or GoogleVertexGeminiTranscriptionModelOptions()


def _build_body(
    options: TranscriptionModelV4CallOptions, given: GoogleVertexGeminiTranscriptionModelOptions
) -> JSONObject:
    audio = {"mimeType": options.media_type, "data": convert_to_base64(options.audio)}
    config: JSONObject = dump_wire(given)
    if given.word_timestamp is None and _wants_words(options):
        config["wordTimestamp"] = True
    return omit_none(
        {
            "contents": [{"role": "user", "parts": [{"inlineData": audio}]}],
            "generationConfig": {"audioTranscriptionConfig": config} if config else None,
        }
    )


def _wants_words(options: TranscriptionModelV4CallOptions) -> bool:
    return "word" in (options.timestamp_granularities or ())


def _parts(
    response: wire.GoogleVertexGeminiTranscriptionResponse,
) -> list[wire.GoogleVertexGeminiTranscriptionResponseCandidateContentPart]:
    content = response.candidates[0].content if response.candidates else None
    return (content.parts if content is not None else None) or []


def _text(parts: list[wire.GoogleVertexGeminiTranscriptionResponseCandidateContentPart]) -> str:
    plain = "".join(part.text or "" for part in parts)
    spoken = (part.audio_transcription for part in parts)
    return plain or "".join(each.text or "" for each in spoken if each is not None)


def _words(
    part: wire.GoogleVertexGeminiTranscriptionResponseCandidateContentPart,
) -> Iterator[TranscriptionModelV4Segment]:
    transcription = part.audio_transcription
    for word in (transcription.words if transcription is not None else None) or ():
        start, end = parse_offset_seconds(word.start_offset), parse_offset_seconds(word.end_offset)
        if word.word is not None and start is not None and end is not None:
            yield TranscriptionModelV4Segment(text=word.word, start_second=start, end_second=end)


def _warnings(
    options: TranscriptionModelV4CallOptions, given: GoogleVertexGeminiTranscriptionModelOptions, *, omitted: bool
) -> list[SharedV4Warning]:
    """Return what could not be done; `omitted`: there is a text without the times of its words."""
    warnings: list[SharedV4Warning] = []
    overridden = given.word_timestamp is False
    if _wants_words(options) and overridden:
        details = "The provider wordTimestamp option is false and overrides the requested word timings."
        warnings.append(SharedV4WarningUnsupported(feature="timestampGranularities", details=details))
    if "segment" in (options.timestamp_granularities or ()):
        details = "Vertex Gemini transcription returns word timings and does not provide separate caption segments."
        warnings.append(SharedV4WarningUnsupported(feature="timestampGranularities", details=details))
    if _wants_words(options) and not overridden and omitted:
        message = "The Vertex Gemini transcription response omitted the requested word timings."
        warnings.append(SharedV4WarningOther(message=message))
    return warnings
