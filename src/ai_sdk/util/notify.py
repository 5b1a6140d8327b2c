"""Telling callbacks about an event, whose errors never reach the call.

Ports: ai/src/util/notify.ts
"""

import inspect
import logging
from collections.abc import Sequence
from typing import Any, TypeVar

from ai_sdk.util.callback import Callback, Callbacks

__all__ = ["notify"]

EventT = TypeVar("EventT")

_logger = logging.getLogger("ai_sdk")


async def notify(event: EventT, callbacks: Callbacks[EventT] = None) -> None:
    """Call each callback with `event`, in order, and return when all are done; asynchronous ones run side by side.

    An error of a callback is logged at debug level by the logger `ai_sdk` and otherwise ignored.

    >>> import asyncio
    >>> asyncio.run(notify("started", print))
    started
    """
    present = _present(callbacks)
    for index, callback in enumerate(present):
        pending = _call(callback, event)
        if inspect.isawaitable(pending):
            await _together(pending, present[index + 1 :], event)
            return


def _present(callbacks: Callbacks[EventT]) -> Sequence[Callback[EventT]]:
    if callbacks is None:
        return ()
    if callable(callbacks):
        return (callbacks,)
    return [callback for callback in callbacks if callback is not None]


def _call(callback: Callback[EventT], event: EventT) -> Any:
    try:
        return callback(event)
    except Exception:
        _logger.debug("a callback failed", exc_info=True)
        return None


async def _together(first: Any, others: Sequence[Callback[EventT]], event: EventT) -> None:
    if not others:
        await _finish(first)
        return
    import anyio

    async def run(callback: Callback[EventT]) -> None:
        pending = _call(callback, event)
        if inspect.isawaitable(pending):
            await _finish(pending)

    async with anyio.create_task_group() as group:
        group.start_soon(_finish, first)
        for callback in others:
            group.start_soon(run, callback)


async def _finish(pending: Any) -> None:
    try:
        await pending
    except Exception:
        _logger.debug("a callback failed", exc_info=True)
