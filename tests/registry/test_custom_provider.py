"""A custom provider knows the models it was given and asks another for the rest."""

from collections.abc import Iterator
from typing import Any

import pytest

from ai_sdk.model.resolve_model import set_default_provider
from ai_sdk.provider import NoSuchModelError, ProviderV4
from ai_sdk.providers.groq import create_groq
from ai_sdk.registry.custom_provider import custom_provider
from ai_sdk.testing import (
    MockEmbeddingModelV4,
    MockImageModelV4,
    MockLanguageModelV4,
    MockProviderV4,
    MockRerankingModelV4,
    MockSpeechModelV4,
    MockTranscriptionModelV4,
    MockVideoModelV4,
)

KINDS = {
    "language": MockLanguageModelV4,
    "embedding": MockEmbeddingModelV4,
    "image": MockImageModelV4,
    "transcription": MockTranscriptionModelV4,
    "speech": MockSpeechModelV4,
    "reranking": MockRerankingModelV4,
    "video": MockVideoModelV4,
}


class Everything:
    """A provider of every kind, with both stores."""

    specification_version = "v4"

    def __getattr__(self, name: str) -> Any:
        if name in {"files", "skills"}:
            return lambda: f"{name} of the fallback"
        if not name.endswith("_model"):
            raise AttributeError(name)
        return lambda model_id: f"{name} {model_id} of the fallback"


def everything() -> Any:
    return Everything()


@pytest.fixture(autouse=True)
def gateway_again() -> Iterator[None]:
    yield
    set_default_provider(None)


@pytest.mark.parametrize(("kind", "mock"), KINDS.items())
def test_each_kind_is_found_by_its_name_then_at_the_fallback_then_nowhere(kind: str, mock: Any) -> None:
    model = mock()
    models: Any = {f"{kind}_models": {"mine": model}}
    alone, with_fallback = custom_provider(**models), custom_provider(**models, fallback_provider=everything())
    for provider in (alone, with_fallback):
        assert getattr(provider, f"{kind}_model")("mine") is model
    assert getattr(with_fallback, f"{kind}_model")("other") == f"{kind}_model other of the fallback"
    with pytest.raises(NoSuchModelError, match=f"^No such {kind}Model: other$"):
        getattr(alone, f"{kind}_model")("other")
    with pytest.raises(NoSuchModelError, match=f"^No such {kind}Model: mine$"):
        getattr(custom_provider(), f"{kind}_model")("mine")


def test_a_fallback_without_a_kind_does_not_know_the_model() -> None:
    provider = custom_provider(fallback_provider=create_groq(api_key="key"))
    with pytest.raises(NoSuchModelError, match="No such speechModel: x"):
        provider.speech_model("x")


def test_a_model_may_be_an_id_at_the_default_provider() -> None:
    provider = custom_provider(language_models={"fast": "openai/gpt-5-mini"})
    model = provider.language_model("fast")
    assert (model.provider, model.model_id) == ("gateway", "openai/gpt-5-mini")


def test_an_id_of_a_kind_that_the_default_provider_lacks_goes_to_the_fallback() -> None:
    set_default_provider(create_groq(api_key="key"))
    provider = custom_provider(speech_models={"voice": "some-id"}, fallback_provider=everything())
    found: Any = provider.speech_model("voice")
    assert found == "speech_model voice of the fallback"
    with pytest.raises(NoSuchModelError, match="No such speechModel: voice"):
        custom_provider(speech_models={"voice": "some-id"}).speech_model("voice")


def test_it_is_a_provider_and_can_be_the_fallback_of_another() -> None:
    model = MockLanguageModelV4()
    inner = custom_provider(language_models={"a": model})
    assert isinstance(inner, ProviderV4)
    assert custom_provider(fallback_provider=inner).language_model("a") is model
    assert not hasattr(inner, "language_models")


@pytest.mark.parametrize("store", ["files", "skills"])
def test_a_store_is_the_given_one_or_the_fallback_s_or_is_not_there(store: str) -> None:
    given, fallback = object(), everything()
    stores: Any = {store: given}
    assert getattr(custom_provider(**stores, fallback_provider=fallback), store)() is given
    assert getattr(custom_provider(fallback_provider=fallback), store)() == f"{store} of the fallback"
    assert not hasattr(custom_provider(), store)
    assert not hasattr(custom_provider(fallback_provider=MockProviderV4()), store)
