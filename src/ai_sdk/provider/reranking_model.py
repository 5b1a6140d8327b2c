"""The reranking model part of the specification.

Ports: @ai-sdk/provider/src/reranking-model/v4/reranking-model-v4.ts
Ports: @ai-sdk/provider/src/reranking-model/v4/reranking-model-v4-call-options.ts
Ports: @ai-sdk/provider/src/reranking-model/v4/reranking-model-v4-result.ts
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, Protocol, runtime_checkable

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.shared import SharedV4Headers, SharedV4ProviderMetadata, SharedV4ProviderOptions, SharedV4Warning
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "RerankingModelV4",
    "RerankingModelV4CallOptions",
    "RerankingModelV4Documents",
    "RerankingModelV4DocumentsObject",
    "RerankingModelV4DocumentsText",
    "RerankingModelV4RankedDocument",
    "RerankingModelV4Result",
    "RerankingModelV4ResultResponse",
]


@dataclass(slots=True, kw_only=True)
class RerankingModelV4DocumentsText(Spec):
    """Documents that are texts."""

    type: Literal["text"] = "text"
    values: list[str]


@dataclass(slots=True, kw_only=True)
class RerankingModelV4DocumentsObject(Spec):
    """Documents that are JSON objects."""

    type: Literal["object"] = "object"
    values: list[JSONObject]


RerankingModelV4Documents = Annotated[
    RerankingModelV4DocumentsText | RerankingModelV4DocumentsObject, Discriminator("type")
]


@dataclass(slots=True, kw_only=True)
class RerankingModelV4CallOptions(Spec):
    """The documents to order by their relevance to `query`, and how many to return."""

    documents: RerankingModelV4Documents
    query: str
    top_n: int | None = None
    abort_signal: AbortSignal | None = None
    provider_options: SharedV4ProviderOptions | None = None
    headers: dict[str, str | None] | None = None


@dataclass(slots=True, kw_only=True)
class RerankingModelV4RankedDocument(Spec):
    """The index of a document and its relevance, mostly from 0 to 1."""

    index: int
    relevance_score: int | float


@dataclass(slots=True, kw_only=True)
class RerankingModelV4ResultResponse(Spec):
    """How the provider names the response, and the HTTP response's headers and body."""

    id: str | None = None
    timestamp: datetime | None = None
    model_id: str | None = None
    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class RerankingModelV4Result(Spec):
    """The documents by falling relevance."""

    ranking: list[RerankingModelV4RankedDocument]
    provider_metadata: SharedV4ProviderMetadata | None = None
    warnings: list[SharedV4Warning] | None = None
    response: RerankingModelV4ResultResponse | None = None


@runtime_checkable
class RerankingModelV4(Protocol):
    """A model that orders documents by relevance."""

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    @property
    def provider(self) -> str:
        """Which provider and surface this is."""

    @property
    def model_id(self) -> str:
        """The provider's name of the model."""

    async def do_rerank(self, options: RerankingModelV4CallOptions) -> RerankingModelV4Result:
        """Order the documents in one call."""
