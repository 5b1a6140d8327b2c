"""Streams an answer of Grok that searches the web on xAI's side, with its sources; needs XAI_API_KEY."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4ProviderTool,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.xai import create_xai


async def main() -> None:
    async with create_xai() as xai:
        search = xai.tools.web_search(allowed_domains=["python.org"])
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Which Python is the newest?")])
        options = LanguageModelV4CallOptions(
            prompt=[question],
            tools=[LanguageModelV4ProviderTool(id=search.id, name=search.name, args=search.args)],
            provider_options={"xai": {"maxTurns": 2}},
        )
        result = await xai("grok-4.3").do_stream(options)
        async for part in result.stream:
            match part.type:
                case "text-delta":
                    print(part.delta, end="", flush=True)
                case "source" if part.source_type == "url":
                    print(f"\n[{part.url}]")
                case "finish":
                    print(f"\n{part.finish_reason.unified}, {part.usage.output_tokens.total} tokens")


asyncio.run(main())
