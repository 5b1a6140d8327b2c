"""`stream_object` returns at once, and gives the object as it arrives to whoever reads."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from pydantic import BaseModel

from ai_sdk import stream_object
from ai_sdk.error import NoObjectGeneratedError, NoOutputGeneratedError, StreamAlreadyConsumedError
from ai_sdk.provider import APICallError, UnsupportedFunctionalityError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortError
from ai_sdk.telemetry.telemetry import Telemetry
from ai_sdk.testing import MockLanguageModelV4

pytestmark = pytest.mark.anyio

FINISH = {
    "type": "finish",
    "finishReason": {"unified": "stop"},
    "usage": {"inputTokens": {"total": 3}, "outputTokens": {"total": 4}},
    "providerMetadata": {"mock": {"a": 1}},
}
METADATA = {"type": "response-metadata", "id": "answer-1", "modelId": "model-1"}
RECIPE = ('{"name": "So', 'up", ', '"minutes"', ": 20", "}")
MENU = ('{"elements": [{"name": "Soup", "mi', 'nutes": 20}, ', '{"name": "Pie", "minutes": 45}', "]}")
ENUM = {"enum": ["sun", "sunny", "rain"], "output": "enum"}


class Recipe(BaseModel):
    name: str
    minutes: int


def deltas(*texts: str) -> list[dict[str, Any]]:
    return [{"type": "text-delta", "id": "0", "delta": text} for text in texts]


def streaming(*parts: Any, **more: Any) -> MockLanguageModelV4:
    return MockLanguageModelV4(
        do_stream={"stream": [{"type": "stream-start", "warnings": []}, METADATA, *parts], **more}
    )


def recipe(**options: Any) -> Any:
    return stream_object(
        **{"model": streaming(*deltas(*RECIPE), FINISH), "schema": Recipe, "prompt": "Cook!", **options}
    )


async def listed(stream: AsyncIterator[Any]) -> list[Any]:
    return [item async for item in stream]


async def test_the_full_stream_has_objects_and_text_and_an_end() -> None:
    parts = [dump(part) for part in await listed(recipe().full_stream)]
    finish = parts.pop()
    assert parts == [
        {"type": "object", "object": {"name": "So"}},
        {"type": "text-delta", "textDelta": '{"name": "So'},
        {"type": "object", "object": {"name": "Soup"}},
        {"type": "text-delta", "textDelta": 'up", '},
        {"type": "object", "object": {"name": "Soup", "minutes": 20}},
        {"type": "text-delta", "textDelta": '"minutes": 20'},
        {"type": "text-delta", "textDelta": "}"},
    ]
    assert finish["response"].pop("timestamp") is not None
    assert finish == {
        "type": "finish",
        "finishReason": "stop",
        "usage": {
            "inputTokens": 3,
            "inputTokenDetails": {},
            "outputTokens": 4,
            "outputTokenDetails": {},
            "totalTokens": 7,
        },
        "response": {"id": "answer-1", "modelId": "model-1"},
        "providerMetadata": {"mock": {"a": 1}},
    }


@pytest.mark.parametrize(
    ("pieces", "options", "partials", "text"),
    [
        (
            RECIPE,
            {"schema": Recipe},
            [{"name": "So"}, {"name": "Soup"}, {"name": "Soup", "minutes": 20}],
            "".join(RECIPE),
        ),
        (
            MENU,
            {"schema": Recipe, "output": "array"},
            [[], [Recipe(name="Soup", minutes=20)], [Recipe(name="Soup", minutes=20), Recipe(name="Pie", minutes=45)]],
            '[{"name":"Soup","minutes":20},{"name":"Pie","minutes":45}]',
        ),
        (('{"result": "', "s", "unn", 'y"}'), ENUM, ["s", "sunny"], '{"result": "sunny"}'),
        (("[1, ", "nul", "l]"), {"output": "no-schema"}, [[1], [1, None]], "[1, null]"),
    ],
)
async def test_each_kind_has_partial_objects_and_text(
    pieces: tuple[str, ...], options: dict[str, Any], partials: list[Any], text: str
) -> None:
    def result() -> Any:
        return stream_object(model=streaming(*deltas(*pieces), FINISH), prompt="Go", **options)

    is_object = "output" not in options
    assert await listed(result().partial_object_stream) == partials
    assert "".join(await listed(result().text_stream)) == text
    assert await result().object == (Recipe(**partials[-1]) if is_object else partials[-1])


async def test_elements_are_streamed_one_by_one() -> None:
    result = recipe(model=streaming(*deltas(*MENU), FINISH), output="array")
    assert await listed(result.element_stream) == [Recipe(name="Soup", minutes=20), Recipe(name="Pie", minutes=45)]


@pytest.mark.parametrize("options", [{"schema": Recipe}, ENUM, {"output": "no-schema"}])
async def test_only_arrays_have_elements(options: dict[str, Any]) -> None:
    result = stream_object(model=streaming(), prompt="Go", **options)
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        _ = result.element_stream
    mode = options.get("output", "object")
    assert str(caught.value) == f"'element streams in {mode} mode' functionality not supported."


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.fixed_dictionaries({"name": st.text('a"]},é', max_size=4), "minutes": st.integers(0, 99)}),
        min_size=1,
        max_size=5,
    ),
    st.lists(st.integers(1, 20), min_size=1, max_size=5),
    st.booleans(),
)
def test_any_split_of_an_array_ends_in_the_same_text_and_object(
    menu: list[dict[str, Any]], sizes: list[int], is_unusual: Any
) -> None:
    text = json.dumps({"note": "ours", "elements": menu} if is_unusual else {"elements": menu})
    pieces: list[str] = []
    position = 0
    while position < len(text):
        size = sizes[len(pieces) % len(sizes)]
        pieces.append(text[position : position + size])
        position += size

    async def read() -> tuple[str, Any]:
        result = recipe(model=streaming(*deltas(*pieces), FINISH), output="array")
        return "".join(await listed(result.text_stream)), await result.object

    # (Of an empty list, what is left of the text ends the stream as it is, in TypeScript too.)
    streamed, made = asyncio.run(read())
    assert made == [Recipe(**each) for each in menu]
    if not is_unusual:
        assert json.loads(streamed) == menu


async def test_an_array_in_another_envelope_is_read_as_well() -> None:
    pieces = ('{"n": 2, "elements": [{"name": "Soup", "minutes": 20}', ", {", '"name": "Pie", "minutes": 45}]}')
    result = recipe(model=streaming(*deltas(*pieces), FINISH), output="array")
    soup, pie = Recipe(name="Soup", minutes=20), Recipe(name="Pie", minutes=45)
    assert await listed(result.partial_object_stream) == [[], [soup], [soup, pie]]


async def test_nothing_is_sent_before_somebody_reads() -> None:
    model = streaming(*deltas(*RECIPE), FINISH)
    result = recipe(model=model)
    _ = result.full_stream, result.object
    await asyncio.sleep(0)
    assert model.do_stream_calls == []
    assert (await result.object, len(model.do_stream_calls)) == (Recipe(name="Soup", minutes=20), 1)


async def test_the_model_is_asked_for_more_when_the_reader_wants_more() -> None:
    given: list[str] = []

    async def parts() -> AsyncIterator[Any]:
        for text in RECIPE:
            given.append(text)
            yield {"type": "text-delta", "id": "0", "delta": text}
        yield FINISH

    result = recipe(model=MockLanguageModelV4(do_stream={"stream": parts()}))
    stream = result.partial_object_stream
    assert (await anext(stream), len(given)) == ({"name": "So"}, 1)
    assert (await anext(stream), len(given)) == ({"name": "Soup"}, 2)
    await result.aclose()


async def test_properties_can_be_awaited_without_reading_and_beside_a_reader() -> None:
    headers = {"response": {"headers": {"x": "y"}}, "request": {"url": "https://a.example/v1", "body": {}}}
    result = recipe(model=streaming(*deltas(*RECIPE), FINISH, **headers))
    partials, made, request = await asyncio.gather(listed(result.partial_object_stream), result.object, result.request)
    assert (partials[-1], made, request.url) == (
        made.model_dump(),
        Recipe(name="Soup", minutes=20),
        "https://a.example",
    )
    assert (await result.finish_reason, (await result.usage).total_tokens) == ("stop", 7)
    assert (await result.warnings, await result.provider_metadata) == ([], {"mock": {"a": 1}})
    response = await result.response
    assert (response.id, response.model_id, response.headers) == ("answer-1", "model-1", {"x": "y"})


async def test_what_the_end_tells_can_be_awaited_while_reading_it() -> None:
    result = recipe()
    async for part in result.full_stream:
        if part.type == "finish":
            assert (await result.object, await result.finish_reason) == (Recipe(name="Soup", minutes=20), "stop")


async def test_there_is_one_reader() -> None:
    result = recipe()
    await listed(result.text_stream)
    with pytest.raises(StreamAlreadyConsumedError):
        await listed(result.full_stream)


async def test_an_object_that_does_not_fit_fails_the_object_alone() -> None:
    ended: list[Any] = []
    result = recipe(model=streaming(*deltas('{"name": 1}'), FINISH), on_finish=ended.append)
    assert await listed(result.partial_object_stream) == [{"name": 1}]
    with pytest.raises(NoObjectGeneratedError, match="response did not match schema") as caught:
        await result.object
    assert caught.value.text == '{"name": 1}'
    assert await result.finish_reason == "stop"
    assert [(event.object, event.error) for event in ended] == [(None, caught.value)]


async def test_a_text_is_mended() -> None:
    result = recipe(
        model=streaming(*deltas('{"name": "Soup", "minutes": 20'), FINISH),
        repair_text=lambda options: options.text + "}",
    )
    assert await result.object == Recipe(name="Soup", minutes=20)


def busy() -> APICallError:
    return APICallError("busy", url="http://a", request_body_values={}, status_code=400)


class Errors(Telemetry):
    def __init__(self) -> None:
        self.errors: list[Any] = []

    def on_error(self, event: Any) -> None:
        self.errors.append(event.error)


async def test_an_error_of_the_call_is_a_part_and_is_told() -> None:
    error, telemetry = busy(), Errors()
    told: list[Any] = []
    result = recipe(
        model=MockLanguageModelV4(do_stream=[error]), on_error=told.append, telemetry={"integrations": [telemetry]}
    )
    assert [part.error for part in await listed(result.full_stream)] == [error]
    assert [event.error for event in told] == telemetry.errors == [error]
    for value in (result.object, result.usage, result.request):
        with pytest.raises(APICallError):
            await value


async def test_an_error_without_a_callback_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "ai_sdk"):
        assert await listed(recipe(model=MockLanguageModelV4(do_stream=[busy()])).text_stream) == []
    assert caplog.messages[-1] == "busy"


async def test_an_error_that_the_provider_reports_ends_nothing_but_fails_the_object() -> None:
    told: list[Any] = []
    reported = {"type": "error", "error": {"message": "Overloaded", "type": "overloaded_error"}}
    result = recipe(model=streaming(*deltas('{"a'), reported, FINISH), on_error=told.append)
    parts = await listed(result.full_stream)
    assert [part.type for part in parts] == ["object", "text-delta", "error", "finish"]
    assert (parts[2].error, parts[3].finish_reason) == (reported["error"], "error")
    assert [event.error for event in told] == [reported["error"]]
    with pytest.raises(Exception, match="Overloaded"):
        await result.object


async def test_a_stream_that_breaks_off_keeps_what_arrived_and_is_closed() -> None:
    closed: list[bool] = []
    error = busy()

    async def parts() -> AsyncIterator[Any]:
        try:
            yield {"type": "text-delta", "id": "0", "delta": '{"name": "So'}
            raise error
        finally:
            closed.append(True)

    told: list[Any] = []
    result = recipe(model=MockLanguageModelV4(do_stream={"stream": parts()}), on_error=told.append)
    seen = []
    with pytest.raises(APICallError, match="busy"):
        async for partial in result.partial_object_stream:
            seen.append(partial)  # noqa: PERF401 - what came before the error is kept
    assert (seen, closed, [event.error for event in told]) == ([{"name": "So"}], [True], [error])
    with pytest.raises(APICallError, match="busy"):
        await result.object


async def test_a_stream_without_an_end_comes_to_nothing() -> None:
    ended: list[Any] = []
    result = recipe(model=streaming(*deltas("{}")), on_finish=ended.append)
    assert await listed(result.partial_object_stream) == [{}]
    with pytest.raises(NoOutputGeneratedError, match="ended without a finish chunk"):
        await result.object
    assert [event.finish_reason for event in ended] == ["other"]


def endless(closed: list[bool], waiting: asyncio.Event | None = None) -> MockLanguageModelV4:
    async def parts() -> AsyncIterator[Any]:
        try:
            yield {"type": "text-delta", "id": "0", "delta": '{"name": "So'}
            if waiting is not None:
                waiting.set()
            await asyncio.Event().wait()
        finally:
            closed.append(True)

    return MockLanguageModelV4(do_stream={"stream": parts()})


async def test_leaving_the_block_closes_the_stream() -> None:
    closed: list[bool] = []
    async with recipe(model=endless(closed)) as result:
        async for partial in result.partial_object_stream:
            assert partial == {"name": "So"}
            break
    assert closed == [True]
    with pytest.raises(AbortError):
        await result.object


async def test_cancelling_the_reader_closes_the_stream() -> None:
    closed: list[bool] = []
    before = asyncio.all_tasks()
    waiting = asyncio.Event()
    reader = asyncio.create_task(listed(recipe(model=endless(closed, waiting)).text_stream))
    await waiting.wait()
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    assert (closed, asyncio.all_tasks() - before) == ([True], set())


async def test_the_steps_are_told_with_the_raw_text() -> None:
    events: list[Any] = []
    times = iter([1000.0, 1250.0])
    result = recipe(
        on_start=events.append,
        on_step_start=events.append,
        on_step_end=events.append,
        on_finish=events.append,
        headers={"x-a": "b"},
        _internal={"generate_id": lambda: "id-1", "now": lambda: next(times)},
    )
    await listed(result.text_stream)
    assert [type(event).__name__ for event in events] == [
        "GenerateObjectStartEvent",
        "GenerateObjectStepStartEvent",
        "GenerateObjectStepEndEvent",
        "GenerateObjectEndEvent",
    ]
    start, step_start, step_end, end = events
    assert (start.operation_id, start.headers, step_start.headers) == ("ai.streamObject", {"x-a": "b"}, {"x-a": "b"})
    assert (step_end.object_text, step_end.ms_to_first_chunk) == ("".join(RECIPE), 250.0)
    assert (end.object, end.error, end.response.id) == (Recipe(name="Soup", minutes=20), None, "answer-1")
