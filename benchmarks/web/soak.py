"""A long time in a short one: the requests of 30 minutes back to back, and the slope of the memory."""

import asyncio
import itertools
import statistics
from collections.abc import Iterator

from benchmarks.web.plan import (
    ENDLESS,
    SOAK_AT_ONCE,
    SOAK_REQUESTS,
    SOAK_SAMPLE_EVERY,
    SOAK_WARM_UP,
    model_id,
)
from benchmarks.web.processes import Backend, run_backend, wait_until
from benchmarks.web.streams import open_stream

__all__ = ["COLUMNS", "find_faults", "measure_soak"]

_WORDS = 20
_CLOSED_WITHIN = 20
_MOST_OBJECTS = 100
_MOST_BYTES = 128 * 1024

COLUMNS = {
    "requests": "requests",
    "objects_slope": "objects / 1,000 requests",
    "memory_slope": "bytes / 1,000 requests",
    "memory_first_mb": "MB after warm-up",
    "memory_last_mb": "MB at the end",
}


def measure_soak(name: str) -> dict[str, float]:
    """Return how the memory of one backend grows with its requests, as straight lines through the samples."""
    with run_backend(name) as backend:
        return asyncio.run(_soak(backend))


def find_faults(figures: dict[str, float]) -> list[str]:
    """Return what is wrong with a backend whose memory has these slopes."""
    limits = {"objects_slope": _MOST_OBJECTS, "memory_slope": _MOST_BYTES}
    return [f"{figures[key]:,.0f} {COLUMNS[key]}" for key, limit in limits.items() if figures[key] > limit]


async def _soak(backend: Backend) -> dict[str, float]:
    await _serve(backend, SOAK_WARM_UP)
    served, memory, objects = [0], [backend.memory()], [await _objects(backend)]
    while served[-1] < SOAK_REQUESTS - SOAK_WARM_UP:
        await _serve(backend, SOAK_SAMPLE_EVERY)
        served.append(served[-1] + SOAK_SAMPLE_EVERY)
        objects.append(await _objects(backend))
        memory.append(backend.memory())
    thousands = [count / 1000 for count in served]
    return {
        "requests": SOAK_WARM_UP + served[-1],
        "objects_slope": statistics.linear_regression(thousands, objects).slope,
        "memory_slope": statistics.linear_regression(thousands, memory).slope,
        "memory_first_mb": memory[0] / 2**20,
        "memory_last_mb": memory[-1] / 2**20,
    }


async def _objects(backend: Backend) -> int:
    """Return how many objects the backend's process has when nothing is under way."""
    await asyncio.to_thread(wait_until, lambda: backend.model_state()["streams"] == 0, _CLOSED_WITHIN)
    return int((await asyncio.to_thread(backend.measurements))["objects"])


async def _serve(backend: Backend, requests: int) -> None:
    kinds = itertools.cycle(range(10))
    remaining = iter(range(requests))
    async with asyncio.TaskGroup() as group:
        for _ in range(SOAK_AT_ONCE):
            group.create_task(_work(backend, kinds, remaining))


async def _work(backend: Backend, kinds: Iterator[int], remaining: Iterator[int]) -> None:
    for _ in remaining:
        await _request(backend, next(kinds))


async def _request(backend: Backend, kind: int) -> None:
    """Of ten clients one vanishes, and one has a model whose connection breaks."""
    if kind == 0:
        stream = await open_stream(backend.port, model_id(words=ENDLESS, per_second=50))
        await stream.has_begun
        stream.vanish(resets=True)
        await stream.has_ended
        return
    stream = await open_stream(backend.port, model_id(words=_WORDS, fails=kind == 1))
    await stream.has_ended
    if stream.pieces != _WORDS:
        raise RuntimeError(f"{backend.name} passed on {stream.pieces} of {_WORDS} pieces of text")
