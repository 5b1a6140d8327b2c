"""Streams text from a model that listens on this machine: no key, no network."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, answer_openai_chat


async def main() -> None:
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        user = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hello from Python!")])
        result = await loopback("any-model").do_stream(LanguageModelV4CallOptions(prompt=[user]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
