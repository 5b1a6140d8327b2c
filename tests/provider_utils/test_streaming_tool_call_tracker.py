from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
)
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker, TypeValidation


def delta(arguments: str | None = None, **fields: Any) -> JSONObject:
    """A wire delta; `name` goes inside `function`, every other keyword is a field of its own."""
    function = {"name": fields.pop("name")} if "name" in fields else {}
    return {**fields, "function": function if arguments is None else {**function, "arguments": arguments}}


def run(deltas: list[JSONObject], **options: Any):
    """Every part of a stream of deltas, the flush included."""
    tracker = StreamingToolCallTracker(**options)
    return [part for each in deltas for part in tracker.process_delta(each)] + tracker.flush()


def calls(deltas: list[JSONObject], **options: Any):
    """The finished calls of a stream of deltas as (id, name, input)."""
    parts = run(deltas, **options)
    return [(p.tool_call_id, p.tool_name, p.input) for p in parts if isinstance(p, LanguageModelV4ToolCall)]


def test_a_call_in_pieces_becomes_start_deltas_end_and_call():
    deltas = [delta("", index=0, id="a", name="weather"), delta('{"ci', index=0), delta('ty":1}', index=0)]
    assert run(deltas) == [
        LanguageModelV4ToolInputStart(id="a", tool_name="weather"),
        LanguageModelV4ToolInputDelta(id="a", delta='{"ci'),
        LanguageModelV4ToolInputDelta(id="a", delta='ty":1}'),
        LanguageModelV4ToolInputEnd(id="a"),
        LanguageModelV4ToolCall(tool_call_id="a", tool_name="weather", input='{"city":1}'),
    ]


def test_parsable_arguments_do_not_finish_a_call_before_the_stream_ends():
    tracker = StreamingToolCallTracker()
    parts = tracker.process_delta(delta("1", index=0, id="a", name="f")) + tracker.process_delta(delta("2", index=0))
    assert [type(part).__name__ for part in parts] == [
        "LanguageModelV4ToolInputStart",
        "LanguageModelV4ToolInputDelta",
        "LanguageModelV4ToolInputDelta",
    ]
    assert tracker.flush()[-1] == LanguageModelV4ToolCall(tool_call_id="a", tool_name="f", input="12")


def test_flush_finishes_each_call_once_and_later_deltas_are_dropped():
    tracker = StreamingToolCallTracker()
    tracker.process_delta(delta("{}", index=0, id="a", name="f"))
    assert len(tracker.flush()) == 2
    assert tracker.flush() == []
    assert tracker.process_delta(delta("x", index=0)) == []


def test_calls_finish_in_index_order_when_every_call_has_an_index():
    deltas = [delta("{}", index=1, id="b", name="g"), delta("{}", index=0, id="a", name="f")]
    assert calls(deltas) == [("a", "f", "{}"), ("b", "g", "{}")]


def test_calls_finish_in_order_of_arrival_when_an_index_is_missing():
    deltas = [delta("{}", index=1, id="b", name="g"), delta("{}", id="a", name="f")]
    assert calls(deltas) == [("b", "g", "{}"), ("a", "f", "{}")]


@pytest.mark.parametrize(
    ("deltas", "expected"),
    [
        pytest.param(
            [delta("{}", index=0, id="a", name="f"), delta("{}", index=0, id="b", name="f")],
            [("a", "f", "{}"), ("b", "f", "{}")],
            id="unseen id with a structured start is a new call",
        ),
        pytest.param(
            [delta('{"x"', index=0, id="a", name="f"), delta(":1}", index=0, id="b")],
            [("a", "f", '{"x":1}')],
            id="unseen id on a continuation stays with the call at its index",
        ),
        pytest.param(
            [delta("{", index=0, id="a", name="f"), delta("", index=0, id="b", name="f"), delta("}", index=0)],
            [("a", "f", "{}")],
            id="unseen id, named and empty, continues an incomplete call",
        ),
        pytest.param(
            [delta("{}", index=0, id="a", name="f"), delta("", index=0, id="b", name="f")],
            [("a", "f", "{}"), ("b", "f", "")],
            id="unseen id, named and empty, after a complete call is a new call",
        ),
        pytest.param(
            [delta("{}", index=0, id="a", name="f"), delta("{}", index=1, id="a", name="f")],
            [("a", "f", "{}"), ("gen", "f", "{}")],
            id="repeated id with another index and a name is a new call",
        ),
        pytest.param(
            [delta("{", index=0, id="a", name="f"), delta("{", index=1, id="b", name="g"), delta("}", index=1, id="a")],
            [("a", "f", "{"), ("b", "g", "{")],
            id="known id on another call's index is ambiguous",
        ),
        pytest.param(
            [delta("{", index=0, id="a", name="f"), delta("}", index=7, id="a")],
            [("a", "f", "{}")],
            id="known id on an unknown index without a name continues",
        ),
        pytest.param(
            [delta("{", id="a", name="f"), delta("}", id="a", name="f")],
            [("a", "f", "{}")],
            id="known id and name without an index continues",
        ),
        pytest.param(
            [delta("{}", id="a", name="f"), delta("{}", id="a", name="f")],
            [("a", "f", "{}"), ("gen", "f", "{}")],
            id="known id and name with a fresh structured start is a new call",
        ),
        pytest.param(
            [delta("{", id="a", name="f"), delta("}", id="a")],
            [("a", "f", "{}")],
            id="known id alone continues",
        ),
        pytest.param(
            [delta("{", index=0, name="f"), delta("{", index=0, name="g")],
            [("gen", "f", "{"), ("gen-1", "g", "{")],
            id="another name at the same index is a new call",
        ),
        pytest.param(
            [delta("{", index=0, name="f"), delta("}", index=0, name="f")],
            [("gen", "f", "{}")],
            id="repeated name at the same index continues",
        ),
        pytest.param(
            [delta("{}", name="f"), delta("{}", name="f")],
            [("gen", "f", "{}"), ("gen-1", "f", "{}")],
            id="a name without labels is always a new call",
        ),
        pytest.param(
            [delta("{", name="f"), delta("}")],
            [("gen", "f", "{}")],
            id="no labels: the sole unfinished call continues",
        ),
        pytest.param(
            [delta("{", name="f"), delta("{", name="g"), delta("}")],
            [("gen", "f", "{"), ("gen-1", "g", "{")],
            id="no labels and two open calls: dropped",
        ),
        pytest.param(
            [delta("{}", name="f"), delta("{", name="g"), delta("}")],
            [("gen", "f", "{}"), ("gen-1", "g", "{}")],
            id="no labels: the only incomplete call continues",
        ),
        pytest.param(
            [delta("{}", name="f"), delta("{}", name="g"), delta("x")],
            [("gen", "f", "{}"), ("gen-1", "g", "{}")],
            id="no labels and two complete calls: dropped",
        ),
    ],
)
def test_a_delta_belongs_to(deltas: list[JSONObject], expected: list[tuple[str, str, str]]):
    assert calls(deltas, generate_id=lambda: "gen") == expected


