"""Jobs one after the other.

Ports: ai/src/util/serial-job-executor.ts, ai/src/util/job.ts
"""

from collections.abc import Awaitable, Callable
from typing import Any

import anyio

__all__ = ["Job", "SerialJobExecutor"]

Job = Callable[[], Awaitable[Any]]
"""Something to do."""


class SerialJobExecutor:
    """Runs the jobs that several tasks have, one at a time and in the order in which they came."""

    def __init__(self) -> None:
        self._turn = anyio.Lock()
        self._unfinished = 0
        self._idle = anyio.Event()

    async def run(self, job: Job) -> None:
        """Run `job` after all that came before, and return or raise with it."""
        self._unfinished += 1
        try:
            async with self._turn:
                await job()
        finally:
            self._unfinished -= 1
            if not self._unfinished:
                self._idle.set()
                self._idle = anyio.Event()

    async def wait_for_idle(self) -> None:
        """Return once no job runs or waits."""
        if self._unfinished:
            await self._idle.wait()
