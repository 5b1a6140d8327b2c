"""The speech model on Google, on the Gemini API and on Vertex AI.

Ports: @ai-sdk/google/src/google-speech-model.ts
"""

from ai_sdk_generated.google.speech import wire

from ai_sdk.provider import RequestMetadata, SpeechModelV4CallOptions, SpeechModelV4Result, SpeechModelV4ResultResponse
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import stringify
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.errors import google_error_structure
from ai_sdk.providers.google.speech.request import build_speech_request
from ai_sdk.providers.google.speech.response import read_audio

__all__ = ["GoogleSpeechModel"]


class GoogleSpeechModel(HttpModel):
    """Speech by Gemini models, with one voice or several."""

    error_structure = google_error_structure
    config: GoogleConfig

    def __init__(self, model_id: str, config: GoogleConfig) -> None:
        super().__init__(model_id, config)

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Say a text in one call.

        Raises `InvalidArgumentError` for what the model cannot say, and `APICallError` when the request fails.
        """
        timestamp = clock.now()
        request = build_speech_request(self.model_id, self.config, options)
        response = await self.post_json(
            f"/models/{self.model_id}:generateContent",
            request.body,
            json_response(wire.GoogleSpeechResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        speech = read_audio(response.value, request)
        return SpeechModelV4Result(
            audio=speech.audio,
            warnings=[*request.warnings, *speech.warnings],
            usage=response.value.usage_metadata,
            request=RequestMetadata(body=stringify(request.body)),
            response=SpeechModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
            provider_metadata={"google": speech.metadata},
        )
