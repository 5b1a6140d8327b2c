"""Running the tool calls of a step, side by side.

Ports: ai/src/generate-text/generate-text.ts
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from ai_sdk.generate_text.execute_tool_call import ToolCallExecution, execute_tool_call
from ai_sdk.generate_text.text_call import TextCall
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolResult
from ai_sdk.generate_text.tool_call_concurrency import map_with_concurrency
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool import ToolSet

__all__ = ["run_tool", "run_tools"]


async def run_tool(
    call: TextCall,
    tool_call: TypedToolCall[Any],
    *,
    tools: ToolSet | None,
    messages: list[ModelMessage],
    sandbox: Any,
    on_preliminary_tool_result: Callable[[TypedToolResult[Any, Any]], object] | None = None,
) -> ToolCallExecution | None:
    """Return the result of one call; a tool that the caller runs himself has none."""
    return await execute_tool_call(
        tool_call=tool_call,
        tools=tools,
        tools_context=call.tools_context,
        call_id=call.call_id,
        messages=messages,
        abort_signal=call.abort_signal,
        timeout=call.timeout,
        experimental_sandbox=sandbox,
        on_preliminary_tool_result=on_preliminary_tool_result,
        on_tool_execution_start=call.teller("on_tool_execution_start"),
        on_tool_execution_end=call.teller("on_tool_execution_end"),
        execute_tool_in_telemetry_context=call.telemetry.execute_tool,
    )


async def run_tools(
    call: TextCall,
    tool_calls: Sequence[TypedToolCall[Any]],
    *,
    tools: ToolSet | None,
    messages: list[ModelMessage],
    sandbox: Any,
) -> list[ToolCallExecution]:
    """Return the results in the order of the calls; a tool that the caller runs himself has none."""
    results = await map_with_concurrency(
        items=tool_calls,
        concurrency=call.tool_call_concurrency,
        abort_signal=call.abort_signal,
        execute=partial(run_tool, call, tools=tools, messages=messages, sandbox=sandbox),
    )
    return [result for result in results if result is not None]
