"""The transcription model on OpenAI, for whole recordings and for live audio.

Ports: @ai-sdk/openai/src/transcription/openai-transcription-model.ts
Ports: @ai-sdk/openai/src/transcription/openai-transcription-api.ts
Ports: @ai-sdk/openai/src/transcription/openai-transcription-model-options.ts
"""

from ai_sdk_generated.openai.transcription import wire

from ai_sdk.provider import (
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4StreamOptions,
    TranscriptionModelV4StreamResult,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.openai.errors import openai_error_structure
from ai_sdk.providers.openai.model_catalog import get_openai_transcription_model_entry
from ai_sdk.providers.openai.transcription.request import build_request
from ai_sdk.providers.openai.transcription.response import read_response
from ai_sdk.providers.openai.transcription.stream import open_stream

__all__ = ["OpenAITranscriptionModel"]


class OpenAITranscriptionModel(HttpModel):
    """Transcription on OpenAI, or on another server that speaks its interface."""

    error_structure = openai_error_structure

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe a recording in one call.

        Raises `UnsupportedFunctionalityError` when the model only takes a live stream, and `APICallError` when the
        request fails.
        """
        if not get_openai_transcription_model_entry(self.model_id).supports_transcription:
            raise UnsupportedFunctionalityError(functionality=f"non-streaming transcription with {self.model_id}")
        timestamp = clock.now()
        form, warnings = build_request(self.model_id, options)
        response = await self.post_form(
            "/audio/transcriptions",
            form,
            json_response(wire.OpenaiTranscriptionResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return read_response(response, model_id=self.model_id, timestamp=timestamp, warnings=warnings)

    async def do_stream(self, options: TranscriptionModelV4StreamOptions) -> TranscriptionModelV4StreamResult:
        """Transcribe live audio over a WebSocket, which opens when the stream is read.

        Raises `UnsupportedFunctionalityError` when the model only takes recordings, and `InvalidArgumentError` when the
        provider options do not fit. The stream raises `APICallError` when the server refuses the connection, and
        `WebSocketError` when it breaks or the server reports an error.
        """
        if not get_openai_transcription_model_entry(self.model_id).supports_streaming:
            raise UnsupportedFunctionalityError(functionality=f"streaming transcription with {self.model_id}")
        return await open_stream(self.model_id, self.config, options)
