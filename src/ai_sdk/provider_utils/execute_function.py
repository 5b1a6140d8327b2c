"""Users' functions as `Tool.execute`: with or without options, and never blocking the event loop.

A function that does not take the options cannot see the abort signal, so an abort or a timeout stops it from outside;
one that takes them decides for itself what an abort means.
"""

import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator
from contextlib import aclosing
from functools import partial, wraps
from typing import Any, Final, TypeVar

import anyio
import anyio.to_thread

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import abortable
from ai_sdk.provider_utils.tool_execution_options import ToolExecutionOptions

__all__ = ["ExecuteFunction", "as_execute_function", "run_function", "takes_options"]

T = TypeVar("T")

ExecuteFunction = Callable[[Any, ToolExecutionOptions[Any]], Any]
"""Takes the input and the options; returns an awaitable, or an async iterator of results that replace each other."""

_END: Final = object()


def as_execute_function(function: Callable[..., Any]) -> ExecuteFunction:
    """Return `function`, which takes the input and perhaps the options, as what `Tool.execute` is."""
    with_options = takes_options(function)

    @wraps(function, updated=())
    def execute(value: Any, options: ToolExecutionOptions[Any]) -> Any:
        call = partial(function, value, options) if with_options else partial(function, value)
        return run_function(call, abort_signal=None if with_options else options.abort_signal)

    return execute


def takes_options(function: Callable[..., Any]) -> bool:
    """Whether a second positional argument can be given."""
    try:
        inspect.signature(function).bind(None, None)
    except (TypeError, ValueError):
        return False
    return True


def run_function(call: "partial[Any]", *, abort_signal: AbortSignal | None) -> Any:
    """Start `call`: coroutine functions and async generators on the event loop, everything else in a thread."""
    target: Any = call.func if inspect.isroutine(call.func) else getattr(call.func, "__call__", call.func)  # noqa: B004
    if inspect.isasyncgenfunction(target):
        return _iterate(call(), abort_signal)
    if inspect.iscoroutinefunction(target):
        return abortable(abort_signal, call)
    if inspect.isgeneratorfunction(target):
        return _iterate_in_thread(call(), abort_signal)
    return abortable(abort_signal, partial(_call_in_thread, call))


async def _call_in_thread(call: Callable[[], Any]) -> Any:
    """Call in a thread; what comes back may be a coroutine, of a lambda for example."""
    result = await _in_thread(call)
    return await result if inspect.isawaitable(result) else result


async def _in_thread(call: Callable[[], T]) -> T:
    # Python cannot stop a thread: a cancelled call returns at once and the thread runs to its end unheard.
    return await anyio.to_thread.run_sync(call, abandon_on_cancel=True)


async def _iterate(generator: AsyncGenerator[T, None], abort_signal: AbortSignal | None) -> AsyncIterator[T]:
    async with aclosing(generator):
        while True:
            try:
                item = await abortable(abort_signal, generator.__anext__)
            except StopAsyncIteration:
                return
            yield item


async def _iterate_in_thread(generator: Generator[T, None, Any], abort_signal: AbortSignal | None) -> AsyncIterator[T]:
    advance: Callable[[], Any] = partial(_in_thread, partial(next, generator, _END))
    try:
        while (item := await abortable(abort_signal, advance)) is not _END:
            yield item
    finally:
        if inspect.getgeneratorstate(generator) == inspect.GEN_SUSPENDED:
            with anyio.CancelScope(shield=True):
                await _in_thread(generator.close)
