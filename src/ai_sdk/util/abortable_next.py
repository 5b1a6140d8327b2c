"""The next item of a stream, unless a signal is aborted first: free of charge while items are there."""

from collections.abc import AsyncGenerator, Generator
from typing import Any, Generic, TypeVar, cast

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import abortable, throw_if_aborted

__all__ = ["AbortableNext"]

T = TypeVar("T")


class AbortableNext(Generic[T]):
    """Awaiting it gives the next item, or `None` at the end; raises the abort's reason when the signal comes first.

    Only when the stream has to wait is a scope set up that the signal can cancel.
    """

    __slots__ = ("_signal", "_stream")

    def __init__(self, stream: AsyncGenerator[T, None], signal: AbortSignal) -> None:
        self._stream = stream
        self._signal = signal

    def __await__(self) -> Generator[Any, Any, T | None]:
        step = anext(self._stream, None).__await__()
        try:
            waiting_for = step.send(None)
        except StopIteration as done:
            return cast("T | None", done.value)
        add_listener = getattr(self._signal, "add_listener", None)
        if add_listener is None:
            rest = abortable(self._signal, lambda: _Resumed(step, waiting_for))
            return cast("T | None", (yield from rest.__await__()))
        import anyio

        with anyio.CancelScope() as scope:  # noqa: ASYNC100 - it is awaited below, by hand
            remove = add_listener(scope.cancel)
            try:
                return cast("T | None", (yield from _Resumed(step, waiting_for).__await__()))
            finally:
                remove()
        throw_if_aborted(self._signal)
        return None


class _Resumed:
    """The rest of something that was awaited by hand up to its first wait."""

    def __init__(self, step: Any, waiting_for: Any) -> None:
        self._step = step
        self._waiting_for = waiting_for

    def __await__(self) -> Generator[Any, Any, Any]:
        waiting_for = self._waiting_for
        while True:
            try:
                sent = yield waiting_for
            except BaseException as error:  # noqa: BLE001 - it is raised where the wait is
                advance, argument = self._step.throw, error
            else:
                advance, argument = self._step.send, sent
            try:
                waiting_for = advance(argument)
            except StopIteration as done:
                return done.value
