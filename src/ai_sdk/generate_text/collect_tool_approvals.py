"""The answers to approval requests that a conversation ends with, next to what they are about.

Ports: ai/src/generate-text/collect-tool-approvals.ts
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.error.approval_errors import InvalidToolApprovalError, ToolCallNotFoundForApprovalError
from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.provider_utils.content_part import (
    ToolApprovalRequest,
    ToolApprovalResponse,
    ToolCallPart,
    ToolResultPart,
)
from ai_sdk.provider_utils.model_message import AssistantModelMessage, ModelMessage, ToolModelMessage

__all__ = ["CollectedToolApproval", "CollectedToolApprovals", "collect_tool_approvals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedToolApproval:
    """An approval request, the answer to it, the call it is about, and the result that the call has already."""

    approval_request: ToolApprovalRequest
    approval_response: ToolApprovalResponse
    tool_call: TypedToolCall[Any]
    existing_tool_result: ToolResultPart | None = None


@dataclass(frozen=True, slots=True)
class CollectedToolApprovals:
    """The approved calls, in the order in which the model made them, and the denied ones."""

    approved_tool_approvals: list[CollectedToolApproval] = field(default_factory=list)
    denied_tool_approvals: list[CollectedToolApproval] = field(default_factory=list)


def collect_tool_approvals(*, messages: list[ModelMessage]) -> CollectedToolApprovals:
    """Collect the answers in the last message, when that is a tool message; each call counts once.

    Raises `InvalidToolApprovalError` when an answer belongs to no request, and `ToolCallNotFoundForApprovalError` when
    a request belongs to no call.
    """
    collected = CollectedToolApprovals()
    if not messages or not isinstance(messages[-1], ToolModelMessage):
        return collected
    parts = list(_assistant_parts(messages))
    calls = {part.tool_call_id: part for part in parts if isinstance(part, ToolCallPart)}
    requests = {part.approval_id: part for part in parts if isinstance(part, ToolApprovalRequest)}
    results = {part.tool_call_id: part for part in messages[-1].content if isinstance(part, ToolResultPart)}
    seen: set[str] = set()
    for response in messages[-1].content:
        if not isinstance(response, ToolApprovalResponse):
            continue
        request = requests.get(response.approval_id)
        if request is None:
            raise InvalidToolApprovalError(approval_id=response.approval_id)
        result = results.get(request.tool_call_id)
        if result is not None and (response.approved or result.output.type != "execution-denied"):
            continue
        approval = _collect(request, response, calls.get(request.tool_call_id), result)
        # A replayed or a conflicting answer must not run a call twice, nor run it and deny it.
        if request.tool_call_id in seen:
            continue
        seen.add(request.tool_call_id)
        (collected.approved_tool_approvals if response.approved else collected.denied_tool_approvals).append(approval)
    order = {part.tool_call_id: index for index, part in enumerate(parts) if isinstance(part, ToolCallPart)}
    collected.approved_tool_approvals.sort(key=lambda approval: order[approval.tool_call.tool_call_id])
    return collected


def _assistant_parts(messages: list[ModelMessage]) -> Iterator[Any]:
    for message in messages:
        if isinstance(message, AssistantModelMessage) and not isinstance(message.content, str):
            yield from message.content


def _collect(
    request: ToolApprovalRequest,
    response: ToolApprovalResponse,
    call: ToolCallPart | None,
    result: ToolResultPart | None,
) -> CollectedToolApproval:
    if call is None:
        raise ToolCallNotFoundForApprovalError(tool_call_id=request.tool_call_id, approval_id=request.approval_id)
    return CollectedToolApproval(
        approval_request=request,
        approval_response=response,
        tool_call=TypedToolCall(
            tool_call_id=call.tool_call_id,
            tool_name=call.tool_name,
            input=call.input,
            provider_executed=call.provider_executed,
        ),
        existing_tool_result=result,
    )
