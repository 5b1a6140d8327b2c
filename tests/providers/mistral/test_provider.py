"""The Mistral provider: models, settings, exports, facts."""

import subprocess
import sys

import pytest

import ai_sdk.providers.mistral as module
from ai_sdk.provider import LoadAPIKeyError, NoSuchModelError
from ai_sdk.providers.mistral import create_mistral, mistral
from ai_sdk.providers.mistral.model_catalog import (
    MISTRAL_EMBEDDING_MODELS,
    MISTRAL_LANGUAGE_MODELS,
    MistralEmbeddingModelEntry,
    MistralLanguageModelEntry,
    get_mistral_language_model_entry,
    takes_language_with_timestamps,
)

ACCESSORS = {
    "mistral.chat": (mistral, mistral.chat, mistral.language_model),
    "mistral.conversation": (mistral.conversation,),
    "mistral.embedding": (
        mistral.embedding,
        mistral.embedding_model,
        mistral.text_embedding,
        mistral.text_embedding_model,
    ),
    "mistral.speech": (mistral.speech, mistral.speech_model),
    "mistral.transcription": (mistral.transcription, mistral.transcription_model),
}


@pytest.mark.parametrize(("name", "accessors"), ACCESSORS.items())
def test_each_accessor_makes_its_model(name, accessors):
    models = [accessor("a") for accessor in accessors]
    assert [(model.model_id, model.provider) for model in models] == [("a", name)] * len(accessors)


def test_there_are_no_image_models():
    with pytest.raises(NoSuchModelError):
        mistral.image_model("a")


def test_the_tools_are_those_of_mistral():
    tools = [mistral.tools.web_search(), mistral.tools.web_search_premium()]
    assert [(tool.id, tool.name, tool.args, tool.provider_executed) for tool in tools] == [
        ("mistral.web_search", "web_search", {}, True),
        ("mistral.web_search_premium", "web_search_premium", {}, True),
    ]


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    provider = create_mistral(headers={"X-Own": "1"})
    monkeypatch.delenv("MISTRAL_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="Mistral API key is missing"):
        await provider.request_headers()
    monkeypatch.setenv("MISTRAL_API_KEY", "from-environment")
    headers = await provider.request_headers()
    assert (headers["authorization"], headers["x-own"]) == ("Bearer from-environment", "1")


@pytest.mark.parametrize(
    ("model_id", "expected"),
    [
        (
            "mistral-medium-latest",
            MistralLanguageModelEntry(images=True, capabilities=True, conversation_reasoning_efforts=("none", "high")),
        ),
        ("voxtral-small-latest", MistralLanguageModelEntry(images=False, capabilities=True, reasoning_efforts=())),
        ("codestral-2508", MistralLanguageModelEntry(reasoning_efforts=())),
        ("zai-glm-latest", MistralLanguageModelEntry(reasoning_efforts=("low", "high", "max"))),
        ("bread-1", MistralLanguageModelEntry()),
    ],
)
def test_what_is_known_of_a_language_model(model_id, expected):
    assert get_mistral_language_model_entry(model_id) == expected


def test_what_is_known_of_other_models():
    assert len(MISTRAL_LANGUAGE_MODELS) == 10
    assert MISTRAL_EMBEDDING_MODELS["codestral-embed"] == MistralEmbeddingModelEntry(
        default_dimensions=1536, custom_dimensions=True
    )
    assert [takes_language_with_timestamps(each) for each in ("voxtral-mini-2507", "bread-1")] == [False, True]


def test_every_exported_name_exists_and_others_do_not():
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'oven'"):
        module.oven  # noqa: B018


def test_importing_the_provider_loads_no_wire_types():
    code = "import sys, ai_sdk.providers.mistral; print([m for m in sys.modules if m.startswith('ai_sdk_generated.m')])"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"
