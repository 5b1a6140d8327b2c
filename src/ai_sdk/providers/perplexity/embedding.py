"""The text embedding model on Perplexity.

Ports: @ai-sdk/perplexity/src/perplexity-embedding-model.ts
Ports: @ai-sdk/perplexity/src/perplexity-embedding-model-options.ts
"""

from typing import Final

from ai_sdk_generated.perplexity.chat.wire import PerplexityError
from ai_sdk_generated.perplexity.embedding import wire
from ai_sdk_generated.perplexity.embedding.options import PerplexityEmbeddingModelOptions

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    JSONObject,
)
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.embedding_limit import check_embedding_count
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ErrorStructure, json_response

__all__ = ["PerplexityEmbeddingModel"]

_INT8 = "base64_int8"


def _error_to_message(data: PerplexityError) -> str:
    return "Unknown error" if data.error.message is None else data.error.message


class PerplexityEmbeddingModel(HttpModel):
    """Text embeddings on Perplexity, which are whole numbers: signed ones, or packed bits."""

    error_structure = ErrorStructure(PerplexityError, _error_to_message)
    max_embeddings_per_call: Final = 512
    supports_parallel_calls: Final = True

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed all values in one call.

        The numbers run from -128 to 127 (compare them by cosine), or, with `encodingFormat: "base64_binary"`, are bytes
        of eight bits each from 0 to 255 (compare them by Hamming distance).

        Raises `TooManyEmbeddingValuesForCallError` before any request, `APICallError` when the request fails, and
        `InvalidArgumentError` when options or an answer do not fit.
        """
        check_embedding_count(self, options.values)
        given = parse_provider_options("perplexity", options.provider_options, PerplexityEmbeddingModelOptions)
        settings = given or PerplexityEmbeddingModelOptions()
        encoding_format = _INT8 if settings.encoding_format is None else settings.encoding_format
        body = {
            "model": self.model_id,
            "input": options.values,
            "dimensions": settings.dimensions,
            "encoding_format": encoding_format,
        }
        response = await self.post_json(
            "/v1/embeddings",
            omit_none(body),
            json_response(wire.PerplexityEmbeddingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        value: wire.PerplexityEmbeddingResponse = response.value
        return EmbeddingModelV4Result(
            warnings=[],
            embeddings=[_decode(item.embedding, encoding_format) for item in value.data],
            usage=None if value.usage is None else EmbeddingModelV4Usage(tokens=value.usage.prompt_tokens),
            provider_metadata=_metadata(value.usage),
            response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
        )


def _decode(text: str, encoding_format: str) -> list[int | float]:
    content = memoryview(convert_base64_to_bytes(text))
    return list(content.cast("b") if encoding_format == _INT8 else content)


def _metadata(usage: wire.PerplexityEmbeddingResponseUsage | None) -> JSONObject | None:
    if usage is None or usage.cost is None:
        return None
    cost = usage.cost
    dollars = {"inputCost": cost.input_cost, "totalCost": cost.total_cost, "currency": cost.currency}
    return {"perplexity": {"cost": dollars}}
