"""Streams text from Groq; needs GROQ_API_KEY."""

import asyncio

from ai_sdk import stream_text
from ai_sdk.providers.groq import groq


async def main() -> None:
    async with stream_text(model=groq("llama-3.3-70b-versatile"), prompt="Why is the sky blue?") as result:
        async for text in result.text_stream:
            print(text, end="", flush=True)


asyncio.run(main())
