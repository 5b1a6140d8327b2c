"""Lets Kimi finish a sentence that it is said to have begun; needs MOONSHOT_API_KEY."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4CallOptions,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.moonshotai import create_moonshotai

BEGINNING = "At dusk the keeper"


async def main() -> None:
    async with create_moonshotai() as moonshotai:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Tell of a lighthouse, briefly.")])
        begun = LanguageModelV4AssistantMessage(
            content=[LanguageModelV4TextPart(text=BEGINNING)],
            provider_options={"moonshotai": {"partial": True}},
        )
        result = await moonshotai("kimi-k3").do_stream(LanguageModelV4CallOptions(prompt=[question, begun]))
        print(BEGINNING, end="")
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)
        print()


asyncio.run(main())
