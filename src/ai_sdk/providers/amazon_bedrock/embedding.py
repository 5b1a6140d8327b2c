"""Embeddings on Bedrock, whose families of models each have a wire format.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-embedding-model.ts
Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-embedding-model-options.ts
"""

import math
from collections.abc import Mapping
from typing import Final

from ai_sdk_generated.amazon_bedrock.embedding import wire
from ai_sdk_generated.amazon_bedrock.embedding.model_ids import AmazonBedrockEmbeddingModelId
from ai_sdk_generated.amazon_bedrock.embedding.options import AmazonBedrockEmbeddingModelOptions

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4Usage,
    JSONObject,
)
from ai_sdk.provider_utils.embedding_limit import check_embedding_count
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.amazon_bedrock.config import BedrockEmbeddingConfig
from ai_sdk.providers.amazon_bedrock.error_structure import ERROR_STRUCTURE
from ai_sdk.providers.amazon_bedrock.model_settings import EmbeddingModelFamily
from ai_sdk.providers.amazon_bedrock.options import read_bedrock_options

__all__ = ["AmazonBedrockEmbeddingModel"]

_Response = (
    wire.AmazonBedrockEmbeddingResponseVariant1
    | wire.AmazonBedrockEmbeddingResponseVariant2
    | wire.AmazonBedrockEmbeddingResponseVariant3
    | wire.AmazonBedrockEmbeddingResponseVariant4
)

_TOKEN_COUNT_HEADER = "x-amzn-bedrock-input-token-count"  # noqa: S105 - it counts tokens


class AmazonBedrockEmbeddingModel(HttpModel):
    """Turns texts into vectors on Bedrock."""

    error_structure = ERROR_STRUCTURE
    supports_parallel_calls: Final = True
    config: BedrockEmbeddingConfig

    def __init__(self, model_id: AmazonBedrockEmbeddingModelId, config: BedrockEmbeddingConfig) -> None:
        super().__init__(model_id, config)

    @property
    def max_embeddings_per_call(self) -> int:
        """How many texts one call takes: Cohere's models take many."""
        return 96 if self._family == "cohere" else 1

    @property
    def _family(self) -> EmbeddingModelFamily:
        return self.config.model_family or _detect_family(self.model_id)

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed the values in one call.

        Raises `InvalidArgumentError` for options that do not fit, `TooManyEmbeddingValuesForCallError` for more values
        than a call takes, and `APICallError` when the request fails.
        """
        check_embedding_count(self, options.values)
        response: ApiResponse[_Response] = await self.post_json(
            "/invoke",
            _build_body(self._family, options),
            json_response(wire.AmazonBedrockEmbeddingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return EmbeddingModelV4Result(
            embeddings=_read_embeddings(response.value),
            usage=EmbeddingModelV4Usage(tokens=_read_tokens(response.value, response.response_headers)),
            warnings=[],
        )


def _detect_family(model_id: str) -> EmbeddingModelFamily:
    if "amazon.nova-" in model_id and "embed" in model_id:
        return "nova"
    return "cohere" if "cohere.embed-" in model_id else "titan"


def _build_body(family: EmbeddingModelFamily, options: EmbeddingModelV4CallOptions) -> JSONObject:
    settings = read_bedrock_options(options.provider_options, AmazonBedrockEmbeddingModelOptions)
    settings = settings or AmazonBedrockEmbeddingModelOptions()
    first = options.values[0] if options.values else None
    body: JSONObject
    match family:
        case "nova":
            parameters = {
                "embeddingPurpose": settings.embedding_purpose or "GENERIC_INDEX",
                "embeddingDimension": settings.embedding_dimension or 1024,
                "text": omit_none({"truncationMode": settings.truncate or "END", "value": first}),
            }
            return {"taskType": "SINGLE_EMBEDDING", "singleEmbeddingParams": parameters}
        case "cohere":
            body = {
                # Cohere refuses a request that does not say what the vectors are for.
                "input_type": settings.input_type or "search_query",
                "texts": options.values,
                "truncate": settings.truncate,
                "output_dimension": settings.output_dimension,
            }
        case "titan":
            body = {"inputText": first, "dimensions": settings.dimensions, "normalize": settings.normalize}
    return omit_none(body)


def _read_embeddings(response: _Response) -> list[list[int | float]]:
    match response:
        case wire.AmazonBedrockEmbeddingResponseVariant1(embedding=embedding):
            return [embedding]
        case wire.AmazonBedrockEmbeddingResponseVariant2(embeddings=embeddings):
            return [each.embedding for each in embeddings[:1]]
        case wire.AmazonBedrockEmbeddingResponseVariant3(embeddings=vectors):
            return vectors
        case wire.AmazonBedrockEmbeddingResponseVariant4(embeddings=by_type):
            return by_type.float_


def _read_tokens(response: _Response, headers: Mapping[str, str]) -> int | float:
    """Return how many tokens were read; Cohere's models say it in a header, if they do."""
    match response:
        case wire.AmazonBedrockEmbeddingResponseVariant1(input_text_token_count=count):
            return count
        case wire.AmazonBedrockEmbeddingResponseVariant2(input_token_count=given) if given is not None:
            return given
    try:
        count = float(headers.get(_TOKEN_COUNT_HEADER, "nan"))
    except ValueError:
        return math.nan
    return int(count) if count.is_integer() else count