def test_a_blank_name_continues_a_call_and_starts_none():
    deltas = [
        delta("{", index=0, id="a", name="f"),
        delta("}", index=0, name=" "),
        delta("{}", index=1, id="b", name="\ufeff"),
    ]
    assert calls(deltas) == [("a", "f", "{}")]


def test_a_call_without_name_is_invalid():
    with pytest.raises(InvalidResponseDataError, match=r"^Expected 'function\.name' to be a string\.$") as caught:
        StreamingToolCallTracker().process_delta({"index": 0, "id": "a", "function": None})
    assert caught.value.data == {"index": 0, "id": "a", "function": None}


@pytest.mark.parametrize(
    ("validation", "kind", "accepted"),
    [
        ("none", "custom", True),
        ("none", None, True),
        ("if-present", None, True),
        ("if-present", "function", True),
        ("if-present", "custom", False),
        ("required", "function", True),
        ("required", None, False),
    ],
)
def test_the_type_is_validated(validation: TypeValidation, kind: str | None, accepted: bool):  # noqa: FBT001
    tracker = StreamingToolCallTracker(type_validation=validation)
    new_call = delta("{}", index=0, id="a", name="f", type=kind)
    if accepted:
        assert len(tracker.process_delta(new_call)) == 2
    else:
        with pytest.raises(InvalidResponseDataError, match=r"^Expected 'function' type\.$"):
            tracker.process_delta(new_call)


def test_a_blank_generated_id_becomes_tool_call():
    assert [call[0] for call in calls([delta("", name="f"), delta("", name="g")], generate_id=lambda: " ")] == [
        "tool-call",
        "tool-call-1",
    ]


def test_metadata_of_the_first_delta_is_on_the_call():
    parts = run(
        [delta("{", index=0, id="a", name="f", extra=1), delta("}", index=0, extra=2)],
        extract_metadata=lambda each: {"p": {"extra": each["extra"]}},
        build_tool_call_provider_metadata=lambda metadata: metadata,
    )
    assert parts[-1] == LanguageModelV4ToolCall(
        tool_call_id="a", tool_name="f", input="{}", provider_metadata={"p": {"extra": 1}}
    )


any_delta = st.fixed_dictionaries(
    {},
    optional={
        "index": st.none() | st.integers(0, 2),
        "id": st.none() | st.sampled_from(["", "a", "b"]),
        "function": st.none()
        | st.fixed_dictionaries(
            {},
            optional={
                "name": st.none() | st.sampled_from([" ", "f", "g"]),
                "arguments": st.none() | st.text('{}[]"\\a ', max_size=6),
            },
        ),
    },
)


@given(st.lists(any_delta, max_size=12))
def test_every_started_call_ends_once_with_the_text_of_its_deltas_under_its_own_id(deltas: list[JSONObject]):
    tracker = StreamingToolCallTracker(generate_id=lambda: "a")
    parts = []
    for each in deltas:
        try:
            parts += tracker.process_delta(each)
        except InvalidResponseDataError:
            continue
    parts += tracker.flush()
    started = {part.id: "" for part in parts if isinstance(part, LanguageModelV4ToolInputStart)}
    for part in parts:
        if isinstance(part, LanguageModelV4ToolInputDelta):
            started[part.id] += part.delta
    finished = [part for part in parts if isinstance(part, LanguageModelV4ToolCall)]
    assert len(finished) == len(started)
    assert {part.tool_call_id: part.input for part in finished} == started
