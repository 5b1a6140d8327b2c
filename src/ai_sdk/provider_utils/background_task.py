"""Work that runs beside its caller, on asyncio or trio, and is always waited for."""

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any

__all__ = ["BackgroundTask"]


class BackgroundTask:
    """Starts `work` at once; whoever starts it calls `close` in a `finally`, so that it does not outlive its caller.

    `error` is what the work raised.
    """

    def __init__(self, work: Callable[[], Awaitable[object]]) -> None:
        import anyio
        import sniffio

        self._work = work
        self._done = anyio.Event()
        self.error: BaseException | None = None
        self._cancel = _start_in_asyncio(self) if sniffio.current_async_library() == "asyncio" else _start_in_trio(self)

    @property
    def is_done(self) -> bool:
        """Whether the work is over."""
        return self._done.is_set()

    async def wait(self) -> None:
        """Return when the work is over, whether it failed or not; being cancelled while waiting leaves it running."""
        await self._done.wait()

    async def close(self) -> None:
        """Cancel the work if it still runs, and return when it is over."""
        import anyio

        if not self.is_done:
            self._cancel()
            with anyio.CancelScope(shield=True):
                await self._done.wait()

    async def run(self) -> None:
        """Do the work; called by the task itself."""
        try:
            await self._work()
        except BaseException as error:
            self.error = error
            if not isinstance(error, Exception):
                raise
        finally:
            self._done.set()


def _start_in_asyncio(task: BackgroundTask) -> Callable[[], object]:
    import asyncio

    running = asyncio.create_task(task.run())

    def finished(ended: "asyncio.Task[None]") -> None:
        # A task that is cancelled before it began never runs its own `finally`.
        if ended.cancelled():
            task._done.set()  # noqa: SLF001 - the other half of the class

    running.add_done_callback(finished)
    return running.cancel


def _start_in_trio(task: BackgroundTask) -> Callable[[], object]:
    trio: Any = import_module("trio")
    scope = trio.CancelScope()

    async def run() -> None:
        with scope:
            await task.run()

    trio.lowlevel.spawn_system_task(run)
    cancel: Callable[[], object] = scope.cancel
    return cancel
