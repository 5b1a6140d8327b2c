"""Asks Qwen twice about one text that Alibaba Cloud caches; needs ALIBABA_API_KEY."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.alibaba import create_alibaba

BOOK = "Green tea is heated soon after picking, so that it keeps its colour. " * 100


async def main() -> None:
    async with create_alibaba() as alibaba:
        system = LanguageModelV4SystemMessage(
            content=BOOK, provider_options={"alibaba": {"cacheControl": {"type": "ephemeral"}}}
        )
        for text in ("Why is green tea green?", "When is it heated?"):
            question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text=text)])
            options = LanguageModelV4CallOptions(
                prompt=[system, question], provider_options={"alibaba": {"enableThinking": False}}
            )
            result = await alibaba("qwen-plus").do_generate(options)
            print(*(part.text for part in result.content if part.type == "text"))
            print(f"{result.usage.input_tokens.cache_read} tokens came from the cache")


asyncio.run(main())
