"""Clients whose sockets close without a word, at any moment of an answer, leave nothing behind on the server."""

import asyncio
import gc
import json
import socket
import struct
from collections import Counter
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from ai_sdk import stream_text, tool
from ai_sdk.integrations.resumable_streams import ResumableStreams
from tests.eventually import eventually
from tests.integrations import servers
from tests.integrations.loopback_provider import Provider, chunk

pytestmark = pytest.mark.anyio
EVERY = pytest.mark.parametrize("serve", servers.ASYNCHRONOUS.values(), ids=servers.ASYNCHRONOUS)

CLIENTS = 20
KEPT = (
    "ai_sdk.testing.",
    "ai_sdk.provider_utils.connection_pool._Slot",
    "ai_sdk.provider_utils.asyncio_connection.AsyncioConnection",
    "ai_sdk.provider_utils.asyncio_connection._Protocol",
)
"""The requests that the model notes, and places for connections, as many as were in use at once."""

RESET = struct.pack("ii", 1, 0)
FUNCTION = {"index": 0, "id": "1", "type": "function", "function": {"name": "wait", "arguments": "{}"}}
CHOICE = {"index": 0, "delta": {"tool_calls": [FUNCTION]}, "finish_reason": "tool_calls"}
TOOL_CALL = {"id": "1", "created": 1, "model": "m", "choices": [CHOICE]}


class Client:
    """A client that knows nothing of the server but its socket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read_until(self, text: bytes) -> None:
        await self._reader.readuntil(text)

    def vanish(self, *, resets: bool) -> None:
        if resets:
            self._writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self._writer.transport.abort()


async def ask(url: str) -> Client:
    reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(url).port)
    writer.write(b"POST /chat HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\n\r\n")
    return Client(reader, writer)


def objects_of_the_library() -> Counter[str]:
    gc.collect()
    kinds = (type(each) for each in gc.get_objects())
    names = (f"{kind.__module__}.{kind.__qualname__}" for kind in kinds)
    return Counter(name for name in names if name.startswith("ai_sdk.") and not name.startswith(KEPT))


async def everybody_vanishes(url: str, seen: bytes, is_ready: Callable[[], bool] = lambda: True) -> None:
    clients = await asyncio.gather(*(ask(url) for _ in range(CLIENTS)))
    await asyncio.gather(*(client.read_until(seen) for client in clients))
    await eventually(is_ready)
    for number, client in enumerate(clients):
        client.vanish(resets=number % 2 == 0)


@pytest.mark.parametrize("first", [None, "Hello"], ids=["before the model's first word", "after it"])
@EVERY
async def test_nothing_is_left_of_clients_that_vanish_while_the_model_is_silent(serve, first) -> None:
    released = asyncio.Event()

    async def silent() -> AsyncIterator[bytes]:
        if first is not None:
            yield chunk(first)
        await released.wait()

    async with Provider(silent) as provider:

        def respond(_: str) -> Any:
            return stream_text(model=provider.model, prompt="Hi"), {}

        async with serve(respond, ResumableStreams()) as url:
            seen = b'"start"' if first is None else b"Hello"

            tasks = len(asyncio.all_tasks())

            async def round_of_clients() -> Counter[str]:
                """Return what is there when the round's clients are gone and the model may go on."""
                before = len(provider.server.requests)
                released.clear()
                await everybody_vanishes(url, seen, lambda: len(provider.server.requests) == before + CLIENTS)
                await eventually(lambda: provider.is_left)
                released.set()
                await eventually(lambda: len(asyncio.all_tasks()) <= tasks)
                return objects_of_the_library()

            first_round = await round_of_clients()
            assert await round_of_clients() - first_round == Counter()


@EVERY
async def test_a_tool_that_runs_is_cancelled_for_clients_that_vanish(serve) -> None:
    ended = []

    @tool
    async def wait() -> None:
        """Wait for ever."""
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(1)

    async def calls_the_tool() -> AsyncIterator[bytes]:
        yield f"data: {json.dumps(TOOL_CALL)}\n\n".encode()

    async with Provider(calls_the_tool) as provider:

        def respond(_: str) -> Any:
            return stream_text(model=provider.model, prompt="Hi", tools=[wait]), {}

        async with serve(respond, ResumableStreams()) as url:
            tasks = asyncio.all_tasks()
            await everybody_vanishes(url, b'"tool-input-available"')
            await eventually(lambda: len(ended) == CLIENTS)
            await provider.provider.aclose()
            await eventually(lambda: provider.is_left)
            await eventually(lambda: asyncio.all_tasks() <= tasks)
    assert len(provider.server.requests) == CLIENTS
