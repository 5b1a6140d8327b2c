"""Mistral's chat chunks as stream parts."""

from itertools import count

import pytest
from ai_sdk_generated.mistral.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
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
from ai_sdk.providers.mistral.chat.stream import MistralChatStream

INTERRUPTED = LanguageModelV4Finish(
    finish_reason=LanguageModelV4FinishReason(unified="interrupted"), usage=LanguageModelV4Usage()
)
METADATA = LanguageModelV4ResponseMetadataPart(id="r")


def new_stream():
    numbers = count(1)
    return MistralChatStream(lambda: f"id-{next(numbers)}")


def chunk(content=None, finish_reason=None, usage=None, **delta):
    choice = {"index": 0, "delta": {"content": content, **delta}, "finish_reason": finish_reason}
    return wire.MistralChatChunk.model_validate({"id": "r", "choices": [choice], "usage": usage})


def feed(*chunks):
    state = new_stream()
    return [part for each in chunks for part in state.feed(each)] + list(state.finish())


def text(value):
    return {"type": "text", "text": value}


def thinking(*values):
    return {"type": "thinking", "thinking": [text(value) for value in values]}


def call(name=None, arguments=None, **more):
    return {"function": {"name": name, "arguments": arguments}, **more}


def test_text_is_one_block_and_usage_and_reason_are_kept():
    usage = {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7, "later": [None]}
    assert feed(chunk(""), chunk("Hel"), chunk([text("lo"), text("!")]), chunk(None, "length", usage)) == [
        METADATA,
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="Hel"),
        LanguageModelV4TextDelta(id="0", delta="lo!"),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4Finish(
            finish_reason=LanguageModelV4FinishReason(unified="length", raw="length"),
            usage=LanguageModelV4Usage(
                input_tokens=LanguageModelV4InputTokens(total=5, no_cache=5),
                output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
                raw=usage,
            ),
        ),
    ]


def test_reasoning_and_text_take_turns_and_each_reasoning_has_an_id():
    chunks = chunk([thinking("a"), thinking("", "b")]), chunk([text("c"), thinking("d")]), chunk([thinking("e")])
    assert feed(*chunks, chunk([thinking("")])) == [
        METADATA,
        LanguageModelV4ReasoningStart(id="id-1"),
        LanguageModelV4ReasoningDelta(id="id-1", delta="a"),
        LanguageModelV4ReasoningDelta(id="id-1", delta="b"),
        # Reasoning of a chunk comes before its text, wherever it stands.
        LanguageModelV4ReasoningDelta(id="id-1", delta="d"),
        LanguageModelV4ReasoningEnd(id="id-1"),
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="c"),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4ReasoningStart(id="id-2"),
        LanguageModelV4ReasoningDelta(id="id-2", delta="e"),
        LanguageModelV4ReasoningEnd(id="id-2"),
        INTERRUPTED,
    ]


def test_calls_end_with_the_stream_beside_open_text():
    chunks = chunk("Hi", tool_calls=[call("clock", '{"a"', id="c", index=0)]), chunk(tool_calls=[call(None, ":1}")])
    assert feed(*chunks) == [
        METADATA,
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="Hi"),
        LanguageModelV4ToolInputStart(id="c", tool_name="clock"),
        LanguageModelV4ToolInputDelta(id="c", delta='{"a"'),
        LanguageModelV4ToolInputDelta(id="c", delta=":1}"),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4ToolInputEnd(id="c"),
        LanguageModelV4ToolCall(tool_call_id="c", tool_name="clock", input='{"a":1}'),
        INTERRUPTED,
    ]


@pytest.mark.parametrize(
    "broken", [wire.MistralChatChunk(id="r", choices=[]), chunk(tool_calls=[call(None, "{}", id="c")])]
)
def test_a_chunk_without_a_choice_or_a_name_raises_after_its_metadata(broken):
    parts = iter(new_stream().feed(broken))
    assert next(parts) == METADATA
    with pytest.raises(InvalidResponseDataError):
        next(parts)


def test_a_chunk_that_could_not_be_read_is_an_error():
    state, error = new_stream(), InvalidResponseDataError(data=None)
    assert state.error(error) == [LanguageModelV4Error(error=error)]
    assert state.finish() == [
        LanguageModelV4Finish(finish_reason=LanguageModelV4FinishReason(unified="error"), usage=LanguageModelV4Usage())
    ]
