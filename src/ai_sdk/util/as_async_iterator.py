"""One item after the other, wherever they come from."""

from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable
from typing import Any, Generic, TypeVar

from ai_sdk.provider_utils.close_stream import close_stream

__all__ = ["AsyncItems", "as_async_iterator"]

T = TypeVar("T")


def as_async_iterator(source: AsyncIterable[Any] | Iterable[Any], convert: Callable[[Any], T]) -> "AsyncItems[T]":
    """Return what `convert` makes of each item of `source`.

    >>> import asyncio
    >>> async def read():
    ...     return [item async for item in as_async_iterator(["a", "b"], str.upper)]
    >>> asyncio.run(read())
    ['A', 'B']
    """
    return AsyncItems(aiter(source) if isinstance(source, AsyncIterable) else _items(source), convert)


class AsyncItems(Generic[T]):
    """An iterator that closes its source even when nobody has begun to read, which a generator would not do."""

    def __init__(self, source: AsyncIterator[Any], convert: Callable[[Any], T]) -> None:
        self._source = source
        self._convert = convert

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        return self._convert(await anext(self._source))

    async def aclose(self) -> None:
        """Close the source; what cannot be closed is left alone."""
        await close_stream(self._source)


async def _items(source: Iterable[T]) -> AsyncIterator[T]:
    for item in source:
        yield item
