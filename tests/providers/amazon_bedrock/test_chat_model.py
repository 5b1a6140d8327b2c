"""The Converse model against a server in the process."""

import re
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    APICallError,
    EmptyResponseBodyError,
    LanguageModelV4,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Raw,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamStart,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.aws_event_stream import AwsEventStreamError
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from tests.provider_utils.aws_frames import event, frame
from tests.providers.amazon_bedrock.build import (
    CLAUDE,
    NOVA,
    OPTIONS,
    TIDE,
    USAGE,
    answer,
    event_stream,
    options,
    provider,
)
from tests.providers.openai.server import Pieces, Server, reply

pytestmark = pytest.mark.anyio

HEADERS = {"x-amzn-requestid": "req-1", "date": "Wed, 06 May 2026 12:00:00 GMT"}
NOON = datetime(2026, 5, 6, 12, tzinfo=UTC)
READ_USAGE = LanguageModelV4Usage(
    input_tokens=LanguageModelV4InputTokens(total=3, no_cache=3, cache_read=0, cache_write=0),
    output_tokens=LanguageModelV4OutputTokens(total=4, text=4),
    raw=USAGE,
)


def delta(index: int, content: Any) -> bytes:
    return event("contentBlockDelta", {"contentBlockIndex": index, "delta": content})


def tool_start(index: int, name: str) -> bytes:
    start = {"toolUse": {"toolUseId": f"id-{index}", "name": name}}
    return event("contentBlockStart", {"contentBlockIndex": index, "start": start})


def stop(index: int) -> bytes:
    return event("contentBlockStop", {"contentBlockIndex": index})


END = event("messageStop", {"stopReason": "end_turn"}) + event("metadata", {"usage": USAGE})
BODY = b"".join(
    (
        event("messageStart", {"role": "assistant"}),
        delta(0, {"reasoningContent": {"text": "größer"}}),
        delta(0, {"reasoningContent": {"signature": "s"}}),
        stop(0),
        delta(1, {"text": "Züge 🚂"}),
        stop(1),
        tool_start(2, "tide"),
        delta(2, {"toolUse": {"input": "{}"}}),
        stop(2),
        END,
    )
)


async def read(body: bytes | Pieces, given=OPTIONS, model_id: str = CLAUDE) -> list[Any]:
    result = await provider(Server(event_stream(body)))(model_id).do_stream(given)
    return [part async for part in result.stream]


def test_it_is_a_language_model_that_fetches_from_s3_itself() -> None:
    model = provider(Server())(CLAUDE)
    assert isinstance(model, LanguageModelV4)
    assert model.supported_urls == {"image/*": [re.compile("^s3://")], "video/*": [re.compile("^s3://")]}


async def test_an_answer_is_named_by_its_headers() -> None:
    response = reply(answer({"text": "One metre."}))
    response.headers.update(HEADERS)
    result = await provider(Server(response))(CLAUDE).do_generate(OPTIONS)
    assert result.content == [LanguageModelV4Text(text="One metre.")]
    assert result.response is not None
    assert (result.response.id, result.response.timestamp, result.response.model_id) == ("req-1", NOON, CLAUDE)
    assert result.usage == READ_USAGE
    payload = {"stopSequence": None}
    assert result.provider_metadata == {"amazonBedrock": payload, "bedrock": payload}


@pytest.mark.parametrize("date", ["2026-05-06T12:00:00Z", "no date"])
async def test_a_date_may_be_written_otherwise_or_be_none(date: str) -> None:
    response = reply(answer({"text": "a"}))
    response.headers["date"] = date
    result = await provider(Server(response))(CLAUDE).do_generate(OPTIONS)
    assert result.response is not None
    assert result.response.timestamp == (None if date == "no date" else NOON)


async def test_a_stream_is_read_from_messages() -> None:
    server = Server(event_stream(BODY, HEADERS))
    result = await provider(server)(CLAUDE).do_stream(options(tools=[TIDE]))
    signature = {"signature": "s"}
    assert [part async for part in result.stream] == [
        LanguageModelV4StreamStart(warnings=[]),
        LanguageModelV4ResponseMetadataPart(id="req-1", timestamp=NOON, model_id=CLAUDE),
        LanguageModelV4ReasoningStart(id="0"),
        LanguageModelV4ReasoningDelta(id="0", delta="größer"),
        LanguageModelV4ReasoningDelta(
            id="0", delta="", provider_metadata={"amazonBedrock": signature, "bedrock": signature}
        ),
        LanguageModelV4ReasoningEnd(id="0"),
        LanguageModelV4TextStart(id="1"),
        LanguageModelV4TextDelta(id="1", delta="Züge 🚂"),
        LanguageModelV4TextEnd(id="1"),
        LanguageModelV4ToolInputStart(id="id-2", tool_name="tide"),
        LanguageModelV4ToolInputDelta(id="id-2", delta="{}"),
        LanguageModelV4ToolInputEnd(id="id-2"),
        LanguageModelV4ToolCall(tool_call_id="id-2", tool_name="tide", input="{}"),
        LanguageModelV4Finish(
            finish_reason=LanguageModelV4FinishReason(unified="stop", raw="end_turn"), usage=READ_USAGE
        ),
    ]
    assert server.body == result.request.body
    assert str(server.requests[0].url).endswith("/converse-stream")


