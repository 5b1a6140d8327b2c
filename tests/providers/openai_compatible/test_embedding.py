"""Embeddings."""

from typing import Any

import httpx
import pytest

from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    InvalidArgumentError,
    SharedV4WarningDeprecated,
    TooManyEmbeddingValuesForCallError,
)
from ai_sdk.providers.openai_compatible import OpenAICompatibleEmbeddingModel, create_openai_compatible
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

BODY = {"data": [{"embedding": [0.5, 1]}], "usage": {"prompt_tokens": 3}, "providerMetadata": {"acme": {"a": 1}}}


def model(server: Server, name: str = "acme"):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_openai_compatible(name=name, base_url="https://a.dev/v1", http_client=client).embedding_model("m")


async def embed(server: Server, name: str = "acme", **options: Any) -> EmbeddingModelV4Result:
    return await model(server, name).do_embed(EmbeddingModelV4CallOptions(**{"values": ["Hi"], **options}))


def test_it_is_an_embedding_model_with_openais_limits():
    embedding = model(Server())
    assert isinstance(embedding, EmbeddingModelV4)
    assert (embedding.max_embeddings_per_call, embedding.supports_parallel_calls) == (2048, True)
    assert embedding.provider == "acme.embedding"


async def test_vectors_usage_and_metadata_are_read():
    server = Server(reply(BODY))
    result = await embed(server)
    assert result == EmbeddingModelV4Result(
        embeddings=[[0.5, 1]],
        usage=EmbeddingModelV4Usage(tokens=3),
        provider_metadata={"acme": {"a": 1}},
        response=EmbeddingModelV4ResultResponse(headers=result.response and result.response.headers, body=BODY),
        warnings=[],
    )
    assert server.body == {"model": "m", "input": ["Hi"], "encoding_format": "float"}
    assert str(server.requests[0].url) == "https://a.dev/v1/embeddings"


async def test_usage_may_be_missing():
    assert (await embed(Server(reply({"data": [], "usage": None})))).usage is None


async def test_options_are_merged_and_old_keys_warned_of():
    server = Server(reply(BODY))
    given = {
        "openai-compatible": {"dimensions": 1, "user": "1"},
        "openaiCompatible": {"dimensions": 2},
        "my-acme": {"user": "3"},
    }
    result = await embed(server, "my-acme", provider_options=given, dimensions=9)
    assert server.body == {"model": "m", "input": ["Hi"], "encoding_format": "float", "dimensions": 2, "user": "3"}
    assert result.warnings == [
        SharedV4WarningDeprecated(
            setting="providerOptions key 'openai-compatible'", message="Use 'openaiCompatible' instead."
        ),
        SharedV4WarningDeprecated(setting="providerOptions key 'my-acme'", message="Use 'myAcme' instead."),
    ]


async def test_dimensions_of_the_call_are_sent_when_no_option_is_given():
    server = Server(reply(BODY))
    await embed(server, dimensions=9)
    assert server.body["dimensions"] == 9


async def test_options_that_do_not_fit_and_too_many_values_are_refused_before_any_request():
    server = Server()
    with pytest.raises(InvalidArgumentError):
        await embed(server, provider_options={"acme": {"dimensions": "many"}})
    with pytest.raises(TooManyEmbeddingValuesForCallError) as caught:
        await embed(server, values=["Hi"] * 2049)
    assert caught.value.max_embeddings_per_call == 2048
    assert server.requests == []


async def test_limits_are_settings():
    server = Server(reply(BODY))
    config = model(server).config
    limited = OpenAICompatibleEmbeddingModel("m", config, max_embeddings_per_call=1, supports_parallel_calls=False)
    assert limited.supports_parallel_calls is False
    with pytest.raises(TooManyEmbeddingValuesForCallError):
        await limited.do_embed(EmbeddingModelV4CallOptions(values=["a", "b"]))
    unlimited = OpenAICompatibleEmbeddingModel("m", config, max_embeddings_per_call=None)
    assert (await unlimited.do_embed(EmbeddingModelV4CallOptions(values=["a"] * 3000))).embeddings == [[0.5, 1]]
