"""The Perplexity provider: models and settings."""

import pytest

from ai_sdk.provider import LoadAPIKeyError, NoSuchModelError
from ai_sdk.providers.perplexity import perplexity


def test_each_accessor_makes_its_model():
    accessors = ("language_model", "embedding", "embedding_model", "text_embedding_model")
    models = [perplexity("a"), *(getattr(perplexity, accessor)("a") for accessor in accessors)]
    providers = ["perplexity"] * 2 + ["perplexity.embedding"] * 3
    assert [(model.model_id, model.provider) for model in models] == [("a", provider) for provider in providers]


def test_there_are_no_images():
    with pytest.raises(NoSuchModelError):
        perplexity.image_model("a")


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    monkeypatch.delenv("PERPLEXITY_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="Perplexity"):
        await perplexity.request_headers()
    monkeypatch.setenv("PERPLEXITY_API_KEY", "from-environment")
    headers = await perplexity.request_headers()
    assert headers["authorization"] == "Bearer from-environment"
    assert (headers["user-agent"] or "").startswith("ai-sdk/perplexity/")
