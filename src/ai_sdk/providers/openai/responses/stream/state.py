"""What has been said so far in one stream.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import (
    LanguageModelV4FinishReason,
    LanguageModelV4StreamPart,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    stringify,
)
from ai_sdk.providers.openai.responses.output.items import Annotation, Usage
from ai_sdk.providers.openai.responses.output.state import OutputState

__all__ = ["ActiveReasoning", "Handler", "ItemHandler", "OngoingToolCall", "ResponsesStreamState", "escape_json_delta"]

Index = int | float
SummaryStatus = Literal["active", "can-conclude", "concluded"]


@dataclass(slots=True, kw_only=True)
class OngoingToolCall:
    """A tool call whose input is still being written.

    `buffered_deltas` is there when the input is held back, because the call may be a `parallel` wrapper that must not
    be seen. `needs_diff` and `is_open` follow the input of a patch.
    """

    tool_name: str
    tool_call_id: str
    is_async: bool | None = None
    buffered_deltas: list[str] | None = None
    container_id: str | None = None
    is_patch: bool = False
    needs_diff: bool = True
    is_open: bool = True

    def start(self, **flags: Any) -> LanguageModelV4ToolInputStart:
        """Return the part that opens the input."""
        return LanguageModelV4ToolInputStart(id=self.tool_call_id, tool_name=self.tool_name, **flags)

    def delta(self, text: str) -> LanguageModelV4ToolInputDelta:
        """Return a piece of the input."""
        return LanguageModelV4ToolInputDelta(id=self.tool_call_id, delta=text)

    def end(self) -> LanguageModelV4ToolInputEnd:
        """Return the part that closes the input."""
        return LanguageModelV4ToolInputEnd(id=self.tool_call_id)


@dataclass(slots=True)
class ActiveReasoning:
    """A reasoning item whose summary is still being written, part by part."""

    encrypted_content: str | None
    summary_parts: dict[Index, SummaryStatus] = field(default_factory=lambda: {0: "active"})

    def indices(self, *statuses: SummaryStatus) -> list[Index]:
        """Return the summary parts with one of these statuses, in order."""
        return sorted(index for index, status in self.summary_parts.items() if status in statuses)


@dataclass(slots=True)
class ResponsesStreamState(OutputState):
    """The state of one stream. An end without the provider's own word for it is an interruption."""

    finish_reason: LanguageModelV4FinishReason = field(
        default_factory=lambda: LanguageModelV4FinishReason(unified="interrupted")
    )
    usage: Usage | None = None
    response_id: str | None = None
    service_tier: str | None = None
    reasoning_context: str | None = None
    prompt_cache_diagnostics: wire.OpenaiResponsesPromptCacheDiagnostics | None = None
    has_failed: bool = False
    tool_calls: dict[Index, OngoingToolCall] = field(default_factory=dict)
    reasoning: dict[str, ActiveReasoning] = field(default_factory=dict)
    item_ids: dict[Index, str] = field(default_factory=dict)
    """Ids by output index: look-alike servers change the id of an item between events, but not its index."""
    annotations: list[Annotation] = field(default_factory=list)
    """The annotations of the current message."""
    deferred_annotations: list[Annotation] = field(default_factory=list)
    """Citations that become sources at the end, unless a search has told of their source by then."""
    message_phase: str | None = None

    def item_id(self, item_id: str, output_index: Index | None) -> str:
        """Return the id under which the item was announced."""
        return item_id if output_index is None else self.item_ids.get(output_index, item_id)


Handler = Callable[[ResponsesStreamState, Any], Sequence[LanguageModelV4StreamPart]]
"""Takes an event and returns the parts it makes."""

ItemHandler = Callable[[ResponsesStreamState, Any, Index], Sequence[LanguageModelV4StreamPart]]
"""Takes an output item with its index and returns the parts it makes."""


def escape_json_delta(text: str) -> str:
    """Return `text` as it stands inside a JSON string."""
    return stringify(text)[1:-1]
