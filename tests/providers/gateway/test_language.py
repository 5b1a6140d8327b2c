"""Language models behind the gateway, against a server in the process."""

from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    JSONParseError,
    LanguageModelV4,
    LanguageModelV4AssistantMessage,
    LanguageModelV4CallOptions,
    LanguageModelV4FilePart,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4GenerateResult,
    LanguageModelV4GenerateResultResponse,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Raw,
    LanguageModelV4ReasoningFilePart,
    LanguageModelV4RequestMetadata,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamStart,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultPart,
    LanguageModelV4Usage,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataUrl,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
    stringify,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.providers.gateway import GatewayProviderOptions, GatewayRateLimitError
from ai_sdk.providers.gateway.language.stream import read_event
from ai_sdk.providers.gateway.received import ReceivedObject
from tests.providers.gateway.gateway_server import OPTIONS, PROMPT, WIRE_PROMPT, WIRE_WARNINGS, provider
from tests.providers.openai.server import Pieces, Server, events, reply, stream

pytestmark = pytest.mark.anyio

USAGE = {"inputTokens": {"total": 3}, "outputTokens": {"total": 2, "text": 2}}
ANSWER = {
    "content": [{"type": "text", "text": "Hello"}],
    "finishReason": {"unified": "stop", "raw": "end"},
    "usage": USAGE,
}
PARTS = [
    {"type": "stream-start", "warnings": []},
    {"type": "response-metadata", "id": "r", "timestamp": "2026-01-02T03:04:05.006Z", "modelId": "m"},
    {"type": "text-start", "id": "0"},
    {"type": "text-delta", "id": "0", "delta": "Grüße "},
    {"type": "text-delta", "id": "0", "delta": "👋"},
    {"type": "text-end", "id": "0"},
    {"type": "finish", "finishReason": {"unified": "stop"}, "usage": USAGE},
]


def model(server: Server) -> LanguageModelV4:
    return provider(server)("acme/one")


async def read(server: Server, *, include_raw_chunks: bool | None = None) -> list[Any]:
    options = LanguageModelV4CallOptions(prompt=PROMPT, include_raw_chunks=include_raw_chunks)
    return [part async for part in (await model(server).do_stream(options)).stream]


def test_it_is_a_language_model_that_takes_every_url():
    found = model(Server())
    assert isinstance(found, LanguageModelV4)
    ((kinds, (pattern,)),) = found.supported_urls.items()
    assert (kinds, bool(pattern.fullmatch("https://a.dev/x?y#z"))) == ("*/*", True)


async def test_the_answer_is_the_result():
    server = Server(reply({**ANSWER, "warnings": WIRE_WARNINGS, "providerMetadata": {"gateway": {"cost": "1"}}}))
    result = await model(server).do_generate(OPTIONS)
    assert result == LanguageModelV4GenerateResult(
        content=[LanguageModelV4Text(text="Hello")],
        finish_reason=LanguageModelV4FinishReason(unified="stop", raw="end"),
        usage=LanguageModelV4Usage(
            input_tokens=LanguageModelV4InputTokens(total=3),
            output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
        ),
        provider_metadata={"gateway": {"cost": "1"}},
        warnings=[SharedV4WarningUnsupported(feature="seed"), SharedV4WarningOther(message="slow")],
        request=LanguageModelV4RequestMetadata(body={"prompt": WIRE_PROMPT}),
        response=LanguageModelV4GenerateResultResponse(headers=result.response.headers, body=result.response.body),
    )
    assert result.response.body["warnings"] == WIRE_WARNINGS


async def test_the_body_is_the_call_options_without_the_signal():
    server = Server(reply(ANSWER))
    options = LanguageModelV4CallOptions(
        prompt=PROMPT,
        max_output_tokens=5,
        temperature=0,
        headers={"x-a": "1", "x-b": None},
        abort_signal=AbortController().signal,
        provider_options={
            "gateway": GatewayProviderOptions(order=["a"], zero_data_retention=True),
            "acme": {"a": None},
        },
    )
    await model(server).do_generate(options)
    assert server.body == {
        "prompt": WIRE_PROMPT,
        "maxOutputTokens": 5,
        "temperature": 0,
        "headers": {"x-a": "1"},
        "providerOptions": {"gateway": {"order": ["a"], "zeroDataRetention": True}, "acme": {"a": None}},
    }


async def test_bytes_of_files_become_base64_and_the_prompt_stays_as_it_was():
    server = Server(reply(ANSWER))
    data = SharedV4FileDataData(data=b"\x00\x01")
    result_file = LanguageModelV4ToolResultContentFile(data=data, media_type="image/png")
    output = LanguageModelV4ToolResultOutputContent(value=[result_file])
    prompt = [
        LanguageModelV4UserMessage(
            content=[
                LanguageModelV4FilePart(data=data, media_type="image/png"),
                LanguageModelV4FilePart(data=SharedV4FileDataUrl(url="https://a.dev/x"), media_type="image/*"),
            ]
        ),
        LanguageModelV4AssistantMessage(content=[LanguageModelV4ReasoningFilePart(data=data, media_type="image/png")]),
        LanguageModelV4ToolMessage(
            content=[LanguageModelV4ToolResultPart(tool_call_id="1", tool_name="t", output=output)]
        ),
    ]
    await model(server).do_generate(LanguageModelV4CallOptions(prompt=prompt))
    base64 = {"type": "data", "data": "AAE="}
    user, assistant, tool = server.body["prompt"]
    assert [part["data"] for part in user["content"]] == [base64, {"type": "url", "url": "https://a.dev/x"}]
    assert assistant["content"][0]["data"] == base64
    assert tool["content"][0]["output"]["value"][0]["data"] == base64
    assert data.data == b"\x00\x01"


