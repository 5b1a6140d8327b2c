"""The emitter's chunks are in an order that readers accept, whatever it is told."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ai_sdk_generated.ai.ui_message_stream.wire import UiMessageChunk
from hypothesis import given, settings, strategies as st
from pydantic import TypeAdapter

from ai_sdk.integrations.ui_message_emitter import UIMessageEmitter
from ai_sdk.ui.validate_ui_messages import validate_ui_messages
from ai_sdk.ui_message_stream.read_ui_message_stream import read_ui_message_stream
from ai_sdk.util.simulate_readable_stream import simulate_readable_stream
from tests.ui.typescript import TypeScript, typescript

CHUNK = TypeAdapter(UiMessageChunk)


async def read(chunks: list[dict[str, Any]]) -> dict[str, Any]:
    """Read chunks as a frontend does: strictly, and every error is one."""
    messages: list[dict[str, Any]] = [{"id": "", "role": "assistant", "parts": []}]
    errors: list[Exception] = []
    for chunk in chunks:
        assert CHUNK.validate_python(chunk).model_extra == {}, chunk
    stream = simulate_readable_stream(chunks=chunks)
    messages += [message async for message in read_ui_message_stream(stream=stream, on_error=errors.append)]
    assert [str(error) for error in errors if str(error) not in ERRORS] == []
    return messages[-1]


ERRORS = {"An error occurred.", "broken"}
IDS = st.sampled_from([None, "1", "2", "text-1"])
CALLS = st.sampled_from(["call-1", "call-2", "call-3"])
NAMES = st.sampled_from(["weather", "search"])
DELTAS = st.sampled_from(["", "{", "}", "Hi"])
JSON = st.sampled_from([None, 1, "text", {"a": [1, None]}, []])
METADATA = st.sampled_from([None, {"provider": {"key": "value"}}])
STEPS = st.one_of(
    st.tuples(
        st.just("start"), st.just(()), st.fixed_dictionaries({"message_metadata": st.none() | st.just({"a": 1})})
    ),
    st.tuples(st.sampled_from(["start_step", "finish_step", "abort"]), st.just(()), st.just({})),
    st.tuples(
        st.sampled_from(["text", "reasoning"]),
        st.tuples(DELTAS),
        st.fixed_dictionaries({"id": IDS, "provider_metadata": METADATA}),
    ),
    st.tuples(st.sampled_from(["text_end", "reasoning_end"]), st.just(()), st.fixed_dictionaries({"id": IDS})),
    st.tuples(
        st.just("tool_input_start"), st.tuples(CALLS, NAMES), st.fixed_dictionaries({}, optional={"title": NAMES})
    ),
    st.tuples(st.just("tool_input_delta"), st.tuples(CALLS, DELTAS), st.just({})),
    st.tuples(st.just("tool_input"), st.tuples(CALLS, NAMES, JSON), st.just({})),
    st.tuples(st.just("tool_input_error"), st.tuples(CALLS, NAMES, JSON, st.just("broken")), st.just({"title": "T"})),
    st.tuples(st.just("tool_approval_request"), st.tuples(CALLS), st.just({"reason": "why"})),
    st.tuples(st.just("tool_approval_response"), st.tuples(CALLS), st.fixed_dictionaries({"approved": st.booleans()})),
    st.tuples(
        st.just("tool_output"),
        st.tuples(CALLS, JSON),
        st.fixed_dictionaries({"preliminary": st.booleans()}, optional={"provider_executed": st.booleans()}),
    ),
    st.tuples(st.just("tool_error"), st.tuples(CALLS, st.just(ValueError("secret"))), st.just({})),
    st.tuples(st.just("tool_denied"), st.tuples(CALLS), st.just({})),
    st.tuples(st.just("source"), st.just(()), st.just({"url": "https://example.com", "title": "T"})),
    st.tuples(st.just("source_document"), st.just(()), st.just({"id": "d", "media_type": "text/plain", "title": "T"})),
    st.tuples(
        st.just("file"),
        st.just(()),
        st.fixed_dictionaries({"is_reasoning": st.booleans()}).map(
            lambda given: {"media_type": "image/png", "data": b"png", **given}
        ),
    ),
    st.tuples(st.just("custom"), st.just(("acme.box",)), st.just({})),
    st.tuples(st.just("data"), st.tuples(NAMES, JSON), st.fixed_dictionaries({"id": IDS, "transient": st.booleans()})),
    st.tuples(st.just("error"), st.tuples(st.just(ValueError("secret"))), st.just({})),
    st.tuples(st.just("finish"), st.tuples(st.sampled_from([None, "stop"])), st.just({"message_metadata": {"b": 2}})),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(STEPS, max_size=25), st.booleans(), st.booleans())
def test_any_sequence_of_calls_gives_a_message_that_every_frontend_accepts(steps, dynamic, finishes) -> None:
    emitter = UIMessageEmitter(dynamic_tools=dynamic, message_id="message")
    for name, arguments, options in steps:
        getattr(emitter, name)(*arguments, **options)
    if finishes:
        emitter.finish()
    chunks = emitter.take()

    message = asyncio.run(read(chunks))

    if message["parts"]:
        asyncio.run(validate_ui_messages(messages=[message]))
    assert "secret" not in str(chunks)
    if finishes:
        assert "streaming" not in [part.get("state") for part in message["parts"]]
        assert [chunk["type"] for chunk in chunks].count("start") == 1
        assert chunks[-1]["type"] in {"finish", "abort"}


@pytest.fixture(scope="module")
def node() -> Iterator[TypeScript]:
    with typescript(Path(__file__).parents[1] / "ui_message_stream" / "typescript.mjs") as process:
        yield process


@settings(max_examples=100, deadline=None)
@given(steps=st.lists(STEPS, max_size=25), dynamic=st.booleans())
def test_the_npm_package_accepts_every_chunk_and_reads_the_same_message(node, steps, dynamic) -> None:
    emitter = UIMessageEmitter(dynamic_tools=dynamic, message_id="message")
    for name, arguments, options in steps:
        getattr(emitter, name)(*arguments, **options)
    emitter.finish()
    chunks = emitter.take()

    assert node.ask("judge", chunks=chunks) == {"value": [True] * len(chunks)}
    answer = node.ask("read", chunks=chunks)["value"]
    assert set(answer["errors"]) <= ERRORS
    assert answer["messages"][-1:] == [asyncio.run(read(chunks))][: len(answer["messages"])]


def emitted(*calls: Any, **options: Any) -> list[dict[str, Any]]:
    emitter = UIMessageEmitter(**options)
    for name, *arguments in calls:
        named = arguments.pop() if arguments and isinstance(arguments[-1], dict) else {}
        getattr(emitter, name)(*arguments, **named)
    return emitter.take()


IN_STEP = [{"type": "start"}, {"type": "start-step"}]
CALL = {"toolCallId": "call"}
AVAILABLE = {"type": "tool-input-available", **CALL, "toolName": "weather", "input": {"city": "Rome"}}


def test_text_ends_the_reasoning_before_it_and_the_other_way_round() -> None:
    assert emitted(("reasoning", "Hm"), ("text", "Hi"), ("text", "!"), ("reasoning", "So")) == [
        *IN_STEP,
        {"type": "reasoning-start", "id": "reasoning-1"},
        {"type": "reasoning-delta", "id": "reasoning-1", "delta": "Hm"},
        {"type": "reasoning-end", "id": "reasoning-1"},
        {"type": "text-start", "id": "text-1"},
        {"type": "text-delta", "id": "text-1", "delta": "Hi"},
        {"type": "text-delta", "id": "text-1", "delta": "!"},
        {"type": "text-end", "id": "text-1"},
        {"type": "reasoning-start", "id": "reasoning-2"},
        {"type": "reasoning-delta", "id": "reasoning-2", "delta": "So"},
    ]


def test_parts_with_ids_of_their_own_may_overlap_and_keep_them() -> None:
    chunks = emitted(("text", "a", {"id": "x"}), ("text", "b", {"id": "y"}), ("text", "c", {"id": "x"}), ("finish",))
    texts = [(chunk["type"], chunk["id"]) for chunk in chunks if "id" in chunk]
    starts = [("text-start", "x"), ("text-delta", "x"), ("text-start", "y"), ("text-delta", "y"), ("text-delta", "x")]
    assert texts == [*starts, ("text-end", "x"), ("text-end", "y")]


def test_an_output_without_an_input_brings_its_call_along() -> None:
    assert emitted(("tool_output", "call", "Sunny", {"tool_name": "weather"})) == [
        *IN_STEP,
        {**AVAILABLE, "input": {}},
        {"type": "tool-output-available", **CALL, "output": "Sunny"},
    ]


def test_the_text_of_an_input_becomes_the_input_when_its_output_comes() -> None:
    assert emitted(
        ("tool_input_delta", "call", '{"city": "Rome"}', {"tool_name": "weather"}), ("tool_output", "call", 1)
    ) == [
        *IN_STEP,
        {"type": "tool-input-start", **CALL, "toolName": "weather"},
        {"type": "tool-input-delta", **CALL, "inputTextDelta": '{"city": "Rome"}'},
        AVAILABLE,
        {"type": "tool-output-available", **CALL, "output": 1},
    ]


def test_an_input_that_ends_before_it_is_json_is_an_error() -> None:
    chunks = emitted(("tool_input_delta", "call", '{"city"', {"tool_name": "weather"}), ("finish",))
    assert chunks[4:] == [
        {
            "type": "tool-input-error",
            **CALL,
            "toolName": "weather",
            "input": '{"city"',
            "errorText": "The input of the tool call is incomplete.",
        },
        {"type": "finish-step"},
        {"type": "finish"},
    ]


def test_a_step_begins_when_something_follows_after_all_tools_have_their_output() -> None:
    chunks = emitted(
        ("tool_input", "call", "weather", {"city": "Rome"}, {}),
        ("tool_input", "other", "weather", {}, {}),
        ("tool_output", "call", 1),
        ("text", "meanwhile"),
        ("tool_output", "other", 2),
        ("text", "then"),
        ("tool_input", "call", "weather", {"city": "Rome"}, {}),
    )
    kinds = [chunk["type"].removeprefix("tool-") for chunk in chunks if chunk["type"] != "text-delta"]
    first = ["start", "start-step", "input-available", "input-available", "output-available", "text-start"]
    second = ["output-available", "text-end", "finish-step", "start-step", "text-start", "text-end", "input-available"]
    assert kinds == [*first, *second]


def test_what_the_provider_runs_stays_in_the_step_of_the_answer() -> None:
    chunks = emitted(("tool_output", "call", 1, {"provider_executed": True}), ("text", "Hi"))
    assert [chunk["type"] for chunk in chunks[1:]] == [
        "start-step",
        "tool-input-available",
        "tool-output-available",
        "text-start",
        "text-delta",
    ]


def test_an_approval_is_asked_for_before_it_is_answered_and_a_denied_call_has_no_output() -> None:
    assert emitted(("tool_denied", "call", {"tool_name": "weather"}), ("tool_output", "call", 1)) == [
        *IN_STEP,
        {**AVAILABLE, "input": {}},
        {"type": "tool-approval-request", "approvalId": "call", **CALL},
        {"type": "tool-approval-response", "approvalId": "call", "approved": False},
        {"type": "tool-output-denied", **CALL},
    ]


def test_exceptions_are_masked_unless_on_error_says_otherwise_and_texts_are_not() -> None:
    error = ValueError("secret")
    failures = [("tool_error", "call", error), ("error", error), ("error", "Out of ink.")]
    texts = [
        [chunk["errorText"] for chunk in emitted(*failures, **options) if "errorText" in chunk]
        for options in ({}, {"on_error": str})
    ]
    masked = "An error occurred."
    assert texts == [[masked, masked, "Out of ink."], ["secret", "secret", "Out of ink."]]


def test_values_of_python_become_json() -> None:
    chunks = emitted(("data", "when", {"day": date(2028, 3, 4)}, {"id": "d"}), ("tool_output", "call", {1}))
    assert [chunk.get("data", chunk.get("output")) for chunk in chunks[1::3]] == [{"day": "2028-03-04"}, [1]]


def test_a_file_is_a_url_or_content_and_nothing_else_is_one() -> None:
    assert emitted(("file", {"media_type": "text/plain", "data": b"Hi"}))[2] == {
        "type": "file",
        "url": "data:text/plain;base64,SGk=",
        "mediaType": "text/plain",
    }
    with pytest.raises(ValueError, match="a file needs a url or data"):
        UIMessageEmitter().file(media_type="text/plain")


def test_a_stream_that_is_merged_into_another_sends_no_start_and_no_finish() -> None:
    chunks = emitted(("text", "Hi"), ("finish",), send_start=False, send_finish=False)
    assert [chunk["type"] for chunk in chunks] == ["start-step", "text-start", "text-delta", "text-end", "finish-step"]


def test_nothing_comes_after_the_end() -> None:
    assert emitted(("abort", "stopped"), ("text", "late"), ("finish",)) == [
        {"type": "start"},
        {"type": "abort", "reason": "stopped"},
    ]
