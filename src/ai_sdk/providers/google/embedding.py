"""The embedding model on Google: one value by itself, or up to a hundred in one call, each with files of its own.

Ports: @ai-sdk/google/src/google-embedding-model.ts, @ai-sdk/google/src/google-embedding-model-options.ts
"""

from typing import Any, Final

from ai_sdk_generated.google.embedding import wire
from ai_sdk_generated.google.embedding.options import GoogleEmbeddingModelOptions

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    JSONObject,
    SharedV4ProviderOptions,
)
from ai_sdk.provider_utils.embedding_limit import check_embedding_count
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.google.errors import GoogleError, google_error_structure

__all__ = ["GoogleEmbeddingModel"]


class GoogleEmbeddingModel(HttpModel):
    """Embeddings on the Gemini API."""

    error_structure = google_error_structure
    max_embeddings_per_call: Final = 100
    supports_parallel_calls: Final = True

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed all values in one call.

        Raises `TooManyEmbeddingValuesForCallError` and `GoogleError` (values and `content` differ in number) before
        any request, and `APICallError` when the request fails.
        """
        requests = self._build_requests(options)
        if len(requests) == 1:
            single = await self._post(
                "embedContent", requests[0], wire.GoogleGenerativeAISingleEmbeddingResponse, options
            )
            return _result([single.value.embedding], single)
        batch = await self._post(
            "batchEmbedContents",
            {"requests": [_with_role(request) for request in requests]},
            wire.GoogleGenerativeAITextEmbeddingResponse,
            options,
        )
        return _result(batch.value.embeddings, batch)

    def transform_provider_options(
        self, provider_options: SharedV4ProviderOptions | None, *, values: list[str], start_index: int, end_index: int
    ) -> SharedV4ProviderOptions | None:
        """Return the options for a slice of `values` that becomes one call: `content` is cut as the values are."""
        google = (provider_options or {}).get("google") or {}
        content = google.get("content")
        if provider_options is None or not isinstance(content, list):
            return provider_options
        _check_length(content, values)
        return {**provider_options, "google": {**google, "content": content[start_index:end_index]}}

    def _build_requests(self, options: EmbeddingModelV4CallOptions) -> list[JSONObject]:
        given = parse_provider_options("google", options.provider_options, GoogleEmbeddingModelOptions)
        given = given or GoogleEmbeddingModelOptions()
        check_embedding_count(self, options.values)
        content: list[list[Any] | None] | None = dump_wire(given).get("content")
        _check_length(content, options.values)
        dimensions = options.dimensions if given.output_dimensionality is None else given.output_dimensionality
        return [
            omit_none(
                {
                    "model": f"models/{self.model_id}",
                    "content": {"parts": _parts(value, files)},
                    "outputDimensionality": dimensions,
                    "taskType": given.task_type,
                }
            )
            for value, files in zip(options.values, content or [None] * len(options.values), strict=True)
        ]

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


def _parts(value: str, files: list[Any] | None) -> list[Any]:
    if files is None:
        return [{"text": value}]
    return [{"text": value}, *files] if value else files


def _with_role(request: JSONObject) -> JSONObject:
    return {**request, "content": {"role": "user", **request["content"]}}


def _check_length(content: list[Any] | None, values: list[str]) -> None:
    if content is not None and len(content) != len(values):
        raise GoogleError(
            f"The number of multimodal content entries ({len(content)}) "
            f"must match the number of values ({len(values)})."
        )


def _result(
    embeddings: list[wire.GoogleGenerativeAISingleEmbeddingResponseEmbedding], response: ApiResponse[Any]
) -> EmbeddingModelV4Result:
    return EmbeddingModelV4Result(
        warnings=[],
        embeddings=[embedding.values for embedding in embeddings],
        response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
    )
