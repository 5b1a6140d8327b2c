"""What can be put between an embedding model and whoever calls it.

Ports: @ai-sdk/provider/src/embedding-model-middleware/v4/embedding-model-v4-middleware.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from ai_sdk.provider.embedding_model import EmbeddingModelV4, EmbeddingModelV4CallOptions, EmbeddingModelV4Result

__all__ = ["EmbeddingModelV4Middleware", "EmbeddingModelV4TransformOptions", "EmbeddingModelV4WrapOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingModelV4TransformOptions:
    """What `transform_params` gets: the options of the call that is about to be made, and the model."""

    params: EmbeddingModelV4CallOptions
    model: EmbeddingModelV4


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingModelV4WrapOptions:
    """What `wrap_embed` gets: the call of the model with `params`, ready to be made."""

    do_embed: Callable[[], Awaitable[EmbeddingModelV4Result]]
    params: EmbeddingModelV4CallOptions
    model: EmbeddingModelV4


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingModelV4Middleware:
    """Changes to an embedding model; what is `None` stays as the model has it.

    `wrap_embed` gets what `transform_params` returned.

    >>> EmbeddingModelV4Middleware(override_max_embeddings_per_call=lambda model: 16).specification_version
    'v4'
    """

    specification_version: Literal["v4"] = "v4"
    override_provider: Callable[[EmbeddingModelV4], str] | None = None
    override_model_id: Callable[[EmbeddingModelV4], str] | None = None
    override_max_embeddings_per_call: Callable[[EmbeddingModelV4], int | Awaitable[int | None] | None] | None = None
    override_supports_parallel_calls: Callable[[EmbeddingModelV4], bool | Awaitable[bool]] | None = None
    transform_params: Callable[[EmbeddingModelV4TransformOptions], Awaitable[EmbeddingModelV4CallOptions]] | None = None
    wrap_embed: Callable[[EmbeddingModelV4WrapOptions], Awaitable[EmbeddingModelV4Result]] | None = None
