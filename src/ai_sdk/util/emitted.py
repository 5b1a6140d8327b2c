"""What work emits while it runs, as a stream."""

from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import TypeVar

from ai_sdk.provider_utils.background_task import BackgroundTask

__all__ = ["emitted"]

T = TypeVar("T")


async def emitted(work: Callable[[Callable[[T], None]], Awaitable[object]]) -> AsyncGenerator[T, None]:
    """Run `work(emit)` and give what it emits, as soon as it does; raises what the work raises.

    The work runs beside whoever reads. It is cancelled when the stream is closed.

    >>> import asyncio
    >>> async def work(emit):
    ...     emit("first")
    ...     emit("second")
    >>> async def read():
    ...     return [item async for item in emitted(work)]
    >>> asyncio.run(read())
    ['first', 'second']
    """
    import anyio

    items: deque[T] = deque()
    wake = anyio.Event()

    def emit(item: T) -> None:
        items.append(item)
        wake.set()

    async def run() -> None:
        try:
            await work(emit)
        finally:
            wake.set()

    task = BackgroundTask(run)
    try:
        while items or not task.is_done:
            while items:
                yield items.popleft()
            if not task.is_done:
                await wake.wait()
                wake = anyio.Event()
    finally:
        await task.close()
    if task.error is not None:
        raise task.error
