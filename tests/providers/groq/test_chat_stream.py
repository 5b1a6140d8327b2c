"""Chat chunks become stream parts."""

from datetime import UTC, datetime

import pytest
from ai_sdk_generated.groq.chat import wire
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    JSONParseError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.json import validate_types
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.providers.groq.chat.request import GroqChatContext
from ai_sdk.providers.groq.chat.stream import open_stream

METADATA = LanguageModelV4ResponseMetadataPart(id="r", model_id="m", timestamp=datetime(1970, 1, 1, tzinfo=UTC))


def chunk(delta=None, finish_reason=None, **fields):
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {"id": "r", "model": "m", "created": 0, "choices": [choice], **fields}


def tool_call(arguments="{}", index=0, **fields):
    name = {"name": fields.pop("name")} if "name" in fields else {}
    return {"index": index, "function": {**name, "arguments": arguments}, **fields}


def run(*chunks, json_tool=None):
    """Every part of a stream of chunks; an exception stands for a chunk that could not be read."""
    state = open_stream(GroqChatContext(json_tool), lambda: "generated")
    parts = []
    for each in chunks:
        is_error = isinstance(each, AISDKError)
        parts += state.error(each) if is_error else state.feed(validate_types(wire.GroqChatChunk, each))
    return [*parts, *state.finish()]


def finish(unified, raw=None, usage=None):
    reason = LanguageModelV4FinishReason(unified=unified, raw=raw)
    return LanguageModelV4Finish(finish_reason=reason, usage=usage or LanguageModelV4Usage())


def test_reasoning_ends_when_text_begins_and_text_ends_with_the_stream():
    usage = {"x_groq": {"usage": {"prompt_tokens": 2, "completion_tokens": 1}}}
    assert run(
        chunk({"reasoning": "Hm"}), chunk({"content": "No"}), chunk({"content": "on"}), chunk(None, "stop", **usage)
    ) == [
        METADATA,
        LanguageModelV4ReasoningStart(id="reasoning-0"),
        LanguageModelV4ReasoningDelta(id="reasoning-0", delta="Hm"),
        LanguageModelV4ReasoningEnd(id="reasoning-0"),
        LanguageModelV4TextStart(id="txt-0"),
        LanguageModelV4TextDelta(id="txt-0", delta="No"),
        LanguageModelV4TextDelta(id="txt-0", delta="on"),
        LanguageModelV4TextEnd(id="txt-0"),
        finish(
            "stop",
            "stop",
            LanguageModelV4Usage(
                input_tokens=LanguageModelV4InputTokens(total=2, no_cache=2),
                output_tokens=LanguageModelV4OutputTokens(total=1, text=1),
                raw={"prompt_tokens": 2, "completion_tokens": 1},
            ),
        ),
    ]


def test_reasoning_ends_when_tool_calls_begin_and_calls_end_with_the_stream():
    start = tool_call('{"a"', id="1", type="function", name="clock")
    assert run(
        chunk({"reasoning": "Hm"}),
        chunk({"tool_calls": [start]}),
        chunk({"tool_calls": [tool_call(":1}")]}, "tool_calls"),
    ) == [
        METADATA,
        LanguageModelV4ReasoningStart(id="reasoning-0"),
        LanguageModelV4ReasoningDelta(id="reasoning-0", delta="Hm"),
        LanguageModelV4ReasoningEnd(id="reasoning-0"),
        LanguageModelV4ToolInputStart(id="1", tool_name="clock"),
        LanguageModelV4ToolInputDelta(id="1", delta='{"a"'),
        LanguageModelV4ToolInputDelta(id="1", delta=":1}"),
        LanguageModelV4ToolInputEnd(id="1"),
        LanguageModelV4ToolCall(tool_call_id="1", tool_name="clock", input='{"a":1}'),
        finish("tool-calls", "tool_calls"),
    ]


def test_the_json_tools_input_is_streamed_as_text():
    start = tool_call("{}", id="1", type="function", name="json")
    assert run(chunk({"content": "Here:"}), chunk({"tool_calls": [start]}, "tool_calls"), json_tool="json") == [
        METADATA,
        LanguageModelV4TextStart(id="1"),
        LanguageModelV4TextDelta(id="1", delta="{}"),
        LanguageModelV4TextEnd(id="1"),
        finish("stop", "tool_calls"),
    ]


