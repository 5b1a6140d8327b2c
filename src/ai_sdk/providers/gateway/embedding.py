"""Embedding models behind the gateway.

Ports: @ai-sdk/gateway/src/gateway-embedding-model.ts, @ai-sdk/gateway/src/gateway-embedding-model-settings.ts
"""

from typing import Any, ClassVar

from ai_sdk_generated.gateway.embedding import wire

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
)
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.gateway.model import GatewayModel, read_provider_metadata, read_warnings
from ai_sdk.providers.gateway.provider_options import write_provider_options

__all__ = ["GatewayEmbeddingModel"]


class GatewayEmbeddingModel(GatewayModel):
    """Turns texts into vectors."""

    max_embeddings_per_call: ClassVar[int] = 2048
    supports_parallel_calls: ClassVar[bool] = True

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed the values in one call; raises a `GatewayError` when it fails."""
        body = {
            "values": options.values,
            "dimensions": options.dimensions,
            "providerOptions": write_provider_options(options.provider_options),
        }
        headers = {"ai-embedding-model-specification-version": "4", "ai-model-id": self.model_id}
        handler = json_response(wire.GatewayEmbeddingResponse)
        return await self.call("/embedding-model", omit_none(body), handler, _read_response, options, headers)


def _read_response(response: ApiResponse[Any]) -> EmbeddingModelV4Result:
    value: wire.GatewayEmbeddingResponse = response.value
    return EmbeddingModelV4Result(
        embeddings=value.embeddings,
        usage=None if value.usage is None else EmbeddingModelV4Usage(tokens=value.usage.tokens),
        provider_metadata=read_provider_metadata(value.provider_metadata),
        response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
        warnings=read_warnings(value.warnings),
    )
