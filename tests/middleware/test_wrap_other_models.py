"""Embedding models, image models and whole providers are wrapped as language models are."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from ai_sdk.middleware.wrap_embedding_model import wrap_embedding_model
from ai_sdk.middleware.wrap_image_model import wrap_image_model
from ai_sdk.middleware.wrap_provider import wrap_provider
from ai_sdk.model.embedding_capabilities import (
    get_embedding_model_max_input_bytes_per_call,
    get_embedding_model_provider_options_transformer,
)
from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Middleware,
    EmbeddingModelV4Result,
    EmbeddingModelV4WrapOptions,
    ImageModelV4,
    ImageModelV4CallOptions,
    ImageModelV4Middleware,
    ImageModelV4Result,
    ImageModelV4WrapOptions,
    LanguageModelV4Middleware,
    NoSuchModelError,
    ProviderV4,
)
from ai_sdk.providers.google import create_google
from ai_sdk.testing import MockEmbeddingModelV4, MockImageModelV4, MockLanguageModelV4, MockProviderV4

pytestmark = pytest.mark.anyio


@dataclass
class Shout:
    """Adds its mark to the values and to the warnings."""

    mark: str

    async def transform_params(self, options: Any) -> Any:
        params = options.params
        if isinstance(params, EmbeddingModelV4CallOptions):
            return replace(params, values=[value + self.mark for value in params.values])
        return replace(params, prompt=params.prompt + self.mark)

    async def wrap_embed(self, options: EmbeddingModelV4WrapOptions) -> EmbeddingModelV4Result:
        result = await options.do_embed()
        return replace(result, provider_metadata={"seen": {"values": options.params.values}})

    async def wrap_generate(self, options: ImageModelV4WrapOptions) -> ImageModelV4Result:
        result = await options.do_generate()
        return replace(result, provider_metadata={"seen": {"prompt": options.params.prompt}})


async def test_an_embedding_call_goes_through_transform_and_wrap() -> None:
    model = MockEmbeddingModelV4(do_embed={"embeddings": [[1.0]]})
    wrapped = wrap_embedding_model(model=model, middleware=[Shout("!"), Shout("?")])
    result = await wrapped.do_embed(EmbeddingModelV4CallOptions(values=["hi"]))
    assert model.do_embed_calls == [EmbeddingModelV4CallOptions(values=["hi!?"])]
    assert result == EmbeddingModelV4Result(
        embeddings=[[1.0]], warnings=[], provider_metadata={"seen": {"values": ["hi!"]}}
    )


async def test_an_embedding_call_without_hooks_reaches_the_model_as_it_is() -> None:
    model = MockEmbeddingModelV4(do_embed={"embeddings": [[1.0]]})
    wrapped = wrap_embedding_model(model=model, middleware=EmbeddingModelV4Middleware())
    await wrapped.do_embed(EmbeddingModelV4CallOptions(values=["hi"]))
    assert isinstance(wrapped, EmbeddingModelV4)
    assert model.do_embed_calls == [EmbeddingModelV4CallOptions(values=["hi"])]


def embedding_facts(model: EmbeddingModelV4) -> tuple[Any, ...]:
    limits = (model.max_embeddings_per_call, model.supports_parallel_calls)
    return (model.provider, model.model_id, *limits, get_embedding_model_max_input_bytes_per_call(model))


def test_the_facts_of_an_embedding_model_stay_or_are_overridden() -> None:
    model = MockEmbeddingModelV4(
        provider="p", model_id="m", max_embeddings_per_call=5, supports_parallel_calls=True, max_input_bytes_per_call=9
    )
    kept = wrap_embedding_model(model=model, middleware=EmbeddingModelV4Middleware())
    assert embedding_facts(kept) == ("p", "m", 5, True, 9)
    overrides = EmbeddingModelV4Middleware(
        override_provider=lambda _: "q",
        override_model_id=lambda _: "n",
        override_max_embeddings_per_call=lambda _: 2,
        override_supports_parallel_calls=lambda _: False,
    )
    assert embedding_facts(wrap_embedding_model(model=model, middleware=overrides)) == ("q", "n", 2, False, 9)
    named = wrap_embedding_model(model=model, middleware=overrides, model_id="id", provider_id="name")
    assert embedding_facts(named) == ("name", "id", 2, False, 9)


def test_a_wrapped_embedding_model_still_cuts_provider_options() -> None:
    model = create_google(api_key="key").embedding_model("gemini-embedding-001")
    wrapped = wrap_embedding_model(model=model, middleware=[EmbeddingModelV4Middleware()] * 2)
    cut = get_embedding_model_provider_options_transformer(wrapped)
    assert cut is not None
    given = {"google": {"content": [None, [{"text": "b"}]]}}
    assert cut(given, values=["a", "b"], start_index=1, end_index=2) == {"google": {"content": [[{"text": "b"}]]}}
    plain = wrap_embedding_model(model=MockEmbeddingModelV4(), middleware=EmbeddingModelV4Middleware())
    assert get_embedding_model_provider_options_transformer(plain) is None


async def test_an_image_call_goes_through_transform_and_wrap() -> None:
    model = MockImageModelV4(do_generate={"images": ["aGk="]})
    wrapped = wrap_image_model(model=model, middleware=Shout("!"))
    result = await wrapped.do_generate(ImageModelV4CallOptions(prompt="A cat"))
    assert isinstance(wrapped, ImageModelV4)
    assert model.do_generate_calls == [ImageModelV4CallOptions(prompt="A cat!")]
    assert result.provider_metadata == {"seen": {"prompt": "A cat!"}}
    plain = wrap_image_model(model=model, middleware=ImageModelV4Middleware())
    await plain.do_generate(ImageModelV4CallOptions(prompt="A dog"))
    assert model.do_generate_calls[1] == ImageModelV4CallOptions(prompt="A dog")


def image_facts(model: Any) -> tuple[Any, ...]:
    names = ("provider", "model_id", "max_images_per_call", "supports_file_inputs", "supports_mask_inputs")
    return tuple(getattr(model, name) for name in names)


def test_the_facts_of_an_image_model_stay_or_are_overridden_and_support_may_become_unknown() -> None:
    model = MockImageModelV4(provider="p", model_id="m", supports_file_inputs=True, supports_mask_inputs=True)
    kept = wrap_image_model(model=model, middleware=ImageModelV4Middleware())
    assert image_facts(kept) == ("p", "m", 1, True, True)
    overrides = ImageModelV4Middleware(
        override_provider=lambda _: "q",
        override_model_id=lambda _: "n",
        override_max_images_per_call=lambda _: 4,
        override_supports_file_inputs=lambda _: False,
        override_supports_mask_inputs=lambda _: None,
    )
    assert image_facts(wrap_image_model(model=model, middleware=overrides)) == ("q", "n", 4, False, None)


def test_a_limit_of_images_that_is_a_method_stays_bound_to_the_model() -> None:
    class Limited(MockImageModelV4):
        def limit(self, model_id: str) -> int:
            return len(self.model_id + model_id)

    model = Limited(model_id="m")
    model.max_images_per_call = model.limit
    wrapped = wrap_image_model(model=model, middleware=ImageModelV4Middleware())
    assert callable(wrapped.max_images_per_call)
    assert wrapped.max_images_per_call("nn") == 3


def provider() -> MockProviderV4:
    return MockProviderV4(
        language_models={"text": MockLanguageModelV4()},
        embedding_models={"vector": MockEmbeddingModelV4()},
        image_models={"image": MockImageModelV4()},
    )


def test_a_wrapped_provider_wraps_language_and_image_models_only() -> None:
    inner = provider()
    wrapped = wrap_provider(
        provider=inner,
        language_model_middleware=LanguageModelV4Middleware(override_provider=lambda _: "wrapped"),
        image_model_middleware=ImageModelV4Middleware(override_provider=lambda _: "wrapped too"),
    )
    assert isinstance(wrapped, ProviderV4)
    assert wrapped.language_model("text").provider == "wrapped"
    assert wrapped.image_model("image").provider == "wrapped too"
    assert wrapped.embedding_model("vector") is inner.embedding_model("vector")
    with pytest.raises(NoSuchModelError, match="No such languageModel: other"):
        wrapped.language_model("other")


def test_a_wrapped_provider_leaves_images_alone_without_middleware_and_has_no_kind_more_than_the_provider() -> None:
    inner = provider()
    wrapped = wrap_provider(provider=inner, language_model_middleware=[])
    assert wrapped.image_model("image") is inner.image_model("image")
    assert hasattr(wrapped, "speech_model")
    assert not hasattr(wrapped, "files")
    assert not hasattr(wrapped, "_clients")
