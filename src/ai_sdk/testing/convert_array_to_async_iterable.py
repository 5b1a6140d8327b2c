"""A list as something that `async for` goes through, from its start each time.

Ports: @ai-sdk/provider-utils/src/test/convert-array-to-async-iterable.ts
"""

from collections.abc import AsyncIterable, AsyncIterator, Sequence
from typing import Generic, TypeVar

__all__ = ["convert_array_to_async_iterable"]

T = TypeVar("T")


def convert_array_to_async_iterable(values: Sequence[T]) -> AsyncIterable[T]:
    """Return an async iterable of `values`; each `async for` begins anew."""
    return _AsyncValues(values)


class _AsyncValues(Generic[T]):
    def __init__(self, values: Sequence[T]) -> None:
        self._values = values

    async def __aiter__(self) -> AsyncIterator[T]:
        for value in self._values:
            yield value
