"""The least that a backend can do: read the request, pass on each piece of text, and nothing else."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

_HEADERS = {"x-vercel-ai-ui-message-stream": "v1", "cache-control": "no-cache", "x-accel-buffering": "no"}


def make_httpx_floor(url: str) -> Starlette:
    """Return the application over httpx."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=100)
    client = httpx.AsyncClient(timeout=300, limits=limits, trust_env=False)

    async def lines(body: dict[str, Any]) -> AsyncIterator[str]:
        async with client.stream("POST", f"{url}/chat/completions", json=body) as response:
            async for line in response.aiter_lines():
                yield line

    return _make_app(lines)


def make_aiohttp_floor(url: str) -> Starlette:
    """Return the application over aiohttp."""
    sessions: list[aiohttp.ClientSession] = []

    async def lines(body: dict[str, Any]) -> AsyncIterator[str]:
        if not sessions:
            connector, timeout = aiohttp.TCPConnector(limit=0), aiohttp.ClientTimeout(300)
            sessions.append(aiohttp.ClientSession(connector=connector, timeout=timeout))
        async with sessions[0].post(f"{url}/chat/completions", json=body) as response:
            async for line in response.content:
                yield line.decode().rstrip("\n")

    return _make_app(lines)


def _make_app(lines: Any) -> Starlette:
    async def chat(request: Request) -> StreamingResponse:
        sent = await request.json()
        texts = [part["text"] for part in sent["messages"][-1]["parts"]]
        messages = [{"role": "user", "content": "".join(texts)}]
        body = {"model": request.path_params["model"], "messages": messages, "stream": True}
        return StreamingResponse(_events(lines(body)), media_type="text/event-stream", headers=_HEADERS)

    return Starlette(routes=[Route("/api/chat/{model}", chat, methods=["POST"])])


async def _events(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    for kind in ("start", "start-step"):
        yield _event({"type": kind})
    yield _event({"type": "text-start", "id": "0"})
    async for line in lines:
        if line.startswith("data: ") and line != "data: [DONE]":
            text = json.loads(line[6:])["choices"][0]["delta"].get("content")
            if text:
                yield _event({"type": "text-delta", "id": "0", "delta": text})
    yield _event({"type": "text-end", "id": "0"})
    for kind in ("finish-step", "finish"):
        yield _event({"type": kind})
    yield "data: [DONE]\n\n"


def _event(chunk: dict[str, Any]) -> str:
    return f"data: {json.dumps(chunk)}\n\n"
