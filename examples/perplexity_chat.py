"""Streams an answer of this month and the pages that it rests on; needs PERPLEXITY_API_KEY."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.perplexity import create_perplexity


async def main() -> None:
    async with create_perplexity() as perplexity:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="What is new in polar research?")])
        options = LanguageModelV4CallOptions(
            prompt=[question], provider_options={"perplexity": {"search_recency_filter": "month"}}
        )
        result = await perplexity("sonar-pro").do_stream(options)
        sources: list[str] = []
        async for part in result.stream:
            match part.type:
                case "source" if part.source_type == "url":
                    sources.append(part.url)
                case "text-delta":
                    print(part.delta, end="", flush=True)
        print("", *sources, sep="\n")


asyncio.run(main())
