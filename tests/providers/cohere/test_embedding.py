"""The embedding model of Cohere."""

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    InvalidArgumentError,
    TooManyEmbeddingValuesForCallError,
)
from ai_sdk.providers.cohere import create_cohere
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

ANSWER = {"embeddings": {"float": [[0.5, 1]]}, "meta": {"billed_units": {"input_tokens": 4}}}


def model(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_cohere(api_key="key", http_client=client).embedding("embed-english-v3.0")


def options(values=("lamp",), **cohere):
    return EmbeddingModelV4CallOptions(values=list(values), provider_options={"cohere": cohere})


def test_it_is_an_embedding_model_with_limits():
    embedder = model(Server())
    assert isinstance(embedder, EmbeddingModelV4)
    assert (embedder.provider, embedder.max_embeddings_per_call) == ("cohere.textEmbedding", 96)
    assert embedder.supports_parallel_calls is True


async def test_texts_become_vectors():
    server = Server(reply(ANSWER))
    result = await model(server).do_embed(EmbeddingModelV4CallOptions(values=["lamp"]))
    assert str(server.requests[0].url) == "https://api.cohere.com/v2/embed"
    assert server.body == {
        "model": "embed-english-v3.0",
        "embedding_types": ["float"],
        "texts": ["lamp"],
        "input_type": "search_query",
    }
    assert result.response is not None
    headers = result.response.headers
    assert result == EmbeddingModelV4Result(
        embeddings=[[0.5, 1]],
        usage=EmbeddingModelV4Usage(tokens=4),
        response=EmbeddingModelV4ResultResponse(headers=headers, body=ANSWER),
        warnings=[],
    )


async def test_options_are_sent():
    server = Server(reply(ANSWER))
    await model(server).do_embed(options(inputType="clustering", truncate="NONE", outputDimension=256))
    assert server.body == {
        "model": "embed-english-v3.0",
        "embedding_types": ["float"],
        "texts": ["lamp"],
        "input_type": "clustering",
        "truncate": "NONE",
        "output_dimension": 256,
    }


async def test_options_are_read_before_texts_are_counted():
    with pytest.raises(InvalidArgumentError):
        await model(Server()).do_embed(options(["lamp"] * 97, truncate="MIDDLE"))
    with pytest.raises(TooManyEmbeddingValuesForCallError) as caught:
        await model(Server()).do_embed(options(["lamp"] * 97))
    assert (caught.value.max_embeddings_per_call, len(caught.value.values)) == (96, 97)


async def test_an_answer_of_another_shape_raises():
    with pytest.raises(APICallError):
        await model(Server(reply({}))).do_embed(options())