async def test_a_stream_gives_the_parts_of_the_events():
    assert await read(Server(stream(events(*PARTS)))) == [
        LanguageModelV4StreamStart(warnings=[]),
        LanguageModelV4ResponseMetadataPart(
            id="r", timestamp=datetime(2026, 1, 2, 3, 4, 5, 6000, tzinfo=UTC), model_id="m"
        ),
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="Grüße "),
        LanguageModelV4TextDelta(id="0", delta="👋"),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4Finish(
            finish_reason=LanguageModelV4FinishReason(unified="stop"),
            usage=LanguageModelV4Usage(
                input_tokens=LanguageModelV4InputTokens(total=3),
                output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
            ),
        ),
    ]


@given(st.lists(st.integers(0, len(events(*PARTS))), max_size=12))
def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    body = events(*PARTS)
    edges = [0, *sorted(cuts), len(body)]
    pieces = [body[start:end] for start, end in pairwise(edges)]
    parts = anyio.run(lambda: read(Server(stream(pieces))))
    assert list(map(dump, parts)) == list(map(dump, anyio.run(lambda: read(Server(stream(body))))))


@pytest.mark.parametrize(("include", "expected"), [(True, [LanguageModelV4Raw(raw_value={"a": 1})]), (None, [])])
async def test_raw_parts_come_only_when_they_are_asked_for(include, expected):
    body = events({"type": "raw", "rawValue": {"a": 1}})
    assert await read(Server(stream(body)), include_raw_chunks=include) == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=5), values, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(
    ["id", "delta", "finishReason", "usage", "warnings", "timestamp", "sourceType", "data", "result"]
)
TYPES = st.sampled_from(["text-delta", "finish", "response-metadata", "source", "file", "tool-call", "raw", "new"])
CHUNKS = JSON | st.builds(lambda kind, rest: {**rest, "type": kind}, TYPES, st.dictionaries(KEYS, JSON, max_size=4))


@given(CHUNKS.filter(lambda value: value is not None))
def test_any_event_is_a_part_that_is_written_as_it_came(value):
    written = dump(read_event((value, b""), include_raw_chunks=True))
    has_time = isinstance(written, dict) and isinstance(written.get("timestamp"), datetime)
    assert written == ({**value, "timestamp": written["timestamp"]} if has_time else value)


@given(st.binary() | CHUNKS.map(lambda value: stringify(value).encode()))
def test_any_data_of_an_event_gives_parts_or_an_error_of_this_library(data):
    body = b"data: " + data.replace(b"\n", b"").replace(b"\r", b"") + b"\n\n"
    with suppress(AISDKError):
        anyio.run(lambda: read(Server(stream(body))))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-01-02T03:04:05+02:00", datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC)),
        ("2026-01-02T03:04:05", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("soon", "soon"),
    ],
)
def test_a_timestamp_is_a_time_when_it_is_one(text, time):
    part = read_event(({"type": "response-metadata", "timestamp": text}, b""), include_raw_chunks=False)
    assert part.timestamp == time


async def test_an_answer_that_is_a_list_is_read_as_javascript_spreads_it():
    result = await model(Server(httpx.Response(200, content=b'["a"]'))).do_generate(OPTIONS)
    assert (dump(result)["0"], result.content, result.warnings) == ("a", None, [])


async def test_parts_that_are_newer_than_this_library_come_through():
    body = events({"type": "hologram", "depthInMetres": 3}, {"type": "text-delta", "id": "0", "delta": "A", "by": "B"})
    hologram, delta = await read(Server(stream(body)))
    assert isinstance(hologram, ReceivedObject)
    assert (hologram.type, hologram.depth_in_metres) == ("hologram", 3)
    assert isinstance(delta, LanguageModelV4TextDelta)
    assert (delta.delta, dump(delta)) == ("A", {"type": "text-delta", "id": "0", "delta": "A", "by": "B"})


@pytest.mark.parametrize(("line", "error"), [('{"type":', JSONParseError), ("null", InvalidResponseDataError)])
async def test_an_event_that_cannot_be_read_ends_the_stream_and_closes_the_response(line, error):
    pieces = Pieces([events(PARTS[2], line, PARTS[3])])
    result = await model(Server(stream(pieces))).do_stream(OPTIONS)
    assert await anext(result.stream) == LanguageModelV4TextStart(id="0")
    with pytest.raises(error):
        await anext(result.stream)
    assert pieces.is_closed


async def test_closing_an_unread_stream_closes_the_response():
    pieces = Pieces([events(*PARTS)])
    result = await model(Server(stream(pieces))).do_stream(OPTIONS)
    await result.stream.aclose()
    assert pieces.is_closed


async def test_a_refused_stream_raises_before_it_begins():
    server = Server(reply({"error": {"message": "slow down", "type": "rate_limit_exceeded"}}, 429))
    with pytest.raises(GatewayRateLimitError, match="slow down"):
        await model(server).do_stream(OPTIONS)


async def test_an_answer_of_null_is_an_error():
    with pytest.raises(AISDKError, match="Invalid response data: null"):
        await model(Server(httpx.Response(200, content=b"null"))).do_generate(OPTIONS)


async def test_a_stopped_call_says_so():
    controller = AbortController()
    controller.abort()
    options = LanguageModelV4CallOptions(prompt=PROMPT, abort_signal=controller.signal)
    with pytest.raises(AbortError):
        await model(Server()).do_generate(options)
