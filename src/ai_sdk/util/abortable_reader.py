"""Reading a stream that a signal can end at any moment, at next to no cost for each item."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Any, Generic, TypeVar

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import ListenableSignal, abortable, throw_if_aborted

__all__ = ["AbortableReader"]

T = TypeVar("T")


class AbortableReader(Generic[T]):
    """Gives the items of `stream`; `close` it when nothing more is read.

    On asyncio one listener serves all items: an abort cancels the wait once, and what is cancelled can still close what
    it holds. Elsewhere, and for signals that can only be waited for, each item is awaited by `abortable`.
    """

    def __init__(self, stream: AsyncGenerator[T, None], signal: AbortSignal) -> None:
        self._stream = stream
        self._signal = signal
        self._task: asyncio.Task[Any] | None = None
        self._has_cancelled = False
        self._leave: Callable[[], None] | None = None
        if isinstance(signal, ListenableSignal) and _is_asyncio():
            self._leave = signal.add_listener(self._cancel)

    async def next(self) -> T | None:
        """Return the next item, `None` at the end. Raises the abort's reason when the signal comes first."""
        if self._leave is None:
            return await abortable(self._signal, lambda: anext(self._stream, None))
        throw_if_aborted(self._signal)
        task = self._task = asyncio.current_task()
        try:
            return await anext(self._stream, None)
        except asyncio.CancelledError:
            if not self._has_cancelled or (task is not None and task.cancelling() > 1):
                raise
        finally:
            self._task = None
            if self._has_cancelled and task is not None:
                task.uncancel()
        throw_if_aborted(self._signal)
        return None

    def close(self) -> None:
        """Leave the signal."""
        if self._leave is not None:
            self._leave()

    def _cancel(self) -> None:
        """Cancel the wait, or look again soon when the task is not waiting just now."""
        task = self._task
        if task is None or self._has_cancelled:
            return
        waiter = getattr(task, "_fut_waiter", None)
        if waiter is None or waiter.done():
            task.get_loop().call_soon(self._cancel)
        else:
            self._has_cancelled = True
            task.cancel()


def _is_asyncio() -> bool:
    import sniffio

    return sniffio.current_async_library() == "asyncio"
