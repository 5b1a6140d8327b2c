"""One value after the other, and then the last one for ever.

Ports: ai/src/test/mock-values.ts
"""

from collections.abc import Callable
from itertools import chain, repeat
from typing import TypeVar

__all__ = ["mock_values"]

T = TypeVar("T")


def mock_values(first: T, *more: T) -> Callable[[], T]:
    """Return a function that gives the values in turn, and the last one from then on.

    >>> now = mock_values(0, 100)
    >>> now(), now(), now()
    (0, 100, 100)
    """
    values = chain([first, *more], repeat(more[-1] if more else first))
    return lambda: next(values)
