"""Several reasons to stop a call as one signal.

Ports: ai/src/util/merge-abort-signals.ts
"""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

import anyio

from ai_sdk.provider_utils.abort import AbortController, AbortSignal, AbortTimeoutError, ListenableSignal
from ai_sdk.provider_utils.clock import call_later

__all__ = ["MergedAbortSignals", "merge_abort_signals"]


class MergedAbortSignals:
    """One signal for several sources, which holds on to them until it is closed.

    `signal` is `None` when there is no source. Close it when the call is over: it cancels the timers and leaves the
    caller's signals, which may live much longer than the call.
    """

    def __init__(self, signal: AbortSignal | None, undo: Sequence[Callable[[], None]] = ()) -> None:
        self.signal = signal
        self._undo = undo

    def close(self) -> None:
        """Cancel the timers and forget the sources; the signal keeps its state."""
        undo, self._undo = self._undo, ()
        for leave in undo:
            leave()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


_NONE = MergedAbortSignals(None)


def merge_abort_signals(*sources: AbortSignal | float | None) -> MergedAbortSignals:
    """Return a signal that is aborted by the first of `sources`: signals, and numbers that are milliseconds.

    The reason is that of the source. Timers run on the clock in use.

    >>> with merge_abort_signals(None, None) as merged:
    ...     print(merged.signal)
    None
    """
    present = [source for source in sources if source is not None]
    if not present:
        return _NONE
    if len(present) == 1 and not isinstance(present[0], int | float):
        return MergedAbortSignals(present[0])
    controller = AbortController()
    undo: list[Callable[[], None]] = []
    foreign: list[AbortSignal] = []
    for source in present:
        if isinstance(source, int | float):
            undo.append(_abort_after(controller, source))
        elif isinstance(source, ListenableSignal):
            undo.append(_abort_with(controller, source))
        else:
            foreign.append(source)
    return MergedAbortSignals(_AnySignal([controller.signal, *foreign]) if foreign else controller.signal, undo)


def _abort_after(controller: AbortController, milliseconds: float) -> Callable[[], None]:
    return call_later(milliseconds / 1000, lambda: controller.abort(AbortTimeoutError())).cancel


def _abort_with(controller: AbortController, source: ListenableSignal) -> Callable[[], None]:
    return source.add_listener(lambda: controller.abort(source.reason))


class _AnySignal:
    """The first of several signals, some of which can only be waited for."""

    def __init__(self, signals: Sequence[AbortSignal]) -> None:
        self._signals = signals

    @property
    def aborted(self) -> bool:
        """Whether one of the signals is."""
        return any(signal.aborted for signal in self._signals)

    @property
    def reason(self) -> Any:
        """The reason of the first one that is aborted."""
        return next((signal.reason for signal in self._signals if signal.aborted), None)

    async def wait(self) -> None:
        """Return once one of the signals is aborted."""
        async with anyio.create_task_group() as group:

            async def watch(signal: AbortSignal) -> None:
                await signal.wait()
                group.cancel_scope.cancel()

            for signal in self._signals:
                group.start_soon(watch, signal)
