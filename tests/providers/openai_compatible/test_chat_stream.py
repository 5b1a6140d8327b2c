"""Chat chunks become stream parts."""

from datetime import UTC, datetime

import pytest
from ai_sdk_generated.openai_compatible.chat import wire
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    JSONParseError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
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
)
from ai_sdk.provider_utils.json import validate_types
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
from ai_sdk.providers.openai_compatible.chat.response import convert_openai_compatible_chat_usage
from ai_sdk.providers.openai_compatible.chat.stream import open_stream

METADATA = LanguageModelV4ResponseMetadataPart(
    id="r", model_id="m", timestamp=datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
)


def chunk(delta=None, finish_reason=None, **fields):
    return {
        "id": "r",
        "model": "m",
        "created": 1,
        "choices": [{"delta": delta, "finish_reason": finish_reason}],
        **fields,
    }


def tool_call(arguments=None, **fields):
    name = {"name": fields.pop("name")} if "name" in fields else {}
    return {**fields, "function": name if arguments is None else {**name, "arguments": arguments}}


def run(*chunks):
    """Every part of a stream of chunks; an exception stands for a chunk that could not be read."""
    state = open_stream("acme", ChatDialect(), lambda: "generated")
    parts = []
    for each in chunks:
        is_error = isinstance(each, AISDKError)
        parts += state.error(each) if is_error else state.feed(validate_types(wire.OpenAICompatibleChatChunk, each))
    return [*parts, *state.finish()]


def finish(unified, raw=None, usage=None, **metadata):
    return LanguageModelV4Finish(
        finish_reason=LanguageModelV4FinishReason(unified=unified, raw=raw),
        usage=convert_openai_compatible_chat_usage(usage),
        provider_metadata={"acme": metadata},
    )


def text(*deltas):
    return [
        LanguageModelV4TextStart(id="txt-0"),
        *(LanguageModelV4TextDelta(id="txt-0", delta=delta) for delta in deltas),
        LanguageModelV4TextEnd(id="txt-0"),
    ]


def reasoning(*deltas):
    return [
        LanguageModelV4ReasoningStart(id="reasoning-0"),
        *(LanguageModelV4ReasoningDelta(id="reasoning-0", delta=delta) for delta in deltas),
        LanguageModelV4ReasoningEnd(id="reasoning-0"),
    ]


def test_reasoning_and_text_take_turns():
    usage = {"prompt_tokens": 2, "completion_tokens_details": {"accepted_prediction_tokens": 1}}
    assert run(
        chunk({"role": "assistant", "reasoning_content": "H"}),
        chunk({"role": "", "reasoning": "m"}),
        chunk({"content": "No"}),
        chunk({"content": [{"type": "text", "text": "on"}]}),
        chunk({"content": [{"type": "thinking", "thinking": [{"type": "text", "text": "Wait"}]}]}),
        chunk({"content": "."}, "stop"),
        {"choices": [], "usage": usage},
    ) == [
        METADATA,
        *reasoning("H", "m"),
        *text("No", "on"),
        *reasoning("Wait"),
        *text("."),
        finish("stop", "stop", usage, acceptedPredictionTokens=1),
    ]


def test_tool_calls_end_reasoning_and_complete_with_the_stream():
    start = tool_call('{"a"', index=0, id="1", name="clock", extra_content={"google": {"thought_signature": "s"}})
    assert run(
        chunk({"reasoning": "Hm", "tool_calls": []}),
        chunk({"tool_calls": [start]}),
        chunk({"tool_calls": [tool_call(":1}", index=0)]}, "tool_calls"),
    ) == [
        METADATA,
        *reasoning("Hm"),
        LanguageModelV4ToolInputStart(id="1", tool_name="clock"),
        LanguageModelV4ToolInputDelta(id="1", delta='{"a"'),
        LanguageModelV4ToolInputDelta(id="1", delta=":1}"),
        LanguageModelV4ToolInputEnd(id="1"),
        LanguageModelV4ToolCall(
            tool_call_id="1",
            tool_name="clock",
            input='{"a":1}',
            provider_metadata={"acme": {"thoughtSignature": "s"}},
        ),
        finish("tool-calls", "tool_calls"),
    ]


def calls(parts):
    found = [part for part in parts if isinstance(part, LanguageModelV4ToolCall)]
    return [(part.tool_call_id, part.tool_name, part.input, part.provider_metadata) for part in found]


SIGNED = {"google": {"thought_signature": "s"}}


@pytest.mark.parametrize(
    ("deltas", "expected"),
    [
        pytest.param(
            [
                tool_call('{"a"', index=0),
                tool_call(":", index=0, id="1", extra_content=SIGNED),
                tool_call("1", index=0, id="2", extra_content={"google": {"thought_signature": "t"}}),
                tool_call("}", index=0, name="clock"),
                tool_call(" ", index=0),
            ],
            [("1", "clock", '{"a":1} ', {"acme": {"thoughtSignature": "s"}})],
            id="a late name: arguments, first id and first signature are kept until then",
        ),
        pytest.param(
            [tool_call("{}", name="clock"), tool_call("{}", name="bell")],
            [("generated", "clock", "{}", None), ("generated-1", "bell", "{}", None)],
            id="no index: every name is a call",
        ),
        pytest.param([tool_call("{}", index=0, name=" ")], [], id="a blank name is no call"),
    ],
)
def test_tool_calls_are_put_together(deltas, expected):
    assert calls(run(*(chunk({"tool_calls": [delta]}) for delta in deltas), chunk(None, "tool_calls"))) == expected