def test_a_stream_that_breaks_off_is_interrupted():
    assert run() == [finish("interrupted")]


def test_chunks_without_choices_or_delta_say_nothing():
    assert run(chunk(), {"choices": []}) == [METADATA, finish("interrupted")]


@pytest.mark.parametrize("json_tool", [None, "json"])
def test_a_chunk_that_cannot_be_read_is_an_error_and_the_stream_goes_on(json_tool):
    error = JSONParseError(text="{", cause=ValueError())
    parts = run(error, chunk({"reasoning": "Hm"}), json_tool=json_tool)
    assert parts[:2] == [LanguageModelV4Error(error=error), METADATA]
    assert parts[-1] == finish("error")


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("rate_limit_error", {"status_code": 429, "is_retryable": True}),
        ("server_error", {"status_code": 500, "is_retryable": True}),
        ("overloaded_error", {"status_code": 503, "is_retryable": True}),
        ("timeout", {"status_code": 504, "is_retryable": True}),
        ("invalid_api_key", {"status_code": 401, "is_retryable": False}),
        ("permission_error", {"status_code": 403, "is_retryable": False}),
        ("model_not_found", {"status_code": 404, "is_retryable": False}),
        ("bad_request", {"status_code": 400, "is_retryable": False}),
        ("new_kind", {}),
    ],
)
def test_an_error_event_says_what_its_type_stands_for(kind, status):
    event = {"error": {"message": "No.", "type": kind, "failed_generation": "x"}}
    data = {"error": {"message": "No.", "type": kind}}
    error = ProviderStreamError(message="No.", type=kind, data=data, **status)
    assert run(event) == [LanguageModelV4Error(error=error), finish("error")]


@pytest.mark.parametrize(
    ("delta", "message"),
    [
        (tool_call(id="1", name="clock"), "Expected 'function' type."),
        (tool_call(id="1", type="function"), "Expected 'function.name' to be a string."),
    ],
)
def test_a_tool_call_without_type_or_name_is_invalid_after_the_parts_before_it(delta, message):
    state = open_stream(GroqChatContext(None), str)
    parts = iter(state.feed(validate_types(wire.GroqChatChunk, chunk({"tool_calls": [delta]}))))
    assert next(parts) == METADATA
    with pytest.raises(InvalidResponseDataError) as caught:
        next(parts)
    assert (caught.value.message, caught.value.data) == (message, delta)


any_text = st.none() | st.text(max_size=4)
any_tool_call = st.fixed_dictionaries(
    {
        "index": st.integers(0, 2),
        "function": st.fixed_dictionaries({}, optional={"name": any_text, "arguments": any_text}),
    },
    optional={"id": any_text, "type": st.just("function")},
)
any_delta = st.fixed_dictionaries(
    {}, optional={"content": any_text, "reasoning": any_text, "tool_calls": st.lists(any_tool_call, max_size=2)}
)
any_chunk = st.builds(chunk, st.none() | any_delta, st.sampled_from([None, "stop", "tool_calls"]))
any_event = (
    any_chunk | st.just({"error": {"message": "m", "type": "t"}}) | st.just(JSONParseError(text="", cause=ValueError()))
)


@given(st.lists(any_event, max_size=8), st.sampled_from([None, "", "json"]))
def test_any_stream_of_chunks_makes_parts_in_order_or_is_invalid(events, json_tool):
    try:
        parts = run(*events, json_tool=json_tool)
    except AISDKError:
        return
    opened: set[str] = set()
    for part in parts:
        kind = part.type
        if kind.endswith("-start"):
            assert part.id not in opened
            opened.add(part.id)
        elif kind.endswith("-delta"):
            assert part.id in opened
        elif kind.endswith("-end"):
            opened.remove(part.id)
    assert opened == set()
    assert [part.type for part in parts].count("finish") == 1
    assert parts[-1].type == "finish"
