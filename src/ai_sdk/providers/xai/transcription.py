"""Transcription on xAI.

Ports: @ai-sdk/xai/src/xai-transcription-model.ts, @ai-sdk/xai/src/xai-transcription-model-options.ts
"""

from ai_sdk_generated.xai.transcription import wire
from ai_sdk_generated.xai.transcription.options import XaiTranscriptionModelOptions

from ai_sdk.provider import (
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.media_type_to_extension import media_type_to_extension
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.xai.errors import XAI_ERROR_STRUCTURE

__all__ = ["XaiTranscriptionModel"]


class XaiTranscriptionModel(HttpModel):
    """Turns speech into text on xAI."""

    error_structure = XAI_ERROR_STRUCTURE

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe audio in one call.

        Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails.
        """
        timestamp = clock.now()
        response = await self.post_form(
            "/stt",
            _build_form(options),
            json_response(wire.XaiTranscriptionResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        heard: wire.XaiTranscriptionResponse = response.value
        return TranscriptionModelV4Result(
            text=heard.text,
            segments=[
                TranscriptionModelV4Segment(text=word.text, start_second=word.start, end_second=word.end)
                for word in heard.words or ()
            ],
            language=heard.language or None,
            duration_in_seconds=heard.duration,
            warnings=[],
            response=TranscriptionModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
        )


def _build_form(options: TranscriptionModelV4CallOptions) -> FormData:
    form = FormData()
    given = parse_provider_options("xai", options.provider_options, XaiTranscriptionModelOptions)
    _append_settings(form, given or XaiTranscriptionModelOptions())
    audio = convert_base64_to_bytes(options.audio) if isinstance(options.audio, str) else options.audio
    extension = media_type_to_extension(options.media_type)
    # xAI wants the file last.
    form.append("file", audio, filename=f"audio.{extension}", content_type=options.media_type.lower())
    return form


def _append_settings(form: FormData, given: XaiTranscriptionModelOptions) -> None:
    settings = {
        "audio_format": given.audio_format,
        "sample_rate": given.sample_rate,
        "language": given.language,
        "format": given.format,
        "multichannel": given.multichannel,
        "channels": given.channels,
        "diarize": given.diarize,
        "filler_words": given.filler_words,
    }
    for name, value in settings.items():
        if value is not None:
            form.append(name, value)
    for keyterm in [given.keyterm] if isinstance(given.keyterm, str) else given.keyterm or ():
        form.append("keyterm", keyterm)
