"""The content of a step as the messages that it adds to the conversation.

Ports: ai/src/generate-text/to-response-messages.ts
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from ai_sdk.generate_text.content_part import ContentPart
from ai_sdk.generate_text.metadata import ResponseMessage
from ai_sdk.generate_text.tool_call import ToolApprovalRequestOutput, ToolApprovalResponseOutput, ToolOutput
from ai_sdk.prompt.create_tool_model_output import create_tool_model_output
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.content_part import (
    CustomPart,
    FilePart,
    ReasoningFilePart,
    ReasoningPart,
    TextPart,
    ToolApprovalRequest,
    ToolApprovalResponse,
    ToolCallPart,
    ToolResultPart,
)
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.provider_utils.model_message import AssistantContentPart, AssistantModelMessage, ToolModelMessage
from ai_sdk.provider_utils.tool import ToolSet
from ai_sdk.provider_utils.tool_result_output import ToolResultOutputExecutionDenied
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data

__all__ = ["to_response_messages"]

ErrorMode = Literal["none", "text", "json"]


async def to_response_messages(*, content: Sequence[ContentPart], tools: ToolSet | None) -> list[ResponseMessage]:
    """Return an assistant message with what the model made, and a tool message with what tools answered."""
    assistant = [part for part in [await _assistant_part(part, tools) for part in content] if part is not None]
    answers = [answer for part in content for answer in await _answers(part, tools)]
    messages: list[ResponseMessage] = []
    if assistant:
        messages.append(AssistantModelMessage(content=assistant))
    if answers:
        messages.append(ToolModelMessage(content=_in_order_of_calls(answers, content)))
    return messages


async def _assistant_part(part: Any, tools: ToolSet | None) -> AssistantContentPart | None:
    match part.type:
        case "text" if part.text or part.provider_metadata is not None:
            return TextPart(text=part.text, provider_options=part.provider_metadata)
        case "reasoning":
            return ReasoningPart(text=part.text, provider_options=part.provider_metadata)
        case "tool-call":
            return _tool_call(part)
        case "tool-result" if part.provider_executed:
            return await _tool_result(part, part.output, "none", tools)
        case "tool-error" if part.provider_executed:
            return await _tool_result(part, part.error, "json", tools)
        case "tool-approval-request":
            return _approval_request(part)
        case "file" | "reasoning-file":
            kind = FilePart if part.type == "file" else ReasoningFilePart
            return kind(data=part.file.base64, media_type=part.file.media_type, provider_options=part.provider_metadata)
        case "custom":
            return CustomPart(kind=part.kind, provider_options=part.provider_metadata)
    return None


def _tool_call(part: Any) -> ToolCallPart:
    is_object = part.input is None or not isinstance(part.input, str | int | float)
    return ToolCallPart(
        tool_call_id=part.tool_call_id,
        tool_name=part.tool_name,
        input={} if part.invalid and not is_object else to_json_data(part.input),
        provider_executed=part.provider_executed,
        provider_options=part.provider_metadata,
    )


def _approval_request(part: ToolApprovalRequestOutput) -> ToolApprovalRequest:
    before = part.tool_call.input_schema_input
    changed = before is not None and not is_deep_equal_data(before, dump(part.tool_call.input))
    return ToolApprovalRequest(
        approval_id=part.approval_id,
        tool_call_id=part.tool_call.tool_call_id,
        reason=part.reason,
        is_automatic=part.is_automatic,
        signature=part.signature,
        input_schema_input=before if changed else None,
    )


async def _tool_result(part: ToolOutput, output: Any, error_mode: ErrorMode, tools: ToolSet | None) -> ToolResultPart:
    model_output = await create_tool_model_output(
        tool_call_id=part.tool_call_id,
        input=part.input,
        tool=(tools or {}).get(part.tool_name),
        output=output,
        error_mode=error_mode,
    )
    return ToolResultPart(
        tool_call_id=part.tool_call_id,
        tool_name=part.tool_name,
        output=model_output,
        provider_options=part.provider_metadata,
    )


async def _answers(part: Any, tools: ToolSet | None) -> list[ToolResultPart | ToolApprovalResponse]:
    match part.type:
        case "tool-approval-response":
            return _approval_response(part)
        case "tool-result" if not part.provider_executed:
            return [await _tool_result(part, part.output, "none", tools)]
        case "tool-error" if not part.provider_executed:
            return [await _tool_result(part, part.error, "text", tools)]
    return []


def _approval_response(part: ToolApprovalResponseOutput) -> list[ToolResultPart | ToolApprovalResponse]:
    """Return the answer, and for a denial the result that the call will never have."""
    response = ToolApprovalResponse(
        approval_id=part.approval_id,
        approved=part.approved,
        reason=part.reason,
        provider_executed=part.provider_executed,
    )
    if part.approved:
        return [response]
    denied = ToolResultPart(
        tool_call_id=part.tool_call.tool_call_id,
        tool_name=part.tool_call.tool_name,
        output=ToolResultOutputExecutionDenied(reason=part.reason),
    )
    return [response, denied]


def _in_order_of_calls(
    answers: Iterable[ToolResultPart | ToolApprovalResponse], content: Sequence[ContentPart]
) -> list[ToolResultPart | ToolApprovalResponse]:
    """Put the results in the order of their calls; approval responses keep their places."""
    order: dict[str, int] = {}
    for part in content:
        if part.type == "tool-call":
            order.setdefault(part.tool_call_id, len(order))
    answers = list(answers)
    results = [answer for answer in answers if isinstance(answer, ToolResultPart)]
    ordered = iter(sorted(results, key=lambda result: order.get(result.tool_call_id, len(order))))
    return [next(ordered) if isinstance(answer, ToolResultPart) else answer for answer in answers]
