"""Speech on Mistral.

Ports: @ai-sdk/mistral/src/mistral-speech-model.ts, @ai-sdk/mistral/src/mistral-speech-model-options.ts
"""

from ai_sdk_generated.mistral.speech.options import MistralSpeechModelOptions
from ai_sdk_generated.mistral.speech.wire import MistralSpeechResponse

from ai_sdk.provider import (
    JSONObject,
    RequestMetadata,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    SpeechModelV4CallOptions,
    SpeechModelV4Result,
    SpeechModelV4ResultResponse,
)
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import encode_json, omit_none, stringify
from ai_sdk.provider_utils.post_to_api import post_to_api
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ApiResponse, json_error_response, json_response
from ai_sdk.providers.mistral.errors import MISTRAL_ERROR_STRUCTURE
from ai_sdk.providers.mistral.model_catalog import MISTRAL_SPEECH_OUTPUT_FORMATS

__all__ = ["MistralSpeechModel"]

_DEFAULT_FORMAT = "mp3"


class MistralSpeechModel(HttpModel):
    """Turns text into speech on Mistral."""

    error_structure = MISTRAL_ERROR_STRUCTURE

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Say a text in one call; the audio comes back as base64 text.

        Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails; a voice to
        clone is kept out of the error and of the result's request.
        """
        timestamp = now()
        body = _build_body(self.model_id, options)
        shown = {**body, "ref_audio": "[redacted]"} if "ref_audio" in body else body
        response = await self._post(body, shown, options)
        return SpeechModelV4Result(
            audio=response.value.audio_data,
            warnings=_warnings(options),
            request=RequestMetadata(body=stringify(shown)),
            response=SpeechModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
        )

    async def _post(
        self, body: JSONObject, shown: JSONObject, options: SpeechModelV4CallOptions
    ) -> ApiResponse[MistralSpeechResponse]:
        own = await self.config.headers()
        return await post_to_api(
            transport=self.config.transport(),
            url=self.config.url("/audio/speech", self.model_id),
            headers=combine_headers({"Content-Type": "application/json"}, own, options.headers),
            content=encode_json(body),
            values=shown,
            response_handler=json_response(MistralSpeechResponse),
            error_handler=json_error_response(self.error_structure),
            abort_signal=options.abort_signal,
        )


def _build_body(model_id: str, options: SpeechModelV4CallOptions) -> JSONObject:
    settings = parse_provider_options("mistral", options.provider_options, MistralSpeechModelOptions)
    settings = settings or MistralSpeechModelOptions()
    return omit_none(
        {
            "model": model_id,
            "input": options.text,
            "voice_id": options.voice if settings.ref_audio is None else None,
            "ref_audio": settings.ref_audio,
            "expressiveness": settings.expressiveness,
            "phoneme_hints": settings.phoneme_hints,
            "response_format": options.output_format if _is_known_format(options) else _DEFAULT_FORMAT,
            "stream": False,
        }
    )


def _is_known_format(options: SpeechModelV4CallOptions) -> bool:
    return options.output_format in MISTRAL_SPEECH_OUTPUT_FORMATS


def _warnings(options: SpeechModelV4CallOptions) -> list[SharedV4Warning]:
    left_out = {
        "outputFormat": (
            None if _is_known_format(options) else options.output_format,
            f"Unsupported output format: {options.output_format}. Using {_DEFAULT_FORMAT} instead.",
        ),
        "instructions": (
            options.instructions,
            (
                "Mistral speech models do not support the `instructions` option. "
                "Use a reference audio clip to guide delivery."
            ),
        ),
        "speed": (
            options.speed,
            "Mistral speech models do not support the `speed` option. It was ignored.",
        ),
        "language": (
            options.language,
            (
                "Mistral speech models do not support the `language` option. "
                "Language is inferred from the input text and voice."
            ),
        ),
    }
    return [
        SharedV4WarningUnsupported(feature=feature, details=details)
        for feature, (value, details) in left_out.items()
        if value is not None
    ]
