from typing import Any

import pytest

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    TooManyEmbeddingValuesForCallError,
)
from ai_sdk.provider.codec import dump
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

ANSWER = {"data": [{"embedding": [0.1, 1]}, {"embedding": []}], "usage": {"prompt_tokens": 4}}


async def embed(answer: Any = ANSWER, **options: Any) -> tuple[Any, Any]:
    server = Server(reply(answer))
    model = server.provider().embedding("text-embedding-3-small")
    assert isinstance(model, EmbeddingModelV4)
    result = dump(await model.do_embed(EmbeddingModelV4CallOptions(values=["a", "b"], **options)))
    return server.body, result


async def test_values_become_vectors() -> None:
    body, result = await embed()
    assert body == {"model": "text-embedding-3-small", "input": ["a", "b"], "encoding_format": "float"}
    assert result["response"]["headers"]["content-type"] == "application/json"
    assert {key: result[key] for key in ("embeddings", "usage", "warnings")} == {
        "embeddings": [[0.1, 1], []],
        "usage": {"tokens": 4},
        "warnings": [],
    }
    assert [type(number) for number in result["embeddings"][0]] == [float, float]
    assert result["response"]["body"] == ANSWER


@pytest.mark.parametrize("number", ["0.1", True, None])
async def test_a_vector_of_something_else_is_refused(number: Any) -> None:
    with pytest.raises(APICallError, match="Invalid JSON response"):
        await embed({"data": [{"embedding": [0.1, number]}]})


async def test_usage_may_be_missing() -> None:
    _, result = await embed({"data": []})
    assert "usage" not in result


@pytest.mark.parametrize(
    ("options", "sent"),
    [
        ({"dimensions": 5}, {"dimensions": 5}),
        (
            {"dimensions": 5, "provider_options": {"openai": {"dimensions": 7, "user": "u"}}},
            {"dimensions": 7, "user": "u"},
        ),
    ],
)
async def test_the_provider_option_for_dimensions_wins(options: dict[str, Any], sent: dict[str, Any]) -> None:
    body, _ = await embed(**options)
    assert {key: body[key] for key in sent} == sent


async def test_too_many_values_are_refused_before_any_request() -> None:
    server = Server()
    with pytest.raises(TooManyEmbeddingValuesForCallError, match="2049 values were provided"):
        await server.provider().embedding("m").do_embed(EmbeddingModelV4CallOptions(values=["a"] * 2049))
    assert server.requests == []
