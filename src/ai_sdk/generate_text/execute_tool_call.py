"""Running one tool call, with its callbacks, its timeout, and errors as results.

Ports: ai/src/generate-text/execute-tool-call.ts
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.generate_text.tool_call import ToolOutput, TypedToolCall, TypedToolError, TypedToolResult
from ai_sdk.generate_text.tool_execution_events import ToolExecutionEndEvent, ToolExecutionStartEvent
from ai_sdk.generate_text.validate_tool_context import validate_tool_context
from ai_sdk.prompt.request_options import Timeout, get_tool_timeout_ms
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.execute_tool import execute_tool
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool import Tool, ToolExecutionOptions, ToolSet
from ai_sdk.telemetry.telemetry import ExecuteTool
from ai_sdk.util.callback import Callbacks
from ai_sdk.util.merge_abort_signals import merge_abort_signals
from ai_sdk.util.notify import notify

__all__ = ["ToolCallExecution", "execute_tool_call"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCallExecution:
    """What a tool answered, after so many milliseconds."""

    output: ToolOutput
    tool_execution_ms: float


async def execute_tool_call(
    *,
    tool_call: TypedToolCall[Any],
    tools: ToolSet | None,
    tools_context: Mapping[str, Any] | None = None,
    call_id: str,
    messages: list[ModelMessage],
    abort_signal: AbortSignal | None = None,
    timeout: Timeout = None,  # noqa: ASYNC109 - it limits the tool alone
    experimental_sandbox: Any = None,
    on_preliminary_tool_result: Callable[[TypedToolResult[Any, Any]], object] | None = None,
    on_tool_execution_start: Callbacks[ToolExecutionStartEvent] = None,
    on_tool_execution_end: Callbacks[ToolExecutionEndEvent] = None,
    execute_tool_in_telemetry_context: ExecuteTool | None = None,
) -> ToolCallExecution | None:
    """Run the tool and return its result, or the error that it raised as a `TypedToolError`.

    Returns `None` when the tool is not one that runs here. Raises `TypeValidationError` when the tool's context does
    not fit its schema; a cancellation passes.
    """
    tool = None if tools is None else tools.get(tool_call.tool_name)
    if tool is None or tool.execute is None:
        return None
    context = await validate_tool_context(
        tool_name=tool_call.tool_name,
        context=None if tools_context is None else tools_context.get(tool_call.tool_name),
        context_schema=tool.context_schema,
    )
    start = ToolExecutionStartEvent(call_id=call_id, messages=messages, tool_call=tool_call, tool_context=context)
    await notify(start, on_tool_execution_start)
    timeout_ms = get_tool_timeout_ms(timeout, tool_call.tool_name)
    with merge_abort_signals(abort_signal, timeout_ms) as merged:
        run = _Run(
            tool=tool,
            tool_call=tool_call,
            on_preliminary_tool_result=on_preliminary_tool_result,
            options=ToolExecutionOptions(
                tool_call_id=tool_call.tool_call_id,
                messages=messages,
                abort_signal=merged.signal,
                context=context,
                experimental_sandbox=experimental_sandbox,
            ),
        )
        output = await _outcome(run, start, execute_tool_in_telemetry_context)
    await notify(_end_event(start, output, run.milliseconds), on_tool_execution_end)
    return ToolCallExecution(output=output, tool_execution_ms=run.milliseconds)


@dataclass(slots=True, kw_only=True)
class _Run:
    """One run of a tool, and how long it took."""

    tool: Tool[Any, Any]
    tool_call: TypedToolCall[Any]
    options: ToolExecutionOptions[Any]
    on_preliminary_tool_result: Callable[[TypedToolResult[Any, Any]], object] | None
    milliseconds: float = field(default=0)

    async def execute(self) -> Any:
        started, output = clock.monotonic(), None
        try:
            async with aclosing(
                execute_tool(tool=self.tool, input=self.tool_call.input, options=self.options)
            ) as outputs:
                async for part in outputs:
                    output = part.output
                    if part.type == "preliminary" and self.on_preliminary_tool_result is not None:
                        self.on_preliminary_tool_result(_preliminary(self.tool_call, output))
        finally:
            self.milliseconds = (clock.monotonic() - started) * 1000
        return output


async def _outcome(run: _Run, start: ToolExecutionStartEvent, wrap: ExecuteTool | None) -> ToolOutput:
    call = run.tool_call
    try:
        output = await _in_context(run.execute, start, wrap)
    except Exception as error:  # noqa: BLE001 - the model is told what a tool raises
        return TypedToolError(
            tool_call_id=call.tool_call_id,
            tool_name=call.tool_name,
            input=call.input,
            error=error,
            dynamic=run.tool.type == "dynamic",
            provider_metadata=call.provider_metadata,
            tool_metadata=call.tool_metadata,
        )
    return TypedToolResult(
        tool_call_id=call.tool_call_id,
        tool_name=call.tool_name,
        input=call.input,
        output=output,
        dynamic=run.tool.type == "dynamic",
        provider_metadata=call.provider_metadata,
        tool_metadata=call.tool_metadata,
    )


async def _in_context(
    execute: Callable[[], Awaitable[Any]], start: ToolExecutionStartEvent, wrap: ExecuteTool | None
) -> Any:
    """Execute inside the contexts of telemetry integrations, so that calls of models in a tool belong to it."""
    if wrap is None:
        return await execute()
    return await wrap(call_id=start.call_id, tool_call_id=start.tool_call.tool_call_id, event=start, execute=execute)


def _preliminary(call: TypedToolCall[Any], output: Any) -> TypedToolResult[Any, Any]:
    return TypedToolResult(
        tool_call_id=call.tool_call_id,
        tool_name=call.tool_name,
        input=call.input,
        output=output,
        provider_executed=call.provider_executed,
        provider_metadata=call.provider_metadata,
        tool_metadata=call.tool_metadata,
        dynamic=call.dynamic,
        preliminary=True,
        title=call.title,
    )


def _end_event(start: ToolExecutionStartEvent, output: ToolOutput, milliseconds: float) -> ToolExecutionEndEvent:
    return ToolExecutionEndEvent(
        call_id=start.call_id,
        messages=start.messages,
        tool_call=start.tool_call,
        tool_context=start.tool_context,
        tool_execution_ms=milliseconds,
        tool_output=output,
    )
