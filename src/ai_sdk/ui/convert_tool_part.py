"""Tool calls of UI messages, in every state, as parts of messages for a model.

Ports: ai/src/ui/convert-to-model-messages.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ai_sdk.prompt.create_tool_model_output import create_tool_model_output
from ai_sdk.provider_utils.content_part import ToolApprovalRequest, ToolApprovalResponse, ToolCallPart, ToolResultPart
from ai_sdk.provider_utils.tool import ToolSet
from ai_sdk.provider_utils.tool_result_output import (
    ToolResultOutput,
    ToolResultOutputErrorText,
    ToolResultOutputExecutionDenied,
    ToolResultOutputText,
)
from ai_sdk.ui.ui_messages import get_tool_name
from ai_sdk.ui.unavailable_tool import is_tool_part_from_unavailable_tool

__all__ = ["ToolPart", "convert_tool_call", "convert_tool_response", "is_answered_by_tool_message"]

_Part = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToolPart:
    """A tool part and the tools that there are now."""

    part: _Part
    tools: ToolSet

    @property
    def name(self) -> str:
        """The tool's name."""
        return get_tool_name(self.part)

    @property
    def state(self) -> str:
        """How far the call is."""
        state: str = self.part["state"]
        return state

    @property
    def approval(self) -> _Part:
        """The request for approval and its answer; empty when there is none."""
        return self.part.get("approval") or {}

    def result(self, output: ToolResultOutput, provider_options: Any) -> ToolResultPart:
        """Return the call's result."""
        call_id = self.part["toolCallId"]
        return ToolResultPart(
            tool_call_id=call_id, tool_name=self.name, output=output, provider_options=provider_options
        )

    async def output(self, error_mode: Literal["text", "json"]) -> ToolResultOutput:
        """Return the output, or the error in `error_mode`, as the model is told it."""
        tool = self.tools.get(self.name)
        is_error = self.state == "output-error"
        if not is_error and tool is None and is_tool_part_from_unavailable_tool(self.part):
            return ToolResultOutputText(value="Tool output omitted because the tool is no longer available.")
        return await create_tool_model_output(
            tool_call_id=self.part["toolCallId"],
            input=self.part.get("input"),
            output=self.part["errorText"] if is_error else self.part.get("output"),
            tool=tool,
            error_mode=error_mode if is_error else "none",
        )


def is_answered_by_tool_message(part: _Part) -> bool:
    """Whether a tool message answers a call: those of the provider only when they needed approval."""
    return part.get("providerExecuted") is not True or (part.get("approval") or {}).get("approved") is not None


async def convert_tool_call(call: ToolPart) -> list[Any]:
    """Return what the assistant says of a call: the call, its request for approval, the result of the provider."""
    part = call.part
    if call.state == "input-streaming":
        return []
    content: list[Any] = [_tool_call(call)]
    if part.get("approval") is not None:
        content.append(_approval_request(call))
    if part.get("providerExecuted") is True and call.state in ("output-available", "output-error"):
        metadata = _first(part, "resultProviderMetadata", "callProviderMetadata")
        content.append(call.result(await call.output("json"), metadata))
    return content


def _tool_call(call: ToolPart) -> ToolCallPart:
    part = call.part
    is_error = call.state == "output-error"
    names = ("callProviderMetadata", "resultProviderMetadata") if is_error else ("callProviderMetadata",)
    return ToolCallPart(
        tool_call_id=part["toolCallId"],
        tool_name=call.name,
        input=_first(part, "input", "rawInput") if is_error else part.get("input"),
        provider_executed=part.get("providerExecuted"),
        provider_options=_first(part, *names),
    )


def _approval_request(call: ToolPart) -> ToolApprovalRequest:
    approval = call.approval
    return ToolApprovalRequest(
        approval_id=approval["id"],
        tool_call_id=call.part["toolCallId"],
        is_automatic=approval.get("isAutomatic"),
        reason=approval.get("requestReason"),
        input_schema_input=approval.get("inputSchemaInput"),
        signature=approval.get("signature"),
    )


async def convert_tool_response(call: ToolPart) -> list[Any]:
    """Return what a tool message says of a call: the answer to its request for approval, and its result."""
    part, approval = call.part, call.approval
    metadata = part.get("callProviderMetadata")
    content: list[Any] = []
    if approval.get("approved") is not None:
        content.append(_approval_response(call))
    if call.state == "approval-responded" and approval.get("approved") is False:
        denied = ToolResultOutputExecutionDenied(reason=approval.get("reason"))
        content.append(call.result(denied, metadata))
    if part.get("providerExecuted") is True:  # the assistant's message has the result already
        return content
    if call.state == "output-denied":
        reason = approval.get("reason")
        denial = ToolResultOutputErrorText(value="Tool call execution denied." if reason is None else reason)
        content.append(call.result(denial, metadata))
    elif call.state in ("output-error", "output-available"):
        content.append(call.result(await call.output("text"), metadata))
    return content


def _approval_response(call: ToolPart) -> ToolApprovalResponse:
    return ToolApprovalResponse(
        approval_id=call.approval["id"],
        approved=call.approval["approved"],
        reason=call.approval.get("reason"),
        provider_executed=call.part.get("providerExecuted"),
    )


def _first(part: _Part, *names: str) -> Any:
    return next((part[name] for name in names if part.get(name) is not None), None)
