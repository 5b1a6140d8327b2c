"""The Cohere provider: models, settings, exports."""

import subprocess
import sys

import pytest

import ai_sdk.providers.cohere as module
from ai_sdk.provider import LoadAPIKeyError, NoSuchModelError
from ai_sdk.providers.cohere import cohere, create_cohere


def test_each_accessor_makes_its_model():
    chats = [cohere("a"), cohere.language_model("a")]
    embedders = [
        accessor("a")
        for accessor in (
            cohere.embedding,
            cohere.embedding_model,
            cohere.text_embedding,
            cohere.text_embedding_model,
        )
    ]
    rerankers = [cohere.reranking("a"), cohere.reranking_model("a")]
    made = [(model.model_id, model.provider) for model in (*chats, *embedders, *rerankers)]
    assert made == [("a", "cohere.chat")] * 2 + [("a", "cohere.textEmbedding")] * 4 + [("a", "cohere.reranking")] * 2


def test_there_are_no_image_models():
    with pytest.raises(NoSuchModelError):
        cohere.image_model("a")


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    provider = create_cohere(headers={"X-Own": "1"})
    monkeypatch.delenv("COHERE_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="Cohere API key is missing"):
        await provider.request_headers()
    monkeypatch.setenv("COHERE_API_KEY", "from-environment")
    headers = await provider.request_headers()
    assert (headers["authorization"], headers["x-own"]) == ("Bearer from-environment", "1")


def test_every_exported_name_exists_and_others_do_not():
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'radio'"):
        module.radio  # noqa: B018


def test_importing_the_provider_loads_no_wire_types():
    code = "import sys, ai_sdk.providers.cohere; print([m for m in sys.modules if m.startswith('ai_sdk_generated.c')])"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"
