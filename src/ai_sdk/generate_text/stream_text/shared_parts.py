"""One stream for any number of readers, each of which sees all of it, and which whoever is ahead drives.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator, Callable
from typing import Any

from ai_sdk.generate_text.stream_text.part_log import PartLog
from ai_sdk.provider_utils.abort import AbortError
from ai_sdk.provider_utils.background_task import BackgroundTask

__all__ = ["SKIPPED", "Select", "SharedParts"]

SKIPPED: Any = object()
"""What a view returns for a part that its readers do not see."""

Select = Callable[[Any], Any]
"""What a view makes of a part."""

CANCELLED = "The stream was cancelled."


class SharedParts:
    """The parts of `source`, which are kept.

    A lone reader takes the next part from the source itself, so that a slow reader slows the source down. As long as
    there are several, a task of its own takes each part, so that none of them can take the source down when it is
    cancelled; when the last of them is cancelled, the task is. `on_end` is called once, with the error if the
    source has failed.
    """

    def __init__(self, source: AsyncGenerator[Any, None], on_end: Callable[[BaseException | None], None]) -> None:
        self.is_ended = False
        self._source = source
        self._on_end = on_end
        self._log = PartLog()
        self._error: Exception | None = None
        self._readers = 0
        self._is_pulling = False
        self._is_closing = False
        self._task: BackgroundTask | None = None
        self._arrival: Any = None

    @property
    def error(self) -> Exception | None:
        """Why the stream broke off."""
        return self._error

    async def read(self, select: Select) -> AsyncGenerator[Any, None]:
        """Give what `select` makes of each part, from the first one on; raises the error of the source at the end."""
        log, position = self._log, 0
        self._readers += 1
        try:
            while True:
                while position < log.count:
                    for part in log.block(position):
                        position += 1
                        value = select(part)
                        if value is not SKIPPED:
                            yield value
                if self.is_ended:
                    break
                if self._is_shared():
                    await self._wait()
                elif (part := await self._pull()) is not SKIPPED:
                    position += 1
                    value = select(part)
                    if value is not SKIPPED:
                        yield value
        finally:
            self._readers -= 1
        if self._error is not None:
            raise self._error

    def join(self) -> None:
        """Count as a reader from now on, until `drain` has ended."""
        self._readers += 1

    async def drain(self) -> None:
        """Read to the end without looking; for whoever has joined."""
        try:
            while not self.is_ended:
                await (self._wait() if self._is_shared() else self._pull())
        finally:
            self._readers -= 1

    async def wait(self) -> None:
        """Return at the end of the stream, as one more reader that does not look."""
        self.join()
        await self.drain()

    async def aclose(self) -> None:
        """End the stream where it is, and close what it reads from."""
        if self.is_ended:
            return
        self._is_closing = True
        if self._task is not None:
            await self._task.close()
        if not self._is_pulling:
            await self._source.aclose()
            self._end(AbortError(CANCELLED))

    def _is_shared(self) -> bool:
        """Whether somebody else takes the next part, or a task has to."""
        return self._is_pulling or self._task is not None or self._readers > 1

    async def _pull(self) -> Any:
        """Take the next part and return it; `SKIPPED` at the end."""
        self._is_pulling = True
        try:
            part = await self._source.__anext__()
        except StopAsyncIteration:
            self._end(None)
            return SKIPPED
        except Exception as error:  # noqa: BLE001 - each reader gets it
            self._end(error)
            return SKIPPED
        except BaseException:
            self._end(AbortError(CANCELLED))
            raise
        finally:
            self._is_pulling = False
            if self._arrival is not None:
                self._arrival.set()
        self._log.append(part)
        if self._is_closing:
            await self._source.aclose()
            self._end(AbortError(CANCELLED))
        return part

    async def _wait(self) -> None:
        """Wait for a part that another reader, or a task, takes."""
        if self._is_pulling and self._task is None:
            await self._arrived()
            return
        task = self._task
        if task is None:
            task = self._task = BackgroundTask(self._pull)
        try:
            await task.wait()
        finally:
            if not task.is_done and self._readers == 1:
                await task.close()
            if self._task is task and task.is_done:
                self._task = None

    async def _arrived(self) -> None:
        import anyio

        if self._arrival is None or self._arrival.is_set():
            self._arrival = anyio.Event()
        await self._arrival.wait()

    def _end(self, error: Exception | None) -> None:
        if not self.is_ended:
            self.is_ended = True
            self._error = error
            self._on_end(error)
