"""The xAI provider: models, settings, tools, exports."""

import subprocess
import sys

import pytest

import ai_sdk.providers.xai as module
from ai_sdk.provider import (
    FilesV4,
    ImageModelV4,
    LanguageModelV4,
    LoadAPIKeyError,
    NoSuchModelError,
    SpeechModelV4,
    TranscriptionModelV4,
)
from ai_sdk.providers.xai import create_xai, xai


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (xai("a"), ("a", "xai.responses", LanguageModelV4)),
        (xai.language_model("a"), ("a", "xai.responses", LanguageModelV4)),
        (xai.image("a"), ("a", "xai.image", ImageModelV4)),
        (xai.speech(), ("", "xai.speech", SpeechModelV4)),
        (xai.transcription("any"), ("", "xai.transcription", TranscriptionModelV4)),
    ],
)
def test_each_accessor_makes_its_model(model, expected):
    model_id, provider, kind = expected
    assert (model.model_id, model.provider, isinstance(model, kind)) == (model_id, provider, True)


def test_videos_and_files_have_accessors_too():
    video = xai.video("a")
    assert (video.model_id, video.provider, video.max_videos_per_call) == ("a", "xai.video", 1)
    assert isinstance(xai.files(), FilesV4)
    assert xai.files().provider == "xai.files"


@pytest.mark.parametrize(
    ("model_id", "facts"), [("grok-imagine-image", (3, True, False)), ("grok-2-image", (3, None, None))]
)
def test_an_image_model_says_what_it_takes(model_id, facts):
    model = xai.image_model(model_id)
    assert (model.max_images_per_call, model.supports_file_inputs, model.supports_mask_inputs) == facts


def test_documents_images_and_texts_are_fetched_by_xai():
    assert {kind: [each.pattern for each in patterns] for kind, patterns in xai("a").supported_urls.items()} == {
        "image/*": [r"^https?:\/\/.*$"],
        "application/pdf": [r"^https?:\/\/.*$"],
        "text/*": [r"^https?:\/\/.*$"],
    }


def test_embeddings_do_not_exist():
    with pytest.raises(NoSuchModelError):
        xai.embedding_model("a")


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    provider = create_xai(headers={"X-Own": "1"})
    monkeypatch.delenv("XAI_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="xAI API key API key is missing"):
        await provider.request_headers()
    monkeypatch.setenv("XAI_API_KEY", "from-environment")
    headers = await provider.request_headers()
    assert (headers["authorization"], headers["x-own"]) == ("Bearer from-environment", "1")


def test_each_tool_is_defined_by_its_arguments():
    tools = xai.tools
    defined = [
        tools.code_execution(),
        tools.file_search(vector_store_ids=["v"]),
        tools.image_generation(action="edit"),
        tools.mcp_server(server_url="https://a.dev", allowed_tools=["t"]),
        tools.view_image(),
        tools.view_x_video(),
        tools.web_search(allowed_domains=["a.dev"]),
        tools.x_search(from_date="2026-01-01"),
    ]
    assert [(tool.id, tool.args) for tool in defined] == [
        ("xai.code_execution", {}),
        ("xai.file_search", {"vectorStoreIds": ["v"]}),
        ("xai.image_generation", {"action": "edit"}),
        ("xai.mcp", {"serverUrl": "https://a.dev", "allowedTools": ["t"]}),
        ("xai.view_image", {}),
        ("xai.view_x_video", {}),
        ("xai.web_search", {"allowedDomains": ["a.dev"]}),
        ("xai.x_search", {"fromDate": "2026-01-01"}),
    ]
    assert {tool.provider_executed for tool in defined} == {True}


def test_every_export_is_there_and_nothing_else():
    assert {name for name in module.__all__ if getattr(module, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_importing_the_provider_loads_no_wire_types():
    code = "import sys, ai_sdk.providers.xai; print([m for m in sys.modules if m.endswith('.wire')])"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"
