"""Text embeddings on Alibaba Cloud."""

import pytest

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Usage,
    InvalidArgumentError,
    TooManyEmbeddingValuesForCallError,
    UnsupportedFunctionalityError,
)
from ai_sdk.providers.alibaba import create_alibaba
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

pytestmark = pytest.mark.anyio

SPARSE = [{"index": 3, "value": 0.5, "token": None}]
ANSWER = {
    "output": {
        "embeddings": [
            {"embedding": [2, 0.5], "text_index": 1, "sparse_embedding": SPARSE},
            {"embedding": [1], "text_index": 0, "sparse_embedding": None},
        ]
    },
    "usage": {"total_tokens": 7},
}


def model(server, **settings):
    return create_alibaba(api_key="key", http_client=client(server), **settings).embedding_model("text-embedding-v4")


def call(*values, **alibaba):
    given = {"alibaba": alibaba} if alibaba else None
    return EmbeddingModelV4CallOptions(values=list(values or ["a", "b"]), provider_options=given)


async def test_embeddings_come_in_the_order_of_the_values():
    server = Server(reply(ANSWER))
    embedding = model(server)
    assert isinstance(embedding, EmbeddingModelV4)
    result = await embedding.do_embed(call(textType="query", dimension=2, outputType="dense&sparse"))
    assert (result.embeddings, result.usage) == ([[1], [2, 0.5]], EmbeddingModelV4Usage(tokens=7))
    assert result.provider_metadata == {"alibaba": {"sparseEmbeddings": [{"textIndex": 1, "sparseEmbedding": SPARSE}]}}
    url = "https://dashscope-intl.aliyuncs.com/api/v1/services/embeddings/text-embedding/text-embedding"
    assert str(server.requests[0].url) == url
    assert server.body == {
        "model": "text-embedding-v4",
        "input": {"texts": ["a", "b"]},
        "parameters": {"text_type": "query", "dimension": 2, "output_type": "dense&sparse"},
    }


async def test_without_options_and_counts_there_are_none():
    server = Server(reply({"output": {"embeddings": []}}))
    result = await model(server, embedding_base_url="https://proxy.dev/").do_embed(call())
    assert (result.embeddings, result.usage, result.provider_metadata) == ([], None, None)
    assert (server.requests[0].url.host, server.body["parameters"]) == ("proxy.dev", {})


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (call(*"abcdefghijk"), TooManyEmbeddingValuesForCallError),
        (call(outputType="sparse"), UnsupportedFunctionalityError),
        (call(dimension="2"), InvalidArgumentError),
    ],
)
async def test_what_cannot_be_embedded_is_refused_before_any_request(given, error):
    with pytest.raises(error):
        await model(Server()).do_embed(given)


async def test_an_error_status_raises_with_alibabas_words():
    with pytest.raises(APICallError, match=r"^No\.$"):
        await model(Server(reply({"code": "X", "message": "No."}, 400))).do_embed(call())
