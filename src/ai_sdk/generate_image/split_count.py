"""How many images or videos each call of a model shall make.

Ports: ai/src/generate-image/generate-image.ts, ai/src/generate-video/generate-video.ts
"""

import inspect
from collections.abc import Awaitable, Callable

__all__ = ["CountLimit", "resolve_limit", "split_count"]

CountLimit = int | Callable[[str], int | Awaitable[int | None] | None] | None
"""What a model says of itself: a number, or a function of the model id that returns one."""


async def resolve_limit(limit: CountLimit, model_id: str) -> int | None:
    """Return how many one call makes, or `None` when the model does not say."""
    current = limit(model_id) if callable(limit) else limit
    return await current if inspect.isawaitable(current) else current


def split_count(n: int, limit: int | None) -> list[int]:
    """Cut `n` into counts of at most `limit`, which is 1 when the model does not say.

    >>> split_count(5, 2)
    [2, 2, 1]
    """
    size = 1 if limit is None else limit
    return [min(size, n - start) for start in range(0, n, size)]
