"""The language model against a server in the process, with its hooks, and the laws of its streams."""

from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, APICallError, LanguageModelV4CallOptions
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.transport import as_transport
from ai_sdk.providers.anthropic import create_anthropic
from ai_sdk.providers.anthropic.config import AnthropicConfig
from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel
from tests.providers.anthropic.build import ASK, END, MODEL, START, STOP, block, delta, stop
from tests.providers.openai.server import Pieces, Server, events, reply, stream

pytestmark = pytest.mark.anyio

ANSWER = {
    "type": "message",
    "content": [{"type": "text", "text": "Hello"}],
    "usage": {"input_tokens": 1, "output_tokens": 2},
}
EVENTS = (
    {"type": "ping"},
    START,
    block(0, type="thinking", thinking=""),
    delta(0, type="thinking_delta", thinking="größer"),
    delta(0, type="signature_delta", signature="s"),
    stop(0),
    block(1, type="text", text=""),
    delta(1, type="text_delta", text="Züge 🚂"),
    stop(1),
    block(2, type="tool_use", id="t", name="clock", input={}),
    delta(2, type="input_json_delta", partial_json='{"zone":'),
    delta(2, type="input_json_delta", partial_json=' "UTC"}'),
    stop(2),
    END,
    STOP,
)
BODY = events(*EVENTS, done=False)


def options(**more: Any) -> LanguageModelV4CallOptions:
    found: LanguageModelV4CallOptions = load(LanguageModelV4CallOptions, {"prompt": ASK, **more})
    return found


def model(server: Server, **settings: Any) -> AnthropicLanguageModel:
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_anthropic(**{"api_key": "key", **settings}, http_client=client)(MODEL)


def hooked(server: Server, **hooks: Any) -> AnthropicLanguageModel:
    async def headers() -> dict[str, str | None]:
        return {"x-cloud": "1"}

    config = AnthropicConfig(
        provider="cloud.anthropic.messages",
        url=lambda path, model_id: f"https://cloud.dev/{model_id}{path}",
        headers=headers,
        transport=lambda: as_transport(httpx.AsyncClient(transport=httpx.MockTransport(server.answer))),
        **hooks,
    )
    return AnthropicLanguageModel(MODEL, config)


async def read(server: Server, **more: Any) -> list[Any]:
    result = await model(server).do_stream(options(**more))
    return [dump(part) async for part in result.stream]


async def test_a_call_is_posted_with_key_version_and_the_betas_of_all_sides():
    server = Server(reply(ANSWER))
    chat = model(server, base_url="https://proxy.dev/v1/", headers={"Anthropic-Beta": "Own-1", "x-own": "2"})
    result = await chat.do_generate(
        options(
            headers={"anthropic-beta": "call-1, own-1"},
            providerOptions={"anthropic": {"anthropicBeta": ["pinned"], "speed": "fast", "thread": {"type": "create"}}},
        )
    )
    request = server.requests[0]
    assert (request.method, str(request.url)) == ("POST", "https://proxy.dev/v1/messages")
    sent = {name: request.headers[name] for name in ("x-api-key", "anthropic-version", "x-own", "anthropic-beta")}
    assert sent == {
        "x-api-key": "key",
        "anthropic-version": "2023-06-01",
        "x-own": "2",
        "anthropic-beta": "message-threads-2026-08-12,fast-mode-2026-02-01,own-1,call-1,pinned",
    }
    assert server.body == {
        "model": MODEL,
        "max_tokens": 128000,
        "speed": "fast",
        "thread": {"type": "create"},
        "messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}],
    }
    assert dump(result.content) == [{"type": "text", "text": "Hello"}]
    assert result.response is not None
    assert result.response.body == ANSWER


async def test_without_betas_there_is_no_header():
    server = Server(reply(ANSWER))
    await model(server).do_generate(options())
    assert "anthropic-beta" not in server.requests[0].headers


async def test_a_stream_is_asked_for_and_its_raw_chunks_shown_on_request():
    server = Server(stream(BODY))
    parts = await read(server, includeRawChunks=True)
    assert server.body["stream"] is True
    assert [part["rawValue"] for part in parts if part["type"] == "raw"] == list(EVENTS)
    assert [part["type"] for part in parts if part["type"] != "raw"] == [
        "stream-start",
        "response-metadata",
        "custom",
        "reasoning-start",
        "reasoning-delta",
        "reasoning-delta",
        "reasoning-end",
        "text-start",
        "text-delta",
        "text-end",
        "tool-input-start",
        "tool-input-delta",
        "tool-input-delta",
        "tool-input-end",
        "tool-call",
        "finish",
    ]


async def test_pings_are_parts_when_asked_for():
    parts = await read(Server(stream(BODY)), providerOptions={"anthropic": {"includePings": True}})
    assert [part["type"] for part in parts[:3]] == ["stream-start", "ping", "response-metadata"]


async def test_an_error_that_comes_first_fails_the_call_and_closes_the_response():
    pieces = Pieces(
        [
            events(
                {"type": "ping"},
                {"type": "error", "error": {"type": "rate_limit_error", "message": "Slow"}},
                done=False,
            )
        ]
    )
    with pytest.raises(APICallError) as caught:
        await model(Server(stream(pieces))).do_stream(options(includeRawChunks=True))
    error = caught.value
    assert (error.message, error.status_code, error.is_retryable, error.url) == (
        "Slow",
        429,
        True,
        "https://api.anthropic.com/v1/messages",
    )
    assert error.response_body == '{"type":"rate_limit_error","message":"Slow"}'
    assert error.request_body_values["stream"] is True
    assert pieces.is_closed


