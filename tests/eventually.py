"""Waiting for what another task, or a server, does in its own time."""

from collections.abc import Callable

import anyio

__all__ = ["eventually"]


async def eventually(is_so: Callable[[], bool]) -> None:
    """Return as soon as it is so; raises `TimeoutError` when it is not within ten seconds."""
    with anyio.fail_after(10):
        while not is_so():
            await anyio.sleep(0.001)
