"""Together AI: keys, models, schemas."""

import httpx
import pytest

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.togetherai import create_togetherai, togetherai
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

SCHEMA = {"type": "object", "properties": {"apple": {"type": "string"}}}
OPTIONS = LanguageModelV4CallOptions(
    prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])],
    response_format=LanguageModelV4ResponseFormatJson(schema=SCHEMA),
)
ANSWER = {"choices": [{"message": {"content": "{}"}, "finish_reason": "stop"}]}


def test_each_accessor_makes_its_model():
    models = [
        togetherai.completion_model("a"),
        togetherai.embedding_model("a"),
        togetherai.text_embedding_model("a"),
        togetherai.image_model("a"),
        togetherai.image("a"),
        togetherai.reranking_model("a"),
        togetherai.reranking("a"),
    ]
    assert [model.provider for model in models] == [
        "togetherai.completion",
        "togetherai.embedding",
        "togetherai.embedding",
        "togetherai.image",
        "togetherai.image",
        "togetherai.reranking",
        "togetherai.reranking",
    ]


@pytest.mark.parametrize(
    ("model_id", "kind"),
    [("deepseek-ai/DeepSeek-V4-Flash-0731", "json_schema"), ("deepseek-ai/DeepSeek-V3", "json_object")],
)
async def test_a_schema_is_sent_to_the_model_that_takes_one(model_id, kind):
    server = Server(reply(ANSWER))
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    await create_togetherai(api_key="key", http_client=client)(model_id).do_generate(OPTIONS)
    assert server.body["response_format"]["type"] == kind


async def test_the_older_variable_is_read_with_a_warning_unless_the_newer_is_set(monkeypatch):
    monkeypatch.delenv("TOGETHER_API_KEY", raising=False)
    monkeypatch.setenv("TOGETHER_AI_API_KEY", "old")
    with pytest.warns(DeprecationWarning, match="TOGETHER_AI_API_KEY is deprecated"):
        assert (await create_togetherai().auth_headers()) == {"Authorization": "Bearer old"}
    monkeypatch.setenv("TOGETHER_API_KEY", "new")
    assert (await create_togetherai().auth_headers()) == {"Authorization": "Bearer new"}


async def test_a_given_key_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("TOGETHER_API_KEY", "new")
    assert (await create_togetherai(api_key=lambda: "own").auth_headers()) == {"Authorization": "Bearer own"}
