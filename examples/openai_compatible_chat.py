"""Streams text from any API that speaks as OpenAI's does: LLM_BASE_URL, LLM_MODEL and LLM_API_KEY say which.

Without them it asks a server on this machine, such as Ollama's.
"""

import asyncio
import os

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.openai_compatible import create_openai_compatible


async def main() -> None:
    async with create_openai_compatible(
        name="my-llm",
        base_url=os.environ.get("LLM_BASE_URL", "http://localhost:11434/v1"),
        api_key=os.environ.get("LLM_API_KEY"),
        include_usage=True,
    ) as llm:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why is the sky blue?")])
        options = LanguageModelV4CallOptions(
            prompt=[question],
            max_output_tokens=200,
            # An option that is not known here is sent as it is.
            provider_options={"myLlm": {"keep_alive": "5m"}},
        )
        result = await llm(os.environ.get("LLM_MODEL", "llama3.2")).do_stream(options)
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)
            elif part.type == "finish":
                print(f"\n{part.finish_reason.unified}, {part.usage.output_tokens.total} tokens")


asyncio.run(main())
