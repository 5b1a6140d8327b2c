"""Embeddings on Mistral.

Ports: @ai-sdk/mistral/src/mistral-embedding-model.ts, @ai-sdk/mistral/src/mistral-embedding-model-options.ts
"""

from typing import Final

from ai_sdk_generated.mistral.embedding.options import MistralEmbeddingModelOptions
from ai_sdk_generated.mistral.embedding.wire import MistralTextEmbeddingResponse

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
from ai_sdk.providers.mistral.errors import MISTRAL_ERROR_STRUCTURE

__all__ = ["MistralEmbeddingModel"]


class MistralEmbeddingModel(HttpModel):
    """Turns texts into vectors on Mistral."""

    error_structure = MISTRAL_ERROR_STRUCTURE
    max_embeddings_per_call: Final = 32
    supports_parallel_calls: Final = False

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed the values in one call.

        Raises `TooManyEmbeddingValuesForCallError` for more values than a call takes, `InvalidArgumentError` for
        options that do not fit, and `APICallError` when the request fails.
        """
        check_embedding_count(self, options.values)
        response: ApiResponse[MistralTextEmbeddingResponse] = await self.post_json(
            "/embeddings",
            _build_body(self.model_id, options),
            json_response(MistralTextEmbeddingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        usage = response.value.usage
        return EmbeddingModelV4Result(
            embeddings=[item.embedding for item in response.value.data],
            usage=None if usage is None else EmbeddingModelV4Usage(tokens=usage.prompt_tokens),
            response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
            warnings=[],
        )


def _build_body(model_id: str, options: EmbeddingModelV4CallOptions) -> JSONObject:
    settings = parse_provider_options("mistral", options.provider_options, MistralEmbeddingModelOptions)
    settings = settings or MistralEmbeddingModelOptions()
    dimension = settings.output_dimension
    return omit_none(
        {
            "model": model_id,
            "input": options.values,
            "metadata": settings.metadata,
            "output_dimension": options.dimensions if dimension is None else dimension,
            "output_dtype": settings.output_dtype,
            "encoding_format": "float",
        }
    )
