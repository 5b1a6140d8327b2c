"""One step of a generation: a call of the model, and the tools that it called.

Ports: ai/src/generate-text/step-result.ts, ai/src/generate-text/reasoning.ts
Ports: ai/src/generate-text/extract-text-content.ts, ai/src/generate-text/extract-reasoning-content.ts
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_text.content_part import ContentPart, Source, convert_from_reasoning_outputs
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata
from ai_sdk.generate_text.performance import StepResultPerformance
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolResult
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.content_part import ReasoningFilePart, ReasoningPart
from ai_sdk.provider_utils.model_message import UserModelMessage

__all__ = ["ContentViews", "ModelInfo", "StepResult"]


@dataclass(slots=True, kw_only=True)
class ModelInfo(Spec):
    """Which model it was."""

    provider: str
    model_id: str


class ContentViews:
    """The parts of `content` by their kind, in the order in which they were made."""

    __slots__ = ()

    @property
    def _parts(self) -> Iterable[Any]:
        raise NotImplementedError

    @property
    def files(self) -> list[GeneratedFile]:
        """The files that the model made."""
        return [part.file for part in self._parts if part.type == "file"]

    @property
    def sources(self) -> list[Source]:
        """What the answer rests on."""
        return [part for part in self._parts if part.type == "source"]

    @property
    def tool_calls(self) -> list[TypedToolCall[Any]]:
        """The tool calls that the model made."""
        return [part for part in self._parts if part.type == "tool-call"]

    @property
    def static_tool_calls(self) -> list[TypedToolCall[Any]]:
        """The calls of tools whose types are known."""
        return [call for call in self.tool_calls if call.dynamic is not True]

    @property
    def dynamic_tool_calls(self) -> list[TypedToolCall[Any]]:
        """The calls of tools whose types are known only at run time."""
        return [call for call in self.tool_calls if call.dynamic is True]

    @property
    def tool_results(self) -> list[TypedToolResult[Any, Any]]:
        """What the tools answered."""
        return [part for part in self._parts if part.type == "tool-result"]

    @property
    def static_tool_results(self) -> list[TypedToolResult[Any, Any]]:
        """The results of tools whose types are known."""
        return [result for result in self.tool_results if result.dynamic is not True]

    @property
    def dynamic_tool_results(self) -> list[TypedToolResult[Any, Any]]:
        """The results of tools whose types are known only at run time."""
        return [result for result in self.tool_results if result.dynamic is True]


@dataclass(slots=True, kw_only=True)
class StepResult(Spec, ContentViews):
    """What one step did: its content, why it ended, what it used, and how fast it was."""

    call_id: str
    step_number: int
    model: ModelInfo
    tools_context: Mapping[str, Any]
    runtime_context: Mapping[str, Any]
    content: list[ContentPart]
    finish_reason: FinishReason
    raw_finish_reason: str | None = None
    usage: LanguageModelUsage
    performance: StepResultPerformance
    warnings: list[SharedV4Warning] | None = None
    request: LanguageModelRequestMetadata
    response: LanguageModelResponseMetadata
    provider_metadata: SharedV4ProviderMetadata | None = None
    experimental_steering_messages: list[UserModelMessage] | None = None

    @property
    def _parts(self) -> Iterable[Any]:
        return self.content

    @property
    def text(self) -> str:
        """The text that the model wrote."""
        return "".join(part.text for part in self.content if part.type == "text")

    @property
    def reasoning(self) -> list[ReasoningPart | ReasoningFilePart]:
        """What the model thought."""
        return convert_from_reasoning_outputs(
            part for part in self.content if part.type in {"reasoning", "reasoning-file"}
        )

    @property
    def reasoning_text(self) -> str | None:
        """The text of what the model thought, `None` when there is none."""
        return "".join(part.text for part in self.content if part.type == "reasoning") or None
