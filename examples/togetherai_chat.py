"""Streams an answer from Together AI; needs TOGETHER_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.togetherai import create_togetherai


async def main() -> None:
    async with create_togetherai() as togetherai:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Which apple keeps till spring?")])
        result = await togetherai("deepseek-ai/DeepSeek-V3").do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
