"""The embedding model part of the specification.

Ports: @ai-sdk/provider/src/embedding-model/v4/embedding-model-v4.ts
Ports: @ai-sdk/provider/src/embedding-model/v4/embedding-model-v4-call-options.ts
Ports: @ai-sdk/provider/src/embedding-model/v4/embedding-model-v4-embedding.ts
Ports: @ai-sdk/provider/src/embedding-model/v4/embedding-model-v4-result.ts
"""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, Literal, Protocol, runtime_checkable

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.shared import SharedV4Headers, SharedV4ProviderMetadata, SharedV4ProviderOptions, SharedV4Warning
from ai_sdk.provider.spec import Spec

__all__ = [
    "EmbeddingModelV4",
    "EmbeddingModelV4CallOptions",
    "EmbeddingModelV4Embedding",
    "EmbeddingModelV4Result",
    "EmbeddingModelV4ResultResponse",
    "EmbeddingModelV4Usage",
]

EmbeddingModelV4Embedding = list[float]


@dataclass(slots=True, kw_only=True)
class EmbeddingModelV4CallOptions(Spec):
    """The texts to embed and how; `dimensions` is the length of each vector."""

    values: list[str]
    dimensions: int | None = None
    abort_signal: AbortSignal | None = None
    provider_options: SharedV4ProviderOptions | None = None
    headers: dict[str, str | None] | None = None


@dataclass(slots=True, kw_only=True)
class EmbeddingModelV4Usage(Spec):
    """Tokens of one call."""

    tokens: int | float


@dataclass(slots=True, kw_only=True)
class EmbeddingModelV4ResultResponse(Spec):
    """The HTTP response's headers and parsed body."""

    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class EmbeddingModelV4Result(Spec):
    """One vector for each value, in the order of the values."""

    embeddings: list[EmbeddingModelV4Embedding]
    usage: EmbeddingModelV4Usage | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: EmbeddingModelV4ResultResponse | None = None
    warnings: list[SharedV4Warning]


@runtime_checkable
class EmbeddingModelV4(Protocol):
    """A model that turns texts into vectors."""

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    @property
    def provider(self) -> str:
        """Which provider and surface this is."""

    @property
    def model_id(self) -> str:
        """The provider's name of the model."""

    @property
    def max_embeddings_per_call(self) -> int | Awaitable[int | None] | None:
        """How many values one call takes; `None` is no limit."""

    @property
    def supports_parallel_calls(self) -> bool | Awaitable[bool]:
        """Whether several calls may run at once."""

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed the values in one call."""
