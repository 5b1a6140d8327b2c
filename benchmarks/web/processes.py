"""The processes of the load tests, and what can be asked of them."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.request import urlopen

import psutil

__all__ = ["Backend", "run_backend", "wait_until"]


@dataclass(frozen=True)
class Backend:
    """A backend and its model, each in its own process."""

    name: str
    port: int
    process: psutil.Process
    model_url: str

    def model_state(self) -> dict[str, int]:
        """Return how many connections and streams the model server has open; the question is one of them."""
        with urlopen(f"{self.model_url}/state", timeout=120) as response:
            state: dict[str, int] = json.load(response)
        return {**state, "connections": state["connections"] - 1}

    def measurements(self, since: float = 0, until: float = 0) -> dict[str, Any]:
        """Return what the backend's process knows of itself, garbage collected."""
        with urlopen(f"http://127.0.0.1:{self.port}/measurements/{since}/{until}", timeout=120) as response:
            found: dict[str, Any] = json.load(response)
        return found

    def cpu_seconds(self) -> float:
        """Return the CPU time of the backend's process."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def memory(self) -> int:
        """Return the bytes of memory that the backend's process has."""
        rss: int = self.process.memory_info().rss
        return rss


@contextmanager
def run_backend(name: str) -> Iterator[Backend]:
    """Start a model server and a backend, and stop both."""
    with (
        _run("benchmarks.web.model_server") as (model_port, _),
        _run("benchmarks.web.app", name, f"http://127.0.0.1:{model_port}") as (port, process_id),
    ):
        yield Backend(name, port, psutil.Process(process_id), f"http://127.0.0.1:{model_port}")


@contextmanager
def _run(module: str, *arguments: str) -> Iterator[tuple[int, int]]:
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own module
        try:
            line = process.stdout.readline() if process.stdout else ""
            if not line:
                raise RuntimeError(f"{' '.join(command[1:])} did not start")
            yield int(line), process.pid
        finally:
            process.kill()


def wait_until(is_so: Any, seconds: float) -> bool:
    """Return whether something became so in time."""
    limit = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > limit:
            return False
        time.sleep(0.1)
    return True
