"""How many tool calls may run at a time.

Ports: ai/src/generate-text/tool-call-concurrency.ts
"""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar, cast

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import throw_if_aborted
from ai_sdk.provider_utils.concurrently import concurrently

__all__ = ["map_with_concurrency", "prepare_tool_call_concurrency"]

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


def prepare_tool_call_concurrency(tool_call_concurrency: float | None) -> int | None:
    """Return the limit, or `None` for no limit. Raises `InvalidArgumentError` when it is not a positive integer."""
    if tool_call_concurrency is None:
        return None
    if not isinstance(tool_call_concurrency, int):
        raise _invalid(tool_call_concurrency, "toolCallConcurrency must be an integer")
    if tool_call_concurrency < 1:
        raise _invalid(tool_call_concurrency, "toolCallConcurrency must be >= 1")
    return tool_call_concurrency


def _invalid(value: Any, message: str) -> InvalidArgumentError:
    return InvalidArgumentError(parameter="toolCallConcurrency", value=value, message=message)


async def map_with_concurrency(
    *,
    items: Sequence[ItemT],
    concurrency: int | None,
    abort_signal: AbortSignal | None = None,
    execute: Callable[[ItemT], Awaitable[ResultT]],
) -> list[ResultT]:
    """Return the results in the order of the items, which start in order, so many at a time.

    The first error stops what runs and is raised. With a limit, an abort starts no further item and raises its reason.
    """
    if concurrency is None or concurrency >= len(items):
        if len(items) == 1:
            return [await execute(items[0])]
        return await concurrently([partial(execute, item) for item in items])
    results: list[ResultT | None] = [None] * len(items)
    queue = iter(range(len(items)))

    async def work() -> None:
        throw_if_aborted(abort_signal)
        for index in queue:
            results[index] = await execute(items[index])
            throw_if_aborted(abort_signal)

    await concurrently([work] * concurrency)
    return cast("list[ResultT]", results)
