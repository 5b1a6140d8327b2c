"""Ids and values that come in a known order, for tests that compare whole results.

Ports: @ai-sdk/provider-utils/src/test/mock-id.ts
Ports: @ai-sdk/provider-utils/src/test/convert-array-to-async-iterable.ts
Ports: ai/src/test/mock-values.ts
"""

from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
from itertools import chain, count, repeat
from typing import Generic, TypeVar

__all__ = ["convert_array_to_async_iterable", "mock_id", "mock_values"]

T = TypeVar("T")


def mock_id(*, prefix: str = "id") -> Callable[[], str]:
    """Return a function that gives a new id at each call.

    >>> generate_id = mock_id(prefix="call")
    >>> generate_id(), generate_id()
    ('call-0', 'call-1')
    """
    counter = count()
    return lambda: f"{prefix}-{next(counter)}"


def mock_values(first: T, *more: T) -> Callable[[], T]:
    """Return a function that gives the values in turn, and the last one from then on.

    >>> now = mock_values(0, 100)
    >>> now(), now(), now()
    (0, 100, 100)
    """
    values = chain([first, *more], repeat(more[-1] if more else first))
    return lambda: next(values)


def convert_array_to_async_iterable(values: Sequence[T]) -> AsyncIterable[T]:
    """Return an async iterable of `values`; each `async for` begins anew."""
    return _AsyncValues(values)


class _AsyncValues(Generic[T]):
    def __init__(self, values: Sequence[T]) -> None:
        self._values = values

    async def __aiter__(self) -> AsyncIterator[T]:
        for value in self._values:
            yield value
