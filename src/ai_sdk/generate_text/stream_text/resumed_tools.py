"""What was decided about tool calls since the last call, as the first parts of a stream.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import Any

from ai_sdk.generate_text.resume_tool_approvals import ResumedApprovals, resume_tool_approvals, tool_approval_results
from ai_sdk.generate_text.run_tools import run_tool
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.text_stream_part import TextStreamPart
from ai_sdk.generate_text.tool_call import ToolOutput, TypedToolCall, TypedToolError, TypedToolOutputDenied
from ai_sdk.generate_text.tool_call_concurrency import map_with_concurrency
from ai_sdk.provider import get_error_message
from ai_sdk.util.emitted import emitted

__all__ = ["resumed_tools"]

_Emit = Callable[[TextStreamPart], None]


async def resumed_tools(run: StreamTextRun) -> AsyncGenerator[TextStreamPart, None]:
    """Run the approved calls, and add a message with the results of all decisions to the conversation."""
    resumed = await resume_tool_approvals(run.call)
    for denied in sorted(resumed.denied, key=lambda approval: bool(approval.tool_call.provider_executed)):
        call = denied.tool_call
        yield TypedToolOutputDenied(tool_call_id=call.tool_call_id, tool_name=call.tool_name)
    for invalid in resumed.invalid:
        yield _error(invalid.tool_call, invalid.error)
    outputs: list[ToolOutput] = []
    if resumed.approved:
        async with aclosing(emitted(partial(_run, run, resumed, outputs))) as parts:
            async for part in parts:
                yield part
    await _add_message(run, resumed, outputs)


async def _run(run: StreamTextRun, resumed: ResumedApprovals, outputs: list[ToolOutput], emit: _Emit) -> None:
    call = run.call

    async def execute(tool_call: TypedToolCall[Any]) -> None:
        result = await run_tool(
            call,
            tool_call,
            tools=call.tools,
            messages=call.prompt.messages,
            sandbox=call.options.get("experimental_sandbox"),
            on_preliminary_tool_result=emit,
        )
        if result is not None:
            emit(result.output)
            outputs.append(result.output)

    await map_with_concurrency(
        items=[approval.tool_call for approval in resumed.approved],
        concurrency=call.tool_call_concurrency,
        abort_signal=call.abort_signal,
        execute=execute,
    )


async def _add_message(run: StreamTextRun, resumed: ResumedApprovals, outputs: list[ToolOutput]) -> None:
    # A provider that runs the tool itself is told of a denial by the response alone.
    local = replace(resumed, denied=[each for each in resumed.denied if not each.tool_call.provider_executed])
    if not (outputs or local.invalid or local.denied_without_result):
        return

    async def executed(_: list[TypedToolCall[Any]]) -> list[ToolOutput]:
        return outputs

    message = await tool_approval_results(run.call, local, executed)
    run.state.initial_response_messages.append(message)
    run.state.messages.append(message)


def _error(call: TypedToolCall[Any], error: BaseException) -> TypedToolError[Any]:
    return TypedToolError(
        tool_call_id=call.tool_call_id,
        tool_name=call.tool_name,
        input=call.input,
        error=get_error_message(error),
        title=call.title,
        dynamic=True if call.dynamic else None,
        tool_metadata=call.tool_metadata,
    )
