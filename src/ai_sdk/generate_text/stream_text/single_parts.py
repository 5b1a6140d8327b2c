"""One stream for one reader: nothing is kept.

Ports: ai/src/generate-text/stream-text.ts, ai/src/generate-text/stream-text-single-consumer-result.ts
"""

from collections.abc import AsyncGenerator, Callable
from typing import Any

from ai_sdk.error.stream_errors import StreamAlreadyConsumedError
from ai_sdk.generate_text.stream_text.shared_parts import CANCELLED, SKIPPED, Select
from ai_sdk.provider_utils.abort import AbortError

__all__ = ["SingleParts"]


class SingleParts:
    """The parts of `source`; `on_end` is called once, with the error if the source has failed or was closed early."""

    def __init__(self, source: AsyncGenerator[Any, None], on_end: Callable[[BaseException | None], None]) -> None:
        self.is_ended = False
        self.error: Exception | None = None
        self._source = source
        self._on_end = on_end
        self._is_claimed = False
        self._ended: Any = None

    def join(self) -> None:
        """Become the reader. Raises `StreamAlreadyConsumedError` when there is one."""
        if self._is_claimed:
            raise StreamAlreadyConsumedError
        self._is_claimed = True

    def read(self, select: Select) -> AsyncGenerator[Any, None]:
        """Give what `select` makes of each part. Raises `StreamAlreadyConsumedError` when there is a reader."""
        self.join()
        return self._read(select)

    async def drain(self) -> None:
        """Read to the end without looking; for whoever has joined."""
        try:
            async for _ in self._read(lambda _: SKIPPED):
                pass
        except Exception as error:  # noqa: BLE001 - it is kept, as that of every stream
            self.error = error

    async def wait(self) -> None:
        """Return at the end of the stream; without a reader, the stream is read to its end."""
        if not self._is_claimed:
            self.join()
            await self.drain()
        elif not self.is_ended:
            import anyio

            self._ended = self._ended or anyio.Event()
            await self._ended.wait()

    async def aclose(self) -> None:
        """End the stream where it is, and close what it reads from."""
        if not self.is_ended:
            await self._source.aclose()
            self._end(AbortError(CANCELLED))

    async def _read(self, select: Select) -> AsyncGenerator[Any, None]:
        error: Exception | None = AbortError(CANCELLED)
        try:
            async for part in self._source:
                value = select(part)
                if value is not SKIPPED:
                    yield value
            error = None
        except Exception as caught:
            error = caught
            raise
        finally:
            await self._source.aclose()
            self._end(error)

    def _end(self, error: Exception | None) -> None:
        if not self.is_ended:
            self.is_ended, self.error = True, error
            self._on_end(error)
            if self._ended is not None:
                self._ended.set()
