"""A registry splits an id at the first separator and asks the provider of that name."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from ai_sdk.error import NoSuchProviderError
from ai_sdk.model.resolve_model import resolve_language_model, set_default_provider
from ai_sdk.provider import ImageModelV4Middleware, LanguageModelV4Middleware, NoSuchModelError, ProviderV4
from ai_sdk.provider.codec import dump_error
from ai_sdk.registry.custom_provider import custom_provider
from ai_sdk.registry.provider_registry import create_provider_registry
from ai_sdk.testing import MockLanguageModelV4, MockProviderV4
from tests.registry.test_custom_provider import KINDS


@pytest.fixture(autouse=True)
def gateway_again() -> Iterator[None]:
    yield
    set_default_provider(None)


@pytest.mark.parametrize(("kind", "mock"), KINDS.items())
def test_each_kind_is_found_at_its_provider(kind: str, mock: Any) -> None:
    model = mock()
    models: Any = {f"{kind}_models": {"a:b": model}}
    registry = create_provider_registry({"mine": custom_provider(**models)})
    assert getattr(registry, f"{kind}_model")("mine:a:b") is model


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_provider_is_named_with_those_there_are(kind: str) -> None:
    registry = create_provider_registry({"a": MockProviderV4(), "b": MockProviderV4()})
    with pytest.raises(NoSuchProviderError) as caught:
        getattr(registry, f"{kind}_model")("c:model")
    assert dump_error(caught.value) == {
        "name": "AI_NoSuchProviderError",
        "message": "No such provider: c (available providers: a,b)",
        "modelId": "c",
        "modelType": f"{kind}Model",
        "providerId": "c",
        "availableProviders": ["a", "b"],
    }


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_without_separator_is_refused(kind: str) -> None:
    registry = create_provider_registry({"a": MockProviderV4()}, separator="|")
    with pytest.raises(NoSuchModelError) as caught:
        getattr(registry, f"{kind}_model")("a:model")
    assert dump_error(caught.value) == {
        "name": "AI_NoSuchModelError",
        "message": f'Invalid {kind}Model id for registry: a:model (must be in the format "providerId|modelId")',
        "modelId": "a:model",
        "modelType": f"{kind}Model",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_that_the_provider_lacks_is_no_such_model(kind: str) -> None:
    class Bare:
        specification_version = "v4"

    bare: Any = Bare()
    registry = create_provider_registry({"bare": bare})
    with pytest.raises(NoSuchModelError, match=f"^No such {kind}Model: bare:model$"):
        getattr(registry, f"{kind}_model")("bare:model")


@pytest.mark.parametrize("separator", [":", "|", " > ", "::"])
def test_the_separator_may_be_any_text_and_the_rest_of_the_id_may_hold_it(separator: str) -> None:
    model_id = f"family{separator}model"
    model = MockLanguageModelV4()
    registry = create_provider_registry({"p": MockProviderV4(language_models={model_id: model})}, separator=separator)
    assert registry.language_model(f"p{separator}{model_id}") is model


def test_the_middleware_of_a_registry_stands_around_language_and_image_models() -> None:
    providers = {
        "p": custom_provider(language_models={"m": MockLanguageModelV4()}, image_models={"i": KINDS["image"]()})
    }
    registry = create_provider_registry(
        providers,
        language_model_middleware=[LanguageModelV4Middleware(override_model_id=lambda model: f"{model.model_id}!")] * 2,
        image_model_middleware=ImageModelV4Middleware(override_model_id=lambda _: "image!"),
    )
    assert registry.language_model("p:m").model_id == "mock-model-id!!"
    assert registry.image_model("p:i").model_id == "image!"


@pytest.mark.parametrize(
    ("store", "message"),
    [
        ("files", 'The provider "p" does not support file uploads. Make sure it exposes a files() method.'),
        ("skills", 'The provider "p" does not support skills. Make sure it exposes a skills() method.'),
    ],
)
def test_a_store_is_found_by_the_provider_s_name(store: str, message: str) -> None:
    given = object()
    stores: Any = {store: given}
    registry = create_provider_registry({"p": MockProviderV4(), "q": custom_provider(**stores)})
    assert getattr(registry, store)("q") is given
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        getattr(registry, store)("p")
    with pytest.raises(NoSuchProviderError, match=re.escape("No such provider: r (available providers: p,q)")):
        getattr(registry, store)("r")


def test_a_registry_is_a_provider_and_can_be_the_default_one() -> None:
    model = MockLanguageModelV4()
    registry = create_provider_registry({"p": MockProviderV4(language_models={"m": model})})
    assert isinstance(registry, ProviderV4)
    set_default_provider(registry)
    assert resolve_language_model("p:m") is model


def test_providers_that_are_added_to_the_mapping_later_are_not_seen() -> None:
    providers: dict[str, ProviderV4] = {"a": MockProviderV4()}
    registry = create_provider_registry(providers)
    providers["b"] = MockProviderV4()
    with pytest.raises(NoSuchProviderError):
        registry.language_model("b:m")
