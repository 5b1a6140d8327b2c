"""The embedding model of Mistral."""

import httpx
import pytest

from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    InvalidArgumentError,
    TooManyEmbeddingValuesForCallError,
)
from ai_sdk.providers.mistral import create_mistral
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

ANSWER = {"data": [{"embedding": [0.5, 1]}], "usage": {"prompt_tokens": 4}}
MINIMAL = {"model": "mistral-embed", "input": ["rye"], "encoding_format": "float"}


def model(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_mistral(api_key="key", http_client=client).embedding("mistral-embed")


def options(values=("rye",), dimensions=None, **mistral):
    given = {"mistral": mistral} if mistral else None
    return EmbeddingModelV4CallOptions(values=list(values), dimensions=dimensions, provider_options=given)


def test_it_is_an_embedding_model_with_limits():
    embedder = model(Server())
    assert isinstance(embedder, EmbeddingModelV4)
    assert (embedder.provider, embedder.max_embeddings_per_call) == ("mistral.embedding", 32)
    assert embedder.supports_parallel_calls is False


@pytest.mark.parametrize("has_usage", [True, False])
async def test_texts_become_vectors(has_usage):
    answer = ANSWER if has_usage else {**ANSWER, "usage": None}
    server = Server(reply(answer))
    result = await model(server).do_embed(options())
    assert (str(server.requests[0].url), server.body) == ("https://api.mistral.ai/v1/embeddings", MINIMAL)
    assert result.response is not None
    assert result == EmbeddingModelV4Result(
        embeddings=[[0.5, 1]],
        usage=EmbeddingModelV4Usage(tokens=4) if has_usage else None,
        response=EmbeddingModelV4ResultResponse(headers=result.response.headers, body=answer),
        warnings=[],
    )


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"dimensions": 8}, {"output_dimension": 8}),
        ({"dimensions": 8, "outputDimension": 16.0}, {"output_dimension": 16}),
        ({"metadata": {"a": None}, "outputDtype": "int8"}, {"metadata": {"a": None}, "output_dtype": "int8"}),
    ],
)
async def test_options_are_sent(given, sent):
    server = Server(reply(ANSWER))
    await model(server).do_embed(options(**given))
    assert server.body == MINIMAL | sent


async def test_texts_are_counted_before_options_are_read():
    with pytest.raises(TooManyEmbeddingValuesForCallError):
        await model(Server()).do_embed(options(["rye"] * 33, outputDimension=0))
    with pytest.raises(InvalidArgumentError):
        await model(Server()).do_embed(options(outputDimension=0))
