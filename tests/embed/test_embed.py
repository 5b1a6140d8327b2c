"""`embed` turns one text into a vector: one call of the model, retried, with events around it."""

import asyncio
import logging
import math
from typing import Any

import pytest

from ai_sdk.embed.embed import embed
from ai_sdk.embed.embed_events import (
    EmbeddingModelCallEndEvent,
    EmbeddingModelCallStartEvent,
    EmbedEndEvent,
    EmbedStartEvent,
)
from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.error.retry_error import RetryError
from ai_sdk.provider import APICallError, EmbeddingModelV4CallOptions, InvalidResponseDataError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.telemetry.telemetry import Telemetry, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.testing import MockEmbeddingModelV4
from ai_sdk.version import AI_VERSION
from tests.instant_clock import InstantClock

ANSWER = {
    "embeddings": [[0.1, 0.2]],
    "usage": {"tokens": 10},
    "warnings": [{"type": "other", "message": "careful"}],
    "provider_metadata": {"mock": {"a": 1}},
    "response": {"headers": {"x": "y"}, "body": {"b": 1}},
}


class Recorder(Telemetry):
    def __init__(self) -> None:
        self.events: list[Any] = []

    def on_start(self, event: Any) -> None:
        self.events.append(event)

    on_end = on_embed_start = on_embed_end = on_error = on_start


def server_error() -> APICallError:
    return APICallError("busy", url="http://a", request_body_values={}, status_code=500)


def test_the_result_is_what_the_model_returned() -> None:
    result = asyncio.run(embed(model=MockEmbeddingModelV4(do_embed=ANSWER), value="sun"))
    assert dump(result) == {
        "value": "sun",
        "embedding": [0.1, 0.2],
        "usage": {"tokens": 10},
        "warnings": [{"type": "other", "message": "careful"}],
        "providerMetadata": {"mock": {"a": 1}},
        "response": {"headers": {"x": "y"}, "body": {"b": 1}},
    }


def test_the_model_gets_all_options_and_this_library_in_the_user_agent() -> None:
    model, signal = MockEmbeddingModelV4(do_embed=ANSWER), AbortController().signal
    options = {"provider_options": {"mock": {"o": 1}}, "abort_signal": signal, "headers": {"X-Team": "a"}}
    asyncio.run(embed(model=model, value="sun", dimensions=8, **options))
    assert model.do_embed_calls == [
        EmbeddingModelV4CallOptions(
            values=["sun"],
            dimensions=8,
            abort_signal=signal,
            provider_options={"mock": {"o": 1}},
            headers={"x-team": "a", "user-agent": f"ai/{AI_VERSION}"},
        )
    ]


def test_usage_that_is_not_reported_is_not_a_number() -> None:
    result = asyncio.run(embed(model=MockEmbeddingModelV4(do_embed={"embeddings": [[1]]}), value="sun"))
    assert math.isnan(result.usage.tokens)


def test_a_failed_call_is_tried_again() -> None:
    clock = InstantClock()
    model = MockEmbeddingModelV4(do_embed=[server_error(), ANSWER])
    with use_clock(clock):
        result = asyncio.run(embed(model=model, value="sun"))
    assert (result.embedding, len(model.do_embed_calls), clock.slept) == ([0.1, 0.2], 2, [2.0])


def test_no_vector_is_an_error_and_not_tried_again() -> None:
    model = MockEmbeddingModelV4(do_embed={"embeddings": []})
    with pytest.raises(InvalidResponseDataError, match=r"^No embedding generated\.$"):
        asyncio.run(embed(model=model, value="sun"))
    assert len(model.do_embed_calls) == 1


def test_no_vector_after_another_failure_ends_the_retries() -> None:
    model = MockEmbeddingModelV4(do_embed=[server_error(), {"embeddings": []}])
    with use_clock(InstantClock()), pytest.raises(RetryError) as raised:
        asyncio.run(embed(model=model, value="sun"))
    assert raised.value.reason == "errorNotRetryable"


