"""What live streams return: one reader, nothing is kept, and values that are there at the end.

Ports: ai/src/transcribe/stream-transcribe.ts, ai/src/generate-speech/stream-speech.ts
"""

from collections.abc import AsyncGenerator, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from ai_sdk.error.stream_errors import StreamAlreadyConsumedError
from ai_sdk.generate_text.stream_text.later_value import LaterValue
from ai_sdk.generate_text.stream_text.outcome import Delayed
from ai_sdk.generate_text.stream_text.shared_parts import Select
from ai_sdk.generate_text.stream_text.single_parts import SingleParts

__all__ = ["LiveResult"]

T = TypeVar("T")


class LiveResult:
    """A stream that runs while it is read, by one reader.

    As an `async with` block, or by `aclose`, it ends when the block is left, and with it the connection.
    """

    _already_read: str
    """What the error says when a second stream is asked for."""

    def __init__(self, parts: AsyncGenerator[Any, None], values: Sequence[Delayed[Any]]) -> None:
        def end(error: BaseException | None) -> None:
            for value in values:
                value.reject(error)

        self._parts = SingleParts(parts, lambda error: None if error is None else end(error))
        self._has_view = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Stop where the stream is, and close the connection and what is streamed in."""
        await self._parts.aclose()

    def _view(self, name: str, select: Select) -> AsyncGenerator[Any, None]:
        try:
            view = self._parts.read(select)
        except StreamAlreadyConsumedError:
            consumed = f"{name} cannot be accessed after a result promise."
            raise StreamAlreadyConsumedError(self._already_read if self._has_view else consumed) from None
        self._has_view = True
        return view

    def _later(self, value: Delayed[T]) -> LaterValue[T]:
        async def read() -> T:
            value.request()
            if not value.is_settled:
                await self._parts.wait()
            return value.get()

        return LaterValue(read)
