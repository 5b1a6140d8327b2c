"""Text embeddings on Perplexity, which come as base64."""

from base64 import b64encode

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Usage,
    InvalidArgumentError,
    TooManyEmbeddingValuesForCallError,
)
from ai_sdk.providers.perplexity import create_perplexity
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

pytestmark = pytest.mark.anyio


def model(server):
    return create_perplexity(api_key="key", http_client=client(server)).embedding_model("pplx-embed-v1-4b")


def call(values=("a",), **perplexity):
    given = {"perplexity": perplexity} if perplexity else None
    return EmbeddingModelV4CallOptions(values=list(values), provider_options=given)


def answer(*embeddings, **more):
    return reply({"data": [{"embedding": embedding} for embedding in embeddings], **more})


async def test_embeddings_are_signed_numbers():
    usage = {"prompt_tokens": 3, "cost": {"input_cost": 0.5, "currency": None}}
    server = Server(answer("AH+A/w==", "", usage=usage))
    embedding = model(server)
    assert isinstance(embedding, EmbeddingModelV4)
    result = await embedding.do_embed(call(["a", "b"], dimensions=4))
    assert (result.embeddings, result.usage) == ([[0, 127, -128, -1], []], EmbeddingModelV4Usage(tokens=3))
    cost = {"inputCost": 0.5, "totalCost": None, "currency": None}
    assert result.provider_metadata == {"perplexity": {"cost": cost}}
    assert str(server.requests[0].url) == "https://api.perplexity.ai/v1/embeddings"
    assert server.body == {
        "model": "pplx-embed-v1-4b",
        "input": ["a", "b"],
        "dimensions": 4,
        "encoding_format": "base64_int8",
    }


async def test_packed_bits_are_bytes():
    result = await model(Server(answer("AH+A/w=="))).do_embed(call(encodingFormat="base64_binary"))
    assert (result.embeddings, result.usage, result.provider_metadata) == ([[0, 127, 128, 255]], None, None)


async def test_what_cost_nothing_has_no_price():
    result = await model(Server(answer(usage={"prompt_tokens": 0, "cost": None}))).do_embed(call())
    assert (result.usage, result.provider_metadata) == (EmbeddingModelV4Usage(tokens=0), None)


@given(st.lists(st.integers(-128, 127)))
async def test_any_signed_numbers_survive(numbers):
    text = b64encode(bytes(number % 256 for number in numbers)).decode()
    assert (await model(Server(answer(text))).do_embed(call())).embeddings == [numbers]


@pytest.mark.parametrize(
    ("given_call", "responses", "error"),
    [
        (call(["a"] * 513), [], TooManyEmbeddingValuesForCallError),
        (call(dimensions=0), [], InvalidArgumentError),
        (call(), [answer("%%%")], InvalidArgumentError),
    ],
)
async def test_what_cannot_be_embedded_is_refused(given_call, responses, error):
    with pytest.raises(error):
        await model(Server(*responses)).do_embed(given_call)


@pytest.mark.parametrize(("error", "message"), [({"message": "No."}, "No."), ({"type": "bad"}, "Unknown error")])
async def test_an_error_status_raises_with_what_perplexity_says(error, message):
    with pytest.raises(APICallError) as caught:
        await model(Server(reply({"error": {"code": 400, **error}}, 400))).do_embed(call())
    assert caught.value.message == message
