"""The mock language model answers what it is told and remembers what it was asked."""

import re

import pytest
from pydantic import ValidationError

from ai_sdk.provider import (
    APICallError,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4FinishReason,
    LanguageModelV4GenerateResult,
    LanguageModelV4StreamResult,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4Usage,
)
from ai_sdk.provider.codec import dump
from ai_sdk.testing import MockLanguageModelV4, convert_array_to_async_iterable, simulate_readable_stream

pytestmark = pytest.mark.anyio

FIRST = LanguageModelV4CallOptions(prompt=[], seed=1)
SECOND = LanguageModelV4CallOptions(prompt=[], seed=2)
RESULT = LanguageModelV4GenerateResult(
    content=[LanguageModelV4Text(text="Hi")],
    finish_reason=LanguageModelV4FinishReason(unified="stop"),
    usage=LanguageModelV4Usage(),
    warnings=[],
)
JSON = {
    "content": [{"type": "text", "text": "Hi"}],
    "finishReason": {"unified": "stop"},
    "usage": {"inputTokens": {}, "outputTokens": {}},
    "warnings": [],
}
DELTAS = [{"type": "text-delta", "id": "0", "delta": "Hel"}, {"type": "text-delta", "id": "0", "delta": "lo"}]


async def deltas(model: MockLanguageModelV4) -> list[str]:
    result = await model.do_stream(FIRST)
    return [part.delta async for part in result.stream if part.type == "text-delta"]


def test_the_mock_is_a_language_model() -> None:
    model = MockLanguageModelV4()
    assert isinstance(model, LanguageModelV4)
    assert (model.specification_version, model.provider, model.model_id, model.supported_urls) == (
        "v4",
        "mock-provider",
        "mock-model-id",
        {},
    )


@pytest.mark.parametrize("given", [RESULT, JSON, "Hi", {"content": [LanguageModelV4Text(text="Hi")]}])
async def test_a_fixed_result_answers_every_call(given) -> None:
    model = MockLanguageModelV4(do_generate=given)
    assert [await model.do_generate(FIRST), await model.do_generate(SECOND)] == [RESULT, RESULT]
    assert (model.do_generate_calls, model.do_stream_calls) == ([FIRST, SECOND], [])


async def test_a_list_has_a_result_for_each_call_and_says_when_there_are_too_many() -> None:
    refused = APICallError("Too many", url="https://a.example", request_body_values={}, status_code=429)
    model = MockLanguageModelV4(do_generate=[refused, "Hi"])
    with pytest.raises(APICallError, match="Too many"):
        await model.do_generate(FIRST)
    assert await model.do_generate(FIRST) == RESULT
    with pytest.raises(IndexError, match=re.escape("do_generate has 2 results and was called 3 times")):
        await model.do_generate(FIRST)


async def test_a_function_plain_or_asynchronous_makes_the_result_of_the_options() -> None:
    async def answer(options):
        return f"seed {options.seed}"

    for given in (answer, lambda options: f"seed {options.seed}"):
        result = await MockLanguageModelV4(do_generate=given).do_generate(SECOND)
        assert dump(result.content) == [{"type": "text", "text": "seed 2"}]


async def test_a_tool_call_finishes_with_tool_calls_unless_told_otherwise() -> None:
    call = {"type": "tool-call", "toolCallId": "1", "toolName": "clock", "input": "{}"}
    finished = [
        (await MockLanguageModelV4(do_generate=given).do_generate(FIRST)).finish_reason.unified
        for given in ({"content": [call]}, {"content": [call], "finish_reason": {"unified": "length"}})
    ]
    assert finished == ["tool-calls", "length"]


async def test_what_was_not_given_is_not_implemented() -> None:
    model = MockLanguageModelV4()
    for call in (model.do_generate, model.do_stream):
        with pytest.raises(NotImplementedError, match=r"^Not implemented$"):
            await call(FIRST)


def test_a_mistake_shows_where_the_mock_is_made_and_names_the_path() -> None:
    with pytest.raises(ValidationError, match=r"content\.0\.text\.text"):
        MockLanguageModelV4(do_generate={"content": [{"type": "text"}]})
    with pytest.raises(ValidationError, match=r"1\.text-delta\.delta"):
        MockLanguageModelV4(do_stream={"stream": [DELTAS[0], {"type": "text-delta", "id": "0"}]})
    with pytest.raises(ValidationError, match="stream"):
        MockLanguageModelV4(do_stream={"parts": []})


async def test_a_text_streams_word_by_word_as_a_whole_answer() -> None:
    result = await MockLanguageModelV4(do_stream="Hello  world").do_stream(FIRST)
    assert dump([part async for part in result.stream]) == [
        {"type": "stream-start", "warnings": []},
        {"type": "text-start", "id": "0"},
        {"type": "text-delta", "id": "0", "delta": "Hello  "},
        {"type": "text-delta", "id": "0", "delta": "world"},
        {"type": "text-end", "id": "0"},
        {"type": "finish", "usage": JSON["usage"], "finishReason": {"unified": "stop"}},
    ]


async def test_a_list_of_parts_streams_anew_at_each_call() -> None:
    model = MockLanguageModelV4(do_stream={"stream": DELTAS, "response": {"headers": {"x": "y"}}})
    assert [await deltas(model), await deltas(model)] == [["Hel", "lo"]] * 2
    assert (await model.do_stream(FIRST)).response.headers == {"x": "y"}


async def test_the_stream_may_be_any_asynchronous_iterable() -> None:
    typed = [LanguageModelV4TextDelta(id="0", delta="Hello")]
    results = [
        {"stream": convert_array_to_async_iterable(DELTAS)},
        {"stream": simulate_readable_stream(chunks=DELTAS)},
        LanguageModelV4StreamResult(stream=aiter(convert_array_to_async_iterable(typed))),
    ]
    model = MockLanguageModelV4(do_stream=results)
    assert [await deltas(model) for _ in results] == [["Hel", "lo"], ["Hel", "lo"], ["Hello"]]


async def test_closing_the_stream_closes_the_iterable_behind_it() -> None:
    closed = []

    async def endless():
        try:
            while True:
                yield DELTAS[0]
        finally:
            closed.append(True)

    stream = (await MockLanguageModelV4(do_stream={"stream": endless()}).do_stream(FIRST)).stream
    assert dump(await anext(stream)) == DELTAS[0]
    await stream.aclose()
    assert closed == [True]


async def test_supported_urls_may_come_from_a_function() -> None:
    urls = {"image/*": [re.compile("^https://")]}
    assert MockLanguageModelV4(supported_urls=urls).supported_urls == urls
    assert MockLanguageModelV4(supported_urls=lambda: urls).supported_urls == urls
