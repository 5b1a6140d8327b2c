"""A stream over a response body that closes the response even when nobody began to read it."""

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

__all__ = ["BodyStream"]

T = TypeVar("T")


class BodyStream(AsyncGenerator[T, None]):
    """An async generator with a `close` of its own.

    Python does not run the `finally` of a generator that was never started; a response would stay open.
    """

    def __init__(self, items: AsyncGenerator[T, None], close: Callable[[], Awaitable[None]]) -> None:
        self._items = items
        self._close = close

    def __aiter__(self) -> AsyncIterator[T]:
        return self._items  # without a layer in between, which would cost as much as reading the event

    def __anext__(self) -> Any:
        return self._items.__anext__()

    def asend(self, value: None) -> Any:
        """Send into the generator."""
        return self._items.asend(value)

    def athrow(self, *error: Any) -> Any:
        """Raise within the generator."""
        return self._items.athrow(*error)

    async def aclose(self) -> None:
        """Stop reading and close the response."""
        await self._items.aclose()
        await self._close()
