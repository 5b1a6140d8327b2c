"""Streams what DeepSeek thinks, dimmed, and what it answers; needs DEEPSEEK_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.deepseek import create_deepseek


async def main() -> None:
    async with create_deepseek() as deepseek:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why do ships float?")])
        options = LanguageModelV4CallOptions(prompt=[question], reasoning="low")
        result = await deepseek("deepseek-v4-flash").do_stream(options)
        async for part in result.stream:
            match part.type:
                case "reasoning-delta":
                    print(f"\033[2m{part.delta}\033[0m", end="", flush=True)
                case "text-delta":
                    print(part.delta, end="", flush=True)
                case "finish":
                    cached = part.usage.input_tokens.cache_read
                    print(f"\n{part.usage.input_tokens.total} tokens read, {cached} of them from the cache")


asyncio.run(main())
