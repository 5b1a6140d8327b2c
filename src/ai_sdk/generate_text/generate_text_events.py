"""What the callbacks of a text generation are told.

Ports: ai/src/generate-text/generate-text-events.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_text.content_part import ContentPart, Source
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata, ResponseMessage
from ai_sdk.generate_text.step_result import ModelInfo, StepResult
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolResult
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import LanguageModelV4ReasoningEffort, SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.content_part import ProviderOptions, ReasoningFilePart, ReasoningPart
from ai_sdk.provider_utils.model_message import ModelMessage, SystemModelMessage
from ai_sdk.provider_utils.tool import ToolSet

__all__ = [
    "GenerateTextAbortEvent",
    "GenerateTextEndEvent",
    "GenerateTextStartEvent",
    "GenerateTextStepEndEvent",
    "GenerateTextStepErrorEvent",
    "GenerateTextStepStartEvent",
    "Instructions",
]

Instructions = str | SystemModelMessage | list[SystemModelMessage]

GenerateTextStepEndEvent = StepResult


@dataclass(slots=True, kw_only=True)
class GenerateTextStartEvent(Spec):
    """A generation begins."""

    call_id: str
    operation_id: str
    provider: str
    model_id: str
    tools: ToolSet | None = None
    tool_choice: Any = None
    active_tools: list[str] | None = None
    tool_order: list[str] | None = None
    max_output_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | float | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    stop_sequences: list[str] | None = None
    seed: int | None = None
    reasoning: LanguageModelV4ReasoningEffort | None = None
    max_retries: int
    timeout: Any = None
    headers: Mapping[str, str | None] | None = None
    provider_options: ProviderOptions | None = None
    output: Any = None
    tools_context: Mapping[str, Any]
    runtime_context: Mapping[str, Any]
    instructions: Instructions | None = None
    messages: list[ModelMessage]


@dataclass(slots=True, kw_only=True)
class GenerateTextStepStartEvent(Spec):
    """A step begins; the model is called next."""

    call_id: str
    provider: str
    model_id: str
    step_number: int
    tools: ToolSet | None = None
    tool_choice: Any = None
    active_tools: list[str] | None = None
    tool_order: list[str] | None = None
    steps: list[StepResult]
    provider_options: ProviderOptions | None = None
    output: Any = None
    runtime_context: Mapping[str, Any]
    tools_context: Mapping[str, Any]
    instructions: Instructions | None = None
    messages: list[ModelMessage]
    prompt_messages: Any = None
    step_tools: Any = None
    step_tool_choice: Any = None


@dataclass(slots=True, kw_only=True)
class GenerateTextStepErrorEvent(GenerateTextStepStartEvent):
    """A step failed."""

    error: Any


@dataclass(slots=True, kw_only=True)
class GenerateTextEndEvent(Spec):
    """A generation is complete. Lists are those of all steps, single values those of the last step."""

    call_id: str
    step_number: int
    model: ModelInfo
    tools_context: Mapping[str, Any]
    runtime_context: Mapping[str, Any]
    content: list[ContentPart]
    text: str
    reasoning: list[ReasoningPart | ReasoningFilePart]
    reasoning_text: str | None = None
    files: list[GeneratedFile]
    sources: list[Source]
    tool_calls: list[TypedToolCall[Any]]
    static_tool_calls: list[TypedToolCall[Any]]
    dynamic_tool_calls: list[TypedToolCall[Any]]
    tool_results: list[TypedToolResult[Any, Any]]
    static_tool_results: list[TypedToolResult[Any, Any]]
    dynamic_tool_results: list[TypedToolResult[Any, Any]]
    finish_reason: FinishReason
    raw_finish_reason: str | None = None
    usage: LanguageModelUsage
    total_usage: LanguageModelUsage
    warnings: list[SharedV4Warning] | None = None
    request: LanguageModelRequestMetadata
    response: LanguageModelResponseMetadata
    provider_metadata: SharedV4ProviderMetadata | None = None
    response_messages: list[ResponseMessage]
    steps: list[StepResult]
    final_step: StepResult


@dataclass(slots=True, kw_only=True)
class GenerateTextAbortEvent(Spec):
    """The caller stopped the generation; `steps` are those that were complete."""

    call_id: str
    steps: list[StepResult]
    reason: Any = None
