"""Embeddings of OpenAI-compatible providers.

Ports: @ai-sdk/openai-compatible/src/embedding/openai-compatible-embedding-model.ts
Ports: @ai-sdk/openai-compatible/src/embedding/openai-compatible-embedding-model-options.ts
"""

from ai_sdk_generated.openai_compatible.embedding import wire
from ai_sdk_generated.openai_compatible.embedding.options import (
    OpenaiCompatibleEmbeddingModelOptions as EmbeddingOptions,
)

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    JSONObject,
    SharedV4Warning,
    SharedV4WarningDeprecated,
)
from ai_sdk.provider_utils.embedding_limit import check_embedding_count
from ai_sdk.provider_utils.http_model import HttpModel, ModelConfig
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.openai_compatible.errors import DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE, ErrorStructure
from ai_sdk.providers.openai_compatible.model_catalog import REQUEST_DEFAULTS
from ai_sdk.providers.openai_compatible.provider_options_key import deprecated_key_warnings, provider_options_name

__all__ = ["OpenAICompatibleEmbeddingModel"]


class OpenAICompatibleEmbeddingModel(HttpModel):
    """Turns texts into vectors; a call takes `max_embeddings_per_call` texts, without limit when that is `None`."""

    def __init__(
        self,
        model_id: str,
        config: ModelConfig,
        *,
        max_embeddings_per_call: int | None = REQUEST_DEFAULTS.max_embeddings_per_call,
        supports_parallel_calls: bool = REQUEST_DEFAULTS.supports_parallel_calls,
        error_structure: ErrorStructure = DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE,
    ) -> None:
        super().__init__(model_id, config)
        self.max_embeddings_per_call = max_embeddings_per_call
        self.supports_parallel_calls = supports_parallel_calls
        self.error_structure = error_structure

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed the values in one call.

        Raises `TooManyEmbeddingValuesForCallError` for more values than a call takes, `InvalidArgumentError` for
        options that do not fit, and `APICallError` when the request fails.
        """
        settings, warnings = self._read_settings(options)
        check_embedding_count(self, options.values)
        response = await self.post_json(
            "/embeddings",
            self._body(options, settings),
            json_response(wire.OpenaiTextEmbeddingResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        value: wire.OpenaiTextEmbeddingResponse = response.value
        return EmbeddingModelV4Result(
            embeddings=[item.embedding for item in value.data],
            usage=None if value.usage is None else EmbeddingModelV4Usage(tokens=value.usage.prompt_tokens),
            provider_metadata=value.provider_metadata,
            response=EmbeddingModelV4ResultResponse(headers=response.response_headers, body=response.raw_value),
            warnings=warnings,
        )

    def _read_settings(self, options: EmbeddingModelV4CallOptions) -> tuple[EmbeddingOptions, list[SharedV4Warning]]:
        name = provider_options_name(self.provider)
        given = options.provider_options
        namespaces = ("openai-compatible", "openaiCompatible", name)
        settings, matched = resolve_provider_options(given, namespaces, EmbeddingOptions, resolution="merge")
        warnings: list[SharedV4Warning] = []
        if "openai-compatible" in matched:
            setting = "providerOptions key 'openai-compatible'"
            warnings.append(SharedV4WarningDeprecated(setting=setting, message="Use 'openaiCompatible' instead."))
        return settings or EmbeddingOptions(), warnings + deprecated_key_warnings(name, given)

    def _body(self, options: EmbeddingModelV4CallOptions, settings: EmbeddingOptions) -> JSONObject:
        return omit_none(
            {
                "model": self.model_id,
                "input": options.values,
                "encoding_format": "float",
                "dimensions": options.dimensions if settings.dimensions is None else settings.dimensions,
                "user": settings.user,
            }
        )
