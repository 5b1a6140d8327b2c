"""The transcription model on Google: of whole files, and by the `-live` models of streams.

Ports: @ai-sdk/google/src/transcription/google-transcription-model.ts
Ports: @ai-sdk/google/src/transcription/google-transcription-model-options.ts
"""

from collections.abc import Iterator

from ai_sdk_generated.google.transcription import wire
from ai_sdk_generated.google.transcription.options import GoogleTranscriptionModelOptions

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    LoadAPIKeyError,
    SharedV4ProviderOptions,
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
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.provider_utils.search_params import with_search_params
from ai_sdk.providers.google.config import get_model_path
from ai_sdk.providers.google.errors import google_error_structure
from ai_sdk.providers.google.offset_seconds import parse_offset_seconds
from ai_sdk.providers.google.realtime_url import get_realtime_websocket_url
from ai_sdk.providers.google.transcription.live import (
    check_live_audio_format,
    check_live_model,
    open_live_transcription,
)

__all__ = ["GoogleTranscriptionModel"]

_LIVE_PATH = "google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent"
_KEY_HEADER = "x-goog-api-key"


class GoogleTranscriptionModel(HttpModel):
    """Transcripts by Gemini models, over the Interactions API and the Live API."""

    error_structure = google_error_structure

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe a file in one call.

        Raises `InvalidArgumentError` for a live model and for options that do not fit, and `APICallError` when the
        request fails.
        """
        if self._is_live:
            raise InvalidArgumentError(
                f"Model '{self.model_id}' only supports streaming transcription. "
                "Use experimental_streamTranscribe, or a unary model such as 'gemini-3.5-transcribe'.",
                argument="modelId",
            )
        timestamp = clock.now()
        response = await self.post_json(
            "/interactions",
            self._build_body(options),
            json_response(wire.GoogleInteractionsTranscriptionResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        value: wire.GoogleInteractionsTranscriptionResponse = response.value
        texts = list(_texts(value))
        return TranscriptionModelV4Result(
            text="".join(content.text or "" for content in texts),
            segments=[segment for content in texts for segment in _segments(content)],
            warnings=[],
            usage=value.usage,
            response=TranscriptionModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
            provider_metadata=None if value.usage is None else {"google": {"usage": value.usage}},
        )

    async def do_stream(self, options: TranscriptionModelV4StreamOptions) -> TranscriptionModelV4StreamResult:
        """Transcribe live audio over a WebSocket, which opens when the stream is read.

        Raises `InvalidArgumentError` for a model that is no live model, for audio that is not 16-bit PCM of 16 kHz and
        for options that do not fit. The stream raises `APICallError` when the server refuses the connection, and
        `WebSocketError` when it breaks or the server reports an error.
        """
        check_live_model(self.model_id, is_live=self._is_live)
        given = parse_provider_options("google", options.provider_options, GoogleTranscriptionModelOptions)
        check_live_audio_format(options.input_audio_format)
        headers = combine_headers(await self.config.headers(), options.headers)
        url = get_realtime_websocket_url(self.config.url("", self.model_id), _LIVE_PATH)
        connection = connect_to_websocket(
            url=with_search_params(url, [("key", _api_key(headers))]),
            headers={name: value for name, value in headers.items() if name.lower() != _KEY_HEADER},
            websocket=self.config.websocket,
            abort_signal=options.abort_signal,
            error_message="Google Live transcription error",
            source=options.audio,
        )
        # With response modalities the server leaves out the final texts; so there is no generation config.
        setup = {"model": get_model_path(self.model_id), "inputAudioTranscription": dump_wire(given) if given else {}}
        return open_live_transcription(connection, options, model_id=self.model_id, setup=setup, service="Google Live")

    @property
    def _is_live(self) -> bool:
        return "-live" in self.model_id

    def _build_body(self, options: TranscriptionModelV4CallOptions) -> JSONObject:
        audio = {"type": "audio", "data": convert_to_base64(options.audio), "mime_type": options.media_type}
        config = _build_config(options.provider_options)
        generation_config = {"transcription_config": config} if config else None
        return omit_none({"model": self.model_id, "input": [audio], "generation_config": generation_config})


def _api_key(headers: Headers) -> str:
    """Return the key, which this API takes in the URL; raises `LoadAPIKeyError` without one."""
    keys = [value for name, value in headers.items() if name.lower() == _KEY_HEADER and value is not None]
    if not keys:
        raise LoadAPIKeyError("Google Generative AI API key is required for streaming transcription.")
    return keys[-1]


def _build_config(provider_options: SharedV4ProviderOptions | None) -> JSONObject:
    given = parse_provider_options("google", provider_options, GoogleTranscriptionModelOptions)
    given = given or GoogleTranscriptionModelOptions()
    return omit_none(
        {
            "language_codes": given.language_codes,
            "custom_vocabulary": given.custom_vocabulary,
            "mode": _build_mode(given),
        }
    )


def _build_mode(given: GoogleTranscriptionModelOptions) -> JSONObject | None:
    """Return the mode, which also carries diarization and timestamps on this API."""
    if given.mode is None and given.diarization is not True and given.word_timestamp is not True:
        return None
    return omit_none(
        {
            "type": (given.mode or "VERBATIM").lower(),
            "diarization_mode": "speaker" if given.diarization is True else None,
            "timestamp_granularities": ["word"] if given.word_timestamp is True else None,
        }
    )


def _texts(
    response: wire.GoogleInteractionsTranscriptionResponse,
) -> Iterator[wire.GoogleInteractionsTranscriptionResponseStepContent]:
    for step in response.steps or ():
        for content in step.content or ():
            if content.type == "text" and content.text is not None:
                yield content


def _segments(
    content: wire.GoogleInteractionsTranscriptionResponseStepContent,
) -> Iterator[TranscriptionModelV4Segment]:
    for annotation in content.annotations or ():
        start, end = parse_offset_seconds(annotation.start_offset), parse_offset_seconds(annotation.end_offset)
        if annotation.type == "word_info" and annotation.text is not None and start is not None and end is not None:
            yield TranscriptionModelV4Segment(text=annotation.text, start_second=start, end_second=end)
