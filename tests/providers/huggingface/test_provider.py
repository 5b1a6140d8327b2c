"""The Hugging Face provider: models, settings, exports."""

import subprocess
import sys

import pytest

import ai_sdk.providers.huggingface as module
from ai_sdk.provider import LanguageModelV4, LoadAPIKeyError, NoSuchModelError
from ai_sdk.providers.huggingface import create_huggingface, huggingface


def test_each_accessor_makes_a_language_model():
    models = [huggingface("a"), huggingface.language_model("a"), huggingface.responses("a")]
    assert [(model.model_id, model.provider) for model in models] == [("a", "huggingface.responses")] * 3
    assert isinstance(models[0], LanguageModelV4)


@pytest.mark.parametrize(
    ("accessor", "words"),
    [
        ("embedding_model", "does not support text embeddings"),
        ("text_embedding_model", "does not support text embeddings"),
        ("image_model", "does not support image generation"),
    ],
)
def test_kinds_that_the_router_lacks_say_where_to_go(accessor, words):
    with pytest.raises(NoSuchModelError, match=words):
        getattr(huggingface, accessor)("a")


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    provider = create_huggingface(headers={"X-Own": "1"})
    monkeypatch.delenv("HUGGINGFACE_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="Hugging Face API key is missing"):
        await provider.request_headers()
    monkeypatch.setenv("HUGGINGFACE_API_KEY", "from-environment")
    headers = await provider.request_headers()
    assert (headers["authorization"], headers["x-own"]) == ("Bearer from-environment", "1")


def test_every_export_is_there_and_nothing_else():
    assert {name for name in module.__all__ if getattr(module, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_importing_the_provider_loads_no_wire_types():
    code = "import sys, ai_sdk.providers.huggingface; print([m for m in sys.modules if m.endswith('.wire')])"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"
