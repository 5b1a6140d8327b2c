"""What `rerank` returns.

Ports: ai/src/rerank/rerank-result.ts
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from ai_sdk.provider import SharedV4Headers, SharedV4ProviderMetadata
from ai_sdk.provider.spec import Spec

__all__ = ["RankedDocument", "RerankResponse", "RerankResult"]

DocumentT = TypeVar("DocumentT")


@dataclass(slots=True, kw_only=True)
class RankedDocument(Spec, Generic[DocumentT]):
    """A document, its place among the documents given, and its relevance, mostly from 0 to 1."""

    original_index: int
    score: int | float
    document: DocumentT


@dataclass(slots=True, kw_only=True)
class RerankResponse(Spec):
    """When and by which model the documents were ranked, and the HTTP response's headers and body."""

    id: str | None = None
    timestamp: datetime
    model_id: str
    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class RerankResult(Spec, Generic[DocumentT]):
    """The documents by falling relevance, which may be fewer than were given."""

    original_documents: list[DocumentT]
    ranking: list[RankedDocument[DocumentT]]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: RerankResponse

    @property
    def reranked_documents(self) -> list[DocumentT]:
        """The documents of `ranking`."""
        return [ranked.document for ranked in self.ranking]
