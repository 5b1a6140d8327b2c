"""Streams text from Groq; needs GROQ_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.groq import create_groq


async def main() -> None:
    async with create_groq() as groq:
        user = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why is the sky blue?")])
        result = await groq("llama-3.3-70b-versatile").do_stream(LanguageModelV4CallOptions(prompt=[user]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
