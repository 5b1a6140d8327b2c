"""Whether one tool call may run, must be approved, or is denied.

Ports: ai/src/generate-text/resolve-tool-approval.ts
"""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from ai_sdk.generate_text.tool_approval_configuration import (
    GenericToolApprovalOptions,
    SingleToolApprovalOptions,
    ToolApprovalConfiguration,
    ToolApprovalDecision,
    ToolApprovalStatus,
)
from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.generate_text.validate_tool_context import validate_tool_context
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.execute_function import takes_options
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool import Tool, ToolExecutionOptions, ToolSet

__all__ = ["resolve_tool_approval"]

_NOT_APPLICABLE = ToolApprovalDecision(type="not-applicable")


async def resolve_tool_approval(
    *,
    tools: ToolSet | None,
    tool_call: TypedToolCall[Any],
    tool_approval: ToolApprovalConfiguration | None,
    messages: list[ModelMessage],
    tools_context: Mapping[str, Any] | None = None,
    runtime_context: Any = None,
) -> ToolApprovalDecision:
    """Return what the caller's configuration says of a valid call, or else what the tool says of itself."""
    contexts = tools_context or {}
    if callable(tool_approval):
        options = GenericToolApprovalOptions(
            tool_call=tool_call,
            tools=tools,
            tools_context=contexts,
            messages=messages,
            runtime_context=runtime_context,
        )
        return _normalize(await _result(tool_approval(options)))
    tool = (tools or {}).get(tool_call.tool_name)
    configured = (tool_approval or {}).get(tool_call.tool_name)
    if callable(configured):
        context = await _context(tool_call.tool_name, tool, contexts)
        single = SingleToolApprovalOptions(
            tool_call_id=tool_call.tool_call_id,
            messages=messages,
            tool_context=context,
            runtime_context=runtime_context,
        )
        return _normalize(await _call(configured, tool_call.input, single))
    if configured is not None:
        return _normalize(configured)
    needed = tool is not None and await _needs_approval(tool, tool_call, messages, contexts)
    return ToolApprovalDecision(type="user-approval") if needed else _NOT_APPLICABLE


async def _needs_approval(
    tool: Tool[Any, Any], tool_call: TypedToolCall[Any], messages: list[ModelMessage], contexts: Mapping[str, Any]
) -> bool:
    if not callable(tool.needs_approval):
        return bool(tool.needs_approval)
    context = await _context(tool_call.tool_name, tool, contexts)
    options = ToolExecutionOptions(tool_call_id=tool_call.tool_call_id, messages=messages, context=context)
    return bool(await _call(tool.needs_approval, tool_call.input, options))


async def _context(tool_name: str, tool: Tool[Any, Any] | None, contexts: Mapping[str, Any]) -> Any:
    schema = None if tool is None else tool.context_schema
    return await validate_tool_context(tool_name=tool_name, context=contexts.get(tool_name), context_schema=schema)


async def _call(function: Callable[..., Any], value: Any, options: Any) -> Any:
    return await _result(function(value, options) if takes_options(function) else function(value))


async def _result(returned: Any) -> Any:
    return await returned if inspect.isawaitable(returned) else returned


def _normalize(status: ToolApprovalStatus) -> ToolApprovalDecision:
    if status is None:
        return _NOT_APPLICABLE
    if isinstance(status, ToolApprovalDecision):
        return status
    return load(ToolApprovalDecision, {"type": status} if isinstance(status, str) else status)
