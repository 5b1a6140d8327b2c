"""Closing what gives the parts of a stream."""

from collections.abc import AsyncIterable
from typing import Any

__all__ = ["close_stream"]


async def close_stream(stream: AsyncIterable[Any]) -> None:
    """Close a stream, and with it what it reads from; iterators that cannot be closed are left alone."""
    close = getattr(stream, "aclose", None)
    if close is not None:
        await close()
