"""`rerank` orders documents: one call of the model, retried, with events around it."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from ai_sdk.provider import (
    APICallError,
    InvalidResponseDataError,
    RerankingModelV4CallOptions,
    RerankingModelV4DocumentsObject,
    RerankingModelV4DocumentsText,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.rerank.rerank import rerank
from ai_sdk.rerank.rerank_events import (
    RerankEndEvent,
    RerankingModelCallEndEvent,
    RerankingModelCallStartEvent,
    RerankStartEvent,
)
from ai_sdk.telemetry.telemetry import Telemetry, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.testing import MockRerankingModelV4
from tests.instant_clock import START, InstantClock

DOCUMENTS = ["sunny beach", "rainy city", "snow"]
ANSWER = {
    "ranking": [{"index": 1, "relevance_score": 0.9}, {"index": 0, "relevance_score": 0.1}],
    "warnings": [{"type": "other", "message": "careful"}],
    "provider_metadata": {"mock": {"a": 1}},
    "response": {"id": "r1", "timestamp": datetime(2026, 2, 3, tzinfo=UTC), "model_id": "m2", "headers": {"x": "y"}},
}


class Recorder(Telemetry):
    def __init__(self) -> None:
        self.events: list[Any] = []

    def on_start(self, event: Any) -> None:
        self.events.append(event)

    on_end = on_rerank_start = on_rerank_end = on_error = on_start


def test_the_result_has_the_documents_in_their_order_of_relevance() -> None:
    model = MockRerankingModelV4(do_rerank=ANSWER)
    result = asyncio.run(rerank(model=model, documents=DOCUMENTS, query="rain", top_n=2))
    assert result.reranked_documents == ["rainy city", "sunny beach"]
    assert dump(result) == {
        "originalDocuments": DOCUMENTS,
        "ranking": [
            {"originalIndex": 1, "score": 0.9, "document": "rainy city"},
            {"originalIndex": 0, "score": 0.1, "document": "sunny beach"},
        ],
        "providerMetadata": {"mock": {"a": 1}},
        "response": {
            "id": "r1", "timestamp": datetime(2026, 2, 3, tzinfo=UTC), "modelId": "m2", "headers": {"x": "y"},
        },
    }  # fmt: skip


def test_the_model_gets_all_options_and_the_headers_as_they_are() -> None:
    model, signal = MockRerankingModelV4(do_rerank=ANSWER), AbortController().signal
    options = {"provider_options": {"mock": {"o": 1}}, "abort_signal": signal, "headers": {"X-Team": "a"}}
    asyncio.run(rerank(model=model, documents=DOCUMENTS, query="rain", top_n=2, **options))
    assert model.do_rerank_calls == [
        RerankingModelV4CallOptions(
            documents=RerankingModelV4DocumentsText(values=DOCUMENTS), query="rain", top_n=2, **options
        )
    ]


def test_objects_are_sent_as_objects_and_come_back_as_they_are() -> None:
    model = MockRerankingModelV4(do_rerank={"ranking": [{"index": 1, "relevance_score": 1}]})
    documents = [{"t": "a"}, {"t": "b"}]
    result = asyncio.run(rerank(model=model, documents=documents, query="b"))
    assert model.do_rerank_calls[0].documents == RerankingModelV4DocumentsObject(values=documents)
    assert result.reranked_documents[0] is documents[1]


def test_what_the_response_does_not_say_is_filled_in() -> None:
    model = MockRerankingModelV4(do_rerank={"ranking": []})
    with use_clock(InstantClock()):
        result = asyncio.run(rerank(model=model, documents=DOCUMENTS, query="rain"))
    assert dump(result.response) == {"timestamp": START, "modelId": "mock-model-id"}


def test_without_documents_there_is_no_call_but_both_events() -> None:
    model, events = MockRerankingModelV4(), []
    with use_clock(InstantClock()):
        result = asyncio.run(
            rerank(model=model, documents=[], query="rain", on_start=events.append, on_end=events.append)
        )
    assert dump(result) == {
        "originalDocuments": [], "ranking": [], "response": {"timestamp": START, "modelId": "mock-model-id"},
    }  # fmt: skip
    assert [type(event) for event in events] == [RerankStartEvent, RerankEndEvent]
    assert (events[0].max_retries, events[1].ranking, model.do_rerank_calls) == (2, [], [])


@pytest.mark.parametrize("index", [-1, 3])
def test_a_document_that_was_not_given_is_an_error(index: int) -> None:
    model = MockRerankingModelV4(do_rerank={"ranking": [{"index": index, "relevance_score": 1}]})
    message = rf"^Invalid ranking index {index}\. Expected an integer between 0 and 2\.$"
    with pytest.raises(InvalidResponseDataError, match=message):
        asyncio.run(rerank(model=model, documents=DOCUMENTS, query="rain"))


def test_a_failed_call_is_tried_again() -> None:
    error = APICallError("busy", url="http://a", request_body_values={}, status_code=500)
    model, clock = MockRerankingModelV4(do_rerank=[error, ANSWER]), InstantClock()
    with use_clock(clock):
        result = asyncio.run(rerank(model=model, documents=DOCUMENTS, query="rain"))
    assert (len(result.ranking), clock.slept) == (2, [2.0])


def test_callbacks_and_telemetry_hear_of_the_operation_and_the_call() -> None:
    recorder, events = Recorder(), []
    asyncio.run(
        rerank(
            model=MockRerankingModelV4(do_rerank=ANSWER), documents=DOCUMENTS, query="rain", top_n=2,
            runtime_context={"user": "u1"}, telemetry=TelemetryOptions(integrations=recorder),
            on_start=events.append, on_end=events.append,
        )
    )  # fmt: skip
    start, call_start, call_end, end = recorder.events
    kinds = (RerankStartEvent, RerankingModelCallStartEvent, RerankingModelCallEndEvent, RerankEndEvent)
    assert all(map(isinstance, recorder.events, kinds))
    assert (events[0].runtime_context, start.runtime_context, end.runtime_context) == ({"user": "u1"}, {}, {})
    assert (call_start.operation_id, call_start.documents_type, call_start.top_n) == ("ai.rerank.doRerank", "text", 2)
    assert [(entry.index, entry.relevance_score) for entry in call_end.ranking] == [(1, 0.9), (0, 0.1)]
    assert [(entry.original_index, entry.document) for entry in events[1].ranking] == [
        (1, DOCUMENTS[1]),
        (0, DOCUMENTS[0]),
    ]
    assert dump(events[1].warnings) == ANSWER["warnings"]


def test_telemetry_hears_of_the_error() -> None:
    recorder, error = Recorder(), ValueError("no")
    with pytest.raises(ValueError, match=r"^no$"):
        asyncio.run(
            rerank(
                model=MockRerankingModelV4(do_rerank=error), documents=DOCUMENTS, query="rain",
                telemetry=TelemetryOptions(integrations=recorder),
            )
        )  # fmt: skip
    assert isinstance(recorder.events[-1], TelemetryErrorEvent)
