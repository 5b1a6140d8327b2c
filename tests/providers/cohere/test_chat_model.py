"""The chat model of Cohere against a server in the process."""

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
    LanguageModelV4Error,
    LanguageModelV4Text,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.cohere import create_cohere
from tests.providers.openai.server import Server, events, reply, stream

pytestmark = pytest.mark.anyio

HI = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])
OPTIONS = LanguageModelV4CallOptions(prompt=[HI], headers={"x-call": "1"})
BODY = {"model": "command-a-03-2025", "messages": [{"role": "user", "content": "Hi"}]}
USAGE = {"tokens": {"input_tokens": 1, "output_tokens": 2}}
ANSWER = {
    "message": {"role": "assistant", "content": [{"type": "text", "text": "Hello"}]},
    "finish_reason": "COMPLETE",
    "usage": USAGE,
}
TOOL_CALL = {"id": "c", "type": "function", "function": {"name": "clock", "arguments": '{"zone":"Å"}'}}
EVENTS = (
    {"type": "message-start", "id": "m"},
    {"type": "content-start", "index": 0, "delta": {"message": {"content": {"type": "text", "text": ""}}}},
    {"type": "content-delta", "index": 0, "delta": {"message": {"content": {"text": "Züge 🚂"}}}},
    {"type": "content-end", "index": 0},
    {"type": "tool-call-start", "delta": {"message": {"tool_calls": TOOL_CALL}}},
    {"type": "tool-call-end"},
    {"type": "message-end", "delta": {"finish_reason": "TOOL_CALL", "usage": USAGE}},
)


def model(server: Server, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_cohere(**{"api_key": "key", **settings}, http_client=client)("command-a-03-2025")


async def read(server: Server):
    result = await model(server).do_stream(OPTIONS)
    return [part async for part in result.stream]


def test_it_is_a_language_model_that_fetches_images_itself():
    chat = model(Server())
    assert isinstance(chat, LanguageModelV4)
    assert (chat.provider, chat.model_id) == ("cohere.chat", "command-a-03-2025")
    assert chat.supported_urls == {"image/*": [re.compile(r"^https?:\/\/.*$")]}


async def test_a_call_is_posted_with_key_and_headers():
    server = Server(reply(ANSWER))
    result = await model(server, base_url="https://proxy.dev/v2/", headers={"x-own": "2"}).do_generate(OPTIONS)
    request = server.requests[0]
    assert (request.method, str(request.url)) == ("POST", "https://proxy.dev/v2/chat")
    sent = [request.headers[name] for name in ("authorization", "x-own", "x-call")]
    assert sent == ["Bearer key", "2", "1"]
    assert server.body == BODY
    assert result.content == [LanguageModelV4Text(text="Hello")]


async def test_a_stream_is_asked_for_and_read():
    server = Server(stream(events(*EVENTS)))
    parts = await read(server)
    assert server.body == {**BODY, "stream": True}
    assert [part.type for part in parts] == [
        "stream-start",
        "response-metadata",
        "text-start",
        "text-delta",
        "text-end",
        "tool-input-start",
        "tool-input-delta",
        "tool-input-end",
        "tool-call",
        "finish",
    ]


async def test_an_event_of_an_unknown_type_is_an_error_part():
    parts = await read(Server(stream(events({"type": "debug"}))))
    assert isinstance(parts[1], LanguageModelV4Error)
    assert (parts[1].error.name, parts[-1].finish_reason.unified) == ("AI_TypeValidationError", "error")


async def test_an_error_status_raises_with_coheres_words():
    server = Server(reply({"message": "slow down"}, 429))
    with pytest.raises(APICallError) as caught:
        await model(server).do_generate(OPTIONS)
    error = caught.value
    assert (error.message, error.status_code, error.is_retryable) == ("slow down", 429, True)
    assert error.data == {"message": "slow down"}


WIRE = events(*EVENTS)


@given(st.lists(st.integers(0, len(WIRE)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    edges = [0, *sorted(cuts), len(WIRE)]
    pieces = [WIRE[start:end] for start, end in pairwise(edges)]
    assert await read(Server(stream(pieces))) == await read(Server(stream(WIRE)))


keys = st.sampled_from(
    ["type", "index", "delta", "message", "content", "text", "thinking", "tool_calls", "usage", "id"]
)
types = st.sampled_from([event["type"] for event in EVENTS])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | types,
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


@given(st.lists(json_values | st.sampled_from(EVENTS), max_size=6))
async def test_any_json_events_end_in_a_finish(values):
    parts = await read(Server(stream(events(*values))))
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")
