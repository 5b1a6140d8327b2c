"""Streams text of an open model through the Hugging Face router; needs HUGGINGFACE_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.huggingface import create_huggingface


async def main() -> None:
    async with create_huggingface() as huggingface:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why is the sky blue?")])
        result = await huggingface("moonshotai/Kimi-K2-Instruct").do_stream(
            LanguageModelV4CallOptions(prompt=[question])
        )
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
