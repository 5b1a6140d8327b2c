"""Baseten: model APIs, dedicated deployments, and Baseten's own client for embeddings."""

from types import SimpleNamespace

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Usage,
    LoadAPIKeyError,
    TooManyEmbeddingValuesForCallError,
)
from ai_sdk.providers.baseten import BasetenModelURLError, create_baseten
from tests.providers.openai.server import Server, reply

DEPLOYMENT = "https://model-x.api.baseten.co/environments/production/sync/v1"
PREDICT = "https://model-x.api.baseten.co/predict"


def provider(server: Server | None = None, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport((server or Server()).answer))
    return create_baseten(**{"api_key": "key", **settings}, http_client=client)


@pytest.mark.parametrize(
    ("model_url", "given", "model_id", "url"),
    [
        (None, None, "chat", "https://inference.baseten.co/v1/chat/completions"),
        (None, "m", "m", "https://inference.baseten.co/v1/chat/completions"),
        (DEPLOYMENT, None, "placeholder", f"{DEPLOYMENT}/chat/completions"),
        ("https://other.dev", "m", "m", "https://inference.baseten.co/v1/chat/completions"),
    ],
)
def test_a_chat_model_is_of_the_deployment_or_the_model_apis(model_url, given, model_id, url):
    chat = provider(model_url=model_url)
    for model in (chat(given), chat.chat_model(given), chat.language_model(given)):
        assert (model.model_id, model.config.url("/chat/completions", model_id)) == (model_id, url)


@pytest.mark.parametrize(
    ("accessor", "model_url", "message"),
    [
        ("chat_model", PREDICT, "You must use a /sync/v1 endpoint for chat models"),
        ("embedding_model", PREDICT, "You must use a /sync or /sync/v1 endpoint for embeddings"),
        ("text_embedding_model", None, "No model URL provided for embeddings"),
    ],
)
def test_an_endpoint_that_does_not_do_is_refused(accessor, model_url, message):
    with pytest.raises(BasetenModelURLError, match=message):
        getattr(provider(model_url=model_url), accessor)()


@pytest.mark.anyio
@pytest.mark.parametrize("model_url", [DEPLOYMENT, DEPLOYMENT.removesuffix("/v1")])
async def test_embeddings_go_to_the_version_of_the_endpoint(model_url):
    server = Server(reply({"data": [{"embedding": [0.5]}]}))
    result = (
        await provider(server, model_url=model_url)
        .embedding_model()
        .do_embed(EmbeddingModelV4CallOptions(values=["bow"]))
    )
    assert str(server.requests[0].url) == f"{DEPLOYMENT}/embeddings"
    assert server.body == {"model": "embeddings", "input": ["bow"], "encoding_format": "float"}
    assert result.embeddings == [[0.5]]


@pytest.mark.anyio
async def test_more_texts_than_a_call_takes_are_refused():
    model = provider(model_url=DEPLOYMENT).embedding_model("m")
    with pytest.raises(TooManyEmbeddingValuesForCallError):
        await model.do_embed(EmbeddingModelV4CallOptions(values=["n"] * 129))


@pytest.mark.anyio
@pytest.mark.parametrize("error", ["Sunk.", {"message": "Sunk.", "code": 404}])
async def test_an_error_is_a_text_or_has_a_message(error):
    model = provider(Server(reply({"error": error}, 404)), model_url=DEPLOYMENT).embedding_model()
    with pytest.raises(APICallError, match=r"^Sunk\.$"):
        await model.do_embed(EmbeddingModelV4CallOptions(values=["bow"]))


class Client:
    made: list[tuple[str, str]] = []  # noqa: RUF012 - emptied by each test that looks

    def __init__(self, base_url: str, api_key: str) -> None:
        self.made.append((base_url, api_key))

    async def async_embed(self, input: list[str], model: str) -> SimpleNamespace:  # noqa: A002
        data = [SimpleNamespace(embedding=[float(len(text))]) for text in input]
        usage = SimpleNamespace(total_tokens=len(input)) if model == "counted" else None
        return SimpleNamespace(data=data, usage=usage)


@pytest.mark.anyio
@pytest.mark.parametrize(("model_id", "usage"), [("counted", EmbeddingModelV4Usage(tokens=200)), (None, None)])
async def test_basetens_own_client_takes_any_number_of_texts(model_id, usage):
    Client.made.clear()
    model = provider(model_url=DEPLOYMENT, performance_client=Client).embedding_model(model_id)
    result = await model.do_embed(EmbeddingModelV4CallOptions(values=["bow"] * 200))
    assert Client.made == [(DEPLOYMENT.removesuffix("/v1"), "key")]
    assert (result.embeddings, result.usage, model.max_embeddings_per_call) == ([[3.0]] * 200, usage, None)


@pytest.mark.anyio
async def test_basetens_own_client_needs_a_key(monkeypatch):
    monkeypatch.delenv("BASETEN_API_KEY", raising=False)
    model = provider(api_key=None, model_url=DEPLOYMENT, performance_client=Client).embedding_model()
    with pytest.raises(LoadAPIKeyError, match="Baseten API key"):
        await model.do_embed(EmbeddingModelV4CallOptions(values=["bow"]))
