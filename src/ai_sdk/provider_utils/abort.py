"""Stopping a call by a signal: a controller for the caller, and the wait that a signal can end.

Ports: @ai-sdk/provider-utils/src/is-abort-error.ts, @ai-sdk/provider-utils/src/delay.ts
"""

import builtins
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar, runtime_checkable

import anyio

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils import clock

__all__ = [
    "AbortController",
    "AbortError",
    "AbortSignal",
    "AbortTimeoutError",
    "ListenableSignal",
    "abortable",
    "delay",
    "is_abort_error",
    "throw_if_aborted",
]

T = TypeVar("T")


class AbortError(AISDKError):
    """The call was stopped by its abort signal; `reason` is what was given with the abort."""

    name = "AbortError"

    def __init__(self, message: str = "This operation was aborted", *, reason: Any = None) -> None:
        super().__init__(message, cause=reason if isinstance(reason, BaseException) else None)
        self.reason = reason


class AbortTimeoutError(AbortError, builtins.TimeoutError):
    """The call was stopped because it took too long; Python's `TimeoutError` catches it as well."""

    name = "TimeoutError"

    def __init__(self, message: str = "The operation was aborted due to timeout") -> None:
        super().__init__(message)


def is_abort_error(error: object) -> bool:
    """Whether `error` says that the call was stopped by its signal, a timeout included."""
    return isinstance(error, AbortError)


@runtime_checkable
class ListenableSignal(AbortSignal, Protocol):
    """A signal that tells at once, without a task that waits."""

    def add_listener(self, listener: Callable[[], object]) -> Callable[[], None]:
        """Call `listener` once when the signal is aborted, at once if it is; the returned function takes it back."""


def _do_nothing() -> None:
    """Take back a listener that was called already."""


class _Signal:
    """The signal of one controller."""

    def __init__(self) -> None:
        self.aborted = False
        self.reason: Any = None
        # A dict is a set that keeps the order; the keys are the handles of the listeners.
        self._listeners: dict[object, Callable[[], object]] = {}

    def add_listener(self, listener: Callable[[], object]) -> Callable[[], None]:
        """Call `listener` once when the signal is aborted, at once if it is; the returned function takes it back."""
        if self.aborted:
            listener()
            return _do_nothing
        handle = object()
        self._listeners[handle] = listener

        def remove() -> None:
            self._listeners.pop(handle, None)

        return remove

    async def wait(self) -> None:
        """Return once the signal is aborted."""
        event = anyio.Event()
        remove = self.add_listener(event.set)
        try:
            await event.wait()
        finally:
            remove()

    def _abort(self, reason: Any) -> None:
        if self.aborted:
            return
        self.aborted, self.reason = True, AbortError() if reason is None else reason
        listeners, self._listeners = self._listeners, {}
        for listener in listeners.values():
            listener()


class AbortController:
    """Holds a signal and aborts it; call `abort` from the event loop's thread.

    >>> controller = AbortController()
    >>> controller.abort()
    >>> controller.signal.aborted
    True
    """

    def __init__(self) -> None:
        self._signal = _Signal()

    @property
    def signal(self) -> ListenableSignal:
        """The signal to hand to calls."""
        return self._signal

    def abort(self, reason: Any = None) -> None:
        """Stop every call that has the signal; a second abort changes nothing. Without a reason it is `AbortError`."""
        self._signal._abort(reason)  # noqa: SLF001 - the controller is the signal's other half


def throw_if_aborted(signal: AbortSignal | None) -> None:
    """Raise `AbortError`, or the exception given with the abort, when `signal` is aborted."""
    if signal is not None and signal.aborted:
        raise _error(signal)


async def abortable(signal: AbortSignal | None, call: Callable[[], Awaitable[T]]) -> T:
    """Await `call()`, and stop it with an error when `signal` is aborted first."""
    if signal is None:
        return await call()
    if signal.aborted:
        raise _error(signal)
    add_listener: Callable[[Callable[[], object]], Callable[[], None]] | None = getattr(signal, "add_listener", None)
    if add_listener is None:
        return await _watched(signal, call)
    with anyio.CancelScope() as scope:
        remove = add_listener(scope.cancel)
        try:
            return await call()
        finally:
            remove()
    raise _error(signal)


async def delay(milliseconds: float | None, *, abort_signal: AbortSignal | None = None) -> None:
    """Wait on the clock in use, or not at all for `None`; raises `AbortError` when the signal is aborted first."""
    if milliseconds is None:
        return
    try:
        await abortable(abort_signal, lambda: clock.sleep(milliseconds / 1000))
    except Exception as error:
        if abort_signal is None or not abort_signal.aborted:
            raise
        raise AbortError("Delay was aborted") from error


async def _watched(signal: AbortSignal, call: Callable[[], Awaitable[T]]) -> T:
    """Await `call()` beside a task that waits for a signal which can only be waited for."""
    results: list[T] = []
    failures: list[Exception] = []

    async def watch() -> None:
        await signal.wait()
        group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(watch)
        try:
            results.append(await call())
        except Exception as error:  # noqa: BLE001 - raised below, outside of the group that would wrap it
            failures.append(error)
        group.cancel_scope.cancel()
    if failures:
        raise failures[0]
    if not results:
        raise _error(signal)
    return results[0]


def _error(signal: AbortSignal) -> BaseException:
    return signal.reason if isinstance(signal.reason, BaseException) else AbortError(reason=signal.reason)
