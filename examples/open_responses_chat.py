"""Streams text from a server on this machine that speaks Open Responses, such as LM Studio on port 1234."""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.open_responses import create_open_responses


async def main() -> None:
    async with create_open_responses(name="lmstudio", url="http://localhost:1234/v1/responses") as studio:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why is the sky blue?")])
        result = await studio("gemma-3-4b").do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
