"""Mistral's conversation events as stream parts, and the model against a server in the process."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import httpx
import pytest
from ai_sdk_generated.mistral.conversations import wire
from hypothesis import given, strategies as st
from pydantic import TypeAdapter

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ProviderTool,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    LanguageModelV4ToolResult,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.providers.mistral import create_mistral
from ai_sdk.providers.mistral.conversations.content import ContentConverter
from ai_sdk.providers.mistral.conversations.stream import MistralConversationStream
from tests.providers.openai.server import Server, events, reply, stream

CHUNK: TypeAdapter[Any] = TypeAdapter(wire.MistralConversationChunk)
NAMES = ToolNameMapping(custom_names={"web_search": "look_up"})
STARTED = {"type": "conversation.response.started", "conversation_id": "conv", "created_at": "2026-01-02T03:04:05Z"}
DONE = {"type": "conversation.response.done"}


def new_stream():
    generate_id = iter(("id-1", "id-2")).__next__
    return MistralConversationStream(ContentConverter(NAMES, generate_id), generate_id)


def feed(*given_events):
    state = new_stream()
    return [part for event in given_events for part in state.feed(CHUNK.validate_python(event))] + state.finish()


def message(content, **more):
    return {"type": "message.output.delta", "id": "m", "content": content, **more}


def execution(kind, execution_id="e", **more):
    arguments = {} if kind == "done" else {"arguments": ""}
    return {"type": f"tool.execution.{kind}", "id": execution_id, "name": "web_search", **arguments, **more}


def finish(unified):
    reason = LanguageModelV4FinishReason(unified=unified)
    return LanguageModelV4Finish(finish_reason=reason, usage=LanguageModelV4Usage())


def test_the_start_and_the_first_model_are_metadata():
    assert feed(STARTED, message("Hi", model="m-1"), message("", model="m-2"), DONE) == [
        LanguageModelV4ResponseMetadataPart(id="conv", timestamp=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        LanguageModelV4ResponseMetadataPart(model_id="m-1"),
        LanguageModelV4TextStart(id="m-0"),
        LanguageModelV4TextDelta(id="m-0", delta="Hi"),
        LanguageModelV4TextEnd(id="m-0"),
        finish("stop"),
    ]


def test_a_block_changes_with_its_kind_and_its_place_and_sources_leave_it_open():
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}
    source = {"type": "tool_reference", "url": "https://a.dev"}
    assert feed(message(thinking), message("a"), message(source), message("b", content_index=1), DONE) == [
        LanguageModelV4ReasoningStart(id="m-0"),
        LanguageModelV4ReasoningDelta(id="m-0", delta="Hm."),
        LanguageModelV4ReasoningEnd(id="m-0"),
        LanguageModelV4TextStart(id="m-0"),
        LanguageModelV4TextDelta(id="m-0", delta="a"),
        LanguageModelV4SourceUrl(id="id-1", url="https://a.dev", title="https://a.dev"),
        LanguageModelV4TextEnd(id="m-0"),
        LanguageModelV4TextStart(id="m-1"),
        LanguageModelV4TextDelta(id="m-1", delta="b"),
        LanguageModelV4TextEnd(id="m-1"),
        finish("stop"),
    ]


def test_what_mistral_runs_is_a_call_and_a_result_when_it_is_done():
    pieces = [execution("started", arguments="q", function="open"), execution("delta", arguments="!")]
    metadata = {"type": "tool.execution", "name": "web_search", "function": "open"}
    assert feed(*pieces, execution("done", info={"n": 1}), DONE) == [
        LanguageModelV4ToolInputStart(id="e", tool_name="look_up", provider_executed=True),
        LanguageModelV4ToolInputDelta(id="e", delta='{"arguments":"q!"}'),
        LanguageModelV4ToolInputEnd(id="e"),
        LanguageModelV4ToolCall(
            tool_call_id="e",
            tool_name="look_up",
            input='{"arguments":"q!"}',
            provider_executed=True,
            provider_metadata={"mistral": metadata},
        ),
        LanguageModelV4ToolResult(tool_call_id="e", tool_name="look_up", result={"info": {"n": 1}}),
        finish("stop"),
    ]


def test_the_end_of_what_never_started_is_an_error():
    (error, end) = feed(execution("done"), DONE)
    assert isinstance(error, LanguageModelV4Error)
    assert (error.error.name, error.error.message) == ("Error", "Missing tool execution start for e")
    assert end == finish("error")


def test_calls_of_functions_end_the_text_and_finish_with_the_stream():
    call = {"type": "function.call.delta", "tool_call_id": "c", "name": "clock", "output_index": 0}
    assert feed(message("Hi"), {**call, "arguments": '{"a"'}, {**call, "arguments": ":1}"}, DONE)[2:] == [
        LanguageModelV4TextEnd(id="m-0"),
        LanguageModelV4ToolInputStart(id="c", tool_name="clock"),
        LanguageModelV4ToolInputDelta(id="c", delta='{"a"'),
        LanguageModelV4ToolInputDelta(id="c", delta=":1}"),
        LanguageModelV4ToolInputEnd(id="c"),
        LanguageModelV4ToolCall(tool_call_id="c", tool_name="clock", input='{"a":1}'),
        finish("tool-calls"),
    ]


@pytest.mark.parametrize("unfinished", [[], [execution("started"), DONE]])
def test_an_end_too_early_is_an_error(unfinished):
    assert feed(*unfinished)[-1] == finish("error")


def test_errors_are_parts_and_the_end_is_an_error():
    event = {"type": "conversation.response.error", "message": "tired", "code": 3}
    assert feed({**event, "more": 1}, DONE) == [LanguageModelV4Error(error=event), finish("error")]
    state, error = new_stream(), InvalidResponseDataError(data=None)
    assert state.error(error) == [LanguageModelV4Error(error=error)]
    assert state.finish() == [finish("error")]


SEARCH = LanguageModelV4ProviderTool(id="mistral.web_search", name="look_up")
OPTIONS = LanguageModelV4CallOptions(prompt=[], tools=[SEARCH])
EVENTS = [STARTED, message("Züge 🚂"), execution("started"), execution("done"), DONE]
WIRE = events(*EVENTS)


def model(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_mistral(api_key="key", http_client=client).conversation("bread-1")


async def read(server: Server):
    result = await model(server).do_stream(OPTIONS)
    return [part async for part in result.stream]


@pytest.mark.anyio
async def test_a_conversation_is_posted_and_read():
    outputs = [{"type": "message.output", "content": "Hi"}]
    server = Server(reply({"conversation_id": "conv", "outputs": outputs}))
    conversation = model(server)
    assert isinstance(conversation, LanguageModelV4)
    assert list(conversation.supported_urls) == ["application/pdf"]
    result = await conversation.do_generate(OPTIONS)
    assert str(server.requests[0].url) == "https://api.mistral.ai/v1/conversations"
    assert server.body["tools"] == [{"type": "web_search"}]
    assert result.content == [LanguageModelV4Text(text="Hi")]


@pytest.mark.anyio
@given(st.lists(st.integers(0, len(WIRE)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    edges = [0, *sorted(cuts), len(WIRE)]
    pieces = [WIRE[start:end] for start, end in pairwise(edges)]
    assert await read(Server(stream(pieces))) == await read(Server(stream(WIRE)))


keys = st.sampled_from(["type", "id", "name", "arguments", "content", "info", "outputs", "conversation_id", "usage"])
words = st.sampled_from([*(event["type"] for event in EVENTS), "message.output", "tool.execution", "text", ""])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=12,
)


@pytest.mark.anyio
@given(json_values)
async def test_any_json_answer_is_read_or_raises_an_error_of_ours(value):
    try:
        result = await model(Server(reply(value))).do_generate(OPTIONS)
    except AISDKError:
        return
    assert isinstance(result.content, list)


@pytest.mark.anyio
@given(st.lists(json_values | st.sampled_from(EVENTS), max_size=6))
async def test_any_json_events_end_in_a_finish(values):
    parts = await read(Server(stream(events(*values))))
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")