def test_a_call_that_never_gets_a_name_is_invalid_after_what_was_open_is_closed():
    state = open_stream("acme", ChatDialect(), str)
    state.feed(validate_types(wire.ChunkBase, chunk({"content": "Hi"})))
    unnamed = chunk({"tool_calls": [tool_call("{}", index=0, id="1")]})
    assert list(state.feed(validate_types(wire.ChunkBase, unnamed))) == []
    parts = state.finish()
    assert next(parts) == LanguageModelV4TextEnd(id="txt-0")
    with pytest.raises(InvalidResponseDataError) as caught:
        next(parts)
    assert caught.value.data == {"index": 0, "id": "1", "function": {"arguments": "{}"}}


@pytest.mark.parametrize(
    ("chunks", "unified"),
    [
        ([chunk({"refusal": "No."}, "stop")], "content-filter"),
        ([chunk({}, "stop"), chunk({"refusal": "No."})], "content-filter"),
        ([chunk({"refusal": "No."}, "length")], "length"),
    ],
)
def test_a_refusal_is_text_and_changes_what_stop_means(chunks, unified):
    parts = run(*chunks)
    assert parts[:-1] == [METADATA, *text("No.")]
    assert parts[-1].finish_reason.unified == unified


def test_refusals_that_are_no_text_are_ignored():
    assert run(chunk({"refusal": False}), chunk({"refusal": ""}, "stop")) == [METADATA, finish("stop", "stop")]


def test_metadata_comes_once_with_the_first_chunk_that_has_some():
    empty = {"id": "", "model": "", "created": 0, "choices": []}
    assert run(empty, chunk(), chunk(None, "stop")) == [METADATA, finish("stop", "stop")]


def test_a_stream_without_finish_reason_is_an_error():
    *_, error, end = run(chunk({"content": "Hi"}))
    assert isinstance(error, LanguageModelV4Error)
    assert isinstance(error.error, InvalidResponseDataError)
    assert error.error.message == "Response stream ended without a finish reason."
    assert end == finish("error")


@pytest.mark.parametrize(
    ("event", "error"),
    [
        ({"error": {"message": "No.", "code": 1, "own": 2}}, {"message": "No.", "code": 1}),
        ({"choices": [], "error": {"own": 2}}, {"own": 2}),
        ({"choices": [], "error": None}, None),
    ],
)
def test_an_error_event_is_an_error_and_the_stream_goes_on(event, error):
    assert run(chunk(None, "stop"), event) == [METADATA, LanguageModelV4Error(error=error), finish("error")]
    assert run(event, chunk(None, "stop")) == [LanguageModelV4Error(error=error), METADATA, finish("stop", "stop")]


def test_a_chunk_that_cannot_be_read_is_an_error():
    error = JSONParseError(text="{", cause=ValueError())
    assert run(error) == [LanguageModelV4Error(error=error), finish("error")]


class Extractor:
    """Counts chunks that could be read."""

    def __init__(self) -> None:
        self.seen: list[object] = []

    def extract_metadata(self, *, parsed_body):
        raise NotImplementedError

    def create_stream_extractor(self):
        return self

    def process_chunk(self, parsed_chunk):
        self.seen.append(parsed_chunk)

    def build_metadata(self):
        return {"acme": {"chunks": len(self.seen)}}


def test_the_dialects_extractor_sees_raw_chunks_and_adds_metadata():
    extractor = Extractor()
    state = open_stream("acme", ChatDialect(metadata_extractor=extractor), str)
    state.read_raw({"own": 1})  # type: ignore[attr-defined]
    assert extractor.seen == [{"own": 1}]
    assert list(state.finish())[-1].provider_metadata == {"acme": {"chunks": 1}}  # type: ignore[union-attr]


any_text = st.none() | st.text(max_size=4)
any_tool_call = st.fixed_dictionaries(
    {"function": st.fixed_dictionaries({}, optional={"name": any_text, "arguments": any_text})},
    optional={"index": st.none() | st.integers(0, 2), "id": any_text, "extra_content": st.sampled_from([None, SIGNED])},
)
any_delta = st.fixed_dictionaries(
    {},
    optional={
        "content": any_text,
        "reasoning": any_text,
        "refusal": any_text | st.booleans(),
        "tool_calls": st.lists(any_tool_call, max_size=2),
    },
)
any_chunk = st.builds(chunk, st.none() | any_delta, st.sampled_from([None, "stop", "tool_calls"]))
any_event = any_chunk | st.sampled_from([{"error": {"message": "m"}}, JSONParseError(text="", cause=ValueError())])


@given(st.lists(any_event, max_size=8))
def test_any_stream_of_chunks_makes_parts_in_order_or_is_invalid(events):
    try:
        parts = run(*events)
    except AISDKError:
        return
    opened: set[str] = set()
    for part in parts:
        if part.type.endswith("-start"):
            assert part.id not in opened
            opened.add(part.id)
        elif part.type.endswith("-delta"):
            assert part.id in opened
        elif part.type.endswith("-end"):
            opened.remove(part.id)
    assert opened == set()
    assert [part.type for part in parts].count("finish") == 1
    assert parts[-1].type == "finish"
