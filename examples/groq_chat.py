"""Streams reasoning and text from a model that searches the web on Groq's side; needs GROQ_API_KEY."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4ProviderTool,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.groq import create_groq


async def main() -> None:
    async with create_groq() as groq:
        search = groq.tools.browser_search()
        question = LanguageModelV4UserMessage(
            content=[LanguageModelV4TextPart(text="What is new in Python this week?")]
        )
        options = LanguageModelV4CallOptions(
            prompt=[question],
            tools=[LanguageModelV4ProviderTool(id=search.id, name=search.name, args=search.args)],
            reasoning="low",
            provider_options={"groq": {"reasoningFormat": "parsed"}},
        )
        result = await groq("openai/gpt-oss-20b").do_stream(options)
        async for part in result.stream:
            match part.type:
                case "reasoning-delta":
                    print(f"\033[2m{part.delta}\033[0m", end="", flush=True)
                case "text-delta":
                    print(part.delta, end="", flush=True)
                case "finish":
                    print(f"\n{part.finish_reason.unified}, {part.usage.output_tokens.total} tokens")


asyncio.run(main())
