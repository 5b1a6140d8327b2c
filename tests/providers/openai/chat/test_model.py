from itertools import pairwise
from typing import Any

import pytest
from ai_sdk_generated.openai.chat import wire
from hypothesis import given, settings, strategies as st
from pydantic import TypeAdapter, ValidationError

from ai_sdk.provider import (
    AISDKError,
    APICallError,
    InvalidResponseDataError,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4TextDelta,
)
from ai_sdk.provider.codec import dump
from ai_sdk.providers.openai.chat.stream import OpenAIChatStream
from tests.providers.openai.server import Pieces, Server, events, reply, stream

pytestmark = pytest.mark.anyio

CALL = LanguageModelV4CallOptions(prompt=[])
FACTS = {"id": "c1", "model": "gpt-4o-2024", "created": 1}
USAGE = {
    "prompt_tokens": 10,
    "completion_tokens": 7,
    "total_tokens": 17,
    "prompt_tokens_details": {"cached_tokens": 4, "cache_write_tokens": 1},
    "completion_tokens_details": {"reasoning_tokens": 2, "accepted_prediction_tokens": 3},
}
READ_USAGE = {
    "inputTokens": {"total": 10, "noCache": 5, "cacheRead": 4, "cacheWrite": 1},
    "outputTokens": {"total": 7, "text": 5, "reasoning": 2},
    "raw": USAGE,
}
TOKEN = {"token": "a", "logprob": -0.5, "top_logprobs": []}
ERROR = {"error": {"message": "slow down", "type": "rate_limit_error", "param": None, "code": None}}
ANNOTATION = {
    "type": "url_citation",
    "url_citation": {"start_index": 0, "end_index": 1, "url": "https://a.example", "title": "A"},
}
METADATA = {"type": "response-metadata", "id": "c1", "modelId": "gpt-4o-2024", "timestamp": "1970-01-01T00:00:01"}


