"""The signal a caller uses to stop a call that it does not await itself.

Cancelling the task is the usual way in Python; a signal serves callers that hold no task, as `AbortSignal` does in
TypeScript.
"""

from typing import Any, Protocol, runtime_checkable

__all__ = ["AbortSignal"]


@runtime_checkable
class AbortSignal(Protocol):
    """What a call needs to know of an abort: whether it happened, why, and a way to wait for it."""

    @property
    def aborted(self) -> bool:
        """Whether the call must stop."""

    @property
    def reason(self) -> Any:
        """The exception or value given with the abort."""

    async def wait(self) -> None:
        """Return once the signal is aborted."""
