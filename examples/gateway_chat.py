"""Streams an answer through the AI Gateway, with a fallback model and routing; needs AI_GATEWAY_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.gateway import create_gateway


async def main() -> None:
    async with create_gateway() as gateway:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why is the sky blue?")])
        routing = {"models": ["openai/gpt-5-mini"], "sort": "ttft", "tags": ["example"]}
        options = LanguageModelV4CallOptions(prompt=[question], provider_options={"gateway": routing})
        result = await gateway("anthropic/claude-sonnet-4.5").do_stream(options)
        async for part in result.stream:
            match part.type:
                case "text-delta":
                    print(part.delta, end="", flush=True)
                case "finish":
                    print(f"\n{part.finish_reason.unified}, {part.usage.output_tokens.total} tokens")
        credits_left = await gateway.get_credits()
        print(f"{credits_left.balance} dollars left")


asyncio.run(main())
