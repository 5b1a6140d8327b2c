"""Transcripts by Chirp and its kin, on Cloud Speech-to-Text with the same credentials.

Ports: @ai-sdk/google-vertex/src/google-vertex-transcription-model.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-transcription-model-options.ts
"""

from collections.abc import Iterator

from ai_sdk_generated.google_vertex.transcription import wire
from ai_sdk_generated.google_vertex.transcription.options import GoogleVertexTranscriptionProviderOptions

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel, ModelConfig
from ai_sdk.provider_utils.post_to_api import post_json_to_api
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.providers.google.offset_seconds import parse_offset_seconds
from ai_sdk.providers.google_vertex.errors import google_vertex_error_structure
from ai_sdk.providers.google_vertex.location import is_valid_hostname_part
from ai_sdk.providers.google_vertex.transcription.language import convert_bcp47_to_iso6391

__all__ = ["NAMESPACES", "GoogleVertexTranscriptionModel"]

NAMESPACES = ("googleVertex", "vertex", "google")
"""Where provider options of transcriptions are looked for."""


class GoogleVertexTranscriptionModel(HttpModel):
    """Transcripts on Cloud Speech-to-Text."""

    error_structure = google_vertex_error_structure

    def __init__(self, model_id: str, config: ModelConfig, *, project: str, location: str) -> None:
        super().__init__(model_id, config)
        self._project = project
        self._location = location

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe a file in one call.

        Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails.
        """
        timestamp = clock.now()
        given, _ = resolve_provider_options(
            options.provider_options, NAMESPACES, GoogleVertexTranscriptionProviderOptions, resolution="first"
        )
        given = given or GoogleVertexTranscriptionProviderOptions()
        response = await post_json_to_api(
            transport=self.config.transport(),
            url=self._url(given.region),
            headers=combine_headers(await self.config.headers(), options.headers),
            body=self._build_body(options, given),
            response_handler=json_response(wire.GoogleVertexTranscriptionResponse),
            error_handler=json_error_response(self.error_structure),
            abort_signal=options.abort_signal,
        )
        value: wire.GoogleVertexTranscriptionResponse = response.value
        results = value.results or []
        metadata = value.metadata
        return TranscriptionModelV4Result(
            text=_text(results),
            segments=[segment for result in results for segment in _segments(result)],
            language=convert_bcp47_to_iso6391(results[0].language_code) if results else None,
            duration_in_seconds=parse_offset_seconds(None if metadata is None else metadata.total_billed_duration),
            warnings=[],
            response=TranscriptionModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
        )

    def _url(self, own_region: str | None) -> str:
        """Return where the recognizer of a region is; its regions are not those of Vertex AI."""
        region = self._location if own_region is None else own_region
        if not is_valid_hostname_part(region):
            raise InvalidArgumentError(
                "Invalid Google Cloud Speech-to-Text region. "
                "Expected a single DNS label (letters, digits, and hyphens).",
                argument="location" if own_region is None else "region",
            )
        host = "speech.googleapis.com" if region == "global" else f"{region}-speech.googleapis.com"
        return f"https://{host}/v2/projects/{self._project}/locations/{region}/recognizers/_:recognize"

    def _build_body(
        self, options: TranscriptionModelV4CallOptions, given: GoogleVertexTranscriptionProviderOptions
    ) -> JSONObject:
        offsets, punctuation = given.enable_word_time_offsets, given.enable_automatic_punctuation
        return {
            "config": {
                "model": self.model_id,
                "languageCodes": ["auto"] if given.language_codes is None else given.language_codes,
                "autoDecodingConfig": {},
                "features": {
                    "enableWordTimeOffsets": True if offsets is None else offsets,
                    "enableAutomaticPunctuation": True if punctuation is None else punctuation,
                },
            },
            "content": convert_to_base64(options.audio),
        }


def _text(results: list[wire.GoogleVertexTranscriptionResponseResult]) -> str:
    """Join the likeliest reading of each portion of the audio."""
    texts = (result.alternatives[0].transcript if result.alternatives else None for result in results)
    return " ".join(text or "" for text in texts).strip()


def _segments(result: wire.GoogleVertexTranscriptionResponseResult) -> Iterator[TranscriptionModelV4Segment]:
    words = result.alternatives[0].words if result.alternatives else None
    for word in words or ():
        start, end = parse_offset_seconds(word.start_offset), parse_offset_seconds(word.end_offset)
        if word.word is not None and start is not None and end is not None:
            yield TranscriptionModelV4Segment(text=word.word, start_second=start, end_second=end)
