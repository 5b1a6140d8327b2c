"""Streams of interaction events."""

from typing import Any

import pytest
from ai_sdk_generated.google.interactions import wire
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, InvalidResponseDataError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.json import encode_json, json_parser
from ai_sdk.providers.google.interactions.stream.stream import InteractionsStream
from tests.providers.google.calls import PIXEL, ids, odd_json

PARSE = json_parser(wire.GoogleInteractionsEvent)
OWN = {"providerMetadata": {"google": {"interactionId": "i"}}}


def run(*events: Any, tier: str | None = None) -> list[Any]:
    """Return the parts of a stream and its end."""
    stream = InteractionsStream(ids(), tier)
    parts = [part for event in events for part in stream.feed(PARSE(encode_json(event)))]
    return [dump(part) for part in (*parts, *stream.finish())]


def event(kind: str, **more: Any) -> dict[str, Any]:
    return {"event_type": kind, **more}


CREATED = event("interaction.created", interaction={"id": "i", "model": "m"})


def step(kind: str, *deltas: Any, index: int = 0, **more: Any) -> list[Any]:
    given_deltas = [event("step.delta", index=index, delta=delta) for delta in deltas]
    return [
        event("step.start", index=index, step={"type": kind, **more}),
        *given_deltas,
        event("step.stop", index=index),
    ]


def told(kind: str, *deltas: Any, **more: Any) -> list[Any]:
    """Return what is told of one step."""
    return run(CREATED, *step(kind, *deltas, **more))[1:-1]


def say(text: str) -> dict[str, str]:
    return {"type": "text", "text": text}


def file(media_type: str, **data: Any) -> dict[str, Any]:
    return {"type": "file", "mediaType": media_type, "data": data, **OWN}


START, END = {"type": "text-start", "id": "i:0"}, {"type": "text-end", "id": "i:0", **OWN}
CITATION = {"type": "url_citation", "url": "https://a.dev"}
SOURCE = {"type": "source", "sourceType": "url", "id": "id-0", "url": "https://a.dev"}


def delta(text: str, kind: str = "text") -> dict[str, str]:
    return {"type": f"{kind}-delta", "id": "i:0", "delta": text}


@pytest.mark.parametrize(
    ("content", "deltas", "parts"),
    [
        (None, [say("a"), say(""), say("b")], [START, delta("a"), delta("b"), END]),
        (None, [], []),
        (None, [{"type": "odd"}], []),
        ([say("lost")], [say("a")], [START, delta("a"), END]),
        ([{**say(""), "annotations": [CITATION]}], [], [START, SOURCE, END]),
        (None, [{"type": "text_annotation_delta", "annotations": [CITATION]}] * 2, [START, SOURCE, END]),
        (
            None,
            [
                {"type": "image", "data": PIXEL},
                say("a"),
                {"type": "image", "uri": "https://a.dev/i", "mime_type": "image/gif"},
            ],
            [
                file("image/png", type="data", data=PIXEL),
                START,
                delta("a"),
                file("image/gif", type="url", url="https://a.dev/i"),
                END,
            ],
        ),
        (None, [{"type": "video", "data": "AA"}, {"type": "video"}], [file("video/mp4", type="data", data="AA")]),
        (
            [{"type": "image", "data": PIXEL}],
            [say("no"), {"type": "video", "data": "AA"}],
            [file("image/png", type="data", data=PIXEL)],
        ),
        (
            [{"type": "image", "data": "AA"}],
            [{"type": "image", "data": PIXEL}],
            [file("image/png", type="data", data=PIXEL)],
        ),
        ([{"type": "image"}], [], []),
        ([{"type": "audio"}], [], []),
    ],
)
def test_the_models_output_is_text_with_sources_and_media(content: Any, deltas: Any, parts: Any) -> None:
    more = {} if content is None else {"content": content}
    assert told("model_output", *deltas, **more) == parts


