"""Transcription on Azure Speech: the fast transcription of MAI models.

Ports: @ai-sdk/azure/src/azure-speech-transcription-model.ts
Ports: @ai-sdk/azure/src/azure-speech-transcription-model-options.ts
Ports: @ai-sdk/azure/src/azure-transcription-provider-metadata.ts
"""

import re
from datetime import datetime
from typing import Any

from ai_sdk_generated.azure.transcription import wire
from ai_sdk_generated.azure.transcription.options import AzureTranscriptionModelOptions

from ai_sdk.provider import (
    JSONObject,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none, stringify
from ai_sdk.provider_utils.media_type_to_extension import media_type_to_extension
from ai_sdk.provider_utils.response_handler import ApiResponse, ErrorStructure, json_response

__all__ = ["AzureSpeechTranscriptionModel", "is_mai_transcribe_2"]

_MAI_TRANSCRIBE_2 = "MAI-Transcribe-2"
_LANGUAGE = re.compile(r"[a-z]{2}")

_WrappedError = wire.AzureSpeechTranscriptionModelDoGenerateFailedResponseHandlerErrorVariant1


def is_mai_transcribe_2(model_id: str) -> bool:
    """Whether a model id is that of MAI-Transcribe-2, in any case of letters."""
    return model_id.lower() == _MAI_TRANSCRIBE_2.lower()


class AzureSpeechTranscriptionModel(HttpModel):
    """Turns speech into text, with speakers and times."""

    error_structure = ErrorStructure(
        wire.AzureSpeechTranscriptionModelDoGenerateFailedResponseHandlerError,
        lambda data: data.error.message if isinstance(data, _WrappedError) else data.message,
    )

    async def do_generate(
        self, options: TranscriptionModelV4CallOptions, settings: AzureTranscriptionModelOptions
    ) -> TranscriptionModelV4Result:
        """Transcribe a recording in one call; raises `APICallError` when the request fails."""
        timestamp = clock.now()
        response = await self.post_form(
            "",
            _build_form(self.model_id, options, settings),
            json_response(wire.Response),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return _read_response(response, self.model_id, timestamp)


def _build_form(
    model_id: str, options: TranscriptionModelV4CallOptions, settings: AzureTranscriptionModelOptions
) -> FormData:
    form = FormData()
    audio = convert_base64_to_bytes(options.audio) if isinstance(options.audio, str) else bytes(options.audio)
    filename = f"audio.{media_type_to_extension(options.media_type)}"
    form.append("audio", audio, filename=filename, content_type=options.media_type)
    form.append("definition", stringify(_definition(model_id, settings)))
    return form


def _definition(model_id: str, settings: AzureTranscriptionModelOptions) -> JSONObject:
    model_options = {"timestamps": settings.timestamps or "segment", "transcribeStyle": settings.transcribe_style}
    enhanced_mode = {
        "enabled": True,
        "model": _MAI_TRANSCRIBE_2 if is_mai_transcribe_2(model_id) else model_id,
        "modelOptions": omit_none(model_options),
    }
    return omit_none(
        {
            "enhancedMode": enhanced_mode,
            "locales": settings.locales,
            "diarization": None if settings.diarization is None else dump_wire(settings.diarization),
            "phraseList": None if settings.phrase_list is None else dump_wire(settings.phrase_list),
        }
    )


def _read_response(response: ApiResponse[Any], model_id: str, timestamp: datetime) -> TranscriptionModelV4Result:
    value: wire.Response = response.value
    phrases = value.phrases or []
    milliseconds = value.duration_milliseconds
    return TranscriptionModelV4Result(
        text=" ".join(phrase.text for phrase in value.combined_phrases),
        segments=[segment for phrase in phrases if (segment := _segment(phrase)) is not None],
        language=_language(phrases),
        duration_in_seconds=None if milliseconds is None else milliseconds / 1000,
        warnings=[],
        provider_metadata={"azure": {"phrases": [dump_wire(phrase) for phrase in phrases]}},
        response=TranscriptionModelV4ResultResponse(
            timestamp=timestamp, model_id=model_id, headers=response.response_headers, body=response.raw_value
        ),
    )


def _segment(phrase: wire.ResponsePhrase) -> TranscriptionModelV4Segment | None:
    offset, duration = phrase.offset_milliseconds, phrase.duration_milliseconds
    if offset is None or duration is None:
        return None
    return TranscriptionModelV4Segment(
        text=phrase.text, start_second=offset / 1000, end_second=(offset + duration) / 1000
    )


def _language(phrases: list[wire.ResponsePhrase]) -> str | None:
    """Return the language when all phrases are in one, and it has a code of two letters."""
    languages = {phrase.locale.partition("-")[0].lower() for phrase in phrases if phrase.locale}
    language = languages.pop() if len(languages) == 1 else ""
    return language if _LANGUAGE.fullmatch(language) else None
