"""Streams an answer for which Mistral searches the web, and its sources; needs MISTRAL_API_KEY."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4ProviderTool,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.mistral import create_mistral


async def main() -> None:
    async with create_mistral() as mistral:
        search = mistral.tools.web_search()
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="What is new in bread baking?")])
        options = LanguageModelV4CallOptions(
            prompt=[question], tools=[LanguageModelV4ProviderTool(id=search.id, name="search", args=search.args)]
        )
        result = await mistral.conversation("mistral-medium-latest").do_stream(options)
        async for part in result.stream:
            match part.type:
                case "tool-call":
                    print(f"\033[2m{part.tool_name} {part.input}\033[0m")
                case "text-delta":
                    print(part.delta, end="", flush=True)
                case "source" if part.source_type == "url":
                    print(f" [{part.title}: {part.url}]", end="")
                case "finish":
                    print(f"\n{part.finish_reason.unified}, {part.usage.output_tokens.total} tokens")


asyncio.run(main())
