"""Clients that vanish in the middle of a stream: whether anything of them stays behind."""

import asyncio

from benchmarks.web.plan import ENDLESS, VANISHING_CLIENTS, VANISHING_ROUNDS, model_id
from benchmarks.web.processes import Backend, run_backend, wait_until
from benchmarks.web.streams import open_stream

__all__ = ["COLUMNS", "find_faults", "measure_vanishing"]

_CLOSED_WITHIN = 20
_MOST_OBJECTS_PER_CLIENT = 1.0
_COUNTED = ("tasks", "model_streams", "model_connections", "descriptors")

COLUMNS = {
    "tasks": "tasks left",
    "model_streams": "model calls left",
    "model_connections": "sockets to the model left",
    "descriptors": "descriptors left",
    "objects_per_client": "objects left / client",
    "memory_kb": "kB grown after the first round",
}


def measure_vanishing(name: str) -> dict[str, float]:
    """Return what clients of one backend leave behind that go away without a word, some rounds of them.

    Tasks, calls and sockets are counted against the backend before its first client, objects and memory against what
    they were after a first round, which fills caches.
    """
    with run_backend(name) as backend:
        fresh = _state(backend)
        _vanish_and_settle(backend, fresh)
        warm = _state(backend)
        for _ in range(VANISHING_ROUNDS):
            _vanish_and_settle(backend, fresh)
        last = _state(backend)
    return {
        **{key: last[key] - fresh[key] for key in _COUNTED},
        "objects_per_client": (last["objects"] - warm["objects"]) / VANISHING_ROUNDS / VANISHING_CLIENTS,
        "memory_kb": last["memory_kb"] - warm["memory_kb"],
    }


def find_faults(figures: dict[str, float]) -> list[str]:
    """Return what is wrong with a backend whose clients left these behind."""
    faults = [f"{figures[key]:g} {COLUMNS[key]}" for key in _COUNTED if figures[key] > 0]
    if figures["objects_per_client"] > _MOST_OBJECTS_PER_CLIENT:
        faults.append(f"{figures['objects_per_client']:.1f} {COLUMNS['objects_per_client']}")
    return faults


def _vanish_and_settle(backend: Backend, fresh: dict[str, float]) -> None:
    asyncio.run(_round(backend))
    wait_until(lambda: all(_state(backend)[key] <= fresh[key] for key in _COUNTED), _CLOSED_WITHIN)


def _state(backend: Backend) -> dict[str, float]:
    model, measured = backend.model_state(), backend.measurements()
    return {
        "tasks": measured["tasks"],
        "model_streams": model["streams"],
        "model_connections": model["connections"],
        "descriptors": backend.process.num_fds(),
        "objects": measured["objects"],
        "memory_kb": backend.memory() / 1024,
    }


async def _round(backend: Backend) -> None:
    """Open the streams, read until all have begun, and be gone, one half with a reset and one half with a close."""
    model = model_id(words=ENDLESS, per_second=5)
    opened = (open_stream(backend.port, model) for _ in range(VANISHING_CLIENTS))
    streams = await asyncio.gather(*opened)
    await asyncio.gather(*(stream.has_begun for stream in streams))
    for number, stream in enumerate(streams):
        stream.vanish(resets=number % 2 == 0)
    await asyncio.gather(*(stream.has_ended for stream in streams))
