"""Tool calls that were approved or denied since the last call: what they lead to before the model is called again.

Ports: ai/src/generate-text/generate-text.ts, ai/src/generate-text/stream-text.ts
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_text.collect_tool_approvals import CollectedToolApproval, collect_tool_approvals
from ai_sdk.generate_text.text_call import TextCall
from ai_sdk.generate_text.tool_call import ToolOutput, TypedToolCall
from ai_sdk.generate_text.validate_tool_approvals import InvalidToolApproval, validate_approved_tool_approvals
from ai_sdk.prompt.create_tool_model_output import create_tool_model_output
from ai_sdk.provider_utils.content_part import ToolResultPart
from ai_sdk.provider_utils.model_message import ToolModelMessage
from ai_sdk.provider_utils.tool_result_output import ToolResultOutputExecutionDenied

__all__ = ["ResumedApprovals", "resume_tool_approvals", "tool_approval_results"]


@dataclass(slots=True, kw_only=True)
class ResumedApprovals:
    """The decisions that the last message holds, checked: calls to run, calls denied, calls that are not valid."""

    approved: list[CollectedToolApproval]
    denied: list[CollectedToolApproval]
    invalid: list[InvalidToolApproval]

    @property
    def denied_without_result(self) -> list[CollectedToolApproval]:
        """The denied calls that no message has a result for."""
        return [approval for approval in self.denied if approval.existing_tool_result is None]

    @property
    def has_results(self) -> bool:
        """Whether there is anything to tell the model."""
        return bool(self.approved or self.invalid or self.denied_without_result)


async def resume_tool_approvals(call: TextCall) -> ResumedApprovals:
    """Collect and check the decisions in the last message.

    Raises `InvalidToolApprovalError`, `ToolCallNotFoundForApprovalError` or `InvalidToolApprovalSignatureError` when a
    decision belongs to no request of this conversation.
    """
    collected = collect_tool_approvals(messages=call.prompt.messages)
    if not collected.approved_tool_approvals and not collected.denied_tool_approvals:
        return ResumedApprovals(approved=[], denied=[], invalid=[])
    validated = await validate_approved_tool_approvals(
        approved_tool_approvals=[
            approval for approval in collected.approved_tool_approvals if not approval.tool_call.provider_executed
        ],
        tools=call.tools,
        tool_approval=call.options.get("tool_approval"),
        messages=call.prompt.messages,
        tools_context=call.tools_context,
        runtime_context=call.runtime_context,
        tool_approval_secret=call.options.get("experimental_tool_approval_secret"),
        refine_tool_input=call.options.get("experimental_refine_tool_input"),
    )
    return ResumedApprovals(
        approved=validated.approved_tool_approvals,
        denied=[*collected.denied_tool_approvals, *validated.denied_tool_approvals],
        invalid=validated.invalid_tool_approvals,
    )


async def tool_approval_results(
    call: TextCall,
    resumed: ResumedApprovals,
    execute: Callable[[list[TypedToolCall[Any]]], Awaitable[Sequence[ToolOutput]]],
) -> ToolModelMessage:
    """Run the approved calls by `execute`, and return a message with the results of all decisions."""
    outputs = await execute([approval.tool_call for approval in resumed.approved])
    content: list[Any] = [await _result(call, output, output) for output in outputs]
    content += [await _result(call, invalid.tool_call, invalid) for invalid in resumed.invalid]
    content.extend(_denial(approval) for approval in resumed.denied_without_result)
    return ToolModelMessage(content=content)


async def _result(call: TextCall, tool_call: Any, outcome: Any) -> ToolResultPart:
    """Return what the model is told of a call; an outcome without an `output` is an error."""
    is_result = getattr(outcome, "type", None) == "tool-result"
    return ToolResultPart(
        tool_call_id=tool_call.tool_call_id,
        tool_name=tool_call.tool_name,
        output=await create_tool_model_output(
            tool_call_id=tool_call.tool_call_id,
            input=tool_call.input,
            tool=(call.tools or {}).get(tool_call.tool_name),
            output=outcome.output if is_result else outcome.error,
            error_mode="none" if is_result else "text",
        ),
    )


def _denial(approval: CollectedToolApproval) -> ToolResultPart:
    """Return the result of a call that did not run; a provider that would run it is told which request it was."""
    tool_call, response = approval.tool_call, approval.approval_response
    options = {"openai": {"approvalId": response.approval_id}} if tool_call.provider_executed else None
    return ToolResultPart(
        tool_call_id=tool_call.tool_call_id,
        tool_name=tool_call.tool_name,
        output=ToolResultOutputExecutionDenied(reason=response.reason, provider_options=options),
    )
