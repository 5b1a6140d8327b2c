"""Which of the model's tool calls may run, which wait for the user, and which are denied.

Ports: ai/src/generate-text/generate-text.ts
"""

import inspect
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.generate_text.resolve_tool_approval import resolve_tool_approval
from ai_sdk.generate_text.step_inputs import StepInputs
from ai_sdk.generate_text.text_call import TextCall
from ai_sdk.generate_text.tool_approval_signature import maybe_sign_approval
from ai_sdk.generate_text.tool_call import ToolApprovalRequestOutput, ToolApprovalResponseOutput, TypedToolCall
from ai_sdk.generate_text.validate_tool_context import validate_tool_context
from ai_sdk.provider_utils.tool import Tool
from ai_sdk.provider_utils.tool_execution_options import ToolExecutionOptions, ToolInputAvailableOptions

__all__ = ["ToolApprovals", "approve_tool_calls", "decide_tool_call"]


@dataclass(slots=True)
class ToolApprovals:
    """The approvals of one step, by tool call."""

    requests: dict[str, ToolApprovalRequestOutput] = field(default_factory=dict)
    responses: dict[str, ToolApprovalResponseOutput] = field(default_factory=dict)
    blocked: set[str] = field(default_factory=set)

    @property
    def denied(self) -> list[ToolApprovalResponseOutput]:
        """The responses that deny."""
        return [response for response in self.responses.values() if not response.approved]


async def approve_tool_calls(
    call: TextCall, step: StepInputs, tool_calls: Sequence[TypedToolCall[Any]]
) -> ToolApprovals:
    """Tell tools of their calls, and decide about each call that is valid and whose tool is known."""
    approvals = ToolApprovals()
    for tool_call in tool_calls:
        tool = (step.execution_tools or {}).get(tool_call.tool_name)
        if tool_call.invalid or tool is None:
            continue
        await _tell_tool(call, step, tool, tool_call)
        await decide_tool_call(call, step, tool_call, approvals)
    return approvals


async def _tell_tool(call: TextCall, step: StepInputs, tool: Tool[Any, Any], tool_call: TypedToolCall[Any]) -> None:
    if tool.on_input_start is None and tool.on_input_available is None:
        return
    common: dict[str, Any] = {
        "tool_call_id": tool_call.tool_call_id,
        "messages": step.messages,
        "abort_signal": call.abort_signal,
        "context": await validate_tool_context(
            tool_name=tool_call.tool_name,
            context=call.tools_context.get(tool_call.tool_name),
            context_schema=tool.context_schema,
        ),
    }
    if tool.on_input_start is not None:
        await _finish(tool.on_input_start(ToolExecutionOptions(**common)))
    if tool.on_input_available is not None:
        await _finish(tool.on_input_available(ToolInputAvailableOptions(**common, input=tool_call.input)))


async def _finish(pending: Any) -> None:
    if inspect.isawaitable(pending):
        await pending


async def decide_tool_call(
    call: TextCall, step: StepInputs, tool_call: TypedToolCall[Any], approvals: ToolApprovals
) -> None:
    """Decide about a call that is valid and whose tool is known; calls that need no approval are not mentioned."""
    status = await resolve_tool_approval(
        tools=step.execution_tools,
        tool_approval=call.options.get("tool_approval"),
        tool_call=tool_call,
        messages=step.messages,
        tools_context=call.tools_context,
        runtime_context=call.runtime_context,
    )
    if status.type == "not-applicable":
        return
    is_automatic = status.type != "user-approval"
    request = _request(call, tool_call, reason=None if is_automatic else status.reason, is_automatic=is_automatic)
    approvals.requests[tool_call.tool_call_id] = request
    if status.type != "approved":
        approvals.blocked.add(tool_call.tool_call_id)
    if is_automatic:
        approvals.responses[tool_call.tool_call_id] = ToolApprovalResponseOutput(
            approval_id=request.approval_id,
            tool_call=tool_call,
            approved=status.type == "approved",
            reason=status.reason,
            provider_executed=tool_call.provider_executed,
        )


def _request(
    call: TextCall, tool_call: TypedToolCall[Any], *, reason: str | None, is_automatic: bool
) -> ToolApprovalRequestOutput:
    approval_id = call.generate_id()
    return ToolApprovalRequestOutput(
        approval_id=approval_id,
        tool_call=tool_call,
        reason=reason,
        is_automatic=True if is_automatic else None,
        signature=maybe_sign_approval(
            secret=call.options.get("experimental_tool_approval_secret"),
            approval_id=approval_id,
            tool_call_id=tool_call.tool_call_id,
            tool_name=tool_call.tool_name,
            input=tool_call.input,
        ),
    )
