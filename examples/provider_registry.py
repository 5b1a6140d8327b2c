"""Names models once and finds them by `provider:model` everywhere: no key, no network."""

import asyncio

from ai_sdk import create_provider_registry, custom_provider, default_settings_middleware, set_default_provider
from ai_sdk.model.resolve_model import resolve_language_model
from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, answer_openai_chat


async def main() -> None:
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        ours = custom_provider(language_models={"fast": loopback("small-1")}, fallback_provider=loopback)
        registry = create_provider_registry(
            {"ours": ours, "loopback": loopback},
            language_model_middleware=default_settings_middleware(settings={"temperature": 0}),
        )
        set_default_provider(registry)  # from now on a plain text is a model of the registry
        user = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hello!")])
        for name in ("ours:fast", "ours:large-1", "loopback:large-1"):
            model = resolve_language_model(name)
            result = await model.do_generate(LanguageModelV4CallOptions(prompt=[user]))
            text = "".join(part.text for part in result.content if part.type == "text")
            print(f"{name} is {model.model_id}: {text}")


asyncio.run(main())
