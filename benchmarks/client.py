"""One client of the benchmarks in its own process: `python -m benchmarks.client NAME URL`; prints JSON."""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable

from benchmarks.clients import Client, make_client
from benchmarks.plan import CALLS, IN_FLIGHT, IN_FLIGHT_CALLS, LONG_STREAM, SHORT_STREAM


async def measure(client: Client) -> dict[str, float]:
    """Return CPU microseconds per call and per chunk, and the growth of memory in MB over a long stream."""
    for _ in range(20):
        await client.call()
    await client.stream(SHORT_STREAM)
    results = {"call": await _cost(_repeat(client.call, CALLS), CALLS)}
    results["call_in_flight"] = await _cost(_at_once(client.call), IN_FLIGHT_CALLS)
    results["chunk_short"] = await _cost(_streams(client, SHORT_STREAM, 20), SHORT_STREAM * 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    results["chunk_long"] = await _cost(_streams(client, LONG_STREAM, 1), LONG_STREAM)
    results["growth_mb"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
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
    await asyncio.gather(*(_repeat(call, IN_FLIGHT_CALLS // IN_FLIGHT) for _ in range(IN_FLIGHT)))


async def _streams(client: Client, words: int, times: int) -> None:
    for _ in range(times):
        count = await client.stream(words)
        if count != words:
            raise RuntimeError(f"{count} pieces of text came instead of {words}")


def main() -> None:
    """Measure the client that the command line names."""
    name, url = sys.argv[1:]
    print(json.dumps(asyncio.run(measure(make_client(name, url)))))


if __name__ == "__main__":
    main()
