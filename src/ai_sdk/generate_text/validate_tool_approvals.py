"""Approved tool calls, checked again before they run: a client sent the messages that they come from.

Ports: ai/src/generate-text/validate-tool-approvals.ts
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from ai_sdk.error.approval_errors import InvalidToolApprovalSignatureError
from ai_sdk.error.tool_errors import InvalidToolInputError
from ai_sdk.generate_text.collect_tool_approvals import CollectedToolApproval
from ai_sdk.generate_text.parse_tool_call import refine_parsed_tool_call_input
from ai_sdk.generate_text.resolve_tool_approval import resolve_tool_approval
from ai_sdk.generate_text.tool_approval_configuration import ToolApprovalConfiguration
from ai_sdk.generate_text.tool_approval_signature import verify_tool_approval_signature
from ai_sdk.generate_text.tool_input_refinement import ToolInputRefinement
from ai_sdk.provider.json_value import stringify
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.schema import validate_value
from ai_sdk.provider_utils.tool import Tool, ToolSet
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data

__all__ = ["InvalidToolApproval", "ValidatedToolApprovals", "validate_approved_tool_approvals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidToolApproval(CollectedToolApproval):
    """An approved call whose input does not fit the tool, or is not what was approved."""

    error: InvalidToolInputError


@dataclass(frozen=True, slots=True)
class ValidatedToolApprovals:
    """The calls that may run, those that the policy denies now, and those that are not valid."""

    approved_tool_approvals: list[CollectedToolApproval] = field(default_factory=list)
    denied_tool_approvals: list[CollectedToolApproval] = field(default_factory=list)
    invalid_tool_approvals: list[InvalidToolApproval] = field(default_factory=list)


class _DifferentInputError(ValueError):
    """The tool would run with another input than the approved one."""

    name = "Error"


async def validate_approved_tool_approvals(
    *,
    approved_tool_approvals: Sequence[CollectedToolApproval],
    tools: ToolSet | None,
    tool_approval: ToolApprovalConfiguration | None,
    messages: list[ModelMessage],
    tools_context: Mapping[str, Any] | None = None,
    runtime_context: Any = None,
    tool_approval_secret: str | bytes | None = None,
    refine_tool_input: ToolInputRefinement | None = None,
) -> ValidatedToolApprovals:
    """Check signature, input and policy of each approved call.

    Raises `InvalidToolApprovalSignatureError` when there is a secret and a signature is missing or wrong.
    """
    validated = ValidatedToolApprovals()
    for collected in approved_tool_approvals:
        tool = (tools or {}).get(collected.tool_call.tool_name)
        approval = _with_definition(collected, tool)
        if tool_approval_secret is not None:
            _check_signature(approval, tool_approval_secret)
        error: Exception | None = None
        if tool is not None and tool.execute is not None:
            approval, error = await _check_input(approval, tool, refine_tool_input)
        if error is not None:
            validated.invalid_tool_approvals.append(_invalid(approval, error))
            continue
        status = await resolve_tool_approval(
            tools=tools,
            tool_approval=tool_approval,
            tool_call=approval.tool_call,
            messages=messages,
            tools_context=tools_context,
            runtime_context=runtime_context,
        )
        if status.type == "denied":
            validated.denied_tool_approvals.append(_deny(approval, status.reason))
        else:
            validated.approved_tool_approvals.append(approval)
    return validated


def _with_definition(approval: CollectedToolApproval, tool: Tool[Any, Any] | None) -> CollectedToolApproval:
    """Take from the tool what messages may lack or have altered."""
    tool_call = replace(
        approval.tool_call,
        tool_metadata=None if tool is None else tool.metadata,
        dynamic=True if tool is not None and tool.type == "dynamic" else None,
        title=None if tool is None else tool.title,
    )
    return replace(approval, tool_call=tool_call)


def _check_signature(approval: CollectedToolApproval, secret: str | bytes) -> None:
    request, call = approval.approval_request, approval.tool_call
    if request.signature is None:
        raise InvalidToolApprovalSignatureError(
            approval_id=request.approval_id, tool_call_id=call.tool_call_id, reason="missing signature"
        )
    if not verify_tool_approval_signature(
        secret=secret,
        signature=request.signature,
        approval_id=request.approval_id,
        tool_call_id=call.tool_call_id,
        tool_name=call.tool_name,
        input=call.input,
    ):
        raise InvalidToolApprovalSignatureError(
            approval_id=request.approval_id, tool_call_id=call.tool_call_id, reason="invalid signature"
        )


async def _check_input(
    approval: CollectedToolApproval, tool: Tool[Any, Any], refine_tool_input: ToolInputRefinement | None
) -> tuple[CollectedToolApproval, Exception | None]:
    """Return the approval with its input as the tool takes it, or what is wrong with the input."""
    call, sent = approval.tool_call, approval.approval_request.input_schema_input
    try:
        # Validators and refinements may change what they are given.
        approved = deepcopy(to_json_data(call.input))
        value = validate_value(deepcopy(to_json_data(call.input) if sent is None else sent), tool.input_schema)
        checked = await refine_parsed_tool_call_input(
            tool_call=replace(call, input=value), refine_tool_input=refine_tool_input
        )
        if not is_deep_equal_data(to_json_data(checked.input), approved):
            return approval, _DifferentInputError("Approved tool input does not match the validated schema output.")
    except Exception as error:  # noqa: BLE001 - whatever fails, the call must not run
        return approval, error
    return replace(approval, tool_call=checked), None


def _invalid(approval: CollectedToolApproval, cause: Exception) -> InvalidToolApproval:
    call = approval.tool_call
    return InvalidToolApproval(
        approval_request=approval.approval_request,
        approval_response=approval.approval_response,
        tool_call=call,
        existing_tool_result=approval.existing_tool_result,
        error=InvalidToolInputError(
            tool_name=call.tool_name, tool_input=stringify(to_json_data(call.input)), cause=cause
        ),
    )


def _deny(approval: CollectedToolApproval, reason: str | None) -> CollectedToolApproval:
    response = approval.approval_response
    denied = replace(response, approved=False, reason=response.reason if reason is None else reason)
    return replace(approval, approval_response=denied)
