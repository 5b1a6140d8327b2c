"""Starts the backends of the example chat, each as the process that its README names, on a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
ARTIFACTS = ROOT / "build" / "browser"
BACKENDS = {"fastapi": "app.py", "django": "django_app.py", "flask": "flask_app.py"}
_SECONDS_TO_START = 30


@contextmanager
def running_backend(name: str) -> Iterator[str]:
    """Run a backend; its log is kept beside the screenshots. Yields its address."""
    folder = ARTIFACTS / name
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        script = ROOT / "examples" / "fastapi-chat" / BACKENDS[name]
        process = subprocess.Popen(
            [sys.executable, script], env={**os.environ, "PORT": str(port)}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            url = f"http://127.0.0.1:{port}"
            if not _answers(url, process):
                pytest.fail(f"the backend did not start:\n{Path(log.name).read_text('utf-8')}")
            yield url
        finally:
            process.terminate()
            process.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Return True once the backend answers, False when it does not come up."""
    deadline = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return httpx.get(f"{url}/api/model-calls").is_success
        except httpx.TransportError:
            time.sleep(0.1)
    return False
