"""Streams an answer from Cerebras; needs CEREBRAS_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.cerebras import create_cerebras


async def main() -> None:
    async with create_cerebras() as cerebras:
        question = LanguageModelV4UserMessage(
            content=[LanguageModelV4TextPart(text="How does a tower clock keep time?")]
        )
        result = await cerebras("gpt-oss-120b").do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
