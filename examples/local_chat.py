"""Lists the models of a local Ollama and streams an answer of the first; the error says what to start if it is off."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.local import create_ollama


async def main() -> None:
    async with create_ollama() as ollama:
        models = await ollama.list_models()
        if not models:
            print("There is no model yet; get one with `ollama pull qwen3`.")
            return
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Why is the sky blue?")])
        result = await ollama(models[0].id).do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
