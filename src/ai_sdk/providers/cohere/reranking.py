"""Reranking on Cohere.

Ports: @ai-sdk/cohere/src/reranking/cohere-reranking-model.ts
Ports: @ai-sdk/cohere/src/reranking/cohere-reranking-model-options.ts
Ports: @ai-sdk/cohere/src/reranking/cohere-reranking-api.ts
"""

from ai_sdk_generated.cohere.reranking.options import CohereRerankingModelOptions
from ai_sdk_generated.cohere.reranking.wire import CohereRerankingResponse

from ai_sdk.provider import (
    JSONObject,
    RerankingModelV4CallOptions,
    RerankingModelV4Documents,
    RerankingModelV4DocumentsObject,
    RerankingModelV4RankedDocument,
    RerankingModelV4Result,
    RerankingModelV4ResultResponse,
    SharedV4Warning,
    SharedV4WarningCompatibility,
)
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.cohere.errors import COHERE_ERROR_STRUCTURE

__all__ = ["CohereRerankingModel"]


class CohereRerankingModel(HttpModel):
    """Orders documents by their relevance to a query on Cohere."""

    error_structure = COHERE_ERROR_STRUCTURE

    async def do_rerank(self, options: RerankingModelV4CallOptions) -> RerankingModelV4Result:
        """Order the documents in one call; objects are sent as JSON text, with a warning.

        Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails.
        """
        response: ApiResponse[CohereRerankingResponse] = await self.post_json(
            "/rerank",
            _build_body(self.model_id, options),
            json_response(CohereRerankingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return RerankingModelV4Result(
            ranking=[
                RerankingModelV4RankedDocument(index=int(result.index), relevance_score=result.relevance_score)
                for result in response.value.results
            ],
            warnings=_warnings(options.documents),
            response=RerankingModelV4ResultResponse(
                id=response.value.id, headers=response.response_headers, body=response.raw_value
            ),
        )


def _build_body(model_id: str, options: RerankingModelV4CallOptions) -> JSONObject:
    settings = parse_provider_options("cohere", options.provider_options, CohereRerankingModelOptions)
    settings = settings or CohereRerankingModelOptions()
    return omit_none(
        {
            "model": model_id,
            "query": options.query,
            "documents": _texts(options.documents),
            "top_n": options.top_n,
            "max_tokens_per_doc": settings.max_tokens_per_doc,
            "priority": settings.priority,
        }
    )


def _texts(documents: RerankingModelV4Documents) -> list[str]:
    if isinstance(documents, RerankingModelV4DocumentsObject):
        return [stringify(value) for value in documents.values]
    return documents.values


def _warnings(documents: RerankingModelV4Documents) -> list[SharedV4Warning]:
    if not isinstance(documents, RerankingModelV4DocumentsObject):
        return []
    details = "Object documents are converted to strings."
    return [SharedV4WarningCompatibility(feature="object documents", details=details)]
