"""The parts of a text stream: 28 kinds, told apart by `type`.

Ports: ai/src/generate-text/stream-text-result.ts
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from ai_sdk.generate_text.content_part import Citation, CustomOutput, FileOutput, ReasoningFileOutput
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.generate_text.performance import StepResultPerformance
from ai_sdk.generate_text.tool_call import (
    ToolApprovalRequestOutput,
    ToolApprovalResponseOutput,
    TypedToolCall,
    TypedToolError,
    TypedToolOutputDenied,
    TypedToolResult,
)
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4SourceDocument,
    LanguageModelV4SourceUrl,
    LanguageModelV4UnifiedFinishReason,
    SharedV4ProviderMetadata,
    SharedV4Warning,
)
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.model_message import UserModelMessage

__all__ = [
    "FinishReason",
    "TextStreamAbortPart",
    "TextStreamCustomPart",
    "TextStreamErrorPart",
    "TextStreamFilePart",
    "TextStreamFinishPart",
    "TextStreamFinishStepPart",
    "TextStreamFinishStepResponse",
    "TextStreamPart",
    "TextStreamPingPart",
    "TextStreamRawPart",
    "TextStreamReasoningDeltaPart",
    "TextStreamReasoningEndPart",
    "TextStreamReasoningFilePart",
    "TextStreamReasoningStartPart",
    "TextStreamSourceDocumentPart",
    "TextStreamSourceUrlPart",
    "TextStreamStartPart",
    "TextStreamStartStepPart",
    "TextStreamSteeringMessagePart",
    "TextStreamTextDeltaPart",
    "TextStreamTextEndPart",
    "TextStreamTextStartPart",
    "TextStreamToolApprovalRequestPart",
    "TextStreamToolApprovalResponsePart",
    "TextStreamToolCallPart",
    "TextStreamToolErrorPart",
    "TextStreamToolInputDeltaPart",
    "TextStreamToolInputEndPart",
    "TextStreamToolInputStartPart",
    "TextStreamToolOutputDeniedPart",
    "TextStreamToolResultPart",
]

FinishReason = LanguageModelV4UnifiedFinishReason
"""`stop`, `length`, `content-filter`, `tool-calls`, `error`, `interrupted` or `other`."""

TextStreamCustomPart = CustomOutput
TextStreamSourceUrlPart = LanguageModelV4SourceUrl
TextStreamSourceDocumentPart = LanguageModelV4SourceDocument
TextStreamFilePart = FileOutput
TextStreamReasoningFilePart = ReasoningFileOutput
TextStreamToolCallPart = TypedToolCall
TextStreamToolResultPart = TypedToolResult
TextStreamToolErrorPart = TypedToolError
TextStreamToolOutputDeniedPart = TypedToolOutputDenied
TextStreamToolApprovalRequestPart = ToolApprovalRequestOutput
TextStreamToolApprovalResponsePart = ToolApprovalResponseOutput


@dataclass(slots=True, kw_only=True)
class TextStreamTextStartPart(Spec):
    """A block of text begins."""

    type: Literal["text-start"] = "text-start"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamTextDeltaPart(Spec):
    """More text of a block."""

    type: Literal["text-delta"] = "text-delta"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None
    text: str


@dataclass(slots=True, kw_only=True)
class TextStreamTextEndPart(Spec):
    """A block of text is complete."""

    type: Literal["text-end"] = "text-end"
    id: str
    citations: list[Citation] | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamReasoningStartPart(Spec):
    """A block of reasoning begins."""

    type: Literal["reasoning-start"] = "reasoning-start"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamReasoningDeltaPart(Spec):
    """More reasoning of a block."""

    type: Literal["reasoning-delta"] = "reasoning-delta"
    provider_metadata: SharedV4ProviderMetadata | None = None
    id: str
    text: str


@dataclass(slots=True, kw_only=True)
class TextStreamReasoningEndPart(Spec):
    """A block of reasoning is complete."""

    type: Literal["reasoning-end"] = "reasoning-end"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamToolInputStartPart(Spec):
    """The model begins to write the input of a tool call; `id` is the id of the call."""

    type: Literal["tool-input-start"] = "tool-input-start"
    id: str
    tool_name: str
    input_encoding: Literal["json", "text"] | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    tool_metadata: JSONObject | None = None
    provider_executed: bool | None = None
    dynamic: bool | None = None
    title: str | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamToolInputDeltaPart(Spec):
    """More text of a tool call's input."""

    type: Literal["tool-input-delta"] = "tool-input-delta"
    id: str
    delta: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamToolInputEndPart(Spec):
    """The input of a tool call is complete."""

    type: Literal["tool-input-end"] = "tool-input-end"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamSteeringMessagePart(Spec):
    """A message of the user that was added while the generation ran."""

    type: Literal["steering-message"] = "steering-message"
    id: str
    message: UserModelMessage
    step_number: int


