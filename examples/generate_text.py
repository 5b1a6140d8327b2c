"""Generates text: a prompt, a conversation with a file, settings, and what the result says.

The model listens on this machine and says back what it is told, so that the example runs without a key.
"""

import asyncio
from typing import Any

from ai_sdk import generate_text
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, answer_openai_chat


async def main() -> None:
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        model = loopback("any-model")
        result = await generate_text(model=model, prompt="Hello!", temperature=0.2, max_output_tokens=100)
        print(result.text, result.finish_reason, result.usage.output_tokens)

        messages: list[Any] = [{"role": "user", "content": "My name is Ada."}]
        first = await generate_text(model=model, instructions="Answer in one sentence.", messages=messages)
        messages += [*first.response_messages, {"role": "user", "content": "What is my name?"}]
        second = await generate_text(model=model, messages=messages)
        print(second.text)

        kept = await generate_text(model=model, prompt="Keep it", include={"request_body": True})
        print(kept.request.url == server.url, kept.request.body["model"], kept.response.id)


asyncio.run(main())
