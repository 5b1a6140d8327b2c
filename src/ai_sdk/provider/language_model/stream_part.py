"""The 22 kinds of part that a language model streams.

Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-stream-part.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-stream-result.ts
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from ai_sdk.provider.language_model.content import (
    LanguageModelV4Citation,
    LanguageModelV4CustomContent,
    LanguageModelV4File,
    LanguageModelV4ReasoningFile,
    LanguageModelV4Source,
    LanguageModelV4ToolApprovalRequest,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
)
from ai_sdk.provider.language_model.result import (
    LanguageModelV4FinishReason,
    LanguageModelV4RequestMetadata,
    LanguageModelV4Usage,
)
from ai_sdk.provider.shared import SharedV4Headers, SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "LanguageModelV4Error",
    "LanguageModelV4Finish",
    "LanguageModelV4Ping",
    "LanguageModelV4Raw",
    "LanguageModelV4ReasoningDelta",
    "LanguageModelV4ReasoningEnd",
    "LanguageModelV4ReasoningStart",
    "LanguageModelV4ResponseMetadataPart",
    "LanguageModelV4StreamPart",
    "LanguageModelV4StreamResult",
    "LanguageModelV4StreamResultResponse",
    "LanguageModelV4StreamStart",
    "LanguageModelV4TextDelta",
    "LanguageModelV4TextEnd",
    "LanguageModelV4TextStart",
    "LanguageModelV4ToolInputDelta",
    "LanguageModelV4ToolInputEnd",
    "LanguageModelV4ToolInputStart",
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4TextStart(Spec):
    """A text block begins."""

    type: Literal["text-start"] = "text-start"
    provider_metadata: SharedV4ProviderMetadata | None = None
    id: str


@dataclass(slots=True, kw_only=True)
class LanguageModelV4TextDelta(Spec):
    """A piece of a text block."""

    type: Literal["text-delta"] = "text-delta"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None
    delta: str


@dataclass(slots=True, kw_only=True)
class LanguageModelV4TextEnd(Spec):
    """A text block is complete."""

    type: Literal["text-end"] = "text-end"
    citations: list[LanguageModelV4Citation] | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    id: str


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ReasoningStart(Spec):
    """A reasoning block begins."""

    type: Literal["reasoning-start"] = "reasoning-start"
    provider_metadata: SharedV4ProviderMetadata | None = None
    id: str


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ReasoningDelta(Spec):
    """A piece of a reasoning block."""

    type: Literal["reasoning-delta"] = "reasoning-delta"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None
    delta: str


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ReasoningEnd(Spec):
    """A reasoning block is complete."""

    type: Literal["reasoning-end"] = "reasoning-end"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolInputStart(Spec):
    """The model begins to write the input of a tool call."""

    type: Literal["tool-input-start"] = "tool-input-start"
    id: str
    tool_name: str
    input_encoding: Literal["json", "text"] | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    provider_executed: bool | None = None
    dynamic: bool | None = None
    title: str | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolInputDelta(Spec):
    """A piece of a tool call's input text."""

    type: Literal["tool-input-delta"] = "tool-input-delta"
    id: str
    delta: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolInputEnd(Spec):
    """A tool call's input text is complete."""

    type: Literal["tool-input-end"] = "tool-input-end"
    id: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4StreamStart(Spec):
    """The first part: the warnings of the call."""

    type: Literal["stream-start"] = "stream-start"
    warnings: list[SharedV4Warning]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ResponseMetadataPart(Spec):
    """Response metadata, sent as soon as it is known."""

    type: Literal["response-metadata"] = "response-metadata"
    id: str | None = None
    timestamp: datetime | None = None
    model_id: str | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4Finish(Spec):
    """The last part of a complete answer."""

    type: Literal["finish"] = "finish"
    usage: LanguageModelV4Usage
    finish_reason: LanguageModelV4FinishReason
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4Ping(Spec):
    """The provider keeps the connection alive."""

    type: Literal["ping"] = "ping"


@dataclass(slots=True, kw_only=True)
class LanguageModelV4Raw(Spec):
    """A wire event as it arrived, parsed as JSON, absent when it is not JSON; only with `include_raw_chunks`."""

    type: Literal["raw"] = "raw"
    raw_value: Any = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4Error(Spec):
    """Something failed; the stream may go on. `error` is an exception or what the provider sent."""

    type: Literal["error"] = "error"
    error: Any


LanguageModelV4StreamPart = Annotated[
    LanguageModelV4TextStart
    | LanguageModelV4TextDelta
    | LanguageModelV4TextEnd
    | LanguageModelV4ReasoningStart
    | LanguageModelV4ReasoningDelta
    | LanguageModelV4ReasoningEnd
    | LanguageModelV4ToolInputStart
    | LanguageModelV4ToolInputDelta
    | LanguageModelV4ToolInputEnd
    | LanguageModelV4ToolApprovalRequest
    | LanguageModelV4ToolCall
    | LanguageModelV4ToolResult
    | LanguageModelV4CustomContent
    | LanguageModelV4File
    | LanguageModelV4ReasoningFile
    | LanguageModelV4Source
    | LanguageModelV4StreamStart
    | LanguageModelV4ResponseMetadataPart
    | LanguageModelV4Finish
    | LanguageModelV4Ping
    | LanguageModelV4Raw
    | LanguageModelV4Error,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4StreamResultResponse(Spec):
    """The HTTP response's headers."""

    headers: SharedV4Headers | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4StreamResult(Spec):
    """The result of `do_stream`; closing `stream` (`aclose`) closes the HTTP response."""

    stream: AsyncIterator[LanguageModelV4StreamPart]
    request: LanguageModelV4RequestMetadata | None = None
    response: LanguageModelV4StreamResultResponse | None = None
