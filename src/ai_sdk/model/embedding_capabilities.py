"""Reads what an embedding model may say of itself beyond the specification, for whoever cuts values into calls.

Ports: ai/src/model/get-embedding-model-max-input-bytes-per-call.ts
Ports: ai/src/model/get-embedding-model-provider-options-transformer.ts
"""

from collections.abc import Awaitable
from typing import cast

from ai_sdk.provider import EmbeddingModelV4
from ai_sdk.provider_utils.embedding_model_capabilities import EmbeddingModelProviderOptionsTransformer

__all__ = ["get_embedding_model_max_input_bytes_per_call", "get_embedding_model_provider_options_transformer"]


def get_embedding_model_max_input_bytes_per_call(model: EmbeddingModelV4) -> int | Awaitable[int | None] | None:
    """Return how many bytes of UTF-8 one call of the model takes (`max_input_bytes_per_call`); `None` is no limit.

    >>> from ai_sdk.providers.openai import openai
    >>> get_embedding_model_max_input_bytes_per_call(openai.embedding("text-embedding-3-small"))
    300000
    """
    return cast("int | Awaitable[int | None] | None", getattr(model, "max_input_bytes_per_call", None))


def get_embedding_model_provider_options_transformer(
    model: EmbeddingModelV4,
) -> EmbeddingModelProviderOptionsTransformer | None:
    """Return how the model cuts provider options as its values are cut (`transform_provider_options`), if it does."""
    return cast("EmbeddingModelProviderOptionsTransformer | None", getattr(model, "transform_provider_options", None))
