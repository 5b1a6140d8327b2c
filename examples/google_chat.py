"""Streams thoughts, text and sources of a model that searches the web on Google's side.

Needs GOOGLE_GENERATIVE_AI_API_KEY.
"""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4ProviderTool,
    LanguageModelV4SourceUrl,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.google import create_google


async def main() -> None:
    async with create_google() as google:
        search = google.tools.google_search()
        question = LanguageModelV4UserMessage(
            content=[LanguageModelV4TextPart(text="Which lighthouse is the northernmost of Europe's mainland?")]
        )
        options = LanguageModelV4CallOptions(
            prompt=[question],
            tools=[LanguageModelV4ProviderTool(id=search.id, name=search.name, args=search.args)],
            reasoning="low",
            provider_options={"google": {"thinkingConfig": {"includeThoughts": True}}},
        )
        result = await google("gemini-2.5-flash").do_stream(options)
        async for part in result.stream:
            match part.type:
                case "reasoning-delta":
                    print(f"\033[2m{part.delta}\033[0m", end="", flush=True)
                case "text-delta":
                    print(part.delta, end="", flush=True)
                case "source" if isinstance(part, LanguageModelV4SourceUrl):
                    print(f"\n- {part.title or part.url}: {part.url}")
                case "finish":
                    print(f"\n{part.finish_reason.unified}, {part.usage.output_tokens.total} tokens")


asyncio.run(main())
