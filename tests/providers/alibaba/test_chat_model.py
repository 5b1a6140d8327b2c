"""The chat model on Alibaba Cloud: answers, streams and their laws."""

import pytest
from ai_sdk_generated.alibaba.chat import wire
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    APICallError,
    InvalidResponseDataError,
    JSONParseError,
    LanguageModelV4,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
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
from ai_sdk.provider_utils.chat_response import create_chat_usage
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.providers.alibaba import create_alibaba
from ai_sdk.providers.alibaba.chat.stream import AlibabaChatStream
from tests.providers.chat_laws import (
    chunk,
    chunks,
    how_odd_json_ends,
    json_values,
    out_of_order,
    parts_of_pieces,
    run,
)
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, options, read

METADATA = create_response_metadata_part(id="r", model="m", created=0)
TOKENS = {"prompt_tokens": 9, "completion_tokens": 4, "total_tokens": 13}
DETAILED = {
    **TOKENS,
    "prompt_tokens_details": {"cached_tokens": 2, "cache_creation_input_tokens": 3, "cache_type": "ephemeral"},
    "completion_tokens_details": {"reasoning_tokens": 1},
}
MESSAGE = {
    "content": "Noon.",
    "reasoning_content": "Hm",
    "tool_calls": [{"id": "", "type": "function", "function": {"name": "a", "arguments": "{}"}}],
}
BODY = events(chunk({"reasoning_content": "größer"}), chunk({"content": "Züge 🚂"}), chunk({}, "stop"))


def model(server, **settings):
    return create_alibaba(api_key="key", generate_id=lambda: "made", http_client=client(server), **settings)("qwen")


def feed(*values):
    names = iter("abcdefgh")
    return run(AlibabaChatStream(lambda: next(names, "more")), wire.AlibabaChatChunk, *values)


def finish(unified, raw=None, usage=None):
    reason = LanguageModelV4FinishReason(unified=unified, raw=raw)
    return LanguageModelV4Finish(finish_reason=reason, usage=usage or LanguageModelV4Usage())


def test_it_is_a_language_model_whose_images_are_fetched_for_it():
    chat = model(Server())
    assert isinstance(chat, LanguageModelV4)
    assert (chat.provider, list(chat.supported_urls)) == ("alibaba.chat", ["image/*"])


@pytest.mark.anyio
async def test_an_answer_is_text_then_thoughts_then_calls():
    answer = {"choices": [{"index": 0, "message": MESSAGE, "finish_reason": "tool_calls"}], "usage": DETAILED}
    result = await model(Server(reply(answer))).do_generate(options())
    assert result.content == [
        LanguageModelV4Text(text="Noon."),
        LanguageModelV4Reasoning(text="Hm"),
        LanguageModelV4ToolCall(tool_call_id="made", tool_name="a", input="{}"),
    ]
    assert result.finish_reason == LanguageModelV4FinishReason(unified="tool-calls", raw="tool_calls")
    assert result.usage == create_chat_usage(
        prompt=9, completion=4, cache_read=2, cache_write=3, reasoning=1, raw=DETAILED
    )


@pytest.mark.anyio
async def test_an_answer_may_say_nothing_but_not_lack_a_choice():
    server = Server(reply({"choices": [{"index": 0, "message": {}}]}), reply({"choices": []}))
    result = await model(server).do_generate(options())
    assert (result.content, result.usage) == ([], LanguageModelV4Usage())
    with pytest.raises(InvalidResponseDataError):
        await model(server).do_generate(options())


@pytest.mark.anyio
async def test_an_error_status_raises_with_alibabas_words():
    with pytest.raises(APICallError, match=r"^No\.$"):
        await model(Server(reply({"error": {"message": "No."}}, 400))).do_generate(options())


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("settings", "sent"), [({}, {"stream_options": {"include_usage": True}}), ({"include_usage": False}, {})]
)
async def test_token_counts_of_a_stream_are_asked_for_unless_they_are_not_wanted(settings, sent):
    server = Server(stream(BODY))
    await read(model(server, **settings), options())
    assert {name: value for name, value in server.body.items() if "stream" in name} == {"stream": True, **sent}


def test_text_and_thoughts_take_turns_and_thoughts_get_a_new_id_each_time():
    usage = create_chat_usage(prompt=9, completion=4, cache_read=0, cache_write=0, reasoning=0, raw=TOKENS)
    assert feed(
        chunk({"reasoning_content": "1"}),
        chunk({"content": "2"}),
        chunk({"reasoning_content": "3"}, "stop"),
        chunk(choices=[], usage=TOKENS),
    ) == [
        METADATA,
        LanguageModelV4ReasoningStart(id="a"),
        LanguageModelV4ReasoningDelta(id="a", delta="1"),
        LanguageModelV4ReasoningEnd(id="a"),
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="2"),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4ReasoningStart(id="b"),
        LanguageModelV4ReasoningDelta(id="b", delta="3"),
        LanguageModelV4ReasoningEnd(id="b"),
        finish("stop", "stop", usage),
    ]


def test_tool_calls_end_text_and_their_pieces_may_be_empty():
    start = {"index": 0, "id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    assert feed(
        chunk({"content": "x"}), chunk({"tool_calls": [start]}), chunk({"tool_calls": [{"index": 0, "function": None}]})
    ) == [
        METADATA,
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="x"),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4ToolInputStart(id="1", tool_name="f"),
        LanguageModelV4ToolInputDelta(id="1", delta="{}"),
        LanguageModelV4ToolInputEnd(id="1"),
        LanguageModelV4ToolCall(tool_call_id="1", tool_name="f", input="{}"),
        finish("other"),
    ]


def test_a_chunk_that_cannot_be_read_does_not_change_why_the_stream_ends():
    error = JSONParseError(text="{", cause=ValueError())
    assert feed(error, chunk({}, "length")) == [LanguageModelV4Error(error=error), METADATA, finish("length", "length")]


@given(chunks)
def test_any_stream_of_chunks_makes_parts_in_order_or_is_invalid(values):
    try:
        parts = feed(*values)
    except AISDKError:
        return
    assert out_of_order(parts) == []


@pytest.mark.anyio
@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    assert await parts_of_pieces(model, BODY, cuts) == await parts_of_pieces(model, BODY, [])


@pytest.mark.anyio
@given(json_values, st.lists(json_values, max_size=4))
async def test_any_json_is_read_or_raises_an_error_of_ours(answer, values):
    assert set(await how_odd_json_ends(model, answer, values)) <= {"done", "refused"}
