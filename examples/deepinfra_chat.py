"""Streams an answer from DeepInfra; needs DEEPINFRA_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.deepinfra import create_deepinfra


async def main() -> None:
    async with create_deepinfra() as deepinfra:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why is old ice blue?")])
        result = await deepinfra("deepseek-ai/DeepSeek-V3").do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
