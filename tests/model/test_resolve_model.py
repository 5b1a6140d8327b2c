"""Model ids go to the default provider, which is the gateway until another is set."""

from collections.abc import Iterator

import pytest

from ai_sdk.model.resolve_model import (
    UnsupportedModelVersionError,
    get_default_provider,
    resolve_embedding_model,
    resolve_image_model,
    resolve_language_model,
    resolve_reranking_model,
    resolve_speech_model,
    resolve_transcription_model,
    resolve_video_model,
    set_default_provider,
)
from ai_sdk.provider import NoSuchModelError
from ai_sdk.providers.gateway import gateway
from ai_sdk.providers.groq import create_groq


@pytest.fixture(autouse=True)
def gateway_again() -> Iterator[None]:
    yield
    set_default_provider(None)


RESOLVERS = [
    resolve_language_model,
    resolve_embedding_model,
    resolve_image_model,
    resolve_speech_model,
    resolve_transcription_model,
    resolve_reranking_model,
    resolve_video_model,
]


@pytest.mark.parametrize("resolve", RESOLVERS)
def test_an_id_is_a_model_of_the_gateway(resolve) -> None:
    model = resolve("maker/model-1")
    assert (model.provider, model.model_id) == ("gateway", "maker/model-1")
    assert get_default_provider() is gateway


def test_another_default_provider_takes_its_place() -> None:
    groq = create_groq(api_key="key")
    set_default_provider(groq)
    assert resolve_language_model("m").provider == "groq.chat"
    assert resolve_transcription_model("m").provider == "groq.transcription"
    with pytest.raises(NoSuchModelError, match="No such speechModel: m"):
        resolve_speech_model("m")
    with pytest.raises(NoSuchModelError, match="The default provider does not support reranking models"):
        resolve_reranking_model("m")
    with pytest.raises(NoSuchModelError, match="The default provider does not support video models"):
        resolve_video_model("m")


def test_a_model_is_used_as_it_is() -> None:
    model = create_groq(api_key="key")("m")
    assert resolve_language_model(model) is model


def test_a_model_of_another_specification_is_refused() -> None:
    class OldModel:
        specification_version, provider, model_id = "v1", "old", "m"

    with pytest.raises(UnsupportedModelVersionError) as caught:
        resolve_language_model(OldModel())  # type: ignore[arg-type] - which is the point
    assert caught.value.message == (
        'Unsupported model version v1 for provider "old" and model "m". '
        'Only models that implement specification version "v4" are supported.'
    )
