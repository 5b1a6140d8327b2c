"""The event loop behind the synchronous functions: one for the process, in a thread of its own.

It is made when it is first needed, and anew in a process that was forked. No client ever meets a closed loop.
"""

import asyncio
import contextvars
import os
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

__all__ = ["run"]

T = TypeVar("T")


class _Portal:
    """An event loop that runs in a daemon thread for as long as the process lives."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, name="ai_sdk.sync", daemon=True)
        self.thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run `work` on the loop and wait for it; what interrupts the wait cancels the work."""
        result: Future[T] = Future()
        context = contextvars.copy_context()
        started: list[asyncio.Task[None]] = []

        async def finish() -> None:
            try:
                result.set_result(await work)
            except BaseException as error:  # noqa: BLE001 - it is raised where the caller waits
                result.set_exception(error)

        def start() -> None:
            task = self.loop.create_task(finish(), context=context)
            task.add_done_callback(lambda _: work.close())  # it has not begun when it was cancelled at once
            started.append(task)

        def cancel() -> None:
            for task in started:
                task.cancel()
            if not started:
                work.close()

        try:
            self.loop.call_soon_threadsafe(start)
            return result.result()
        finally:
            if not result.done():  # a signal: Ctrl-C, or the time limit of a worker
                self.loop.call_soon_threadsafe(cancel)


class _State:
    """The portal of this process, when there is one."""

    portal: _Portal | None = None
    lock = threading.Lock()


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on the process's loop and return its result; callable from any thread but the loop's own."""
    portal = _portal()
    if threading.current_thread() is portal.thread:
        work.close()
        raise RuntimeError(
            "a function of ai_sdk.sync was called on the event loop that runs them, where it would wait for itself; "
            "use the function of the same name from ai_sdk with await"
        )
    return portal.run(work)


def _portal() -> _Portal:
    with _State.lock:
        if _State.portal is None:
            _State.portal = _Portal()
        return _State.portal


def _forget() -> None:
    """Forget the portal of the parent process, whose thread does not live here."""
    _State.portal = None
    _State.lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
