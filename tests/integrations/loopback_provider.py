"""A model on this machine that answers over HTTP as a test says, and what it sees of its clients."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any, Self

from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, Reply


def chunk(text: str) -> bytes:
    return (
        b'data: {"id":"1","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"%b"}}]}\n\n' % text.encode()
    )


class Provider:
    """A model on this machine that answers as the test says, and what it sees; `reset` breaks its connections."""

    def __init__(self, pieces: Callable[[], AsyncIterator[bytes]], *, reset: bool = False) -> None:
        reply = {"content-type": "text/event-stream"}
        self.server = LoopbackServer(lambda _: Reply(headers=reply, chunks=pieces(), reset=reset))
        self.model: Any = None

    async def __aenter__(self) -> Self:
        await self.server.__aenter__()
        self.provider = create_openai_compatible(name="loopback", base_url=f"{self.server.url}/v1")
        self.model = self.provider("any")
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.server.__aexit__(*error)

    @property
    def is_reached(self) -> bool:
        return bool(self.server.requests)

    @property
    def is_left(self) -> bool:
        return self.server.open_connections == 0


async def then_silence() -> AsyncIterator[bytes]:
    yield chunk("Hello")
    await asyncio.Event().wait()
