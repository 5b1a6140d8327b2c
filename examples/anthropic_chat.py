"""Streams an answer of Claude that searches the web, with its sources; needs ANTHROPIC_API_KEY."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4ProviderTool,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.anthropic import create_anthropic


async def main() -> None:
    async with create_anthropic() as anthropic:
        search = anthropic.tools.web_search_20260209(max_uses=2)
        tool = LanguageModelV4ProviderTool(id=search.id, name="web_search", args=search.args)
        question = LanguageModelV4TextPart(text="Which comets can be seen this month?")
        options = LanguageModelV4CallOptions(
            prompt=[LanguageModelV4UserMessage(content=[question])],
            tools=[tool],
            reasoning="low",
            provider_options={"anthropic": {"cacheControl": {"type": "ephemeral"}}},
        )
        result = await anthropic("claude-sonnet-4-6").do_stream(options)
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)
            elif part.type == "source" and part.source_type == "url":
                print(f"\n[{part.title or part.url}]({part.url})")
            elif part.type == "finish":
                print(f"\n{part.usage.input_tokens.total} tokens in, {part.usage.output_tokens.total} out")


asyncio.run(main())
