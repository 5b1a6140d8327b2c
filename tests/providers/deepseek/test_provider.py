"""The DeepSeek provider: models and settings."""

import pytest

from ai_sdk.provider import FilesV4, LoadAPIKeyError, NoSuchModelError
from ai_sdk.providers.deepseek import create_deepseek, deepseek


def test_each_accessor_makes_its_model():
    models = [deepseek("a"), deepseek.chat("a"), deepseek.language_model("a")]
    assert [(model.model_id, model.provider) for model in models] == [("a", "deepseek.chat")] * 3
    files = deepseek.files()
    assert isinstance(files, FilesV4)
    assert (files.provider, files.specification_version) == ("deepseek.files", "v4")


@pytest.mark.parametrize("accessor", ["embedding_model", "text_embedding_model", "image_model"])
def test_kinds_that_deepseek_lacks_raise(accessor):
    with pytest.raises(NoSuchModelError):
        getattr(deepseek, accessor)("a")


@pytest.mark.parametrize(("base_url", "is_beta"), [(None, False), ("https://api.deepseek.com/beta/", True)])
def test_the_beta_api_is_known_by_its_url(base_url, is_beta):
    config = create_deepseek(base_url=base_url)("a").config
    assert (config.supports_assistant_prefix_completion, config.supports_strict_tool_calls) == (is_beta, is_beta)


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    monkeypatch.delenv("DEEPSEEK_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="DeepSeek API key"):
        await deepseek.request_headers()
    monkeypatch.setenv("DEEPSEEK_API_KEY", "from-environment")
    assert (await deepseek.request_headers())["authorization"] == "Bearer from-environment"
