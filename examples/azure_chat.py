"""Streams an answer from a deployment on Azure; needs AZURE_RESOURCE_NAME and AZURE_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.azure import create_azure


async def main() -> None:
    async with create_azure() as azure:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why do stars twinkle?")])
        result = await azure("my-deployment").do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
