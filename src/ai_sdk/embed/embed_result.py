"""What `embed` and `embed_many` return.

Ports: ai/src/embed/embed-result.ts, ai/src/embed/embed-many-result.ts
"""

from dataclasses import dataclass

from ai_sdk.provider import (
    EmbeddingModelV4Embedding,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    SharedV4ProviderMetadata,
    SharedV4Warning,
)
from ai_sdk.provider.spec import Spec

__all__ = ["EmbedManyResult", "EmbedResult"]


@dataclass(slots=True, kw_only=True)
class EmbedResult(Spec):
    """The vector of one text; `usage.tokens` is not a number (NaN) when the provider does not say."""

    value: str
    embedding: EmbeddingModelV4Embedding
    usage: EmbeddingModelV4Usage
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: EmbeddingModelV4ResultResponse | None = None


@dataclass(slots=True, kw_only=True)
class EmbedManyResult(Spec):
    """The vectors in the order of the texts; `usage` is the sum over all calls, `responses` has one entry for each."""

    values: list[str]
    embeddings: list[EmbeddingModelV4Embedding]
    usage: EmbeddingModelV4Usage
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    responses: list[EmbeddingModelV4ResultResponse | None] | None = None
