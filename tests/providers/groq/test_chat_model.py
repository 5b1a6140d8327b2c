"""The chat model against a server in the process."""

import re
from itertools import pairwise

import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    APICallError,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4Raw,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamStart,
    LanguageModelV4Text,
    LanguageModelV4TextPart,
    LanguageModelV4TextStart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.groq import create_groq
from tests.providers.openai.server import Server, events, reply, stream

pytestmark = pytest.mark.anyio

HI = [LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])]
OPTIONS = LanguageModelV4CallOptions(prompt=HI, headers={"x-call": "1"})
ANSWER = {"choices": [{"index": 0, "message": {"content": "Hello"}, "finish_reason": "stop"}]}
CHUNKS = (
    {"id": "r", "choices": [{"index": 0, "delta": {"reasoning": "größer"}}]},
    {"choices": [{"index": 0, "delta": {"content": "Züge 🚂"}}]},
    {"choices": [{"index": 0, "delta": {"tool_calls": [
        {"index": 0, "id": "1", "type": "function", "function": {"name": "clock", "arguments": "{}"}}]}}]},
    {"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}], "x_groq": {"usage": {"prompt_tokens": 1}}},
)  # fmt: skip


def model(server: Server, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_groq(**{"api_key": "key", **settings}, http_client=client)("llama-3.3-70b-versatile")


async def read(server: Server, options: LanguageModelV4CallOptions = OPTIONS):
    result = await model(server).do_stream(options)
    return [part async for part in result.stream]


def test_it_is_a_language_model_that_fetches_images_itself():
    chat = model(Server())
    assert isinstance(chat, LanguageModelV4)
    assert (chat.provider, chat.model_id) == ("groq.chat", "llama-3.3-70b-versatile")
    assert chat.supported_urls == {"image/*": [re.compile(r"^https?:\/\/.*$")]}


async def test_a_call_is_posted_with_key_and_headers():
    server = Server(reply(ANSWER))
    result = await model(server, base_url="https://proxy.dev/v1/", headers={"x-own": "2"}).do_generate(OPTIONS)
    request = server.requests[0]
    assert (request.method, str(request.url)) == ("POST", "https://proxy.dev/v1/chat/completions")
    sent = {name: request.headers[name] for name in ("authorization", "x-own", "x-call", "content-type")}
    assert sent == {
        "authorization": "Bearer key",
        "x-own": "2",
        "x-call": "1",
        "content-type": "application/json",
    }
    assert server.body == {"model": "llama-3.3-70b-versatile", "messages": [{"role": "user", "content": "Hi"}]}
    assert result.content == [LanguageModelV4Text(text="Hello")]
    assert result.response is not None
    assert result.response.body == ANSWER


async def test_a_stream_is_asked_for_and_its_raw_chunks_shown_on_request():
    server = Server(stream(events(*CHUNKS)))
    parts = await read(server, LanguageModelV4CallOptions(prompt=HI, include_raw_chunks=True))
    assert server.body["stream"] is True
    assert parts[:3] == [
        LanguageModelV4StreamStart(warnings=[]),
        LanguageModelV4Raw(raw_value=CHUNKS[0]),
        LanguageModelV4ResponseMetadataPart(id="r"),
    ]
    assert [part.raw_value for part in parts if isinstance(part, LanguageModelV4Raw)] == list(CHUNKS)


async def test_a_chunk_that_fails_half_way_gives_its_first_two_parts_and_then_the_error():
    nameless = {"index": 0, "type": "function", "function": {"arguments": "{}"}}
    delta = {"content": "lost", "tool_calls": [nameless]}
    body = events({"id": "r", "choices": [{"index": 0, "delta": delta}]})
    result = await model(Server(stream(body))).do_stream(OPTIONS)
    seen = []
    with pytest.raises(AISDKError, match=r"Expected 'function\.name' to be a string"):
        async for part in result.stream:
            seen.append(part)  # noqa: PERF401 - what was seen before the error counts
    assert seen == [
        LanguageModelV4StreamStart(warnings=[]),
        LanguageModelV4ResponseMetadataPart(id="r"),
        LanguageModelV4TextStart(id="txt-0"),
    ]


@pytest.mark.parametrize(("status", "retryable"), [(400, False), (429, True), (503, True)])
async def test_an_error_status_raises_with_groqs_words(status, retryable):
    server = Server(reply({"error": {"message": "No.", "type": "t", "code": "c"}}, status))
    with pytest.raises(APICallError) as caught:
        await model(server).do_generate(OPTIONS)
    error = caught.value
    assert (error.message, error.status_code, error.is_retryable) == ("No.", status, retryable)
    assert error.data == {"error": {"message": "No.", "type": "t"}}


BODY = events(*CHUNKS)


@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    edges = [0, *sorted(cuts), len(BODY)]
    pieces = [BODY[start:end] for start, end in pairwise(edges)]
    assert await read(Server(stream(pieces))) == await read(Server(stream(BODY)))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "choices",
                    "delta",
                    "message",
                    "content",
                    "tool_calls",
                    "function",
                    "error",
                    "index",
                    "usage",
                    "created",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values)
async def test_any_json_answer_is_read_or_raises_an_error_of_ours(value):
    try:
        result = await model(Server(reply(value))).do_generate(OPTIONS)
    except AISDKError:
        return
    assert isinstance(result.content, list)


@given(st.lists(json_values, max_size=4))
async def test_any_json_events_end_in_a_finish_or_an_error_of_ours(values):
    try:
        parts = await read(Server(stream(events(*values))))
    except AISDKError:
        return
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")
