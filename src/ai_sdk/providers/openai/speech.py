"""The speech model on OpenAI.

Ports: @ai-sdk/openai/src/speech/openai-speech-model.ts, @ai-sdk/openai/src/speech/openai-speech-api.ts
Ports: @ai-sdk/openai/src/speech/openai-speech-model-options.ts
"""

from ai_sdk_generated.openai.speech.options import OpenaiSpeechModelOptions

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
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import binary_response
from ai_sdk.providers.openai.errors import openai_error_structure

__all__ = ["OpenAISpeechModel"]

_DEFAULT_FORMAT = "mp3"
_FORMATS = frozenset({"mp3", "opus", "aac", "flac", "wav", "pcm"})


class OpenAISpeechModel(HttpModel):
    """Speech on OpenAI, or on another server that speaks its interface."""

    error_structure = openai_error_structure

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Say a text in one call; raises `APICallError` when the request fails."""
        timestamp = clock.now()
        body = _build_body(self.model_id, options)
        response = await self.post_json(
            "/audio/speech",
            body,
            binary_response(),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return SpeechModelV4Result(
            audio=response.value,
            warnings=_warnings(options),
            request=RequestMetadata(body=stringify(body)),
            response=SpeechModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
        )


def _build_body(model_id: str, options: SpeechModelV4CallOptions) -> JSONObject:
    given = parse_provider_options("openai", options.provider_options, OpenaiSpeechModelOptions)
    given = given or OpenaiSpeechModelOptions()
    return omit_none(
        {
            "model": model_id,
            "input": options.text,
            "voice": "alloy" if options.voice is None else options.voice,
            "response_format": options.output_format if options.output_format in _FORMATS else _DEFAULT_FORMAT,
            "speed": options.speed if given.speed is None else given.speed,
            "instructions": options.instructions if given.instructions is None else given.instructions,
        }
    )


def _warnings(options: SpeechModelV4CallOptions) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if options.output_format and options.output_format not in _FORMATS:
        details = f"Unsupported output format: {options.output_format}. Using {_DEFAULT_FORMAT} instead."
        warnings.append(SharedV4WarningUnsupported(feature="outputFormat", details=details))
    if options.language:
        details = (
            "OpenAI speech models do not support language selection. "
            f'Language parameter "{options.language}" was ignored.'
        )
        warnings.append(SharedV4WarningUnsupported(feature="language", details=details))
    return warnings
