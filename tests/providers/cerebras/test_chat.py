"""Chat on Cerebras: names, reasoning, JSON beside tool calls, flat errors."""

import httpx
import pytest

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4Text,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.cerebras import cerebras, create_cerebras
from ai_sdk.providers.cerebras.chat.dialect import CHAT
from tests.providers.openai.server import Server, events, reply, stream

HI = [LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])]
TEXT = LanguageModelV4CallOptions(prompt=HI)
JSON = LanguageModelV4CallOptions(prompt=HI, response_format=LanguageModelV4ResponseFormatJson())
CALL = {"index": 0, "id": "1", "function": {"name": "f", "arguments": "{}"}}


def model(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_cerebras(api_key="key", http_client=client).chat("gpt-oss-120b")


async def read(body: bytes, options: LanguageModelV4CallOptions):
    result = await model(Server(stream(body))).do_stream(options)
    return [part async for part in result.stream]


def answer(content):
    message = {"content": content, "tool_calls": [{"id": "1", "function": CALL["function"]}]}
    return reply({"choices": [{"message": message, "finish_reason": "tool_calls"}]})


def test_bodies_get_cerebras_names():
    assert CHAT.transform_request_body is not None
    body = {
        "max_tokens": 5,
        "parallelToolCalls": False,
        "topLogprobs": None,
        "user": "u",
        "messages": [
            {"role": "user", "content": "Hi"},
            {"role": "assistant", "content": "a", "reasoning_content": "why"},
            {"role": "assistant", "content": "b", "reasoning_content": "why", "reasoning": "own"},
        ],
    }
    assert CHAT.transform_request_body(body, []) == {
        "max_completion_tokens": 5,
        "parallel_tool_calls": False,
        "top_logprobs": None,
        "user": "u",
        "messages": [
            {"role": "user", "content": "Hi"},
            {"role": "assistant", "content": "a", "reasoning": "why"},
            {"role": "assistant", "content": "b", "reasoning": "own"},
        ],
    }


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("content", "options", "kinds", "unified"),
    [
        ('{"a":1}', JSON, ["text"], "stop"),
        ('{"a":1}', TEXT, ["text", "tool-call"], "tool-calls"),
        ("", JSON, ["tool-call"], "tool-calls"),
    ],
)
async def test_json_beside_a_tool_call_is_the_answer(content, options, kinds, unified):
    result = await model(Server(answer(content))).do_generate(options)
    assert [part.type for part in result.content] == kinds
    assert result.finish_reason == LanguageModelV4FinishReason(unified=unified, raw="tool_calls")
    if content:
        assert result.content[0] == LanguageModelV4Text(text=content)


@pytest.mark.anyio
@pytest.mark.parametrize(("options", "unified", "has_call"), [(JSON, "stop", False), (TEXT, "tool-calls", True)])
async def test_streamed_json_ends_the_tool_calls(options, unified, has_call):
    chunks = [{"content": "{}"}, {"tool_calls": [CALL]}]
    body = events(
        *({"choices": [{"delta": delta}]} for delta in chunks),
        {"choices": [{"delta": {}, "finish_reason": "tool_calls"}]},
    )
    parts = await read(body, options)
    assert ("tool-call" in {part.type for part in parts}) is has_call
    finish = parts[-1]
    assert isinstance(finish, LanguageModelV4Finish)
    assert finish.finish_reason == LanguageModelV4FinishReason(unified=unified, raw="tool_calls")


@pytest.mark.anyio
@pytest.mark.parametrize("options", [JSON, TEXT])
async def test_a_flat_error_in_a_stream_is_an_error_part(options):
    error = {"message": "Jammed.", "type": "server_error", "param": "", "code": "jam"}
    parts = await read(events(error), options)
    assert parts[1] == LanguageModelV4Error(error=error)
    assert isinstance(parts[-1], LanguageModelV4Finish)
    assert parts[-1].finish_reason == LanguageModelV4FinishReason(unified="error")


def test_chat_is_a_name_of_the_chat_model():
    assert (cerebras.chat("m").provider, cerebras.chat("m").supports_structured_outputs) == ("cerebras.chat", True)
