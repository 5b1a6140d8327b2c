"""The example of each framework answers what the hooks of a frontend send."""

import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
FRAMEWORKS = {
    "aiohttp": "aiohttp",
    "django": "Django",
    "fastapi": "FastAPI",
    "flask": "Flask",
    "quart": "Quart",
    "starlette": "Starlette",
}
QUESTION = {
    "id": "7",
    "messages": [{"id": "1", "role": "user", "parts": [{"type": "text", "text": "Hi"}]}],
    "trigger": "submit-message",
}


@contextmanager
def running(name: str) -> Iterator[httpx.Client]:
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-W", "ignore", EXAMPLES / f"{name}_chat.py"]
    with (
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client,
    ):
        try:
            wait_for(port, server)
            yield client
        finally:
            server.terminate()


def free_port() -> int:
    """Return a port that no client gets by chance, so that nobody is met there before the server is."""
    for port in random.sample(range(20_000, 30_000), 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        assert server.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_the_example_of_a_framework_answers_chats_and_completions(name: str) -> None:
    with running(name) as client:
        chat = client.post("/api/chat", json=QUESTION)
        completion = client.post("/api/completion", json={"prompt": "Hi"})
        assert chat.headers["x-vercel-ai-ui-message-stream"] == "v1"
        words = f'"delta":"Hello "}}|"delta":"from "}}|"delta":"{FRAMEWORKS[name]}!"}}'
        assert [word for word in words.split("|") if word not in chat.text] == []
        assert chat.text.endswith('data: {"type":"finish","finishReason":"stop"}\n\ndata: [DONE]\n\n')
        if name == "fastapi":
            assert client.post("/api/recipe?wish=soup").text == '{"name": "Soup", "minutes": 20}'
            assert client.get("/api/chat/7/stream").status_code == 204
            assert client.post("/api/chat/7/stop").json() is False
            assert client.post("/api/chat", json={"id": "7", "messages": [{"id": "1"}]}).status_code == 422
        else:
            assert completion.text == f"Hello from {FRAMEWORKS[name]}!"
