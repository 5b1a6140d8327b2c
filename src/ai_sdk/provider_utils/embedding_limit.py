"""The limit of values that one call of an embedding model takes.

Ports: @ai-sdk/openai/src/embedding/openai-embedding-model.ts
"""

from collections.abc import Sequence
from typing import Protocol

from ai_sdk.provider import TooManyEmbeddingValuesForCallError

__all__ = ["check_embedding_count"]


class _LimitedModel(Protocol):
    @property
    def provider(self) -> str: ...
    @property
    def model_id(self) -> str: ...
    @property
    def max_embeddings_per_call(self) -> int | None: ...


def check_embedding_count(model: _LimitedModel, values: Sequence[str]) -> None:
    """Raise `TooManyEmbeddingValuesForCallError` when there are more values than one call of the model takes."""
    limit = model.max_embeddings_per_call
    if limit is not None and len(values) > limit:
        raise TooManyEmbeddingValuesForCallError(
            provider=model.provider, model_id=model.model_id, max_embeddings_per_call=limit, values=list(values)
        )
