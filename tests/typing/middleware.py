"""A middleware is the record of hooks or a class with any of them; what has none, or a wrong one, is refused."""

from dataclasses import replace

from ai_sdk.middleware.default_settings_middleware import default_settings_middleware
from ai_sdk.middleware.extract_reasoning_middleware import extract_reasoning_middleware
from ai_sdk.middleware.wrap_embedding_model import wrap_embedding_model
from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.middleware.wrap_provider import wrap_provider
from ai_sdk.provider import (
    EmbeddingModelV4,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4TransformOptions,
    LanguageModelV4WrapOptions,
    ProviderV4,
)
from ai_sdk.providers.groq import create_groq
from ai_sdk.providers.openai import create_openai
from ai_sdk.registry.custom_provider import custom_provider
from ai_sdk.registry.provider_registry import create_provider_registry


class Timed:
    """Two hooks, one of them plain."""

    def transform_params(self, options: LanguageModelV4TransformOptions) -> LanguageModelV4CallOptions:
        return replace(options.params, temperature=0)

    async def wrap_generate(self, options: LanguageModelV4WrapOptions) -> LanguageModelV4GenerateResult:
        return await options.do_generate()


class Hookless:
    """No hook at all."""


class Wrong:
    """A hook of another kind of model."""

    async def transform_params(self, options: int) -> int:
        return options


def check() -> None:
    groq, openai = create_groq(), create_openai()
    model: LanguageModelV4 = wrap_language_model(model=groq("any"), middleware=Timed())
    model = wrap_language_model(model=model, middleware=[Timed(), extract_reasoning_middleware(tag_name="think")])
    wrap_language_model(model=model, middleware=Hookless())  # type: ignore[arg-type]
    wrap_language_model(model=model, middleware=Wrong())  # type: ignore[arg-type]
    vectors: EmbeddingModelV4 = openai.embedding("text-embedding-3-small")
    wrap_embedding_model(model=vectors, middleware=default_settings_middleware(settings={}))  # type: ignore[arg-type]
    providers: list[ProviderV4] = [
        wrap_provider(provider=groq, language_model_middleware=Timed()),
        custom_provider(language_models={"fast": model, "cheap": "openai/gpt-5-mini"}, fallback_provider=openai),
        create_provider_registry({"groq": groq, "openai": openai}),
    ]
    assert providers
