"""Embeddings on Cohere.

Ports: @ai-sdk/cohere/src/cohere-embedding-model.ts, @ai-sdk/cohere/src/cohere-embedding-model-options.ts
"""

from typing import Final

from ai_sdk_generated.cohere.embedding.options import CohereEmbeddingModelOptions
from ai_sdk_generated.cohere.embedding.wire import CohereTextEmbeddingResponse

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    JSONObject,
)
from ai_sdk.provider_utils.embedding_limit import check_embedding_count
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.cohere.errors import COHERE_ERROR_STRUCTURE

__all__ = ["CohereEmbeddingModel"]


class CohereEmbeddingModel(HttpModel):
    """Turns texts into vectors on Cohere."""

    error_structure = COHERE_ERROR_STRUCTURE
    max_embeddings_per_call: Final = 96
    supports_parallel_calls: Final = True

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed the values in one call.

        Raises `InvalidArgumentError` for options that do not fit, `TooManyEmbeddingValuesForCallError` for more values
        than a call takes, and `APICallError` when the request fails.
        """
        body = _build_body(self.model_id, options)
        check_embedding_count(self, options.values)
        response: ApiResponse[CohereTextEmbeddingResponse] = await self.post_json(
            "/embed",
            body,
            json_response(CohereTextEmbeddingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return EmbeddingModelV4Result(
            embeddings=response.value.embeddings.float_,
            usage=EmbeddingModelV4Usage(tokens=response.value.meta.billed_units.input_tokens),
            response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
            warnings=[],
        )


def _build_body(model_id: str, options: EmbeddingModelV4CallOptions) -> JSONObject:
    settings = parse_provider_options("cohere", options.provider_options, CohereEmbeddingModelOptions)
    settings = settings or CohereEmbeddingModelOptions()
    return omit_none(
        {
            "model": model_id,
            # Cohere has other types too; the specification knows vectors of numbers only.
            "embedding_types": ["float"],
            "texts": options.values,
            "input_type": "search_query" if settings.input_type is None else settings.input_type,
            "truncate": settings.truncate,
            "output_dimension": settings.output_dimension,
        }
    )
