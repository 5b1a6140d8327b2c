"""Settings that may be a value, a callable, or an awaitable, read when a request is made.

Ports: @ai-sdk/provider-utils/src/resolve.ts
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar, Union, cast

__all__ = ["Resolvable", "resolve"]

T = TypeVar("T")

Resolvable = Union[T, Callable[[], T | Awaitable[T]]]  # noqa: UP007 - a bare type variable has no |
"""A value, or a function (plain or async) that gives it anew for each request."""


async def resolve(value: Resolvable[T]) -> T:
    """Return the value itself, or what the function gives now."""
    current = value() if callable(value) else value
    return cast("T", await current if hasattr(current, "__await__") else current)