async def test_a_first_event_that_cannot_be_read_fails_the_call_with_the_reason_behind_it():
    with pytest.raises(AISDKError, match="Expected a normalized Anthropic stream error") as caught:
        await model(Server(stream(events({"type": "hello"}, done=False)))).do_stream(options())
    assert isinstance(caught.value.__cause__, AISDKError)


async def test_another_message_inside_a_message_ends_the_stream():
    other = {**START, "message": {**START["message"], "id": "msg_2"}}
    parts = await read(Server(stream(events(START, START, other, *EVENTS, done=False))), includeRawChunks=True)
    assert [part["type"] for part in parts] == [
        "stream-start",
        "raw",
        "response-metadata",
        "custom",
        "raw",
        "raw",
        "error",
    ]
    assert str(parts[-1]["error"]) == 'Received message_start for message "msg_2" while message "msg_1" is still open.'


async def test_a_stream_that_nobody_reads_is_closed():
    pieces = Pieces([BODY])
    result = await model(Server(stream(pieces))).do_stream(options())
    await result.stream.aclose()  # type: ignore[attr-defined]
    assert pieces.is_closed


async def test_a_platform_has_its_own_path_body_and_headers():
    async def add_label(headers: Any, provider_options: Any) -> Any:
        return {**headers, "x-label": provider_options["vertex"]["label"]}

    server = Server(reply(ANSWER), stream(BODY))
    chat = hooked(
        server,
        request_path=lambda model_id, streams: f"/{'stream' if streams else 'whole'}/{model_id}",
        transform_request_body=lambda body, betas: {"max_tokens": body["max_tokens"], "betas": list(betas)},
        transform_request_headers=add_label,
        supports_strict_tools=False,
    )
    call = options(providerOptions={"vertex": {"label": "L"}, "anthropic": {"anthropicBeta": ["b"]}})
    await chat.do_generate(call)
    result = await chat.do_stream(call)
    assert [part.type async for part in result.stream][-1] == "finish"
    assert [str(request.url) for request in server.requests] == [
        f"https://cloud.dev/{MODEL}/whole/{MODEL}",
        f"https://cloud.dev/{MODEL}/stream/{MODEL}",
    ]
    assert [request.headers["x-label"] for request in server.requests] == ["L", "L"]
    assert [httpx.Response(200, content=request.content).json() for request in server.requests] == [
        {"max_tokens": 128000, "betas": ["b"]}
    ] * 2
    assert chat.supported_urls == {}
    assert chat.build_request(call).body["model"] == MODEL


@pytest.mark.parametrize(("status", "retryable"), [(400, False), (429, True), (529, True)])
async def test_an_error_status_raises_with_anthropics_words(status, retryable):
    body = {"type": "error", "error": {"type": "t", "message": "No.", "details": {"error_code": "c"}}}
    with pytest.raises(APICallError) as caught:
        await model(Server(reply(body, status))).do_generate(options())
    error = caught.value
    assert (error.message, error.status_code, error.is_retryable, error.data) == ("No.", status, retryable, body)


@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    edges = [0, *sorted(cuts), len(BODY)]
    pieces = [BODY[start:end] for start, end in pairwise(edges)]
    assert await read(Server(stream(pieces))) == await read(Server(stream(BODY)))


KEYS = ["type", "index", "message", "content_block", "content", "delta", "usage", "input", "id", "name", "tool_use_id"]
KINDS = [
    "message", "message_start", "content_block_start", "content_block_delta", "content_block_stop", "message_delta",
    "message_stop", "error", "ping", "text", "thinking", "tool_use", "server_tool_use", "mcp_tool_use",
    "mcp_tool_result", "text_delta", "input_json_delta", "code_execution", "json",
]  # fmt: skip
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(KINDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=14,
)
TEXT = st.text(max_size=4)
blocks = st.one_of(
    st.fixed_dictionaries({"type": st.just("text"), "text": TEXT}),
    st.fixed_dictionaries({"type": st.just("thinking"), "thinking": TEXT}),
    st.fixed_dictionaries(
        {"type": st.sampled_from(["tool_use", "server_tool_use"]), "id": TEXT, "name": st.sampled_from(KINDS)},
        optional={"input": st.just({}) | st.just({"code": 1}), "toolset_name": st.just("computer")},
    ),
    st.fixed_dictionaries(
        {"type": st.just("mcp_tool_result"), "tool_use_id": TEXT, "is_error": st.booleans(), "content": TEXT}
    ),
)
deltas = st.one_of(
    st.fixed_dictionaries({"type": st.just("text_delta"), "text": TEXT}),
    st.fixed_dictionaries({"type": st.just("input_json_delta"), "partial_json": TEXT}),
    st.fixed_dictionaries({"type": st.just("signature_delta"), "signature": TEXT}),
)
indices = st.integers(0, 2)
plausible_events = st.one_of(
    st.sampled_from([START, END, STOP]),
    st.fixed_dictionaries({"type": st.just("content_block_start"), "index": indices, "content_block": blocks}),
    st.fixed_dictionaries({"type": st.just("content_block_delta"), "index": indices, "delta": deltas}),
    st.fixed_dictionaries({"type": st.just("content_block_stop"), "index": indices}),
    json_values,
)


@given(json_values)
async def test_any_json_answer_is_read_or_raises_an_error_of_ours(value):
    try:
        result = await model(Server(reply(value))).do_generate(options())
    except AISDKError:
        return
    assert isinstance(result.content, list)


@given(st.lists(plausible_events, max_size=8))
async def test_any_events_give_parts_or_raise_an_error_of_ours(values):
    try:
        parts = await read(Server(stream(events(*values, done=False))))
    except AISDKError:
        return
    assert parts[0]["type"] == "stream-start"
