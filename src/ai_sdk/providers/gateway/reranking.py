"""Reranking models behind the gateway.

Ports: @ai-sdk/gateway/src/gateway-reranking-model.ts, @ai-sdk/gateway/src/gateway-reranking-model-settings.ts
"""

from typing import Any

from ai_sdk_generated.gateway.reranking import wire

from ai_sdk.provider import (
    RerankingModelV4CallOptions,
    RerankingModelV4RankedDocument,
    RerankingModelV4Result,
    RerankingModelV4ResultResponse,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.gateway.model import GatewayModel, read_provider_metadata, read_warnings
from ai_sdk.providers.gateway.provider_options import write_provider_options

__all__ = ["GatewayRerankingModel"]


class GatewayRerankingModel(GatewayModel):
    """Orders documents by their relevance to a query."""

    async def do_rerank(self, options: RerankingModelV4CallOptions) -> RerankingModelV4Result:
        """Order the documents in one call; raises a `GatewayError` when it fails."""
        body = {
            "documents": dump(options.documents),
            "query": options.query,
            "topN": options.top_n,
            "providerOptions": write_provider_options(options.provider_options),
        }
        headers = {"ai-reranking-model-specification-version": "4", "ai-model-id": self.model_id}
        handler = json_response(wire.GatewayRerankingResponse)
        return await self.call("/reranking-model", omit_none(body), handler, _read_response, options, headers)


def _read_response(response: ApiResponse[Any]) -> RerankingModelV4Result:
    value: wire.GatewayRerankingResponse = response.value
    return RerankingModelV4Result(
        ranking=[
            RerankingModelV4RankedDocument(index=ranked.index, relevance_score=ranked.relevance_score)  # type: ignore[arg-type]
            for ranked in value.ranking
        ],
        provider_metadata=read_provider_metadata(value.provider_metadata),
        response=RerankingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
        warnings=read_warnings(value.warnings),
    )
