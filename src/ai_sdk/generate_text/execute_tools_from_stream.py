"""Running the tools that a model calls while its answer streams.

Ports: ai/src/generate-text/execute-tools-from-stream.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from functools import partial
from typing import Any

from ai_sdk.generate_text.approve_tool_calls import ToolApprovals, decide_tool_call
from ai_sdk.generate_text.is_tool_execution_allowed_finish_reason import is_tool_execution_allowed_finish_reason
from ai_sdk.generate_text.language_model_stream_part import (
    ExecuteToolsStreamPart,
    LanguageModelStreamPart,
    StreamRetryAttemptBoundaryPart,
    ToolExecutionEndStreamPart,
)
from ai_sdk.generate_text.run_tools import run_tool
from ai_sdk.generate_text.step_inputs import StepInputs
from ai_sdk.generate_text.text_call import TextCall
from ai_sdk.generate_text.text_stream_part import TextStreamErrorPart
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolOutputDenied
from ai_sdk.generate_text.tool_call_concurrency import map_with_concurrency
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.util.emitted import emitted

__all__ = ["execute_tools_from_stream"]

_Emit = Callable[[ExecuteToolsStreamPart], None]


async def execute_tools_from_stream(
    stream: AsyncIterator[LanguageModelStreamPart | StreamRetryAttemptBoundaryPart], *, call: TextCall, step: StepInputs
) -> AsyncGenerator[ExecuteToolsStreamPart, None]:
    """Hand each part on, decide about each tool call, and run the tools once the model has finished its answer.

    Results are handed on as soon as they are there, in whichever order the tools are done.
    """
    waiting: list[TypedToolCall[Any]] = []
    try:
        async for part in stream:
            yield part
            if part.type == "tool-call":
                for made in await _decide(call, step, part, waiting):
                    yield made
            elif part.type == "stream-retry-attempt-boundary":
                waiting.clear()
            elif part.type == "model-call-end" and is_tool_execution_allowed_finish_reason(part.finish_reason):
                async with aclosing(emitted(partial(_run, call, step, waiting))) as outputs:
                    async for made in outputs:
                        yield made
    finally:
        await close_stream(stream)


async def _decide(
    call: TextCall, step: StepInputs, tool_call: TypedToolCall[Any], waiting: list[TypedToolCall[Any]]
) -> list[ExecuteToolsStreamPart]:
    """Return what the decision adds to the stream, and let the call wait for its execution if it may run."""
    tool = (step.execution_tools or {}).get(tool_call.tool_name)
    if tool_call.invalid or tool is None:
        return []
    approvals = ToolApprovals()
    await decide_tool_call(call, step, tool_call, approvals)
    is_runnable = tool.execute is not None and not tool_call.provider_executed
    if is_runnable and tool_call.tool_call_id not in approvals.blocked:
        waiting.append(tool_call)
    made: list[ExecuteToolsStreamPart] = [*approvals.requests.values(), *approvals.responses.values()]
    if approvals.denied:
        made.append(TypedToolOutputDenied(tool_call_id=tool_call.tool_call_id, tool_name=tool_call.tool_name))
    return made


async def _run(call: TextCall, step: StepInputs, tool_calls: list[TypedToolCall[Any]], emit: _Emit) -> None:
    async def execute(tool_call: TypedToolCall[Any]) -> None:
        try:
            result = await run_tool(
                call,
                tool_call,
                tools=step.execution_tools,
                messages=step.messages,
                sandbox=step.sandbox,
                on_preliminary_tool_result=emit,
            )
        except Exception as error:  # noqa: BLE001 - it becomes a part of the stream
            emit(TextStreamErrorPart(error=error))
            return
        if result is not None:
            milliseconds = result.tool_execution_ms
            emit(ToolExecutionEndStreamPart(tool_call_id=tool_call.tool_call_id, tool_execution_ms=milliseconds))
            emit(result.output)

    await map_with_concurrency(
        items=tool_calls, concurrency=call.tool_call_concurrency, abort_signal=call.abort_signal, execute=execute
    )
