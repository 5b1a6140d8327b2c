"""Streams an answer about a document that Bedrock caches; needs AWS_REGION and AWS_BEARER_TOKEN_BEDROCK or AWS keys."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4FilePart,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataText,
)
from ai_sdk.providers.amazon_bedrock import create_amazon_bedrock

TABLE = "Bergen: high water 03:12 and 15:40, low water 09:25 and 21:50."


async def main() -> None:
    async with create_amazon_bedrock() as amazon_bedrock:
        document = LanguageModelV4FilePart(
            data=SharedV4FileDataText(text=TABLE),
            media_type="text/plain",
            filename="tides.txt",
            provider_options={"amazonBedrock": {"cachePoint": {"type": "default"}}},
        )
        question = LanguageModelV4TextPart(text="When can a deep boat leave in the afternoon?")
        prompt = [LanguageModelV4UserMessage(content=[document, question])]
        model = amazon_bedrock("us.anthropic.claude-sonnet-4-5-20250929-v1:0")
        result = await model.do_stream(LanguageModelV4CallOptions(prompt=[*prompt]))
        async for part in result.stream:
            match part.type:
                case "text-delta":
                    print(part.delta, end="", flush=True)
                case "finish":
                    print(f"\n{part.finish_reason.unified}, {part.usage.output_tokens.total} tokens")


asyncio.run(main())