@pytest.mark.parametrize("dimensions", [0, -1, 1.5])
def test_dimensions_that_cannot_be_are_refused_before_any_call(dimensions: Any) -> None:
    model = MockEmbeddingModelV4(do_embed=ANSWER)
    with pytest.raises(InvalidArgumentError, match="dimensions must be a positive integer"):
        asyncio.run(embed(model=model, value="sun", dimensions=dimensions))
    assert model.do_embed_calls == []


def test_warnings_are_logged_with_the_models_name(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="ai_sdk"):
        asyncio.run(embed(model=MockEmbeddingModelV4(do_embed=ANSWER), value="sun"))
    assert "AI SDK Warning (mock-provider / mock-model-id): careful" in caplog.messages


def test_callbacks_get_the_whole_operation() -> None:
    events: list[Any] = []
    model = MockEmbeddingModelV4(do_embed=ANSWER)
    asyncio.run(
        embed(
            model=model, value="sun", runtime_context={"user": "u1"}, max_retries=1, dimensions=2,
            provider_options={"mock": {}}, on_start=events.append, on_end=events.append,
        )
    )  # fmt: skip
    call_id = events[0].call_id
    same: dict[str, Any] = {
        "runtime_context": {"user": "u1"},
        "call_id": call_id,
        "operation_id": "ai.embed",
        "provider": "mock-provider",
        "model_id": "mock-model-id",
        "value": "sun",
    }
    assert call_id.startswith("call-")
    assert dump(events) == dump(
        [
            EmbedStartEvent(
                **same,
                dimensions=2,
                max_retries=1,
                provider_options={"mock": {}},
                headers={"user-agent": f"ai/{AI_VERSION}"},
            ),
            EmbedEndEvent(
                **same,
                embedding=[0.1, 0.2],
                usage={"tokens": 10},
                warnings=ANSWER["warnings"],
                provider_metadata=ANSWER["provider_metadata"],
                response=ANSWER["response"],
            ),
        ]
    )


def test_a_callback_that_raises_breaks_nothing() -> None:
    def fail(_: Any) -> None:
        raise ValueError

    result = asyncio.run(embed(model=MockEmbeddingModelV4(do_embed=ANSWER), value="sun", on_start=fail, on_end=fail))
    assert result.embedding == [0.1, 0.2]


def test_telemetry_hears_of_the_call_of_the_model_and_of_the_included_context_only() -> None:
    recorder = Recorder()
    asyncio.run(
        embed(
            model=MockEmbeddingModelV4(do_embed=ANSWER),
            value="sun",
            runtime_context={"user": "u1", "secret": "s"},
            telemetry=TelemetryOptions(integrations=recorder, include_runtime_context={"user": True}),
        )
    )
    start, call_start, call_end, end = recorder.events
    kinds = (EmbedStartEvent, EmbeddingModelCallStartEvent, EmbeddingModelCallEndEvent, EmbedEndEvent)
    assert all(map(isinstance, recorder.events, kinds))
    assert (start.runtime_context, end.runtime_context) == ({"user": "u1"}, {"user": "u1"})
    assert (call_start.operation_id, call_start.values) == ("ai.embed.doEmbed", ["sun"])
    assert (call_end.embeddings, call_end.usage.tokens) == ([[0.1, 0.2]], 10)
    assert call_start.embed_call_id == call_end.embed_call_id != start.call_id
    assert {event.call_id for event in recorder.events} == {start.call_id}


def test_telemetry_hears_of_the_error() -> None:
    recorder, error = Recorder(), ValueError("no")
    with pytest.raises(ValueError, match=r"^no$"):
        model, telemetry = MockEmbeddingModelV4(do_embed=error), TelemetryOptions(integrations=recorder)
        asyncio.run(embed(model=model, value="sun", telemetry=telemetry))
    assert isinstance(recorder.events[-1], TelemetryErrorEvent)
    assert recorder.events[-1].error is error
