"""The reranking model of Cohere."""

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    InvalidArgumentError,
    RerankingModelV4,
    RerankingModelV4CallOptions,
    RerankingModelV4DocumentsObject,
    RerankingModelV4DocumentsText,
    RerankingModelV4RankedDocument,
    RerankingModelV4Result,
    RerankingModelV4ResultResponse,
    SharedV4WarningCompatibility,
)
from ai_sdk.providers.cohere import create_cohere
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

TEXTS = RerankingModelV4DocumentsText(values=["lit", "out"])
RESULTS = [{"index": 1, "relevance_score": 0.5}, {"index": 0.0, "relevance_score": 1e-5}]
ANSWER = {"id": "r", "results": RESULTS, "meta": None}


def model(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_cohere(api_key="key", http_client=client).reranking("rerank-v3.5")


def test_it_is_a_reranking_model():
    assert isinstance(model(Server()), RerankingModelV4)


async def test_texts_are_ranked():
    server = Server(reply(ANSWER))
    result = await model(server).do_rerank(RerankingModelV4CallOptions(documents=TEXTS, query="Is it lit?"))
    assert str(server.requests[0].url) == "https://api.cohere.com/v2/rerank"
    assert server.body == {"model": "rerank-v3.5", "query": "Is it lit?", "documents": ["lit", "out"]}
    assert result.response is not None
    headers = result.response.headers
    assert result == RerankingModelV4Result(
        ranking=[
            RerankingModelV4RankedDocument(index=1, relevance_score=0.5),
            RerankingModelV4RankedDocument(index=0, relevance_score=1e-5),
        ],
        warnings=[],
        response=RerankingModelV4ResultResponse(id="r", headers=headers, body=ANSWER),
    )


async def test_objects_are_sent_as_json_text_with_a_warning_and_options():
    server = Server(reply(ANSWER))
    options = RerankingModelV4CallOptions(
        documents=RerankingModelV4DocumentsObject(values=[{"höhe": 46.0}]),
        query="q",
        top_n=1,
        provider_options={"cohere": {"maxTokensPerDoc": 9, "priority": 0}},
    )
    result = await model(server).do_rerank(options)
    assert server.body == {
        "model": "rerank-v3.5",
        "query": "q",
        "documents": ['{"höhe":46}'],
        "top_n": 1,
        "max_tokens_per_doc": 9,
        "priority": 0,
    }
    details = "Object documents are converted to strings."
    assert result.warnings == [SharedV4WarningCompatibility(feature="object documents", details=details)]


async def test_bad_options_and_answers_raise():
    options = RerankingModelV4CallOptions(documents=TEXTS, query="q", provider_options={"cohere": {"priority": "1"}})
    with pytest.raises(InvalidArgumentError):
        await model(Server()).do_rerank(options)
    with pytest.raises(APICallError, match="too many"):
        await model(Server(reply({"message": "too many"}, 422))).do_rerank(
            RerankingModelV4CallOptions(documents=TEXTS, query="q")
        )
