"""The Azure provider: models, keys and tokens, tools, ends of streams."""

import httpx
import pytest

import ai_sdk.providers.azure as module
from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4CallOptions,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    LoadAPIKeyError,
)
from ai_sdk.providers.azure import create_azure
from tests.providers.openai.server import Server, events, stream

OPTIONS = LanguageModelV4CallOptions(prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])])


def azure(server: Server | None = None, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport((server or Server()).answer))
    return create_azure(**{"resource_name": "dome", "api_key": "key", **settings}, http_client=client)


def test_each_accessor_makes_its_model():
    provider = azure()
    accessors = {
        "azure.responses": (provider, provider.language_model, provider.responses),
        "azure.chat": (provider.chat,),
        "azure.deepseek": (provider.deepseek,),
        "azure.completion": (provider.completion,),
        "azure.embeddings": (
            provider.embedding,
            provider.embedding_model,
            provider.text_embedding,
            provider.text_embedding_model,
        ),
        "azure.image": (provider.image, provider.image_model),
        "azure.transcription": (provider.transcription, provider.transcription_model),
        "azure.speech": (provider.speech,),
    }
    made = {name: [make("dep") for make in makers] for name, makers in accessors.items()}
    assert {model.provider for models in made.values() for model in models} == set(accessors)
    assert {model.model_id for models in made.values() for model in models} == {"dep"}


def test_nothing_is_inferred_from_a_deployments_name():
    model = azure().image("dall-e-3")
    assert (model.supports_file_inputs, model.supports_mask_inputs) == (None, None)


def test_the_base_url_is_that_of_the_resource():
    assert azure().base_url == "https://dome.openai.azure.com/openai"


@pytest.mark.anyio
async def test_the_key_has_a_header_of_its_own(monkeypatch):
    headers = await azure(headers={"X-Own": "1"}).request_headers()
    assert (headers["api-key"], headers["x-own"], "authorization" in headers) == ("key", "1", False)
    assert (headers["user-agent"] or "").startswith("ai-sdk-azure/")
    monkeypatch.delenv("AZURE_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="Azure OpenAI API key is missing"):
        await azure(api_key=None).request_headers()
    monkeypatch.setenv("AZURE_API_KEY", "from-environment")
    assert (await azure(api_key=None).request_headers())["api-key"] == "from-environment"


@pytest.mark.anyio
async def test_a_token_is_asked_for_at_each_request():
    tokens = iter(["one", "two"])

    async def token() -> str:
        return next(tokens)

    provider = azure(api_key=None, token_provider=token)
    sent = [await provider.request_headers() for _ in range(2)]
    assert [(headers["authorization"], "api-key" in headers) for headers in sent] == [
        ("Bearer one", False),
        ("Bearer two", False),
    ]


@pytest.mark.anyio
async def test_a_token_in_the_headers_wins_and_none_is_asked_for():
    def token() -> str:
        raise AssertionError

    provider = azure(api_key=None, token_provider=token, headers={"Authorization": "Bearer own"})
    assert (await provider.request_headers())["authorization"] == "Bearer own"


def test_a_key_and_a_token_provider_are_one_too_many():
    with pytest.raises(InvalidArgumentError, match="Both apiKey and tokenProvider were provided"):
        azure(token_provider=lambda: "token")


def test_azure_has_five_tools_of_openai():
    tools = azure().tools
    names = ["code_interpreter", "file_search", "image_generation", "web_search", "web_search_preview"]
    assert tools.__all__ == names
    assert tools.web_search_preview().id == "openai.web_search_preview"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("accessor", "chunk"),
    [
        ("chat", {"choices": [{"index": 0, "delta": {"content": "a"}}]}),
        ("completion", {"choices": [{"text": "a", "index": 0}]}),
        ("responses", {"type": "response.output_text.delta", "item_id": "i", "delta": "a", "output_index": 0}),
    ],
)
async def test_a_stream_that_just_ends_ends_with_other(accessor, chunk):
    server = Server(stream(events(chunk, done=False)))
    result = await getattr(azure(server), accessor)("dep").do_stream(OPTIONS)
    parts = [part async for part in result.stream]
    assert isinstance(parts[-1], LanguageModelV4Finish)
    assert parts[-1].finish_reason == LanguageModelV4FinishReason(unified="other")


@pytest.mark.anyio
async def test_an_error_in_a_stream_stays_one():
    server = Server(stream(events({"choices": [{"index": 0, "delta": {"content": "a"}}]}, "{broken", done=False)))
    result = await azure(server).chat("dep").do_stream(OPTIONS)
    parts = [part async for part in result.stream]
    assert "error" in {part.type for part in parts}
    assert parts[-1].finish_reason.unified == "error"


def test_every_export_is_there_and_nothing_else():
    assert {name for name in module.__all__ if getattr(module, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing
