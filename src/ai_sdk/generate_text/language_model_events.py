"""What the callbacks of a single call of a language model are told.

Ports: ai/src/generate-text/language-model-events.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_text.content_part import ContentPart
from ai_sdk.generate_text.generate_text_events import Instructions
from ai_sdk.generate_text.performance import OutputChunkTimingStats
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import LanguageModelV4ReasoningEffort, SharedV4ProviderMetadata
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.model_message import ModelMessage

__all__ = ["LanguageModelCallEndEvent", "LanguageModelCallPerformance", "LanguageModelCallStartEvent"]


@dataclass(slots=True, kw_only=True)
class LanguageModelCallStartEvent(Spec):
    """The model is about to be called; `tools` are those of the model's own specification."""

    call_id: str
    provider: str
    model_id: str
    tools: list[Any] | None = None
    instructions: Instructions | None = None
    messages: list[ModelMessage]
    max_output_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | float | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    stop_sequences: list[str] | None = None
    seed: int | None = None
    reasoning: LanguageModelV4ReasoningEffort | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelCallPerformance(Spec):
    """How fast the call was; see `StepResultPerformance`."""

    response_time_ms: float
    effective_output_tokens_per_second: float
    output_tokens_per_second: float | None = None
    input_tokens_per_second: float | None = None
    effective_total_tokens_per_second: float
    time_to_first_output_ms: float | None = None
    time_between_output_chunks_ms: OutputChunkTimingStats | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelCallEndEvent(Spec):
    """The model has answered."""

    call_id: str
    provider: str
    model_id: str
    finish_reason: FinishReason
    usage: LanguageModelUsage
    content: list[ContentPart]
    response_id: str
    provider_metadata: SharedV4ProviderMetadata | None = None
    request: Any = None
    performance: LanguageModelCallPerformance
