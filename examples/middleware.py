"""Puts middleware around a model that listens on this machine: settings, reasoning between tags, one of one's own."""

import asyncio

from ai_sdk import default_settings_middleware, extract_reasoning_middleware, wrap_language_model
from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    LanguageModelV4WrapOptions,
)
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, answer_openai_chat


class Report:
    """Middleware of one's own: a class with the hooks it needs."""

    async def wrap_generate(self, options: LanguageModelV4WrapOptions) -> LanguageModelV4GenerateResult:
        """Make the call, and say so."""
        result = await options.do_generate()
        print(f"{options.model.model_id} answered, with temperature {options.params.temperature}")
        return result


async def main() -> None:
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        model = wrap_language_model(
            model=loopback("any-model"),
            middleware=[
                default_settings_middleware(settings={"temperature": 0.2}),
                extract_reasoning_middleware(tag_name="think"),
                Report(),
            ],
        )
        user = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="<think>Two twos.</think>Four!")])
        result = await model.do_generate(LanguageModelV4CallOptions(prompt=[user]))
        for part in result.content:
            if part.type in {"reasoning", "text"}:
                print(f"{part.type}: {part.text!r}")


asyncio.run(main())
