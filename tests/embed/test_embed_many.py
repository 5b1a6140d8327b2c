"""`embed_many` cuts texts into the calls that a model takes, and puts the vectors back in order."""

import asyncio
import math
from typing import Any

import pytest

from ai_sdk.embed.embed_events import EmbedEndEvent, EmbedStartEvent
from ai_sdk.embed.embed_many import embed_many
from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4Usage,
    InvalidResponseDataError,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.telemetry.telemetry import Telemetry
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.testing import MockEmbeddingModelV4
from tests.instant_clock import InstantClock


class LengthModel(MockEmbeddingModelV4):
    """The vector of a text is its length; counts the calls that run at once."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.calls: list[EmbeddingModelV4CallOptions] = []
        self.running = self.most_running = 0

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        self.calls.append(options)
        self.running += 1
        self.most_running = max(self.running, self.most_running)
        for _ in range(10 - len(self.calls)):  # earlier calls end later
            await asyncio.sleep(0)
        self.running -= 1
        return EmbeddingModelV4Result(
            embeddings=[[float(len(value))] for value in options.values],
            usage=EmbeddingModelV4Usage(tokens=len(options.values)),
            warnings=[],
            provider_metadata={"mock": {options.values[0]: True}},
        )


def run(model: Any, values: Any, **settings: Any) -> Any:
    return asyncio.run(embed_many(model=model, values=values, **settings))


def test_without_limits_there_is_one_call() -> None:
    model = LengthModel(max_embeddings_per_call=None)
    result = run(model, ["a", "bb"], dimensions=1)
    assert [(call.values, call.dimensions) for call in model.calls] == [(["a", "bb"], 1)]
    assert dump(result) == {
        "values": ["a", "bb"],
        "embeddings": [[1.0], [2.0]],
        "usage": {"tokens": 2},
        "warnings": [],
        "providerMetadata": {"mock": {"a": True}},
        "responses": [None],
    }


def test_an_infinite_limit_is_none() -> None:
    model = LengthModel(max_embeddings_per_call=math.inf, max_input_bytes_per_call=math.inf)
    run(model, ["a", "bb"])
    assert [call.values for call in model.calls] == [["a", "bb"]]


def test_parallel_calls_keep_the_order_and_add_up() -> None:
    model = LengthModel(max_embeddings_per_call=2, supports_parallel_calls=True)
    result = run(model, ["a", "bb", "ccc", "dddd", "eeeee"])
    assert model.most_running == 3
    assert result.embeddings == [[1.0], [2.0], [3.0], [4.0], [5.0]]
    assert result.usage == EmbeddingModelV4Usage(tokens=5)
    assert result.provider_metadata == {"mock": {"a": True, "ccc": True, "eeeee": True}}
    assert result.responses == [None, None, None]


@pytest.mark.parametrize(("settings", "most"), [({"max_parallel_calls": 2}, 2), ({"max_parallel_calls": 9}, 5)])
def test_as_many_calls_run_at_once_as_allowed(settings: dict[str, int], most: int) -> None:
    model = LengthModel(max_embeddings_per_call=1, supports_parallel_calls=True)
    run(model, list("abcde"), **settings)
    assert model.most_running == most


def test_a_model_without_parallel_calls_gets_one_after_the_other() -> None:
    model = LengthModel(max_embeddings_per_call=1, supports_parallel_calls=False)
    run(model, list("abc"), max_parallel_calls=3)
    assert (model.most_running, [call.values for call in model.calls]) == (1, [["a"], ["b"], ["c"]])


def test_limits_may_be_awaitable() -> None:
    async def later(value: Any) -> Any:
        return value

    async def main() -> LengthModel:
        model = LengthModel(max_embeddings_per_call=later(1), supports_parallel_calls=later(True))
        await embed_many(model=model, values=["a", "b"])
        return model

    model = asyncio.run(main())
    assert (len(model.calls), model.most_running) == (2, 2)


def test_no_parallel_calls_at_all_is_refused() -> None:
    model = LengthModel(max_embeddings_per_call=1, supports_parallel_calls=True)
    with pytest.raises(InvalidArgumentError, match="chunkSize must be greater than 0"):
        run(model, ["a"], max_parallel_calls=0)


def test_no_texts_make_no_call_when_there_is_a_limit() -> None:
    model = LengthModel(max_embeddings_per_call=1)
    result = run(model, [])
    assert dump(result) == {"values": [], "embeddings": [], "usage": {"tokens": 0}, "warnings": [], "responses": []}
    assert model.calls == []


def test_one_text_instead_of_a_list_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="values must be a list of texts"):
        run(LengthModel(), "sun")


@pytest.mark.parametrize("limit", [None, 2])
def test_another_number_of_vectors_is_an_error(limit: int | None) -> None:
    model = MockEmbeddingModelV4(max_embeddings_per_call=limit, do_embed={"embeddings": [[1]]})
    with pytest.raises(InvalidResponseDataError, match=r"^Expected 2 embeddings, but received 1\.$"):
        run(model, ["a", "b"])


def test_each_call_is_tried_again_by_itself() -> None:
    error = APICallError("busy", url="http://a", request_body_values={}, status_code=500)
    answers = [{"embeddings": [[1]]}, error, {"embeddings": [[2]]}]
    model, clock = MockEmbeddingModelV4(max_embeddings_per_call=1, do_embed=answers), InstantClock()
    with use_clock(clock):
        result = run(model, ["a", "b"])
    assert [call.values for call in model.do_embed_calls] == [["a"], ["b"], ["b"]]
    assert (result.embeddings, clock.slept) == ([[1.0], [2.0]], [2.0])


class CuttingModel(LengthModel):
    """Has provider options with one entry for each text."""

    def transform_provider_options(
        self, provider_options: Any, *, values: list[str], start_index: int, end_index: int
    ) -> Any:
        assert values == ["a", "b", "c"]
        return {"mock": {"content": provider_options["mock"]["content"][start_index:end_index]}}


@pytest.mark.parametrize("parallel", [True, False])
def test_provider_options_are_cut_as_the_texts_are(*, parallel: bool) -> None:
    model = CuttingModel(max_embeddings_per_call=2, supports_parallel_calls=parallel)
    run(model, ["a", "b", "c"], provider_options={"mock": {"content": [1, 2, 3]}})
    assert [call.provider_options for call in model.calls] == [
        {"mock": {"content": [1, 2]}},
        {"mock": {"content": [3]}},
    ]


def test_callbacks_get_lists() -> None:
    events: list[Any] = []
    model = LengthModel(max_embeddings_per_call=1)
    run(model, ["a", "bb"], on_start=events.append, on_end=events.append)
    start, end = events
    assert isinstance(start, EmbedStartEvent)
    assert isinstance(end, EmbedEndEvent)
    assert (start.operation_id, start.value, start.max_retries) == ("ai.embedMany", ["a", "bb"], 2)
    assert (end.call_id, end.embedding, end.usage.tokens, end.response) == (
        start.call_id,
        [[1.0], [2.0]],
        2,
        [None, None],
    )


def test_telemetry_tells_the_calls_apart() -> None:
    class Recorder(Telemetry):
        def __init__(self) -> None:
            self.events: list[Any] = []

        def on_embed_start(self, event: Any) -> None:
            self.events.append(event)

    recorder = Recorder()
    model = LengthModel(max_embeddings_per_call=1, supports_parallel_calls=True)
    run(model, ["a", "b"], telemetry=TelemetryOptions(integrations=recorder))
    assert [(event.operation_id, event.values) for event in recorder.events] == [
        ("ai.embedMany.doEmbed", ["a"]),
        ("ai.embedMany.doEmbed", ["b"]),
    ]
    assert len({event.embed_call_id for event in recorder.events}) == 2


def test_vectors_are_neither_copied_nor_converted() -> None:
    vectors = [[1.0], [2.0]]
    model = MockEmbeddingModelV4(
        max_embeddings_per_call=2, do_embed=EmbeddingModelV4Result(embeddings=vectors, warnings=[])
    )
    result = run(model, ["a", "b"])
    assert all(ours is theirs for ours, theirs in zip(result.embeddings, vectors, strict=True))
