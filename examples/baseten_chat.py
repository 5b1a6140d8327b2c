"""Streams an answer from a model API of Baseten; needs BASETEN_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.baseten import create_baseten


async def main() -> None:
    async with create_baseten() as baseten:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="How does a cable ferry steer?")])
        result = await baseten("zai-org/GLM-4.7").do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
