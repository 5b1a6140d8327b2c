"""Streams a page written by v0; needs VERCEL_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.vercel import create_vercel


async def main() -> None:
    async with create_vercel() as vercel:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="A pricing page in React.")])
        result = await vercel("v0-1.5-md").do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
