"""The embedding model on Vertex AI: many values in one call, or one for the models that take no more.

Ports: @ai-sdk/google-vertex/src/google-vertex-embedding-model.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-embedding-model-options.ts
"""

from typing import Any, Final

from ai_sdk_generated.google_vertex.embedding import wire
from ai_sdk_generated.google_vertex.embedding.options import GoogleVertexEmbeddingModelOptions

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    JSONObject,
    TooManyEmbeddingValuesForCallError,
)
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.google_vertex.errors import google_vertex_error_structure
from ai_sdk.providers.google_vertex.request_config import uses_embed_content

__all__ = ["GoogleVertexEmbeddingModel"]

_NAMESPACES = ("googleVertex", "vertex", "google")
_MANY = 250


class GoogleVertexEmbeddingModel(HttpModel):
    """Embeddings on Vertex AI."""

    error_structure = google_vertex_error_structure
    supports_parallel_calls: Final = True

    @property
    def max_embeddings_per_call(self) -> int:
        """How many values one call embeds."""
        return 1 if uses_embed_content(self.model_id) else _MANY

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed all values in one call.

        Raises `InvalidArgumentError` for provider options that do not fit and `TooManyEmbeddingValuesForCallError`
        before any request, and `APICallError` when the request fails.
        """
        given, _ = resolve_provider_options(
            options.provider_options, _NAMESPACES, GoogleVertexEmbeddingModelOptions, resolution="first"
        )
        given = given or GoogleVertexEmbeddingModelOptions()
        if len(options.values) > self.max_embeddings_per_call:
            raise TooManyEmbeddingValuesForCallError(
                provider=self.provider,
                model_id=self.model_id,
                max_embeddings_per_call=self.max_embeddings_per_call,
                values=options.values,
            )
        if uses_embed_content(self.model_id):
            return await self._embed_one(options, given)
        return await self._embed_many(options, given)

    async def _embed_one(
        self, options: EmbeddingModelV4CallOptions, given: GoogleVertexEmbeddingModelOptions
    ) -> EmbeddingModelV4Result:
        config = {"taskType": given.task_type, "title": given.title, **_sizes(options, given)}
        body = {
            "content": {"parts": [{"text": value} for value in options.values] or [{}]},
            "embedContentConfig": omit_none(config),
        }
        response = await self._post("embedContent", body, wire.GoogleVertexEmbedContentResponse, options)
        value: wire.GoogleVertexEmbedContentResponse = response.value
        tokens = None if value.usage_metadata is None else value.usage_metadata.prompt_token_count
        usage = None if tokens is None else EmbeddingModelV4Usage(tokens=tokens)
        return _result([value.embedding.values], usage, response)

    async def _embed_many(
        self, options: EmbeddingModelV4CallOptions, given: GoogleVertexEmbeddingModelOptions
    ) -> EmbeddingModelV4Result:
        shared = omit_none({"task_type": given.task_type, "title": given.title})
        body = {
            "instances": [{"content": value, **shared} for value in options.values],
            "parameters": omit_none(_sizes(options, given)),
        }
        response = await self._post("predict", body, wire.GoogleVertexTextEmbeddingResponse, options)
        answers = [prediction.embeddings for prediction in response.value.predictions]
        usage = EmbeddingModelV4Usage(tokens=sum(answer.statistics.token_count for answer in answers))
        return _result([answer.values for answer in answers], usage, response)

    async def _post(
        self, method: str, body: JSONObject, kind: type, options: EmbeddingModelV4CallOptions
    ) -> ApiResponse[Any]:
        return await self.post_json(
            f"/models/{self.model_id}:{method}",
            body,
            json_response(kind),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )


def _sizes(options: EmbeddingModelV4CallOptions, given: GoogleVertexEmbeddingModelOptions) -> JSONObject:
    dimensions = options.dimensions if given.output_dimensionality is None else given.output_dimensionality
    return {"outputDimensionality": dimensions, "autoTruncate": given.auto_truncate}


def _result(
    embeddings: list[list[int | float]], usage: EmbeddingModelV4Usage | None, response: ApiResponse[Any]
) -> EmbeddingModelV4Result:
    return EmbeddingModelV4Result(
        warnings=[],
        embeddings=embeddings,
        usage=usage,
        response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
    )
