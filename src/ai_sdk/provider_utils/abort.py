"""Stopping a call by a signal: a controller for the caller, and the wait that a signal can end.

Ports: @ai-sdk/provider-utils/src/is-abort-error.ts
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import anyio

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.errors import AISDKError

__all__ = ["AbortController", "AbortError", "AbortSignal", "abortable", "is_abort_error", "throw_if_aborted"]

T = TypeVar("T")


class AbortError(AISDKError):
    """The call was stopped by its abort signal; `reason` is what was given with the abort."""

    name = "AbortError"

    def __init__(self, message: str = "This operation was aborted", *, reason: Any = None) -> None:
        super().__init__(message, cause=reason if isinstance(reason, BaseException) else None)
        self.reason = reason


def is_abort_error(error: object) -> bool:
    """Whether `error` says that the caller stopped the call."""
    return isinstance(error, AbortError)


class _Signal:
    """The signal of one controller."""

    def __init__(self) -> None:
        self.aborted = False
        self.reason: Any = None
        self._waiting: set[anyio.Event] = set()

    async def wait(self) -> None:
        """Return once the signal is aborted."""
        if self.aborted:
            return
        event = anyio.Event()
        self._waiting.add(event)
        try:
            await event.wait()
        finally:
            self._waiting.discard(event)

    def _abort(self, reason: Any) -> None:
        if self.aborted:
            return
        self.aborted, self.reason = True, reason
        for event in self._waiting:
            event.set()


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
    def signal(self) -> AbortSignal:
        """The signal to hand to calls."""
        return self._signal

    def abort(self, reason: Any = None) -> None:
        """Stop every call that has the signal; a second abort changes nothing."""
        self._signal._abort(reason)  # noqa: SLF001 - the controller is the signal's other half


def throw_if_aborted(signal: AbortSignal | None) -> None:
    """Raise `AbortError`, or the exception given with the abort, when `signal` is aborted."""
    if signal is not None and signal.aborted:
        raise _error(signal)


async def abortable(signal: AbortSignal | None, call: Callable[[], Awaitable[T]]) -> T:
    """Await `call()`, and stop it with an error when `signal` is aborted first."""
    if signal is None:
        return await call()
    throw_if_aborted(signal)
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
