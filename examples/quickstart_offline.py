"""Streams text from a model that listens on this machine: no key, no network."""

import asyncio

from ai_sdk import stream_text
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, answer_openai_chat


async def main() -> None:
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
        stream_text(model=loopback("any-model"), prompt="Hello from Python!") as result,
    ):
        async for text in result.text_stream:
            print(text, end="", flush=True)


asyncio.run(main())