def test_a_thought_has_summaries_and_a_signature() -> None:
    deltas = [
        {"type": "thought_summary", "content": say("b")},
        {"type": "thought_summary", "content": {"type": "image"}},
        {"type": "thought_summary"},
        {"type": "thought_signature", "signature": "t"},
        {"type": "thought_signature", "signature": None},
        say("no"),
    ]
    assert told("thought", *deltas, signature="s", summary=[say("a"), {"type": "image"}]) == [
        {"type": "reasoning-start", "id": "i:0"},
        delta("a", "reasoning"),
        delta("b", "reasoning"),
        {
            "type": "reasoning-end",
            "id": "i:0",
            "providerMetadata": {"google": {"signature": "t", "interactionId": "i"}},
        },
    ]


def test_a_function_call_is_written_in_pieces() -> None:
    pieces = [
        {"type": "arguments_delta", "arguments": '{"a"'},
        {"type": "arguments_delta", "arguments": ":1}", "id": "2", "signature": "s"},
    ]
    assert told("function_call", *pieces, {"type": "arguments_delta"}, say("no"), id="1", name="f") == [
        {"type": "tool-input-start", "id": "1", "toolName": "f"},
        {"type": "tool-input-delta", "id": "1", "delta": '{"a"'},
        {"type": "tool-input-delta", "id": "1", "delta": ":1}"},
        {"type": "tool-input-end", "id": "2"},
        {
            "type": "tool-call",
            "toolCallId": "2",
            "toolName": "f",
            "input": '{"a":1}',
            "providerMetadata": {"google": {"signature": "s", "interactionId": "i"}},
        },
    ]
    bare = told("function_call")
    assert [bare[0]["toolName"], bare[0]["id"], bare[-1]["input"]] == ["unknown", "i:0", "{}"]


@pytest.mark.parametrize(
    ("kind", "deltas", "more", "google"),
    [
        (
            "processing_call",
            [{"type": "processing_call", "id": "2", "signature": "t"}],
            {"id": "1"},
            {"processingId": "2", "signature": "t"},
        ),
        (
            "processing_result",
            [say("no")],
            {"call_id": "", "signature": "s"},
            {"processingCallId": "i:0", "signature": "s"},
        ),
    ],
)
def test_processing_of_a_video_is_a_part_of_its_own(kind: str, deltas: Any, more: Any, google: Any) -> None:
    metadata = {"google": {"interactionId": "i", **google}}
    assert told(kind, *deltas, **more) == [{"type": "custom", "kind": f"google.{kind}", "providerMetadata": metadata}]


def test_tools_of_google_are_told_when_they_are_done() -> None:
    complete = {"type": "google_search_call", "id": "2", "arguments": {"q": 1.0}}
    assert told("google_search_call", complete, {"type": "url_context_call", "id": "3"}, id="1") == [
        {
            "type": "tool-call",
            "toolCallId": "2",
            "toolName": "google_search",
            "input": '{"q":1}',
            "providerExecuted": True,
        }
    ]
    found = {"type": "google_search_result", "call_id": "", "result": [{"url": "https://a.dev"}], "name": None}
    assert told("google_search_result", found, call_id="1") == [
        {"type": "tool-result", "toolCallId": "1", "toolName": "google_search", "result": [{"url": "https://a.dev"}]},
        SOURCE,
    ]
    nothing = {"type": "mcp_server_tool_result", "result": None, "name": "n"}
    assert told("mcp_server_tool_result", nothing, call_id="1", result=1) == [
        {"type": "tool-result", "toolCallId": "1", "toolName": "n", "result": None}
    ]


def test_steps_are_written_side_by_side_and_unknown_ones_say_nothing() -> None:
    events = [
        event("step.start", index=0, step={"type": "model_output"}),
        event("step.start", index=1, step={"type": "brand_new"}),
        event("step.delta", index=1, delta=say("x")),
        event("step.delta", index=0, delta=say("a")),
        event("step.delta", index=9, delta=say("x")),
        event("step.stop", index=9),
        event("step.stop", index=1),
        event("step.stop", index=0),
        event("brand.new"),
    ]
    assert run(CREATED, *events)[1:-1] == [START, delta("a"), END]


def completed(**more: Any) -> dict[str, Any]:
    return event("interaction.completed", interaction=more)


