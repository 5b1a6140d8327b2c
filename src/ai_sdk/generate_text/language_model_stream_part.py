"""The parts of the stream of one model call, and of the tools that it leads to.

Ports: ai/src/generate-text/stream-language-model-call.ts, ai/src/generate-text/execute-tools-from-stream.ts
Ports: ai/src/generate-text/stream-retry-attempt-boundary.ts
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from ai_sdk.generate_text.language_model_events import LanguageModelCallPerformance
from ai_sdk.generate_text.text_stream_part import (
    FinishReason,
    TextStreamCustomPart,
    TextStreamErrorPart,
    TextStreamFilePart,
    TextStreamPingPart,
    TextStreamRawPart,
    TextStreamReasoningDeltaPart,
    TextStreamReasoningEndPart,
    TextStreamReasoningFilePart,
    TextStreamReasoningStartPart,
    TextStreamSourceDocumentPart,
    TextStreamSourceUrlPart,
    TextStreamTextDeltaPart,
    TextStreamTextEndPart,
    TextStreamTextStartPart,
    TextStreamToolApprovalRequestPart,
    TextStreamToolApprovalResponsePart,
    TextStreamToolCallPart,
    TextStreamToolErrorPart,
    TextStreamToolInputDeltaPart,
    TextStreamToolInputEndPart,
    TextStreamToolInputStartPart,
    TextStreamToolOutputDeniedPart,
    TextStreamToolResultPart,
)
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.spec import Spec

__all__ = [
    "ExecuteToolsStreamPart",
    "LanguageModelStreamPart",
    "ModelCallEndPart",
    "ModelCallResponseMetadataPart",
    "ModelCallStartPart",
    "StreamRetryAttemptBoundaryPart",
    "ToolExecutionEndStreamPart",
]


@dataclass(slots=True, kw_only=True)
class ModelCallStartPart(Spec):
    """The model begins to answer."""

    type: Literal["model-call-start"] = "model-call-start"
    warnings: list[SharedV4Warning]


@dataclass(slots=True, kw_only=True)
class ModelCallResponseMetadataPart(Spec):
    """What the provider says about its answer."""

    type: Literal["model-call-response-metadata"] = "model-call-response-metadata"
    id: str | None = None
    timestamp: datetime | None = None
    model_id: str | None = None


@dataclass(slots=True, kw_only=True)
class ModelCallEndPart(Spec):
    """The model's answer is complete; tools have not run yet."""

    type: Literal["model-call-end"] = "model-call-end"
    finish_reason: FinishReason
    raw_finish_reason: str | None = None
    usage: LanguageModelUsage
    provider_metadata: SharedV4ProviderMetadata | None = None
    performance: LanguageModelCallPerformance


@dataclass(slots=True, kw_only=True)
class ToolExecutionEndStreamPart(Spec):
    """A tool has run, for so many milliseconds."""

    type: Literal["tool-execution-end"] = "tool-execution-end"
    tool_call_id: str
    tool_execution_ms: float


@dataclass(slots=True, kw_only=True)
class StreamRetryAttemptBoundaryPart(Spec):
    """The model is called again: what came before in this step does not count."""

    type: Literal["stream-retry-attempt-boundary"] = "stream-retry-attempt-boundary"
    warnings: list[SharedV4Warning]


LanguageModelStreamPart = (
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
    | TextStreamToolApprovalRequestPart
    | TextStreamToolApprovalResponsePart
    | TextStreamErrorPart
    | TextStreamPingPart
    | TextStreamRawPart
    | ModelCallStartPart
    | ModelCallResponseMetadataPart
    | ModelCallEndPart
)

ExecuteToolsStreamPart = (
    LanguageModelStreamPart
    | TextStreamToolOutputDeniedPart
    | ToolExecutionEndStreamPart
    | StreamRetryAttemptBoundaryPart
)
