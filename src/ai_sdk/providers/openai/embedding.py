"""The text embedding model on OpenAI.

Ports: @ai-sdk/openai/src/embedding/openai-embedding-model.ts
Ports: @ai-sdk/openai/src/embedding/openai-embedding-api.ts
Ports: @ai-sdk/openai/src/embedding/openai-embedding-model-options.ts
"""

from typing import Final

from ai_sdk_generated.openai.embedding import wire
from ai_sdk_generated.openai.embedding.options import OpenaiEmbeddingModelOptions

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
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.openai.errors import openai_error_structure

__all__ = ["OpenAIEmbeddingModel"]


class OpenAIEmbeddingModel(HttpModel):
    """Text embeddings on OpenAI, or on another server that speaks its interface."""

    error_structure = openai_error_structure
    max_embeddings_per_call: Final = 2048
    max_input_bytes_per_call: Final = 300_000
    """How many bytes of text one call takes."""
    supports_parallel_calls: Final = True

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed all values in one call.

        Raises `TooManyEmbeddingValuesForCallError` before any request, and `APICallError` when the request fails.
        """
        response = await self.post_json(
            "/embeddings",
            self._build_body(options),
            json_response(wire.OpenaiTextEmbeddingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        value: wire.OpenaiTextEmbeddingResponse = response.value
        return EmbeddingModelV4Result(
            warnings=[],
            embeddings=[item.embedding for item in value.data],
            usage=None if value.usage is None else EmbeddingModelV4Usage(tokens=value.usage.prompt_tokens),
            response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
        )

    def _build_body(self, options: EmbeddingModelV4CallOptions) -> JSONObject:
        check_embedding_count(self, options.values)
        given = parse_provider_options("openai", options.provider_options, OpenaiEmbeddingModelOptions)
        given = given or OpenaiEmbeddingModelOptions()
        return omit_none(
            {
                "model": self.model_id,
                "input": options.values,
                "encoding_format": "float",
                "dimensions": options.dimensions if given.dimensions is None else given.dimensions,
                "user": given.user,
            }
        )
