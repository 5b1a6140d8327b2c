"""The chat model of Mistral against a server in the process."""

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
    LanguageModelV4Text,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.mistral import create_mistral
from tests.providers.openai.server import Server, events, reply, stream

pytestmark = pytest.mark.anyio

HI = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])
OPTIONS = LanguageModelV4CallOptions(prompt=[HI], headers={"x-call": "1"})
BODY = {"model": "bread-1", "messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]}
USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
ANSWER = {
    "object": "chat.completion",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}],
    "usage": USAGE,
}
TOOL_CALL = {"id": "c", "index": 0, "function": {"name": "clock", "arguments": '{"zone":"Å"}'}}
THINKING = [{"type": "thinking", "thinking": [{"type": "text", "text": "größer"}]}]
CHUNKS = (
    {"id": "r", "choices": [{"index": 0, "delta": {"content": THINKING}}]},
    {"choices": [{"index": 0, "delta": {"content": "Züge 🚂"}}]},
    {"choices": [{"index": 0, "delta": {"tool_calls": [TOOL_CALL]}}]},
    {"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}], "usage": USAGE},
)


def model(server: Server, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    numbers = iter(range(100))
    return create_mistral(
        **{"api_key": "key", **settings}, http_client=client, generate_id=lambda: f"id-{next(numbers)}"
    )("bread-1")


async def read(server: Server):
    result = await model(server).do_stream(OPTIONS)
    return [part async for part in result.stream]


def test_it_is_a_language_model_that_fetches_pdfs_itself():
    chat = model(Server())
    assert isinstance(chat, LanguageModelV4)
    assert (chat.provider, chat.model_id) == ("mistral.chat", "bread-1")
    assert chat.supported_urls == {"application/pdf": [re.compile(r"^https:\/\/.*$")]}


async def test_a_call_is_posted_with_key_and_headers():
    server = Server(reply(ANSWER))
    result = await model(server, base_url="https://proxy.dev/v1/", headers={"x-own": "2"}).do_generate(OPTIONS)
    request = server.requests[0]
    assert (request.method, str(request.url)) == ("POST", "https://proxy.dev/v1/chat/completions")
    sent = [request.headers[name] for name in ("authorization", "x-own", "x-call")]
    assert sent == ["Bearer key", "2", "1"]
    assert server.body == BODY
    assert result.content == [LanguageModelV4Text(text="Hello")]


async def test_a_stream_is_asked_for_and_read():
    server = Server(stream(events(*CHUNKS)))
    parts = await read(server)
    assert server.body == {**BODY, "stream": True}
    assert [part.type for part in parts] == [
        "stream-start",
        "response-metadata",
        "reasoning-start",
        "reasoning-delta",
        "reasoning-end",
        "text-start",
        "text-delta",
        "tool-input-start",
        "tool-input-delta",
        "text-end",
        "tool-input-end",
        "tool-call",
        "finish",
    ]


async def test_an_error_status_raises_with_mistrals_words():
    body = {"object": "error", "message": "No.", "type": "t", "param": None, "code": "3"}
    with pytest.raises(APICallError) as caught:
        await model(Server(reply(body, 429))).do_generate(OPTIONS)
    error = caught.value
    assert (error.message, error.status_code, error.is_retryable, error.data) == ("No.", 429, True, body)


WIRE = events(*CHUNKS)


@given(st.lists(st.integers(0, len(WIRE)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    edges = [0, *sorted(cuts), len(WIRE)]
    pieces = [WIRE[start:end] for start, end in pairwise(edges)]
    assert await read(Server(stream(pieces))) == await read(Server(stream(WIRE)))


keys = st.sampled_from(
    ["choices", "delta", "message", "content", "tool_calls", "function", "name", "index", "usage", "created", "type"]
)
words = st.sampled_from(["assistant", "chat.completion", "text", "thinking", ""])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=12,
)


@given(json_values)
async def test_any_json_answer_is_read_or_raises_an_error_of_ours(value):
    try:
        result = await model(Server(reply(value))).do_generate(OPTIONS)
    except AISDKError:
        return
    assert isinstance(result.content, list)


@given(st.lists(json_values | st.sampled_from(CHUNKS), max_size=6))
async def test_any_json_events_end_in_a_finish_or_an_error_of_ours(values):
    try:
        parts = await read(Server(stream(events(*values))))
    except AISDKError:
        return
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")
