"""What the loopback server says of its clients."""

import asyncio
import socket
import struct
from urllib.parse import urlsplit

import pytest

from ai_sdk.testing import LoopbackServer, answer_openai_chat

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("resets", [True, False])
async def test_a_connection_counts_as_open_until_its_client_closes_or_resets_it(*, resets: bool) -> None:
    async with LoopbackServer(answer_openai_chat) as server, asyncio.timeout(10):
        _, writer = await asyncio.open_connection("127.0.0.1", urlsplit(server.url).port)
        while server.open_connections != 1:
            await asyncio.sleep(0)
        if resets:
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
        while server.open_connections != 0:
            await asyncio.sleep(0)
