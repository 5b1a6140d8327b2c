"""Running a tool: preliminary results, then the result.

Ports: @ai-sdk/provider-utils/src/types/execute-tool.ts
"""

import inspect
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Literal

from ai_sdk.provider_utils.tool import Tool
from ai_sdk.provider_utils.tool_execution_options import ToolExecutionOptions

__all__ = ["ToolExecutionOutput", "execute_tool"]


@dataclass(frozen=True, slots=True)
class ToolExecutionOutput:
    """What a tool gave: a preliminary output, which others follow, or the final one."""

    type: Literal["preliminary", "final"]
    output: Any


async def execute_tool(
    *,
    tool: Tool[Any, Any],
    input: Any,  # noqa: A002 - it is the tool's input
    options: ToolExecutionOptions[Any],
) -> AsyncGenerator[ToolExecutionOutput, None]:
    """Run `tool`, which has an `execute`, and yield what it gives.

    Every value of an iterator is yielded as preliminary, and its last one again as final; any other result is final.
    Close this generator to close the tool's.
    """
    if tool.execute is None:
        raise TypeError("the tool has nothing to execute")
    result = tool.execute(input, options)
    if inspect.isawaitable(result):
        result = await result
    if not isinstance(result, AsyncIterator):
        yield ToolExecutionOutput("final", result)
        return
    last: Any = None
    async with AsyncExitStack() as stack:
        if inspect.isasyncgen(result):
            stack.push_async_callback(result.aclose)
        async for last in result:
            yield ToolExecutionOutput("preliminary", last)
    yield ToolExecutionOutput("final", last)
