"""The transcription model on Google, for whole files; the `-live` models only transcribe streams.

Ports: @ai-sdk/google/src/transcription/google-transcription-model.ts
Ports: @ai-sdk/google/src/transcription/google-transcription-model-options.ts
"""

from collections.abc import Iterator

from ai_sdk_generated.google.transcription import wire
from ai_sdk_generated.google.transcription.options import GoogleTranscriptionModelOptions

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    SharedV4ProviderOptions,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.google.errors import google_error_structure
from ai_sdk.providers.google.offset_seconds import parse_offset_seconds

__all__ = ["GoogleTranscriptionModel"]


class GoogleTranscriptionModel(HttpModel):
    """Transcripts by Gemini models, over the Interactions API."""

    error_structure = google_error_structure

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe a file in one call.

        Raises `InvalidArgumentError` for a live model and for options that do not fit, and `APICallError` when the
        request fails.
        """
        if "-live" in self.model_id:
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

    def _build_body(self, options: TranscriptionModelV4CallOptions) -> JSONObject:
        audio = {"type": "audio", "data": convert_to_base64(options.audio), "mime_type": options.media_type}
        config = _build_config(options.provider_options)
        generation_config = {"transcription_config": config} if config else None
        return omit_none({"model": self.model_id, "input": [audio], "generation_config": generation_config})


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
