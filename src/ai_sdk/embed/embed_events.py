"""What callbacks and telemetry integrations are told of an embedding.

Ports: ai/src/embed/embed-events.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ai_sdk.provider import (
    EmbeddingModelV4Embedding,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
)
from ai_sdk.provider.spec import Spec

__all__ = ["EmbedEndEvent", "EmbedStartEvent", "EmbeddingModelCallEndEvent", "EmbeddingModelCallStartEvent"]


@dataclass(slots=True, kw_only=True)
class EmbedStartEvent(Spec):
    """An embedding begins; `value` is one text for `embed` and a list for `embed_many`."""

    runtime_context: Mapping[str, Any]
    call_id: str
    operation_id: str
    provider: str
    model_id: str
    value: str | list[str]
    dimensions: int | None = None
    max_retries: int
    headers: dict[str, str] | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class EmbedEndEvent(Spec):
    """An embedding has ended; `embedding` and `response` are lists for `embed_many`."""

    runtime_context: Mapping[str, Any]
    call_id: str
    operation_id: str
    provider: str
    model_id: str
    value: str | list[str]
    embedding: EmbeddingModelV4Embedding | list[EmbeddingModelV4Embedding]
    usage: EmbeddingModelV4Usage
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: EmbeddingModelV4ResultResponse | list[EmbeddingModelV4ResultResponse | None] | None = None


@dataclass(slots=True, kw_only=True)
class EmbeddingModelCallStartEvent(Spec):
    """The model is about to be called; `embed_call_id` tells the calls of one `embed_many` apart."""

    call_id: str
    embed_call_id: str
    operation_id: str
    provider: str
    model_id: str
    values: list[str]
    dimensions: int | None = None


@dataclass(slots=True, kw_only=True)
class EmbeddingModelCallEndEvent(Spec):
    """The model has answered the call that `embed_call_id` names."""

    call_id: str
    embed_call_id: str
    operation_id: str
    provider: str
    model_id: str
    values: list[str]
    embeddings: list[EmbeddingModelV4Embedding]
    usage: EmbeddingModelV4Usage
