"""The text embedding model on Alibaba Cloud, on DashScope's own API.

Ports: @ai-sdk/alibaba/src/alibaba-embedding-model.ts, @ai-sdk/alibaba/src/alibaba-embedding-model-options.ts
"""

from typing import Final

from ai_sdk_generated.alibaba.embedding import wire
from ai_sdk_generated.alibaba.embedding.options import AlibabaEmbeddingModelOptions

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    JSONObject,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.embedding_limit import check_embedding_count
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ErrorStructure, json_response

__all__ = ["AlibabaEmbeddingModel"]

_PATH = "/services/embeddings/text-embedding/text-embedding"


class AlibabaEmbeddingModel(HttpModel):
    """Text embeddings on Alibaba Cloud."""

    error_structure = ErrorStructure(wire.AlibabaEmbeddingFailedResponseHandlerError, lambda data: data.message)
    max_embeddings_per_call: Final = 10
    supports_parallel_calls: Final = False

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed all values in one call; sparse embeddings, when asked for too, are in the provider metadata.

        Raises `TooManyEmbeddingValuesForCallError` and `UnsupportedFunctionalityError` (sparse embeddings alone) before
        any request, and `APICallError` when the request fails.
        """
        response = await self.post_json(
            _PATH,
            self._build_body(options),
            json_response(wire.AlibabaTextEmbeddingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        value: wire.AlibabaTextEmbeddingResponse = response.value
        items = sorted(value.output.embeddings, key=lambda item: item.text_index)
        sparse = _sparse_embeddings(items)
        return EmbeddingModelV4Result(
            warnings=[],
            embeddings=[item.embedding for item in items],
            usage=None if value.usage is None else EmbeddingModelV4Usage(tokens=value.usage.total_tokens),
            provider_metadata={"alibaba": {"sparseEmbeddings": sparse}} if sparse else None,
            response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
        )

    def _build_body(self, options: EmbeddingModelV4CallOptions) -> JSONObject:
        check_embedding_count(self, options.values)
        given = parse_provider_options("alibaba", options.provider_options, AlibabaEmbeddingModelOptions)
        settings = given or AlibabaEmbeddingModelOptions()
        if settings.output_type == "sparse":
            raise UnsupportedFunctionalityError(
                "Alibaba embedding outputType 'sparse' is not supported because AI SDK embeddings require dense number "
                "arrays. Use 'dense' or 'dense&sparse' instead.",
                functionality="Alibaba embedding outputType 'sparse'",
            )
        parameters = {
            "text_type": settings.text_type,
            "dimension": settings.dimension,
            "output_type": settings.output_type,
        }
        return {"model": self.model_id, "input": {"texts": options.values}, "parameters": omit_none(parameters)}


def _sparse_embeddings(items: list[wire.AlibabaTextEmbeddingResponseOutputEmbedding]) -> list[JSONObject]:
    return [
        {"textIndex": item.text_index, "sparseEmbedding": [dump_wire(entry) for entry in item.sparse_embedding]}
        for item in items
        if item.sparse_embedding is not None
    ]
