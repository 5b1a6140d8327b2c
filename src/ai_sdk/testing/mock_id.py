"""Ids that count, for tests that compare whole values.

Ports: @ai-sdk/provider-utils/src/test/mock-id.ts
"""

from collections.abc import Callable
from itertools import count

__all__ = ["mock_id"]


def mock_id(*, prefix: str = "id") -> Callable[[], str]:
    """Return a function that gives a new id at each call.

    >>> generate_id = mock_id(prefix="call")
    >>> generate_id(), generate_id()
    ('call-0', 'call-1')
    """
    counter = count()
    return lambda: f"{prefix}-{next(counter)}"
