"""Streams an answer from Fireworks, thinking a little; needs FIREWORKS_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.fireworks import create_fireworks


async def main() -> None:
    async with create_fireworks() as fireworks:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="How does a Fresnel lens work?")])
        result = await fireworks("accounts/fireworks/models/kimi-k2p6").do_stream(
            LanguageModelV4CallOptions(prompt=[question], reasoning="low")
        )
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
