"""What the gateway tells of itself: its models, credits, spending and single generations.

Ports: @ai-sdk/gateway/src/gateway-model-entry.ts, @ai-sdk/gateway/src/gateway-provider-metadata.ts
"""

from dataclasses import dataclass
from typing import Literal, TypedDict

from ai_sdk.provider.spec import Spec

__all__ = [
    "KNOWN_MODEL_TYPES",
    "GatewayAsyncJobMetadata",
    "GatewayCreditsResponse",
    "GatewayFetchMetadataResponse",
    "GatewayGenerationInfo",
    "GatewayLanguageModelEntry",
    "GatewayLanguageModelSpecification",
    "GatewayModelPricing",
    "GatewayModelType",
    "GatewayProviderMetadata",
    "GatewaySpendReportResponse",
    "GatewaySpendReportRow",
]

Number = int | float

GatewayModelType = Literal[
    "decision", "embedding", "evaluation", "image", "language", "realtime", "reranking", "speech", "transcription",
    "video",
]  # fmt: skip
KNOWN_MODEL_TYPES = frozenset(GatewayModelType.__args__)  # type: ignore[attr-defined]
"""Models of other types are left out of the list, because nothing here can call them."""


class GatewayAsyncJobMetadata(TypedDict, total=False):
    """A job that the gateway runs on its own.

    `webhookSigningSecret` comes once, with the start of the job; it verifies webhooks and must not be logged.
    """

    jobId: str
    status: str
    webhookSigningSecret: str


class GatewayProviderMetadata(TypedDict, total=False):
    """What a result says under `provider_metadata["gateway"]`; there may be more keys."""

    asyncJob: GatewayAsyncJobMetadata


@dataclass(slots=True, kw_only=True)
class GatewayLanguageModelSpecification(Spec):
    """Which provider and model stand behind an entry."""

    specification_version: Literal["v4"]
    provider: str
    model_id: str


@dataclass(slots=True, kw_only=True)
class GatewayModelPricing(Spec):
    """Prices of one token in US dollars, as decimal texts; those of the cache only where the model has one."""

    input: str
    output: str
    cached_input_tokens: str | None = None
    cache_creation_input_tokens: str | None = None


@dataclass(slots=True, kw_only=True)
class GatewayLanguageModelEntry(Spec):
    """One model: `id` is what the provider is called with, `name` what a person reads."""

    id: str
    name: str
    description: str | None = None
    pricing: GatewayModelPricing | None = None
    specification: GatewayLanguageModelSpecification
    model_type: GatewayModelType | None = None


@dataclass(slots=True, kw_only=True)
class GatewayFetchMetadataResponse(Spec):
    """The models of the gateway."""

    models: list[GatewayLanguageModelEntry]


@dataclass(slots=True, kw_only=True)
class GatewayCreditsResponse(Spec):
    """What is left and what was used, in US dollars, as decimal texts."""

    balance: str
    total_used: str


@dataclass(slots=True, kw_only=True)
class GatewaySpendReportRow(Spec):
    """What one day, hour, user, model, tag, provider or kind of credentials cost, in US dollars."""

    day: str | None = None
    hour: str | None = None
    user: str | None = None
    model: str | None = None
    tag: str | None = None
    provider: str | None = None
    credential_type: Literal["byok", "system"] | None = None
    total_cost: Number
    market_cost: Number | None = None
    input_tokens: Number | None = None
    output_tokens: Number | None = None
    cached_input_tokens: Number | None = None
    cache_creation_input_tokens: Number | None = None
    reasoning_tokens: Number | None = None
    request_count: Number | None = None


@dataclass(slots=True, kw_only=True)
class GatewaySpendReportResponse(Spec):
    """What was spent."""

    results: list[GatewaySpendReportRow]


@dataclass(slots=True, kw_only=True)
class GatewayGenerationInfo(Spec):
    """One generation: costs in US dollars, `latency` (to the first token) and `generation_time` in milliseconds.

    `usage` equals `total_cost`; `upstream_inference_cost` is there for the caller's own keys (`is_byok`);
    `created_at` is ISO 8601.
    """

    id: str
    total_cost: Number
    market_cost: Number | None = None
    surcharge_cost: Number | None = None
    gateway_cost: Number | None = None
    upstream_inference_cost: Number
    usage: Number
    created_at: str
    model: str
    is_byok: bool
    provider_name: str
    streamed: bool
    finish_reason: str
    latency: Number
    generation_time: Number
    prompt_tokens: Number
    completion_tokens: Number
    reasoning_tokens: Number
    cached_tokens: Number
    cache_creation_tokens: Number
    billable_web_search_calls: Number
