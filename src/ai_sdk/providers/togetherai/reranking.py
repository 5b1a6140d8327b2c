"""Reranking on Together AI.

Ports: @ai-sdk/togetherai/src/reranking/togetherai-reranking-model.ts
Ports: @ai-sdk/togetherai/src/reranking/togetherai-reranking-api.ts
Ports: @ai-sdk/togetherai/src/reranking/togetherai-reranking-model-options.ts
"""

from ai_sdk_generated.togetherai.reranking import wire
from ai_sdk_generated.togetherai.reranking.options import TogetheraiRerankingModelOptions

from ai_sdk.provider import (
    JSONObject,
    RerankingModelV4CallOptions,
    RerankingModelV4RankedDocument,
    RerankingModelV4Result,
    RerankingModelV4ResultResponse,
)
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ErrorStructure, json_response

__all__ = ["TogetherAIRerankingModel"]


class TogetherAIRerankingModel(HttpModel):
    """Orders documents by relevance."""

    error_structure = ErrorStructure(wire.TogetheraiRerankingApiTogetheraiError, lambda data: data.error.message)

    async def do_rerank(self, options: RerankingModelV4CallOptions) -> RerankingModelV4Result:
        """Order the documents in one call.

        Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails.
        """
        response = await self.post_json(
            "/rerank",
            _build_body(self.model_id, options),
            json_response(wire.TogetheraiRerankingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        value: wire.TogetheraiRerankingResponse = response.value
        return RerankingModelV4Result(
            ranking=[
                RerankingModelV4RankedDocument(index=int(result.index), relevance_score=result.relevance_score)
                for result in value.results
            ],
            response=RerankingModelV4ResultResponse(
                id=value.id, model_id=value.model, headers=response.response_headers, body=response.raw_value
            ),
        )


def _build_body(model_id: str, options: RerankingModelV4CallOptions) -> JSONObject:
    given = parse_provider_options("togetherai", options.provider_options, TogetheraiRerankingModelOptions)
    return omit_none(
        {
            "model": model_id,
            "documents": options.documents.values,
            "query": options.query,
            "top_n": options.top_n,
            "rank_fields": None if given is None else given.rank_fields,
            # The caller has them, so the response need not repeat them.
            "return_documents": False,
        }
    )
