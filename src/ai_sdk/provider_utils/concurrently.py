"""Several calls at once, as `Promise.all` makes them."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import anyio

__all__ = ["concurrently"]

T = TypeVar("T")


async def concurrently(calls: Iterable[Callable[[], Awaitable[T]]]) -> list[T]:
    """Return the results in the order of the calls; the first error cancels the others and is raised as it is."""
    results: dict[int, T] = {}
    errors: list[Exception] = []
    async with anyio.create_task_group() as group:

        async def run(index: int, call: Callable[[], Awaitable[T]]) -> None:
            try:
                results[index] = await call()
            except Exception as error:  # noqa: BLE001 - raised below, outside of the group that would wrap it
                errors.append(error)
                group.cancel_scope.cancel()

        for index, call in enumerate(calls):
            group.start_soon(run, index, call)
    if errors:
        raise errors[0]
    return [results[index] for index in sorted(results)]
