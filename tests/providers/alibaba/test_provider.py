"""The Alibaba Cloud provider: models and settings."""

import pytest

from ai_sdk.provider import LoadAPIKeyError, NoSuchModelError
from ai_sdk.providers.alibaba import alibaba, create_alibaba


def test_each_accessor_makes_its_model():
    accessors = ("chat_model", "language_model", "embedding", "embedding_model", "video", "video_model")
    models = [alibaba("a"), *(getattr(alibaba, accessor)("a") for accessor in accessors)]
    assert {model.model_id for model in models} == {"a"}
    kinds = ["chat"] * 3 + ["embedding"] * 2 + ["video"] * 2
    assert [model.provider for model in models] == [f"alibaba.{kind}" for kind in kinds]


def test_there_are_no_images():
    with pytest.raises(NoSuchModelError):
        alibaba.image_model("a")


def test_each_api_has_a_base_url_of_its_own():
    provider = create_alibaba(
        base_url="https://c.dev/", video_base_url="https://v.dev/", embedding_base_url="https://e.dev"
    )
    models = [provider("a"), provider.video("a"), provider.embedding("a")]
    urls = [model.config.url("/p", "a") for model in models]
    assert urls == ["https://c.dev/p", "https://v.dev/p", "https://e.dev/p"]


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    monkeypatch.delenv("ALIBABA_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="Alibaba Cloud"):
        await alibaba.request_headers()
    monkeypatch.setenv("ALIBABA_API_KEY", "from-environment")
    assert (await alibaba.request_headers())["authorization"] == "Bearer from-environment"
