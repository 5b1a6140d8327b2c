"""Reranking on Bedrock.

Ports: @ai-sdk/amazon-bedrock/src/reranking/amazon-bedrock-reranking-model.ts
Ports: @ai-sdk/amazon-bedrock/src/reranking/amazon-bedrock-reranking-model-options.ts
Ports: @ai-sdk/amazon-bedrock/src/reranking/amazon-bedrock-reranking-api.ts
"""

from ai_sdk_generated.amazon_bedrock.reranking.model_ids import AmazonBedrockRerankingModelId
from ai_sdk_generated.amazon_bedrock.reranking.options import AmazonBedrockRerankingModelOptions
from ai_sdk_generated.amazon_bedrock.reranking.wire import AmazonBedrockRerankingResponse

from ai_sdk.provider import (
    JSONObject,
    RerankingModelV4CallOptions,
    RerankingModelV4Documents,
    RerankingModelV4DocumentsText,
    RerankingModelV4RankedDocument,
    RerankingModelV4Result,
    RerankingModelV4ResultResponse,
)
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.amazon_bedrock.config import BedrockRerankingConfig
from ai_sdk.providers.amazon_bedrock.error_structure import ERROR_STRUCTURE
from ai_sdk.providers.amazon_bedrock.options import read_bedrock_options

__all__ = ["AmazonBedrockRerankingModel"]


class AmazonBedrockRerankingModel(HttpModel):
    """Orders documents by their relevance to a query on Bedrock."""

    error_structure = ERROR_STRUCTURE
    config: BedrockRerankingConfig

    def __init__(self, model_id: AmazonBedrockRerankingModelId, config: BedrockRerankingConfig) -> None:
        super().__init__(model_id, config)

    async def do_rerank(self, options: RerankingModelV4CallOptions) -> RerankingModelV4Result:
        """Order the documents, texts or objects, in one call.

        Raises `LoadSettingError` without a region, `InvalidArgumentError` for options that do not fit, and
        `APICallError` when the request fails.
        """
        model_arn = f"arn:aws:bedrock:{self.config.region()}::foundation-model/{self.model_id}"
        response: ApiResponse[AmazonBedrockRerankingResponse] = await self.post_json(
            "/rerank",
            _build_body(model_arn, options),
            json_response(AmazonBedrockRerankingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return RerankingModelV4Result(
            ranking=[
                RerankingModelV4RankedDocument(index=int(result.index), relevance_score=result.relevance_score)
                for result in response.value.results
            ],
            response=RerankingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
        )


def _build_body(model_arn: str, options: RerankingModelV4CallOptions) -> JSONObject:
    settings = read_bedrock_options(options.provider_options, AmazonBedrockRerankingModelOptions)
    settings = settings or AmazonBedrockRerankingModelOptions()
    model = {"modelArn": model_arn, "additionalModelRequestFields": settings.additional_model_request_fields}
    configuration = {"modelConfiguration": omit_none(model), "numberOfResults": options.top_n}
    body = {
        "nextToken": settings.next_token,
        "queries": [{"textQuery": {"text": options.query}, "type": "TEXT"}],
        "rerankingConfiguration": {
            "bedrockRerankingConfiguration": omit_none(configuration),
            "type": "BEDROCK_RERANKING_MODEL",
        },
        "sources": _sources(options.documents),
    }
    return omit_none(body)


def _sources(documents: RerankingModelV4Documents) -> list[JSONObject]:
    contents: list[JSONObject]
    if isinstance(documents, RerankingModelV4DocumentsText):
        contents = [{"type": "TEXT", "textDocument": {"text": text}} for text in documents.values]
    else:
        contents = [{"type": "JSON", "jsonDocument": value} for value in documents.values]
    return [{"type": "INLINE", "inlineDocumentSource": content} for content in contents]
