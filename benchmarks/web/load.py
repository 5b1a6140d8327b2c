"""Many streams at once, at a pace: what a chunk costs, how many get through, how late the event loop is."""

import asyncio
import statistics
import time
from typing import Any

from benchmarks.web.plan import ENDLESS, RAMP_SECONDS, SETTLE_SECONDS, STREAMS, WINDOW_SECONDS, model_id
from benchmarks.web.processes import Backend, run_backend
from benchmarks.web.streams import ChatStream, open_stream

__all__ = ["COLUMNS", "measure_load"]

_LONGEST_START = 120
_BATCHES = 20
_WARM_UP_STREAMS = 10

COLUMNS = {
    "chunks_per_second": "chunks/s",
    "cpu_per_chunk": "CPU µs / chunk",
    "cpu_per_start": "CPU ms / stream begun",
    "lag_p50": "lag p50, ms",
    "lag_p99": "lag p99, ms",
    "first_p50": "first text p50, s",
    "first_p99": "first text p99, s",
    "memory_per_stream": "kB / stream",
    "load_generator": "generator, % of a core",
}
"""What is measured, and what the table calls it."""


def measure_load(name: str, rate: int) -> dict[str, float]:
    """Return the figures of one backend, with so many chunks a second offered to each stream."""
    with run_backend(name) as backend:
        return asyncio.run(_measure(backend, rate))


async def _measure(backend: Backend, rate: int) -> dict[str, float]:
    await _warm_up(backend)
    model = model_id(words=ENDLESS, per_second=rate)
    memory, cpu = backend.memory(), backend.cpu_seconds()
    streams = await _open_all(backend, model)
    started = backend.cpu_seconds() - cpu
    passed = sum(stream.pieces for stream in streams)
    await asyncio.sleep(SETTLE_SECONDS)
    window = await _watch(backend, streams)
    grown = backend.memory() - memory
    for stream in streams:
        stream.vanish()
    lags = (await asyncio.to_thread(backend.measurements, window["since"], window["until"]))["lags"]
    firsts = [stream.first_at - stream.asked_at for stream in streams]
    return {
        **{key: window[key] for key in ("chunks_per_second", "cpu_per_chunk", "load_generator")},
        # What the chunks of the streams that were first cost is no part of beginning.
        "cpu_per_start": (started * 1e6 - passed * window["cpu_per_chunk"]) / STREAMS / 1e3,
        "lag_p50": statistics.median(lags) * 1e3,
        "lag_p99": _percentile(lags, 99) * 1e3,
        "first_p50": statistics.median(firsts),
        "first_p99": _percentile(firsts, 99),
        "memory_per_stream": grown / STREAMS / 1024,
    }


async def _warm_up(backend: Backend) -> None:
    """Let everything be imported and compiled before anything is measured."""
    model = model_id(words=50)
    for _ in range(3):
        streams = [await open_stream(backend.port, model) for _ in range(_WARM_UP_STREAMS)]
        await asyncio.gather(*(stream.has_ended for stream in streams))
        for stream in streams:
            if stream.pieces != 50 or not stream.is_done:  # noqa: PLR2004 - the words that were asked for
                raise RuntimeError(f"{backend.name} passed on {stream.pieces} of 50 pieces of text")


async def _open_all(backend: Backend, model: str) -> list[ChatStream]:
    """Open the streams over two seconds, and return when all of them have begun."""
    streams: list[ChatStream] = []
    for _ in range(_BATCHES):
        opened = (open_stream(backend.port, model) for _ in range(STREAMS // _BATCHES))
        streams += await asyncio.gather(*opened)
        await asyncio.sleep(RAMP_SECONDS / _BATCHES)
    async with asyncio.timeout(_LONGEST_START):
        await asyncio.gather(*(stream.has_begun for stream in streams))
    return streams


async def _watch(backend: Backend, streams: list[ChatStream]) -> dict[str, Any]:
    """Compare the beginning and the end of a time in which nothing begins or ends."""
    pieces, cpu = sum(stream.pieces for stream in streams), backend.cpu_seconds()
    since, own = time.monotonic(), time.process_time()
    await asyncio.sleep(WINDOW_SECONDS)
    passed = sum(stream.pieces for stream in streams) - pieces
    until = time.monotonic()
    used = backend.cpu_seconds() - cpu
    if any(stream.has_ended.done() for stream in streams):
        raise RuntimeError(f"{backend.name} ended a stream that has no end")
    return {
        "since": since,
        "until": until,
        "chunks_per_second": passed / (until - since),
        "cpu_per_chunk": used / passed * 1e6,
        "load_generator": (time.process_time() - own) / (until - since) * 100,
    }


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
