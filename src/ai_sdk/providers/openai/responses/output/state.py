"""What has been read of one answer, whole or streamed.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CustomContent,
    LanguageModelV4Source,
    LanguageModelV4ToolApprovalRequest,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
)
from ai_sdk.providers.openai.responses.context import ResponsesContext

__all__ = ["OutputPart", "OutputState"]

OutputPart = (
    LanguageModelV4ToolCall
    | LanguageModelV4ToolResult
    | LanguageModelV4ToolApprovalRequest
    | LanguageModelV4CustomContent
    | LanguageModelV4Source
)
"""What an output item becomes in whole answers and in streams alike."""


@dataclass(slots=True)
class OutputState:
    """The call's facts, and what its answer has shown so far.

    `has_function_call` says that the caller has a tool to run. `approval_tool_call_ids` are the calls made up for
    approval requests of this very answer.
    """

    context: ResponsesContext
    has_function_call: bool = False
    has_refusal: bool = False
    has_web_search_sources: bool = False
    has_file_search_results: bool = False
    hosted_tool_search_call_ids: deque[str] = field(default_factory=deque)
    retrieved_file_ids: set[str] = field(default_factory=set)
    approval_tool_call_ids: dict[str, str] = field(default_factory=dict)
    logprobs: list[Any] = field(default_factory=list)

    def provider_call(
        self, tool_call_id: str, tool_name: str, tool_input: str, *, item_id: str | None = None
    ) -> LanguageModelV4ToolCall:
        """Return a call of a tool that the provider runs."""
        return LanguageModelV4ToolCall(
            tool_call_id=tool_call_id,
            tool_name=tool_name,
            input=tool_input,
            provider_executed=True,
            provider_metadata=None if item_id is None else self.context.item_metadata(item_id),
        )

    def client_call(
        self, tool_call_id: str, tool_name: str, tool_input: str, metadata: JSONObject
    ) -> LanguageModelV4ToolCall:
        """Return a call of a tool that the caller runs."""
        return LanguageModelV4ToolCall(
            tool_call_id=tool_call_id,
            tool_name=tool_name,
            input=tool_input,
            provider_metadata=self.context.metadata(metadata),
        )

    def result(
        self, tool_call_id: str, tool_name: str, result: Any, *, item_id: str | None = None
    ) -> LanguageModelV4ToolResult:
        """Return what a tool that the provider ran answered."""
        return LanguageModelV4ToolResult(
            tool_call_id=tool_call_id,
            tool_name=tool_name,
            result=result,
            provider_metadata=None if item_id is None else self.context.item_metadata(item_id),
        )
