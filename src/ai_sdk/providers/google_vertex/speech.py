"""Speech by Chirp 3 voices, on Cloud Text-to-Speech with the same credentials.

Ports: @ai-sdk/google-vertex/src/google-vertex-cloud-tts-speech-model.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-speech-model-options.ts
"""

from ai_sdk_generated.google_vertex.speech import wire

from ai_sdk.provider import (
    JSONObject,
    RequestMetadata,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    SpeechModelV4CallOptions,
    SpeechModelV4Result,
    SpeechModelV4ResultResponse,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.post_to_api import post_json_to_api
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.providers.google_vertex.errors import google_vertex_error_structure

__all__ = ["GoogleVertexCloudTTSSpeechModel"]

# One host for all locations.
_URL = "https://texttospeech.googleapis.com/v1/text:synthesize"
_INFIX = "Chirp3-HD"
_VOICE, _LANGUAGE = "Kore", "en-US"


class GoogleVertexCloudTTSSpeechModel(HttpModel):
    """Speech on Cloud Text-to-Speech, which Chirp 3 voices are on."""

    error_structure = google_vertex_error_structure

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Say a text in one call; the audio is a WAV file. Raises `APICallError` when the request fails."""
        timestamp = clock.now()
        body = _build_body(options)
        response = await post_json_to_api(
            transport=self.config.transport(),
            url=_URL,
            headers=combine_headers(await self.config.headers(), options.headers),
            body=body,
            response_handler=json_response(wire.GoogleVertexCloudTTSResponse),
            error_handler=json_error_response(self.error_structure),
            abort_signal=options.abort_signal,
        )
        return SpeechModelV4Result(
            # Without audio the result is empty, and it is for the caller to say so.
            audio=convert_base64_to_bytes(response.value.audio_content or ""),
            warnings=_warnings(options),
            request=RequestMetadata(body=stringify(body)),
            response=SpeechModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
            provider_metadata={"google": {"mimeType": "audio/wav"}},
        )


def _build_body(options: SpeechModelV4CallOptions) -> JSONObject:
    language, voice = _choose_voice(options)
    return {
        "input": {"text": options.text},
        "voice": {"languageCode": language, "name": voice},
        "audioConfig": omit_none({"audioEncoding": "LINEAR16", "speakingRate": options.speed}),
    }


def _choose_voice(options: SpeechModelV4CallOptions) -> tuple[str, str]:
    """Return language and voice; the name of a voice begins with its language, which callers may leave out."""
    voice = _VOICE if options.voice is None else options.voice
    if _INFIX in voice:
        own = voice.partition(_INFIX)[0].removesuffix("-") or _LANGUAGE
        return own if options.language is None else options.language, voice
    language = _LANGUAGE if options.language is None else options.language
    return language, f"{language}-{_INFIX}-{voice}"


def _warnings(options: SpeechModelV4CallOptions) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if options.instructions is not None:
        details = (
            "Google Cloud Text-to-Speech Chirp 3: HD voices do not support the `instructions` option. It was ignored."
        )
        warnings.append(SharedV4WarningUnsupported(feature="instructions", details=details))
    if options.output_format is not None and options.output_format != "wav":
        details = f"Unsupported output format: {options.output_format}. Using wav instead."
        warnings.append(SharedV4WarningUnsupported(feature="outputFormat", details=details))
    return warnings
