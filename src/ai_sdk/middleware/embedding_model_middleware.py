"""What may be given as the middleware of an embedding model: the record of hooks, or an object with some of them.

Ports: ai/src/types/embedding-model-middleware.ts
"""

from collections.abc import Awaitable
from typing import Protocol

from ai_sdk.middleware.overrides import OverridesModelId, OverridesProvider
from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Middleware,
    EmbeddingModelV4Result,
    EmbeddingModelV4TransformOptions,
    EmbeddingModelV4WrapOptions,
)

__all__ = ["EmbeddingModelMiddleware"]


class _TransformsParams(Protocol):
    def transform_params(
        self, options: EmbeddingModelV4TransformOptions, /
    ) -> EmbeddingModelV4CallOptions | Awaitable[EmbeddingModelV4CallOptions]: ...


class _WrapsEmbed(Protocol):
    def wrap_embed(
        self, options: EmbeddingModelV4WrapOptions, /
    ) -> EmbeddingModelV4Result | Awaitable[EmbeddingModelV4Result]: ...


class _OverridesMaxEmbeddingsPerCall(Protocol):
    def override_max_embeddings_per_call(self, model: EmbeddingModelV4, /) -> int | Awaitable[int | None] | None: ...


class _OverridesSupportsParallelCalls(Protocol):
    def override_supports_parallel_calls(self, model: EmbeddingModelV4, /) -> bool | Awaitable[bool]: ...


EmbeddingModelMiddleware = (
    EmbeddingModelV4Middleware
    | _TransformsParams
    | _WrapsEmbed
    | _OverridesMaxEmbeddingsPerCall
    | _OverridesSupportsParallelCalls
    | OverridesProvider[EmbeddingModelV4]
    | OverridesModelId[EmbeddingModelV4]
)
"""An `EmbeddingModelV4Middleware`, or any object with one or more of its hooks as methods."""