CALL = step("function_call", id="1", name="f")


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ([], {"unified": "interrupted"}),
        ([event("interaction.in_progress")], {"unified": "interrupted"}),
        ([event("interaction.status_update", status="failed")], {"unified": "error", "raw": "failed"}),
        ([event("interaction.requires_action")], {"unified": "tool-calls", "raw": "requires_action"}),
        ([completed(status="completed")], {"unified": "stop", "raw": "completed"}),
        ([*CALL, completed(status="completed")], {"unified": "tool-calls", "raw": "completed"}),
        ([completed()], {"unified": "other"}),
        ([event("error")], {"unified": "error", "raw": "failed"}),
    ],
)
def test_streams_end_for_a_reason(events: Any, reason: Any) -> None:
    assert run(*events)[-1]["finishReason"] == reason


def test_the_end_tells_usage_tier_and_interaction() -> None:
    usage = {"total_input_tokens": 1, "output_tokens_by_modality": [{"modality": "text", "tokens": 2}]}
    finish = run(completed(id="j", status="completed", usage=usage, service_tier="flex"), tier="h")[-1]
    assert finish["usage"] == {"inputTokens": {"total": 1, "noCache": 1}, "outputTokens": {}, "raw": usage}
    assert finish["providerMetadata"] == {
        "google": {"interactionId": "j", "serviceTier": "flex", "outputTokensByModality": {"text": 2}}
    }
    assert run(tier="h")[-1]["providerMetadata"] == {"google": {"serviceTier": "h"}}


def test_an_interaction_that_is_not_stored_has_no_id() -> None:
    parts = run(event("interaction.created", interaction={"id": ""}), *step("model_output", say("a")))
    assert parts[:2] == [{"type": "response-metadata"}, {"type": "text-start", "id": "interaction:0"}]


def test_errors_are_parts() -> None:
    part, _ = run(event("error", error={"code": "c", "message": "m"}))
    assert part["error"] == {
        "message": "m",
        "type": "error",
        "code": "c",
        "data": event("error", error={"code": "c", "message": "m"}),
    }
    assert run(event("error"))[0]["error"]["message"] == "Unknown interaction error"
    stream, error = InteractionsStream(ids(), None), AISDKError("odd")
    assert (stream.error(error)[0].error, stream.finish()[0].finish_reason.raw) == (error, "failed")


EVENTS = ("interaction.created", "step.start", "step.delta", "step.stop", "interaction.completed", "error", "new")
STEPS = (
    "model_output",
    "thought",
    "function_call",
    "processing_call",
    "google_search_call",
    "google_search_result",
    "new",
)
DELTAS = (
    "text",
    "image",
    "video",
    "text_annotation",
    "thought_summary",
    "thought_signature",
    "arguments_delta",
    *STEPS,
)
MEMBERS = (
    "id",
    "name",
    "text",
    "summary",
    "content",
    "arguments",
    "result",
    "annotations",
    "signature",
    "data",
    "uri",
    "url",
)
_BODY = st.dictionaries(st.sampled_from(MEMBERS), odd_json(*MEMBERS, "url_citation", "text"), max_size=5)
_TYPED = st.builds(lambda kind, body: {**body, "type": kind}, st.sampled_from([*STEPS, *DELTAS]), _BODY)
_EVENT = st.fixed_dictionaries(
    {"event_type": st.sampled_from(EVENTS)},
    optional={
        "index": st.integers(0, 2) | odd_json(),
        "step": _TYPED,
        "delta": _TYPED,
        "interaction": _BODY,
        "error": _BODY,
    },
)


@given(st.lists(_EVENT | odd_json("event_type"), max_size=8))
def test_odd_events_raise_nothing_but_errors_of_this_library(events: list[Any]) -> None:
    stream = InteractionsStream(ids(), None)
    try:
        for each in events:
            value = PARSE(encode_json(each))
            for part in stream.error(value) if isinstance(value, AISDKError) else stream.feed(value):
                dump(part)
    except AISDKError:
        return
    assert [part.type for part in stream.finish()] == ["finish"]


def test_a_file_at_what_is_no_url_is_an_error() -> None:
    with pytest.raises(InvalidResponseDataError, match="'files/1', which is no URL"):
        told("model_output", {"type": "image", "uri": "files/1"})
