"""Results of the children of a `parallel` wrapper, gathered over the whole prompt.

Ports: @ai-sdk/openai/src/responses/convert-to-openai-responses-input.ts
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ai_sdk.provider import LanguageModelV4Prompt, LanguageModelV4ToolMessage, LanguageModelV4ToolResultPart
from ai_sdk.providers.openai.responses.parallel_tool_call import (
    ParallelToolCallMetadata,
    get_parallel_tool_call_metadata,
)

__all__ = ["ParallelToolResultGroup", "collect_complete_parallel_tool_result_groups"]


@dataclass(frozen=True, slots=True)
class ParallelToolResultGroup:
    """A wrapper with the results of all its children, in their order; `input` is the wrapper's argument text."""

    metadata: ParallelToolCallMetadata
    input: str
    results: list[LanguageModelV4ToolResultPart]


@dataclass(slots=True)
class _PendingGroup:
    metadata: ParallelToolCallMetadata
    results: dict[int, LanguageModelV4ToolResultPart] = field(default_factory=dict)
    is_valid: bool = True

    def add(self, metadata: ParallelToolCallMetadata, part: LanguageModelV4ToolResultPart) -> None:
        if not self.metadata.is_same_call(metadata) or metadata.index in self.results:
            self.is_valid = False
            return
        if self.metadata.input is None and metadata.input is not None:
            self.metadata = metadata
        self.results[metadata.index] = part

    def complete(self) -> ParallelToolResultGroup | None:
        # Every index is below the count and occurs once, so as many results as the count are all of them.
        if not self.is_valid or len(self.results) != self.metadata.count or self.metadata.input is None:
            return None
        results = [self.results[index] for index in sorted(self.results)]
        return ParallelToolResultGroup(self.metadata, self.metadata.input, results)


def collect_complete_parallel_tool_result_groups(
    prompt: LanguageModelV4Prompt, provider_options_name: str
) -> dict[str, ParallelToolResultGroup]:
    """Return the wrappers whose children all have one result, by the wrapper's tool call id."""
    pending: dict[str, _PendingGroup] = {}
    for metadata, part in _children(prompt, provider_options_name):
        pending.setdefault(metadata.tool_call_id, _PendingGroup(metadata)).add(metadata, part)
    groups = {tool_call_id: group.complete() for tool_call_id, group in pending.items()}
    return {tool_call_id: group for tool_call_id, group in groups.items() if group is not None}


def _children(
    prompt: LanguageModelV4Prompt, provider_options_name: str
) -> Iterator[tuple[ParallelToolCallMetadata, LanguageModelV4ToolResultPart]]:
    for message in prompt:
        for part in message.content if isinstance(message, LanguageModelV4ToolMessage) else ():
            if isinstance(part, LanguageModelV4ToolResultPart):
                metadata = get_parallel_tool_call_metadata(part.provider_options, provider_options_name)
                if metadata is not None:
                    yield metadata, part
