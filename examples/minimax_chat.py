"""Streams an answer of MiniMax with its thoughts; needs MINIMAX_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.minimax import create_minimax


async def main() -> None:
    async with create_minimax() as minimax:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="What is 17 times 23?")])
        options = LanguageModelV4CallOptions(
            prompt=[question], provider_options={"minimax": {"thinking": {"type": "adaptive"}}}
        )
        result = await minimax("minimax-m3").do_stream(options)
        async for part in result.stream:
            match part.type:
                case "reasoning-delta" | "text-delta":
                    print(part.delta, end="", flush=True)
                case "reasoning-end":
                    print("\n---")
                case "finish":
                    print(f"\n{part.finish_reason.unified}, {part.usage.output_tokens.total} tokens")


asyncio.run(main())