@dataclass(slots=True, kw_only=True)
class TextStreamStartStepPart(Spec):
    """A step begins: one call of the model, and the tools that it calls."""

    type: Literal["start-step"] = "start-step"
    request: LanguageModelRequestMetadata
    warnings: list[SharedV4Warning]


@dataclass(slots=True, kw_only=True)
class TextStreamFinishStepResponse(Spec):
    """What is known of the answer of one step."""

    id: str
    timestamp: datetime
    model_id: str
    headers: dict[str, str] | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamFinishStepPart(Spec):
    """A step is complete."""

    type: Literal["finish-step"] = "finish-step"
    response: TextStreamFinishStepResponse
    usage: LanguageModelUsage
    performance: StepResultPerformance
    finish_reason: FinishReason
    raw_finish_reason: str | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamStartPart(Spec):
    """The stream begins."""

    type: Literal["start"] = "start"


@dataclass(slots=True, kw_only=True)
class TextStreamFinishPart(Spec):
    """The generation is complete; `total_usage` is the sum of all steps."""

    type: Literal["finish"] = "finish"
    finish_reason: FinishReason
    raw_finish_reason: str | None = None
    total_usage: LanguageModelUsage


@dataclass(slots=True, kw_only=True)
class TextStreamAbortPart(Spec):
    """The caller stopped the generation."""

    type: Literal["abort"] = "abort"
    reason: str | None = None


@dataclass(slots=True, kw_only=True)
class TextStreamErrorPart(Spec):
    """Something failed; what arrived before stays valid."""

    type: Literal["error"] = "error"
    error: Any


@dataclass(slots=True, kw_only=True)
class TextStreamRawPart(Spec):
    """A chunk as the provider sent it, when it was asked for."""

    type: Literal["raw"] = "raw"
    raw_value: Any


@dataclass(slots=True, kw_only=True)
class TextStreamPingPart(Spec):
    """The provider keeps the connection alive."""

    type: Literal["ping"] = "ping"


TextStreamPart = (
    TextStreamTextStartPart
    | TextStreamTextDeltaPart
    | TextStreamTextEndPart
    | TextStreamReasoningStartPart
    | TextStreamReasoningDeltaPart
    | TextStreamReasoningEndPart
    | TextStreamCustomPart
    | TextStreamToolInputStartPart
    | TextStreamToolInputDeltaPart
    | TextStreamToolInputEndPart
    | TextStreamSourceUrlPart
    | TextStreamSourceDocumentPart
    | TextStreamFilePart
    | TextStreamReasoningFilePart
    | TextStreamToolCallPart[Any]
    | TextStreamToolResultPart[Any, Any]
    | TextStreamToolErrorPart[Any]
    | TextStreamToolOutputDeniedPart
    | TextStreamToolApprovalRequestPart
    | TextStreamToolApprovalResponsePart
    | TextStreamSteeringMessagePart
    | TextStreamStartStepPart
    | TextStreamFinishStepPart
    | TextStreamStartPart
    | TextStreamFinishPart
    | TextStreamAbortPart
    | TextStreamErrorPart
    | TextStreamPingPart
    | TextStreamRawPart
)