def choice(finish_reason: str | None = None, logprobs: Any = None, **delta: Any) -> dict[str, Any]:
    inner = {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": logprobs}
    return {**FACTS, "choices": [inner]}


def answer(finish_reason: str | None = "stop", logprobs: Any = None, **message: Any) -> dict[str, Any]:
    inner = {"index": 0, "message": message, "finish_reason": finish_reason, "logprobs": logprobs}
    return {**FACTS, "choices": [inner], "usage": USAGE}


async def generate(value: Any) -> dict[str, Any]:
    result = await Server(reply(value)).provider().chat("gpt-4o").do_generate(CALL)
    dumped: dict[str, Any] = dump(result)
    return dumped


async def parts_of(body: Any, options: LanguageModelV4CallOptions = CALL) -> list[dict[str, Any]]:
    result = await Server(stream(body)).provider().chat("gpt-4o").do_stream(options)
    parts = [dump(part) async for part in result.stream]
    for part in parts:
        if "timestamp" in part:
            part["timestamp"] = part["timestamp"].strftime("%Y-%m-%dT%H:%M:%S")
    return parts


def finish(unified: str, raw: str | None = None, **metadata: Any) -> dict[str, Any]:
    reason = {"unified": unified} | ({} if raw is None else {"raw": raw})
    usage: dict[str, Any] = {"inputTokens": {}, "outputTokens": {}}
    return {"type": "finish", "finishReason": reason, "usage": usage, "providerMetadata": {"openai": metadata}}


def test_the_model_is_a_language_model_that_lets_openai_fetch_images() -> None:
    model = Server().provider().chat("gpt-4o")
    assert isinstance(model, LanguageModelV4)
    assert [pattern.pattern for pattern in model.supported_urls["image/*"]] == ["^https?://.*$"]


async def test_an_answer_has_text_refusal_tool_calls_and_sources() -> None:
    result = await generate(
        answer(
            content="Hi",
            refusal="No",
            tool_calls=[{"id": "t1", "type": "function", "function": {"name": "clock", "arguments": "{}"}}],
            annotations=[ANNOTATION],
            logprobs={"content": [TOKEN], "refusal": [TOKEN]},
        )
    )
    source = result["content"].pop()
    assert source.pop("id")
    assert source == {"type": "source", "sourceType": "url", "url": "https://a.example", "title": "A"}
    assert result["content"] == [
        {"type": "text", "text": "Hi"},
        {"type": "text", "text": "No"},
        {"type": "tool-call", "toolCallId": "t1", "toolName": "clock", "input": "{}"},
    ]
    assert result["finishReason"] == {"unified": "content-filter", "raw": "stop"}
    assert result["usage"] == READ_USAGE
    assert result["providerMetadata"] == {"openai": {"acceptedPredictionTokens": 3, "logprobs": [TOKEN, TOKEN]}}
    assert (result["response"]["id"], result["response"]["modelId"]) == ("c1", "gpt-4o-2024")


async def test_spoken_words_stand_in_for_text() -> None:
    result = await generate(answer(content="", audio={"transcript": "Hello"}))
    assert result["content"] == [{"type": "text", "text": "Hello"}]


@pytest.mark.parametrize(
    ("raw", "unified"),
    [
        ("stop", "stop"),
        ("length", "length"),
        ("content_filter", "content-filter"),
        ("function_call", "tool-calls"),
        ("tool_calls", "tool-calls"),
        ("new_reason", "other"),
        (None, "other"),
    ],
)
async def test_finish_reasons_are_mapped(raw: str | None, unified: str) -> None:
    result = await generate(answer(content="", finish_reason=raw))
    assert result["finishReason"] == {"unified": unified} | ({} if raw is None else {"raw": raw})


async def test_an_answer_without_choices_is_an_error() -> None:
    with pytest.raises(InvalidResponseDataError, match="did not contain any choices") as caught:
        await generate({"choices": [], "x": 1})
    assert caught.value.data == {"choices": [], "x": 1}


async def test_an_error_body_is_read() -> None:
    with pytest.raises(APICallError, match="slow down") as caught:
        await Server(reply(ERROR, status=429)).provider().chat("gpt-4o").do_generate(CALL)
    assert (caught.value.status_code, caught.value.is_retryable, caught.value.data) == (429, True, ERROR)


async def test_a_stream_asks_for_usage_and_gives_the_parts_in_order() -> None:
    server = Server(
        stream(
            events(
                choice(role="assistant", content=""),
                choice(content="Hi"),
                choice(refusal="No", logprobs={"refusal": [TOKEN]}),
                choice(annotations=[ANNOTATION], logprobs={"content": [TOKEN]}),
                choice("stop"),
                {**FACTS, "choices": [], "usage": USAGE},
            )
        )
    )
    result = await server.provider().chat("gpt-4o").do_stream(CALL)
    parts = [dump(part) async for part in result.stream]
    assert server.body == {
        "model": "gpt-4o",
        "messages": [],
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    assert [part["type"] for part in parts] == [
        "stream-start",
        "response-metadata",
        "text-start",
        "text-delta",
        "text-delta",
        "text-delta",
        "source",
        "text-end",
        "finish",
    ]
    assert [part["delta"] for part in parts if "delta" in part] == ["", "Hi", "No"]
    assert parts[-1] == {
        "type": "finish",
        "finishReason": {"unified": "content-filter", "raw": "stop"},
        "usage": READ_USAGE,
        "providerMetadata": {"openai": {"acceptedPredictionTokens": 3, "logprobs": [TOKEN, TOKEN]}},
    }


async def test_a_streamed_tool_call_is_put_together() -> None:
    call = {"index": 0, "id": "t1", "type": "function", "function": {"name": "clock", "arguments": ""}}
    more = {"index": 0, "function": {"arguments": '{"a":1}'}}
    body = events(choice(tool_calls=[call]), choice(tool_calls=[more]), choice("tool_calls"))
    assert (await parts_of(body))[1:] == [
        METADATA,
        {"type": "tool-input-start", "id": "t1", "toolName": "clock"},
        {"type": "tool-input-delta", "id": "t1", "delta": '{"a":1}'},
        {"type": "tool-input-end", "id": "t1"},
        {"type": "tool-call", "toolCallId": "t1", "toolName": "clock", "input": '{"a":1}'},
        finish("tool-calls", "tool_calls"),
    ]


async def test_a_nameless_tool_call_breaks_the_stream_behind_what_came_with_it() -> None:
    body = events(choice(tool_calls=[{"index": 0, "id": "t1", "type": "function", "function": {}}]))
    result = await Server(stream(body)).provider().chat("gpt-4o").do_stream(CALL)
    seen = [await anext(result.stream), await anext(result.stream)]
    assert [part.type for part in seen] == ["stream-start", "response-metadata"]
    with pytest.raises(InvalidResponseDataError):
        await anext(result.stream)


async def test_metadata_waits_for_a_chunk_that_has_some() -> None:
    empty = {"id": "", "model": "", "created": 0, "choices": []}
    assert [part["type"] for part in await parts_of(events(empty, choice(content="a"), choice("stop")))][:3] == [
        "stream-start",
        "response-metadata",
        "text-start",
    ]


async def test_a_choice_may_come_without_a_delta() -> None:
    ended = {"choices": [{"index": 0, "finish_reason": "length"}]}
    assert (await parts_of(events(choice(content="a"), ended)))[-1] == finish("length", "length")


async def test_a_stream_that_ends_too_soon_was_interrupted() -> None:
    assert (await parts_of(events(choice(content="a"), done=False)))[-1] == finish("interrupted")


async def test_an_error_after_output_is_a_part_and_the_reason() -> None:
    parts = await parts_of(events(choice(content="a", finish_reason="stop"), ERROR, choice(content="b")))
    error = next(part["error"] for part in parts if part["type"] == "error")
    assert error == {
        "message": "slow down",
        "type": "rate_limit_error",
        "statusCode": 429,
        "isRetryable": True,
        "data": ERROR["error"],
    }
    assert [part["delta"] for part in parts if "delta" in part] == ["a", "b"]
    assert parts[-1] == finish("error")


async def test_an_error_before_output_fails_the_call_and_closes_the_response() -> None:
    pieces = Pieces([events(choice(role="assistant"), ERROR, done=False), b"data: never read\n\n"])
    with pytest.raises(APICallError, match="slow down") as caught:
        await Server(stream(pieces)).provider().chat("gpt-4o").do_stream(CALL)
    assert (caught.value.status_code, caught.value.is_retryable) == (429, True)
    assert (pieces.is_closed, pieces.read) == (True, 1)


async def test_a_chunk_that_cannot_be_read_is_an_error_part() -> None:
    parts = await parts_of(events("{broken", choice(content="a")))
    assert [part["type"] for part in parts[:3]] == ["stream-start", "error", "response-metadata"]
    assert parts[1]["error"].name == "AI_JSONParseError"
    assert parts[-1] == finish("error")


async def test_raw_chunks_come_before_what_they_make() -> None:
    chunk = choice(content="a", extra=1)
    parts = await parts_of(events(chunk), LanguageModelV4CallOptions(prompt=[], include_raw_chunks=True))
    assert parts[1] == {"type": "raw", "rawValue": chunk}


WHOLE = events(
    choice(content="Grüße 🐝"),
    choice(tool_calls=[{"index": 0, "id": "t1", "function": {"name": "clock", "arguments": '{"ä":'}}]),
    choice(tool_calls=[{"index": 0, "function": {"arguments": "1}"}}]),
    "{broken",
    choice("tool_calls"),
    {**FACTS, "choices": [], "usage": USAGE},
)


@settings(max_examples=60, deadline=None)
@given(cuts=st.lists(st.integers(0, len(WHOLE)), max_size=20))
async def test_any_split_of_the_bytes_gives_the_same_parts(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(WHOLE)]
    pieces = [WHOLE[start:end] for start, end in pairwise(edges)]
    assert comparable(await parts_of(pieces)) == comparable(await parts_of(WHOLE))


def comparable(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**part, "error": str(part["error"])} if "error" in part else part for part in parts]


CHUNKS = TypeAdapter[Any](wire.OpenaiChatChunk)
KEYS = ["id", "choices", "delta", "content", "refusal", "tool_calls", "index", "function", "name", "arguments", "type"]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(allow_nan=False)
    | st.sampled_from(["", "function", "a"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)
CALLS = st.lists(
    st.fixed_dictionaries(
        {"index": st.integers(0, 2), "function": st.fixed_dictionaries({}, optional={"name": JSON, "arguments": JSON})},
        optional={"id": JSON, "type": JSON},
    ),
    max_size=3,
)
DELTAS = st.fixed_dictionaries({}, optional={"content": JSON, "refusal": JSON, "tool_calls": CALLS | JSON})
CHOICES = st.fixed_dictionaries(
    {"index": st.just(0), "delta": DELTAS}, optional={"finish_reason": JSON, "logprobs": JSON}
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.fixed_dictionaries({"choices": st.lists(CHOICES, max_size=2)}, optional={"id": JSON, "usage": JSON}))
)
def test_arbitrary_chunks_raise_nothing_but_errors_of_this_library(chunks: list[Any]) -> None:
    state = OpenAIChatStream(lambda: "id")
    try:
        for chunk in chunks:
            try:
                value = CHUNKS.validate_python(chunk)
            except ValidationError:
                assert isinstance(state.error(AISDKError("unreadable"))[0], LanguageModelV4Error)
            else:
                list(state.feed(value))
        last = list(state.finish())[-1]
    except AISDKError:
        return
    assert isinstance(last, LanguageModelV4Finish)


def test_text_deltas_are_made_as_they_come() -> None:
    state = OpenAIChatStream(lambda: "id")
    chunk = CHUNKS.validate_python(choice(content="a"))
    assert list(state.feed(chunk))[-1] == LanguageModelV4TextDelta(id="0", delta="a")
