"""A wrapped language model is a language model whose calls go through its middleware in order."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest

from ai_sdk.error import UnsupportedModelVersionError
from ai_sdk.middleware.wrap_language_model import wrap_language_model
from ai_sdk.model.resolve_model import resolve_language_model
from ai_sdk.provider import (
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4GenerateResult,
    LanguageModelV4Middleware,
    LanguageModelV4StreamResult,
    LanguageModelV4TransformOptions,
    LanguageModelV4WrapOptions,
)
from ai_sdk.provider.codec import dump
from ai_sdk.testing import MockLanguageModelV4
from tests.middleware.reading import options, streams, text_parts

pytestmark = pytest.mark.anyio


@dataclass
class Note:
    """Middleware as a user writes it: a class with the hooks it needs."""

    name: str
    log: list[str] = field(default_factory=list)

    async def transform_params(self, options: LanguageModelV4TransformOptions) -> LanguageModelV4CallOptions:
        self.log.append(f"{self.name} transforms {options.type}")
        return replace(options.params, stop_sequences=[*(options.params.stop_sequences or ()), self.name])

    async def wrap_generate(self, options: LanguageModelV4WrapOptions) -> LanguageModelV4GenerateResult:
        self.log.append(f"{self.name} begins with {options.params.stop_sequences}")
        result = await options.do_generate()
        self.log.append(f"{self.name} ends")
        return result

    async def wrap_stream(self, options: LanguageModelV4WrapOptions) -> LanguageModelV4StreamResult:
        self.log.append(f"{self.name} streams with {options.params.stop_sequences}")
        return await options.do_stream()


async def test_the_first_middleware_is_the_outermost() -> None:
    log: list[str] = []
    model = MockLanguageModelV4(do_generate="ok")
    wrapped = wrap_language_model(model=model, middleware=[Note("a", log), Note("b", log)])
    assert dump((await wrapped.do_generate(options())).content) == [{"type": "text", "text": "ok"}]
    assert log == [
        "a transforms generate",
        "a begins with ['a']",
        "b transforms generate",
        "b begins with ['a', 'b']",
        "b ends",
        "a ends",
    ]
    assert model.do_generate_calls == [options(stop_sequences=["a", "b"])]


async def test_a_stream_goes_through_its_own_hooks() -> None:
    log: list[str] = []
    model = streams(*text_parts(["Hi"]))
    wrapped = wrap_language_model(model=model, middleware=Note("a", log))
    assert [dump(part) async for part in (await wrapped.do_stream(options())).stream] == text_parts(["Hi"])
    assert log == ["a transforms stream", "a streams with ['a']"]


async def test_a_middleware_may_answer_without_the_model_or_with_its_other_call() -> None:
    async def generate_instead(call: LanguageModelV4WrapOptions) -> LanguageModelV4StreamResult:
        await call.do_generate()

        async def nothing() -> AsyncIterator[object]:
            return
            yield

        return LanguageModelV4StreamResult(stream=nothing())  # type: ignore[arg-type]  # yields no part

    model = MockLanguageModelV4(do_generate="ok")
    wrapped = wrap_language_model(model=model, middleware=LanguageModelV4Middleware(wrap_stream=generate_instead))
    assert [part async for part in (await wrapped.do_stream(options())).stream] == []
    assert len(model.do_generate_calls) == 1


async def test_hooks_may_be_plain_functions() -> None:
    class Plain:
        def transform_params(self, options: LanguageModelV4TransformOptions) -> LanguageModelV4CallOptions:
            return replace(options.params, seed=7)

    model = MockLanguageModelV4(do_generate="ok")
    await wrap_language_model(model=model, middleware=Plain()).do_generate(options())
    assert model.do_generate_calls == [options(seed=7)]


async def test_an_error_of_the_model_passes_through() -> None:
    model = MockLanguageModelV4(do_generate=[KeyError("broken")])
    with pytest.raises(KeyError, match="broken"):
        await wrap_language_model(model=model, middleware=Note("a")).do_generate(options())


def test_a_wrapped_model_is_a_model_with_the_facts_of_the_model() -> None:
    urls = {"image/*": [re.compile("^https:")]}
    model = MockLanguageModelV4(provider="p", model_id="m", supported_urls=urls)
    wrapped = wrap_language_model(model=model, middleware=LanguageModelV4Middleware())
    assert isinstance(wrapped, LanguageModelV4)
    assert resolve_language_model(wrapped) is wrapped
    facts = (wrapped.specification_version, wrapped.provider, wrapped.model_id, wrapped.supported_urls)
    assert facts == ("v4", "p", "m", urls)


def test_middleware_overrides_facts_and_the_caller_overrides_middleware() -> None:
    overrides = LanguageModelV4Middleware(
        override_provider=lambda model: f"{model.provider}-x",
        override_model_id=lambda model: f"{model.model_id}-x",
        override_supported_urls=lambda _: {},
    )
    model = MockLanguageModelV4(provider="p", model_id="m", supported_urls={"*/*": [re.compile("x")]})
    twice = wrap_language_model(model=model, middleware=[overrides, overrides])
    assert (twice.provider, twice.model_id, twice.supported_urls) == ("p-x-x", "m-x-x", {})
    named = wrap_language_model(model=model, middleware=overrides, model_id="", provider_id="q")
    assert (named.provider, named.model_id) == ("q", "")


async def test_supported_urls_may_be_awaited_again_and_again() -> None:
    async def urls() -> dict[str, list[re.Pattern[str]]]:
        return {"*/*": []}

    wrapped = wrap_language_model(model=MockLanguageModelV4(supported_urls=urls), middleware=Note("a"))
    for _ in range(2):
        assert await wrapped.supported_urls == {"*/*": []}  # type: ignore[misc]  # this one is awaitable


def test_the_list_of_middleware_is_not_changed_and_may_be_empty() -> None:
    model, middleware = MockLanguageModelV4(), [Note("a"), Note("b")]
    wrap_language_model(model=model, middleware=middleware)
    assert [note.name for note in middleware] == ["a", "b"]
    assert wrap_language_model(model=model, middleware=()) is model


def test_a_model_of_another_specification_is_refused() -> None:
    class OldModel:
        specification_version, provider, model_id = "v1", "old", "m"

    with pytest.raises(UnsupportedModelVersionError):
        wrap_language_model(model=OldModel(), middleware=Note("a"))  # type: ignore[arg-type]  # which is the point
