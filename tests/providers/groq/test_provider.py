"""The Groq provider: models, settings, exports."""

import subprocess
import sys

import pytest

import ai_sdk.providers.groq as module
from ai_sdk.provider import LoadAPIKeyError, NoSuchModelError
from ai_sdk.providers.groq import browser_search, create_groq, groq
from ai_sdk.providers.groq.model_catalog import (
    GROQ_LANGUAGE_MODELS,
    GROQ_TRANSCRIPTION_MODELS,
    GroqLanguageModelEntry,
    get_groq_language_model_entry,
)


def test_each_accessor_makes_its_model():
    models = [
        groq("a"),
        groq.chat("a"),
        groq.language_model("a"),
        groq.transcription("a"),
        groq.transcription_model("a"),
    ]
    assert [(model.model_id, model.provider) for model in models] == [
        ("a", "groq.chat"),
        ("a", "groq.chat"),
        ("a", "groq.chat"),
        ("a", "groq.transcription"),
        ("a", "groq.transcription"),
    ]


@pytest.mark.parametrize("accessor", ["embedding_model", "text_embedding_model", "image_model"])
def test_kinds_that_groq_lacks_raise(accessor):
    with pytest.raises(NoSuchModelError):
        getattr(groq, accessor)("a")


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    provider = create_groq()
    monkeypatch.delenv("GROQ_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="Groq API key is missing"):
        await provider.request_headers()
    monkeypatch.setenv("GROQ_API_KEY", "from-environment")
    assert (await provider.request_headers())["authorization"] == "Bearer from-environment"


@pytest.mark.anyio
async def test_key_and_headers_may_be_functions():
    async def key() -> str:
        return "later"

    provider = create_groq(api_key=key, headers=lambda: {"X-Own": "1"})
    headers = await provider.request_headers()
    assert (headers["authorization"], headers["x-own"]) == ("Bearer later", "1")
    assert (headers["user-agent"] or "").startswith("ai-sdk-groq/")


def test_browser_search_is_a_tool_that_groq_runs():
    for tool in (browser_search(), groq.tools.browser_search()):
        assert (tool.id, tool.name, tool.args, tool.provider_executed) == (
            "groq.browser_search",
            "browser_search",
            {},
            True,
        )


def test_every_export_is_there_and_nothing_else():
    assert {name for name in module.__all__ if getattr(module, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_importing_the_provider_loads_no_wire_types():
    code = "import sys, ai_sdk.providers.groq; print([m for m in sys.modules if m.startswith('ai_sdk_generated.')])"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"


def test_the_catalog_knows_each_documented_model():
    facts = {
        model_id: (entry.images, entry.tools, entry.browser_search, entry.reasoning, entry.json_schema)
        for model_id, entry in GROQ_LANGUAGE_MODELS.items()
        if (entry.images, entry.tools, entry.browser_search, entry.reasoning, entry.json_schema)
        != (False, True, False, "unknown", "unknown")
    }
    assert facts == {
        "llama-3.1-8b-instant": (False, True, False, "unknown", False),
        "meta-llama/llama-guard-4-12b": (True, False, False, "unknown", "unknown"),
        "meta-llama/llama-4-maverick-17b-128e-instruct": (True, True, False, "unknown", "unknown"),
        "meta-llama/llama-4-scout-17b-16e-instruct": (True, True, False, "unknown", "unknown"),
        "meta-llama/llama-prompt-guard-2-22m": (False, False, False, "unknown", "unknown"),
        "meta-llama/llama-prompt-guard-2-86m": (False, False, False, "unknown", "unknown"),
        "moonshotai/kimi-k2-instruct-0905": (False, True, False, "unknown", True),
        "qwen/qwen3.6-27b": (False, True, False, True, "unknown"),
        "openai/gpt-oss-20b": (False, True, True, True, "unknown"),
        "openai/gpt-oss-120b": (False, True, True, True, "unknown"),
    }
    assert len(GROQ_LANGUAGE_MODELS) == 20
    assert {"whisper-large-v3", "whisper-large-v3-turbo"} == GROQ_TRANSCRIPTION_MODELS


def test_of_an_unknown_model_only_its_name_is_known():
    assert get_groq_language_model_entry("new") == GroqLanguageModelEntry()
    assert get_groq_language_model_entry("openai/gpt-oss-next") == GroqLanguageModelEntry(
        reasoning=True, reasoning_efforts=("low", "medium", "high"), always_reasons=True
    )
