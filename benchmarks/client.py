"""One client of the benchmarks in its own process: `python -m benchmarks.client NAME URL`; prints JSON."""

import asyncio
import json
import resource
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks import plan
from benchmarks.clients import Client, make_client


async def measure(client: Client) -> dict[str, float]:
    """Return the figures that the tables of `benchmarks.__main__` name; CPU time is in microseconds."""
    for _ in range(20):
        await client.call()
    await _streams(client, plan.SHORT_STREAM, 1)
    results = {"call": await _cost(_repeat(client.call, plan.CALLS), plan.CALLS)}
    results["call_in_flight"] = await _cost(_at_once(client.call), plan.IN_FLIGHT_CALLS)
    results["chunk_short"] = await _cost(_streams(client, plan.SHORT_STREAM, 20), plan.SHORT_STREAM * 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    results["chunk_long"] = await _cost(_streams(client, plan.LONG_STREAM, 1), plan.LONG_STREAM)
    results["growth_mb"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    results |= await _paced(client)
    embed: Any = getattr(client, "embed", None)
    if embed is not None:
        await _repeat(embed, 3)
        results["embed"] = await _cost(_repeat(embed, plan.EMBED_CALLS), plan.EMBED_CALLS)
    await client.aclose()
    return results


async def _cost(work: Awaitable[None], count: int) -> float:
    start = time.process_time()
    await work
    return (time.process_time() - start) / count * 1e6


async def _repeat(call: Callable[[], Awaitable[None]], times: int) -> None:
    for _ in range(times):
        await call()


async def _at_once(call: Callable[[], Awaitable[None]]) -> None:
    await asyncio.gather(*(_repeat(call, plan.IN_FLIGHT_CALLS // plan.IN_FLIGHT) for _ in range(plan.IN_FLIGHT)))


async def _streams(client: Client, words: int, times: int) -> None:
    for _ in range(times):
        _check(await client.stream(f"words-{words}"), words)


async def _paced(client: Client) -> dict[str, float]:
    """Read many streams at once, which the server sends at a pace, and watch how late the event loop is."""
    chunks = plan.PACED_STREAMS * plan.PACED_WORDS
    lags: list[float] = []
    watch = asyncio.create_task(_watch(lags))
    start = time.monotonic()
    cost = await _cost(_all_paced(client), chunks)
    seconds = time.monotonic() - start
    watch.cancel()
    return {
        "chunk_paced": cost,
        "chunks_per_second": chunks / seconds,
        "lag_p99": statistics.quantiles(lags, n=100, method="inclusive")[98] * 1e3,
    }


async def _all_paced(client: Client) -> None:
    counts = await asyncio.gather(*(client.stream(f"paced-{plan.PACED_WORDS}") for _ in range(plan.PACED_STREAMS)))
    for count in counts:
        _check(count, plan.PACED_WORDS)


async def _watch(lags: list[float]) -> None:
    while True:
        start = time.monotonic()
        await asyncio.sleep(plan.TICK_SECONDS)
        lags.append(max(0.0, time.monotonic() - start - plan.TICK_SECONDS))


def _check(count: int, words: int) -> None:
    if count != words:
        raise RuntimeError(f"{count} pieces of text came instead of {words}")


def main() -> None:
    """Measure the client that the command line names."""
    name, url = sys.argv[1:]
    print(json.dumps(asyncio.run(measure(make_client(name, url)))))


if __name__ == "__main__":
    main()
