"""Cohere's chat events as stream parts."""

from typing import Any

import pytest
from ai_sdk_generated.cohere.chat import wire
from pydantic import TypeAdapter

from ai_sdk.provider import (
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
from ai_sdk.providers.cohere.chat.stream import CohereChatStream

CHUNK: TypeAdapter[Any] = TypeAdapter(wire.CohereChatChunk)
OPEN_END = LanguageModelV4Finish(
    finish_reason=LanguageModelV4FinishReason(unified="other"), usage=LanguageModelV4Usage()
)


def start(index, kind="text"):
    return {"type": "content-start", "index": index, "delta": {"message": {"content": {"type": kind, kind: ""}}}}


def delta(index, **content):
    return {"type": "content-delta", "index": index, "delta": {"message": {"content": content}}}


def end(index):
    return {"type": "content-end", "index": index}


def call(call_id, arguments=""):
    function = {"name": "clock", "arguments": arguments}
    tool_call = {"id": call_id, "type": "function", "function": function}
    return {"type": "tool-call-start", "delta": {"message": {"tool_calls": tool_call}}}


def arguments(text):
    return {"type": "tool-call-delta", "delta": {"message": {"tool_calls": {"function": {"arguments": text}}}}}


CALL_END = {"type": "tool-call-end"}


def feed(*events):
    state = CohereChatStream()
    parts = [part for event in events for part in state.feed(CHUNK.validate_python(event))]
    return [*parts, *state.finish()]


def test_blocks_open_and_close_as_cohere_says():
    events = [start(0, "thinking"), delta(0, thinking="Hm."), end(0), start(1), delta(1.0, text="Maren."), end(1)]
    assert feed(*events) == [
        LanguageModelV4ReasoningStart(id="0"),
        LanguageModelV4ReasoningDelta(id="0", delta="Hm."),
        LanguageModelV4ReasoningEnd(id="0"),
        LanguageModelV4TextStart(id="1"),
        LanguageModelV4TextDelta(id="1", delta="Maren."),
        LanguageModelV4TextEnd(id="1"),
        OPEN_END,
    ]


def test_start_and_end_of_the_message_are_metadata_and_finish():
    usage = {"tokens": {"input_tokens": 3, "output_tokens": 2}}
    events = [
        {"type": "message-start", "id": "m"},
        {"type": "tool-plan-delta", "delta": {"message": {"tool_plan": "I look."}}},
        {"type": "citation-start"},
        {"type": "citation-end"},
        {"type": "message-end", "delta": {"finish_reason": "MAX_TOKENS", "usage": usage}},
    ]
    assert feed(*events) == [
        LanguageModelV4ResponseMetadataPart(id="m"),
        LanguageModelV4Finish(
            finish_reason=LanguageModelV4FinishReason(unified="length", raw="MAX_TOKENS"),
            usage=LanguageModelV4Usage(
                input_tokens=LanguageModelV4InputTokens(total=3, no_cache=3),
                output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
                raw=usage,
            ),
        ),
    ]


def test_arguments_are_written_anew_when_they_are_whole():
    assert feed(call("c", '{ "a"'), arguments(" : [1.0] }"), CALL_END) == [
        LanguageModelV4ToolInputStart(id="c", tool_name="clock"),
        LanguageModelV4ToolInputDelta(id="c", delta='{ "a"'),
        LanguageModelV4ToolInputDelta(id="c", delta=" : [1.0] }"),
        LanguageModelV4ToolInputEnd(id="c"),
        LanguageModelV4ToolCall(tool_call_id="c", tool_name="clock", input='{"a":[1]}'),
        OPEN_END,
    ]


def test_a_call_without_arguments_has_an_empty_object():
    assert feed(call("c"), arguments(" \n"), CALL_END)[-2] == LanguageModelV4ToolCall(
        tool_call_id="c", tool_name="clock", input="{}"
    )


def test_pieces_and_ends_without_a_call_are_passed_over():
    assert feed(arguments("{}"), CALL_END, call("c"), CALL_END, CALL_END, arguments("{}"))[3:] == [OPEN_END]


def test_broken_arguments_raise_after_the_end_of_the_input():
    state = CohereChatStream()
    list(state.feed(CHUNK.validate_python(call("c", '{"a"'))))
    parts = iter(state.feed(CHUNK.validate_python(CALL_END)))
    assert next(parts) == LanguageModelV4ToolInputEnd(id="c")
    with pytest.raises(JSONParseError):
        next(parts)


def test_an_event_that_could_not_be_read_is_an_error_until_the_message_ends():
    state, error = CohereChatStream(), InvalidResponseDataError(data=None)
    assert state.error(error) == [LanguageModelV4Error(error=error)]
    assert state.finish() == [
        LanguageModelV4Finish(finish_reason=LanguageModelV4FinishReason(unified="error"), usage=LanguageModelV4Usage())
    ]
