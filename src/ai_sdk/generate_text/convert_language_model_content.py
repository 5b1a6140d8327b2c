"""What a model made, together with what tools answered, as the content of a step.

Ports: ai/src/generate-text/convert-language-model-content.ts
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ai_sdk.error.approval_errors import ToolCallNotFoundForApprovalError
from ai_sdk.generate_text.content_part import ContentPart, FileOutput, ReasoningFileOutput, ReasoningOutput
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.resolve_generated_file_data import resolve_generated_file_data
from ai_sdk.generate_text.tool_call import (
    ToolApprovalRequestOutput,
    ToolApprovalResponseOutput,
    ToolOutput,
    TypedToolCall,
    TypedToolError,
    TypedToolResult,
)
from ai_sdk.provider import AbortSignal, LanguageModelV4Content, LanguageModelV4ToolResult
from ai_sdk.provider_utils.tool import ToolSet
from ai_sdk.util.download.download_function import DownloadFunction

__all__ = ["add_tool_outputs", "convert_language_model_content", "convert_provider_tool_result"]


async def convert_language_model_content(
    *,
    content: Sequence[LanguageModelV4Content],
    tool_calls: Sequence[TypedToolCall[Any]],
    tools: ToolSet | None,
    download: DownloadFunction | None = None,
    abort_signal: AbortSignal | None = None,
) -> list[ContentPart]:
    """Return what the model made as content of a step, its files downloaded.

    Raises `DownloadError`, `ValueError` when the provider sends the result of a call that nobody made, and
    `ToolCallNotFoundForApprovalError` when it asks for approval of one.
    """
    calls = {call.tool_call_id: call for call in reversed(tool_calls)}
    parts: list[ContentPart] = []
    for part in content:
        if part.type in {"file", "reasoning-file"}:
            parts.append(await _convert_file(part, download, abort_signal))
        else:
            parts.append(_convert(part, calls, tools))
    return parts


def add_tool_outputs(
    model_content: Sequence[ContentPart],
    *,
    tool_outputs: Sequence[ToolOutput],
    tool_approval_requests: Sequence[ToolApprovalRequestOutput],
    tool_approval_responses: Sequence[ToolApprovalResponseOutput],
) -> list[ContentPart]:
    """Return the content of a step: the model's own parts first, then outputs, approvals, and what they led to."""
    approved = {response.tool_call.tool_call_id for response in tool_approval_responses}
    return [
        *model_content,
        *(output for output in tool_outputs if output.tool_call_id not in approved),
        *tool_approval_requests,
        *tool_approval_responses,
        *(output for output in tool_outputs if output.tool_call_id in approved),
    ]


def convert_provider_tool_result(
    part: LanguageModelV4ToolResult, call: TypedToolCall[Any] | None, tools: ToolSet | None
) -> ToolOutput:
    """Return the result of a tool that the provider ran; without its call only tools with deferred results have one."""
    if call is None:
        tool = (tools or {}).get(part.tool_name)
        if tool is None or tool.type != "provider" or not tool.supports_deferred_results:
            raise ValueError(f"Tool call {part.tool_call_id} not found.")
        known: dict[str, Any] = {"input": None, "dynamic": part.dynamic, "tool_metadata": tool.metadata}
    else:
        known = {"input": call.input, "dynamic": call.dynamic, "tool_metadata": call.tool_metadata}
    common: dict[str, Any] = {
        "tool_call_id": part.tool_call_id,
        "tool_name": part.tool_name,
        "provider_executed": True,
        "provider_metadata": part.provider_metadata,
        **known,
    }
    return (
        TypedToolError(error=part.result, **common) if part.is_error else TypedToolResult(output=part.result, **common)
    )


def _convert(part: Any, calls: Mapping[str, TypedToolCall[Any]], tools: ToolSet | None) -> ContentPart:
    match part.type:
        case "reasoning":
            return ReasoningOutput(text=part.text, provider_metadata=part.provider_metadata)
        case "tool-call":
            if part.tool_call_id not in calls:
                raise ValueError(f"Tool call {part.tool_call_id} not found.")
            return calls[part.tool_call_id]
        case "tool-result":
            return convert_provider_tool_result(part, calls.get(part.tool_call_id), tools)
        case "tool-approval-request":
            if part.tool_call_id not in calls:
                raise ToolCallNotFoundForApprovalError(tool_call_id=part.tool_call_id, approval_id=part.approval_id)
            return ToolApprovalRequestOutput(approval_id=part.approval_id, tool_call=calls[part.tool_call_id])
    converted: ContentPart = part
    return converted


async def _convert_file(
    part: Any, download: DownloadFunction | None, abort_signal: AbortSignal | None
) -> FileOutput | ReasoningFileOutput:
    data = await resolve_generated_file_data(part.data, download=download, abort_signal=abort_signal)
    file = GeneratedFile(data=data, media_type=part.media_type)
    kind = FileOutput if part.type == "file" else ReasoningFileOutput
    return kind(file=file, provider_metadata=part.provider_metadata)
