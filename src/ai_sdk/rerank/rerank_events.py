"""What callbacks and telemetry integrations are told of a reranking.

Ports: ai/src/rerank/rerank-events.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    RerankingModelV4RankedDocument,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
)
from ai_sdk.provider.spec import Spec
from ai_sdk.rerank.rerank_result import RankedDocument, RerankResponse

__all__ = ["RerankEndEvent", "RerankStartEvent", "RerankingModelCallEndEvent", "RerankingModelCallStartEvent"]


@dataclass(slots=True, kw_only=True)
class RerankStartEvent(Spec):
    """A reranking begins; `top_n` is how many documents to return at most."""

    runtime_context: Mapping[str, Any]
    call_id: str
    operation_id: str
    provider: str
    model_id: str
    documents: Sequence[str | JSONObject]
    query: str
    top_n: int | None = None
    max_retries: int
    headers: Mapping[str, str] | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class RerankEndEvent(Spec):
    """A reranking has ended; `ranking` is in the order of relevance."""

    runtime_context: Mapping[str, Any]
    call_id: str
    operation_id: str
    provider: str
    model_id: str
    documents: Sequence[str | JSONObject]
    query: str
    ranking: list[RankedDocument[Any]]
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: RerankResponse


@dataclass(slots=True, kw_only=True)
class RerankingModelCallStartEvent(Spec):
    """The model is about to be called; `documents_type` is `text` or `object`."""

    call_id: str
    operation_id: str
    provider: str
    model_id: str
    documents: Sequence[str | JSONObject]
    documents_type: str
    query: str
    top_n: int | None = None


@dataclass(slots=True, kw_only=True)
class RerankingModelCallEndEvent(Spec):
    """The model has answered."""

    call_id: str
    operation_id: str
    provider: str
    model_id: str
    documents_type: str
    ranking: list[RerankingModelV4RankedDocument]
