"""Speech models behind the gateway.

Ports: @ai-sdk/gateway/src/gateway-speech-model.ts, @ai-sdk/gateway/src/gateway-speech-model-settings.ts
"""

from typing import Any

from ai_sdk_generated.gateway.speech import wire

from ai_sdk.provider import (
    JSONObject,
    SpeechModelV4CallOptions,
    SpeechModelV4Result,
    SpeechModelV4ResultResponse,
)
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.gateway.model import GatewayModel, read_provider_metadata, read_warnings
from ai_sdk.providers.gateway.provider_options import write_provider_options

__all__ = ["GatewaySpeechModel"]


class GatewaySpeechModel(GatewayModel):
    """Turns text into speech; the audio of a result is base64 text."""

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Make the audio in one call; raises a `GatewayError` when it fails."""
        headers = {"ai-speech-model-specification-version": "4", "ai-model-id": self.model_id}
        handler = json_response(wire.GatewaySpeechResponse)
        return await self.call("/speech-model", _body(options), handler, self._read_response, options, headers)

    def _read_response(self, response: ApiResponse[Any]) -> SpeechModelV4Result:
        value: wire.GatewaySpeechResponse = response.value
        return SpeechModelV4Result(
            audio=value.audio,
            warnings=read_warnings(value.warnings),
            usage=value.usage,
            provider_metadata=read_provider_metadata(value.provider_metadata),
            response=SpeechModelV4ResultResponse(
                timestamp=now(), model_id=self.model_id, headers=response.response_headers, body=response.raw_value
            ),
        )


def _body(options: SpeechModelV4CallOptions) -> JSONObject:
    return omit_none(
        {
            "text": options.text,
            "voice": options.voice or None,
            "outputFormat": options.output_format or None,
            "instructions": options.instructions or None,
            "speed": options.speed,
            "language": options.language or None,
            "providerOptions": write_provider_options(options.provider_options),
        }
    )