@given(st.data())
async def test_any_split_of_the_bytes_gives_the_same_parts(data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(BODY)), max_size=8)))
    pieces = [BODY[start:end] for start, end in pairwise([0, *cuts, len(BODY)])]
    assert await read(Pieces(pieces)) == await read(BODY)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-2, 2) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(
        st.sampled_from(["contentBlockIndex", "delta", "text", "toolUse", "start", "input", "name", "toolUseId", "data",
                         "reasoningContent", "redactedContent", "signature", "stopReason", "usage", "message"]),
        inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
KINDS = st.sampled_from(
    [
        "contentBlockDelta",
        "contentBlockStart",
        "contentBlockStop",
        "messageStop",
        "metadata",
        "throttlingException",
        "x",
    ]
)


@given(st.lists(st.tuples(KINDS, JSON, st.sampled_from(["event", "exception", "error"])), max_size=5))
async def test_events_of_any_json_raise_nothing_but_errors_of_this_library(events: list[Any]) -> None:
    try:
        parts = await read(b"".join(event(kind, value, how) for kind, value, how in events))
    except AISDKError:
        return
    assert isinstance(parts[-1], LanguageModelV4Finish)


async def test_raw_events_come_without_padding_and_before_what_they_make() -> None:
    body = event("contentBlockDelta", {"contentBlockIndex": 0, "delta": {"text": "a"}, "p": "abc"})
    parts = await read(body + event("metadata", b"{oops"), options(include_raw_chunks=True))
    assert parts[2] == LanguageModelV4Raw(
        raw_value={"contentBlockDelta": {"contentBlockIndex": 0, "delta": {"text": "a"}}}
    )
    assert [part.type for part in parts[3:]] == ["text-start", "text-delta", "raw", "error", "finish"]
    assert parts[5] == LanguageModelV4Raw(raw_value=None)


async def test_an_event_of_another_shape_is_an_error_of_the_stream() -> None:
    *_, error, finish = await read(event("contentBlockStop", {"contentBlockIndex": "0"}))
    assert error.error.name == "AI_TypeValidationError"
    assert finish.finish_reason == LanguageModelV4FinishReason(unified="error")


@pytest.mark.parametrize(
    ("kind", "status_code", "is_retryable"),
    [
        ("internalServerException", 500, True),
        ("modelStreamErrorException", 424, True),
        ("serviceUnavailableException", 503, True),
        ("throttlingException", 429, True),
        ("validationException", 400, False),
    ],
)
async def test_an_exception_is_an_error_that_says_whether_to_try_again(kind, status_code, is_retryable) -> None:
    *_, error, finish = await read(event(kind, {"message": "storm"}, "exception"))
    assert error == LanguageModelV4Error(
        error=ProviderStreamError(
            message="storm",
            type=kind,
            status_code=status_code,
            is_retryable=is_retryable,
            data={kind: {"message": "storm"}},
        )
    )
    assert finish.finish_reason.unified == "error"


async def test_an_exception_without_a_message_is_named() -> None:
    *_, error, _ = await read(event("throttlingException", {}, "exception"))
    assert error.error.message == "Amazon Bedrock stream failed with throttlingException"


async def test_messages_of_other_types_are_passed_over() -> None:
    parts = await read(frame({":message-type": "error", ":error-code": "x"}, b"{}") + event("strange", {"a": 1}) + END)
    assert [part.type for part in parts] == ["stream-start", "response-metadata", "finish"]


@pytest.mark.parametrize(("cut", "message"), [(-3, "Incomplete"), (None, "The message checksum")])
async def test_what_had_arrived_stays_readable_when_a_message_is_broken(cut: int | None, message: str) -> None:
    body = bytearray(delta(0, {"text": "a"}) + delta(0, {"text": "b"}))
    body[-1] ^= 0 if cut else 1
    pieces = Pieces([bytes(body[:cut])])
    result = await provider(Server(event_stream(pieces)))(CLAUDE).do_stream(OPTIONS)
    arrived = []
    with pytest.raises(AwsEventStreamError, match=message):
        async for part in result.stream:
            arrived.append(part.type)  # noqa: PERF401 - what came before the error is kept
    assert arrived == ["stream-start", "response-metadata", "text-start", "text-delta"]
    assert pieces.is_closed


async def test_a_stream_that_is_closed_early_closes_its_connection() -> None:
    pieces = Pieces([BODY, BODY])
    result = await provider(Server(event_stream(pieces)))(CLAUDE).do_stream(OPTIONS)
    async for part in result.stream:
        if part.type == "text-delta":
            break
    await result.stream.aclose()
    assert (pieces.is_closed, pieces.read) == (True, 1)


@pytest.mark.parametrize(("stream", "message"), [(False, "Bad tide"), (True, "ValidationException: Bad tide")])
async def test_an_error_status_is_an_error_of_the_call(stream, message: str) -> None:
    model = provider(Server(reply({"message": "Bad tide", "type": "ValidationException"}, 400)))(NOVA)
    with pytest.raises(APICallError) as caught:
        await (model.do_stream(OPTIONS) if stream else model.do_generate(OPTIONS))
    assert (str(caught.value), caught.value.status_code, caught.value.is_retryable) == (message, 400, False)


async def test_a_stream_without_a_body_is_an_error_of_the_call() -> None:
    with pytest.raises(APICallError) as caught:
        await provider(Server(httpx.Response(204)))(NOVA).do_stream(OPTIONS)
    assert isinstance(caught.value.cause, EmptyResponseBodyError)
