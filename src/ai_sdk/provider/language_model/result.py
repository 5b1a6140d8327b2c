"""What a language model call returns: finish reason, usage, response metadata, generate and stream results.

Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-finish-reason.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-generate-result.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-response-metadata.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-usage.ts
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.language_model.content import LanguageModelV4Content
from ai_sdk.provider.shared import RequestMetadata, SharedV4Headers, SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.spec import Spec

__all__ = [
    "LanguageModelV4FinishReason",
    "LanguageModelV4GenerateResult",
    "LanguageModelV4GenerateResultResponse",
    "LanguageModelV4InputTokens",
    "LanguageModelV4OutputTokens",
    "LanguageModelV4RequestMetadata",
    "LanguageModelV4ResponseMetadata",
    "LanguageModelV4UnifiedFinishReason",
    "LanguageModelV4Usage",
]

LanguageModelV4UnifiedFinishReason = Literal[
    "stop", "length", "content-filter", "tool-calls", "error", "interrupted", "other"
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4FinishReason(Spec):
    """Why the model stopped: in the specification's words, and in the provider's."""

    unified: LanguageModelV4UnifiedFinishReason
    raw: str | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4InputTokens(Spec):
    """Prompt tokens, in all and by how the cache served them."""

    total: int | float | None = None
    no_cache: int | float | None = None
    cache_read: int | float | None = None
    cache_write: int | float | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4OutputTokens(Spec):
    """Answer tokens, in all and by what they hold."""

    total: int | float | None = None
    text: int | float | None = None
    reasoning: int | float | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4Usage(Spec):
    """Tokens of one call; `raw` is what the provider sent."""

    input_tokens: LanguageModelV4InputTokens = field(default_factory=LanguageModelV4InputTokens)
    output_tokens: LanguageModelV4OutputTokens = field(default_factory=LanguageModelV4OutputTokens)
    raw: JSONObject | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ResponseMetadata(Spec):
    """How the provider names the response, when it was made (aware datetime) and by which model."""

    id: str | None = None
    timestamp: datetime | None = None
    model_id: str | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4GenerateResultResponse(LanguageModelV4ResponseMetadata):
    """Response metadata with the HTTP response's headers and parsed body."""

    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4RequestMetadata(RequestMetadata):
    """The request that was sent, and the URL it went to, when that is known."""

    url: str | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4GenerateResult(Spec):
    """The result of `do_generate`."""

    content: list[LanguageModelV4Content]
    structured_output_text: str | None = None
    finish_reason: LanguageModelV4FinishReason
    usage: LanguageModelV4Usage
    provider_metadata: SharedV4ProviderMetadata | None = None
    request: LanguageModelV4RequestMetadata | None = None
    response: LanguageModelV4GenerateResultResponse | None = None
    warnings: list[SharedV4Warning]
