"""Anthropic's interface on Bedrock: bodies, events and errors."""

import base64
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import APICallError, LanguageModelV4Text, LanguageModelV4TextDelta, stringify
from ai_sdk.provider_utils.aws_event_stream import AwsEventStreamError
from ai_sdk.providers.amazon_bedrock.anthropic import create_amazon_bedrock_anthropic
from ai_sdk.providers.amazon_bedrock.anthropic.body import transform_request_body
from tests.provider_utils.aws_frames import event, frame
from tests.providers.amazon_bedrock.build import CLAUDE, OPTIONS, client, event_stream
from tests.providers.openai.server import Pieces, Server, reply

pytestmark = pytest.mark.anyio

MESSAGE = {
    "type": "message",
    "id": "msg",
    "model": "claude",
    "content": [{"type": "text", "text": "One metre."}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 1, "output_tokens": 2},
}


def chunk(value: Any) -> bytes:
    return event("chunk", {"bytes": base64.b64encode(stringify(value).encode()).decode(), "p": "abc"})


STARTED = chunk({"type": "message_start", "message": {"id": "m", "usage": {"input_tokens": 1, "output_tokens": 1}}})
BLOCK = chunk({"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}})
TEXT = chunk({"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "größer"}})
BODY = b"".join(
    (
        STARTED,
        BLOCK,
        TEXT,
        chunk({"type": "content_block_stop", "index": 0}),
        chunk({"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 2}}),
        chunk({"type": "message_stop"}),
        event("messageStop", {}),
    )
)


def model(server: Server):
    settings = {"region": "eu-west-1", "api_key": "key", "http_client": client(server)}
    return create_amazon_bedrock_anthropic(**settings)(CLAUDE)


async def read(body: bytes | Pieces) -> list[Any]:
    result = await model(Server(event_stream(body))).do_stream(OPTIONS)
    return [part async for part in result.stream]


async def test_a_call_goes_to_the_invoke_endpoint_of_the_model() -> None:
    server = Server(reply(MESSAGE))
    result = await model(server).do_generate(OPTIONS)
    (request,) = server.requests
    assert str(request.url).endswith("/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/invoke")
    assert (request.headers["authorization"], "x-api-key" in request.headers) == ("Bearer key", False)
    assert server.body == {
        "max_tokens": 64000,
        "messages": [{"role": "user", "content": [{"type": "text", "text": "How high?"}]}],
        "anthropic_version": "bedrock-2023-05-31",
    }
    assert result.content == [LanguageModelV4Text(text="One metre.")]


async def test_messages_become_server_sent_events() -> None:
    server = Server(event_stream(BODY))
    result = await model(server).do_stream(OPTIONS)
    parts = [part async for part in result.stream]
    assert [part.type for part in parts] == [
        "stream-start",
        "response-metadata",
        "text-start",
        "text-delta",
        "text-end",
        "finish",
    ]
    assert parts[3] == LanguageModelV4TextDelta(id="0", delta="größer")
    assert result.response is not None
    assert result.response.headers == {"content-type": "text/event-stream"}
    assert str(server.requests[0].url).endswith("/invoke-with-response-stream")
    assert "stream" not in server.body


@given(st.lists(st.integers(0, len(BODY)), max_size=8))
async def test_any_split_of_the_bytes_gives_the_same_parts(cuts: list[int]) -> None:
    pieces = [BODY[start:end] for start, end in pairwise([0, *sorted(cuts), len(BODY)])]
    assert await read(Pieces(pieces)) == await read(BODY)


async def test_chunks_may_hold_the_event_itself() -> None:
    plain = event("chunk", {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}})
    parts = await read(STARTED + plain + event("other", {}) + TEXT + event("chunk", b"{oops"))
    assert [part.type for part in parts][2:] == ["text-start", "text-delta", "error"]


@pytest.mark.parametrize(
    ("payload", "message"), [({"message": "storm", "code": 7}, "storm"), (b"wind", "wind"), ([1], "[1]")]
)
async def test_an_exception_becomes_an_error_of_anthropics(payload: Any, message: str) -> None:
    parts = await read(STARTED + event("throttlingException", payload, "exception"))
    error = parts[-1].error
    assert (error.message, error.type, error.status_code, error.is_retryable) == (
        message,
        "throttlingException",
        429,
        True,
    )


async def test_an_exception_at_the_start_fails_the_call() -> None:
    pieces = Pieces([frame({":message-type": "exception"}, b'{"message": "lost"}'), BODY])
    with pytest.raises(APICallError, match="lost"):
        await model(Server(event_stream(pieces))).do_stream(OPTIONS)
    assert pieces.is_closed


async def test_a_message_that_is_cut_is_an_error_behind_what_had_arrived() -> None:
    result = await model(Server(event_stream(Pieces([STARTED + BLOCK + TEXT[:-1]])))).do_stream(OPTIONS)
    arrived = []
    with pytest.raises(APICallError, match="Failed to process successful response") as caught:
        async for part in result.stream:
            arrived.append(part.type)  # noqa: PERF401 - what came before the error is kept
    assert arrived == ["stream-start", "response-metadata", "text-start"]
    assert isinstance(caught.value.cause, AwsEventStreamError)
    assert caught.value.request_body_values["anthropic_version"] == "bedrock-2023-05-31"


@pytest.mark.parametrize(
    ("body", "message"),
    [('{"message": "Bad tide"}', "Bad tide"), ('{"message": ""}', '{"message": ""}'), ("<down>", "<down>"), ("", "")],
)
async def test_an_error_status_has_bedrocks_message(body: str, message: str) -> None:
    with pytest.raises(APICallError) as caught:
        await model(Server(httpx.Response(400, text=body))).do_generate(OPTIONS)
    assert (str(caught.value), caught.value.status_code) == (message, 400)
    assert caught.value.data == {"type": "error", "error": {"type": "error", "message": message}}


def test_the_body_has_its_betas_inside_and_no_model() -> None:
    body = {"model": "m", "stream": True, "messages": [], "thinking": {"type": "adaptive"}}
    assert transform_request_body(body, ["b"]) == {
        "messages": [],
        "thinking": {"type": "adaptive"},
        "anthropic_beta": ["b"],
        "anthropic_version": "bedrock-2023-05-31",
    }


@pytest.mark.parametrize(
    ("binding", "sent"),
    [({"prefix_mismatch_behavior": "error", "x": 1}, {"mismatch_behavior": "error"}), ({}, {})],
)
def test_the_binding_of_thinking_has_another_name(binding: Any, sent: Any) -> None:
    body = transform_request_body({"thinking": {"type": "adaptive", "block_binding": binding}}, [])
    assert body["thinking"] == {"type": "adaptive", "block_binding": sent}


def test_tools_come_in_the_versions_that_bedrock_knows() -> None:
    tools = [
        {"name": "tide", "eager_input_streaming": True},
        {"name": "moon", "eager_input_streaming": False},
        {"type": "bash_20241022", "name": "bash"},
        {"type": "text_editor_20241022", "name": "str_replace_editor"},
        {"type": "computer_20241022", "name": "computer", "display_width_px": 1},
        {"type": "text_editor_20250728", "name": "x"},
        {"type": "tool_search_tool_bm25_20251119", "name": "s"},
        {"type": "memory_20250818", "name": "memory"},
    ]
    choice = {"type": "tool", "name": "tide", "disable_parallel_tool_use": True}
    body = transform_request_body({"tools": tools, "tool_choice": choice}, ["first"])
    editor = {"type": "text_editor_20250728", "name": "str_replace_based_edit_tool"}
    assert body == {
        "tools": [
            {"name": "tide"},
            {"name": "moon"},
            {"type": "bash_20250124", "name": "bash"},
            editor,
            {"type": "computer_20250124", "name": "computer", "display_width_px": 1},
            editor,
            {"type": "tool_search_tool_bm25_20251119", "name": "s"},
            {"type": "memory_20250818", "name": "memory"},
        ],
        "tool_choice": {"type": "tool", "name": "tide"},
        "anthropic_beta": [
            "first",
            "fine-grained-tool-streaming-2025-05-14",
            "computer-use-2025-01-24",
            "tool-search-tool-2025-10-19",
        ],
        "anthropic_version": "bedrock-2023-05-31",
    }
