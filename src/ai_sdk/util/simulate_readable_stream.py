"""A stream of given values, for tests and demonstrations.

Ports: ai/src/util/simulate-readable-stream.ts
"""

from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

from ai_sdk.provider_utils.abort import delay

__all__ = ["simulate_readable_stream"]

ChunkT = TypeVar("ChunkT")


async def simulate_readable_stream(
    *,
    chunks: Iterable[ChunkT],
    initial_delay_in_ms: float | None = 0,
    chunk_delay_in_ms: float | None = 0,
) -> AsyncIterator[ChunkT]:
    """Give `chunks` one by one, after a wait of so many milliseconds before the first and each further one.

    `None` is no wait at all, and 0 one that lets others run.
    """
    wait = initial_delay_in_ms
    for chunk in chunks:
        await delay(wait)
        yield chunk
        wait = chunk_delay_in_ms
