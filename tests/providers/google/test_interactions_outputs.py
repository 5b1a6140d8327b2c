"""Finished interactions, whole and told as streams."""

from datetime import UTC, datetime
from typing import Any

import pytest
from ai_sdk_generated.google.interactions import wire

from ai_sdk.provider import AISDKError
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.json import validate_types
from ai_sdk.providers.google.interactions.response import InteractionAnswer, read_created, read_response
from ai_sdk.providers.google.interactions.stream.synthesize import SynthesizedStream
from tests.providers.google.calls import PIXEL, ids

OWN = {"providerMetadata": {"google": {"interactionId": "i"}}}


def answer(*steps: Any, **more: Any) -> InteractionAnswer:
    response = {"id": "i", "status": "completed", "steps": list(steps), **more}
    return InteractionAnswer(
        response=validate_types(wire.GoogleInteractionsResponse, response), headers={"x-gemini-service-tier": "h"}
    )


def content(*steps: Any) -> list[Any]:
    return [dump(part) for part in read_response(answer(*steps), ids()).content]


def output(*blocks: Any) -> dict[str, Any]:
    return {"type": "model_output", "content": list(blocks)}


def own(**google: Any) -> dict[str, Any]:
    return {"providerMetadata": {"google": {"interactionId": "i", **google}}}


def file(media_type: str, **data: Any) -> dict[str, Any]:
    return {"type": "file", "mediaType": media_type, "data": data, **OWN}


def url_source(number: int, url: str, **more: Any) -> dict[str, Any]:
    return {"type": "source", "sourceType": "url", "id": f"id-{number}", "url": url, **more}


def document(number: int, media_type: str, title: str, **more: Any) -> dict[str, Any]:
    kind = {"type": "source", "sourceType": "document", "id": f"id-{number}", "mediaType": media_type}
    return {**kind, "title": title, **more}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"type": "user_input", "content": [{"type": "text", "text": "q"}]}, []),
        (output({"type": "text", "text": "a"}), [{"type": "text", "text": "a", **OWN}]),
        (output({"type": "image", "data": PIXEL}), [file("image/png", type="data", data=PIXEL)]),
        (
            output({"type": "image", "uri": "https://a.dev/i", "mime_type": "image/gif"}),
            [file("image/gif", type="url", url="https://a.dev/i")],
        ),
        (
            output({"type": "video", "data": "AA", "uri": "https://a.dev/v"}),
            [file("video/mp4", type="data", data="AA")],
        ),
        (output({"type": "image"}, {"type": "audio", "data": "AA"}, {"type": "video", "data": ""}), []),
        ({"type": "model_output"}, []),
        ({"type": "thought", "signature": "s"}, [{"type": "reasoning", "text": "", **own(signature="s")}]),
        (
            {
                "type": "thought",
                "summary": [{"type": "text", "text": "a"}, {"type": "image"}, {"type": "text", "text": "b"}],
            },
            [{"type": "reasoning", "text": "a\nb", **OWN}],
        ),
        (
            {"type": "processing_call", "id": "p", "signature": "s"},
            [{"type": "custom", "kind": "google.processing_call", **own(signature="s", processingId="p")}],
        ),
        (
            {"type": "processing_result", "call_id": ""},
            [{"type": "custom", "kind": "google.processing_result", **own(processingCallId="id-0")}],
        ),
        (
            {"type": "function_call", "id": "1", "name": "f", "arguments": {"a": 1.0}, "signature": "s"},
            [{"type": "tool-call", "toolCallId": "1", "toolName": "f", "input": '{"a":1}', **own(signature="s")}],
        ),
        (
            {"type": "code_execution_call", "id": "", "arguments": None},
            [
                {
                    "type": "tool-call",
                    "toolCallId": "id-0",
                    "toolName": "code_execution",
                    "input": "{}",
                    "providerExecuted": True,
                }
            ],
        ),
        (
            {"type": "mcp_server_tool_call", "id": "1", "name": "n", "arguments": {}},
            [{"type": "tool-call", "toolCallId": "1", "toolName": "n", "input": "{}", "providerExecuted": True}],
        ),
        (
            {"type": "mcp_server_tool_result", "call_id": "1"},
            [{"type": "tool-result", "toolCallId": "1", "toolName": "mcp_server_tool", "result": None}],
        ),
        ({"type": "brand_new"}, []),
    ],
)
def test_steps_become_content(step: Any, expected: Any) -> None:
    assert content(step) == expected


@pytest.mark.parametrize(
    ("annotation", "source"),
    [
        ({"type": "url_citation", "url": "https://a.dev", "title": "t"}, url_source(0, "https://a.dev", title="t")),
        ({"type": "url_citation", "url": ""}, None),
        ({"type": "place_citation", "url": "https://m.dev", "name": "p"}, url_source(0, "https://m.dev", title="p")),
        (
            {"type": "file_citation", "url": "https://a.dev/f", "file_name": "f"},
            url_source(0, "https://a.dev/f", title="f"),
        ),
        ({"type": "file_citation", "file_name": "f.PDF"}, document(0, "application/pdf", "f.PDF", filename="f.PDF")),
        (
            {"type": "file_citation", "document_uri": "gs://b/x.md"},
            document(0, "text/markdown", "x.md", filename="x.md"),
        ),
        ({"type": "file_citation", "document_uri": "gs://b/"}, document(0, "application/octet-stream", "gs://b/")),
        ({"type": "file_citation"}, None),
        ({"type": "odd", "url": "u"}, None),
    ],
)
def test_citations_become_sources(annotation: Any, source: Any) -> None:
    _, *sources = content(output({"type": "text", "text": "a", "annotations": [annotation, annotation]}))
    assert sources == ([] if source is None else [source])


@pytest.mark.parametrize(
    ("kind", "result", "sources"),
    [
        (
            "google_search",
            [{"url": "https://a.dev", "title": "t"}, {"title": "t"}],
            [url_source(0, "https://a.dev", title="t")],
        ),
        (
            "url_context",
            [
                {"url": "https://a.dev", "status": "success"},
                {"url": "https://b.dev", "status": "error"},
                {"url": "https://c.dev"},
            ],
            [url_source(0, "https://a.dev"), url_source(1, "https://c.dev")],
        ),
        (
            "google_maps",
            [{"places": [{"url": "https://m.dev", "name": "n"}, {}]}, {}],
            [url_source(0, "https://m.dev", title="n")],
        ),
        (
            "file_search",
            [
                {"file_name": "a.txt", "title": "t"},
                {"url": "https://a.dev", "file_name": "x"},
                {"document_uri": "gs://b/c"},
                3,
            ],
            [
                document(0, "text/plain", "t", filename="a.txt"),
                url_source(1, "https://a.dev"),
                document(2, "application/octet-stream", "c", filename="c"),
            ],
        ),
        ("code_execution", "2", []),
    ],
)
def test_results_of_tools_become_sources(kind: str, result: Any, sources: Any) -> None:
    told, *found = content({"type": f"{kind}_result", "call_id": "1", "result": result})
    assert told == {"type": "tool-result", "toolCallId": "1", "toolName": kind, "result": result}
    assert found == sources


@pytest.mark.parametrize(
    ("status", "steps", "unified"),
    [
        ("completed", [], "stop"),
        ("completed", [{"type": "function_call", "id": "1", "name": "f"}], "tool-calls"),
        ("requires_action", [], "tool-calls"),
        ("failed", [], "error"),
        ("incomplete", [], "length"),
        ("cancelled", [], "other"),
        ("in_progress", [], "other"),
    ],
)
def test_the_status_is_the_reason_to_stop(status: str, steps: Any, unified: str) -> None:
    reason = read_response(answer(*steps, status=status), ids()).finish_reason
    assert (reason.unified, reason.raw) == (unified, status)


USAGE = {
    "total_input_tokens": 10,
    "total_cached_tokens": 4,
    "total_output_tokens": 5,
    "total_thought_tokens": 2,
    "output_tokens_by_modality": [{"modality": "text", "tokens": 5}, {"modality": None, "tokens": 1}, {"tokens": 2}],
}


def test_usage_tier_and_times_are_told() -> None:
    output = read_response(answer(usage=USAGE, service_tier="flex", created="2025-03-04T05:06:07Z", model="m"), ids())
    assert dump(output.usage) == {
        "inputTokens": {"total": 10, "noCache": 6, "cacheRead": 4},
        "outputTokens": {"total": 7, "text": 5, "reasoning": 2},
        "raw": USAGE,
    }
    google = {"interactionId": "i", "serviceTier": "flex", "outputTokensByModality": {"text": 5}}
    assert output.provider_metadata == {"google": google}
    assert dump(output.metadata) == {"id": "i", "modelId": "m", "timestamp": datetime(2025, 3, 4, 5, 6, 7, tzinfo=UTC)}


def test_counts_that_are_left_out_stay_unknown() -> None:
    output = read_response(answer(usage={"total_thought_tokens": 2}, id="", steps=None), ids())
    assert dump(output.usage) == {
        "inputTokens": {},
        "outputTokens": {"total": 2, "reasoning": 2},
        "raw": {"total_thought_tokens": 2},
    }
    assert (output.provider_metadata, output.metadata.id) == ({"google": {"serviceTier": "h"}}, None)


@pytest.mark.parametrize("created", [None, "", "soon", 5])
def test_a_time_that_is_none_is_left_out(created: Any) -> None:
    assert read_created(created) is None


def synthesized(*steps: Any, include_raw: bool = False, **more: Any) -> list[Any]:
    stream = SynthesizedStream(answer(*steps, **more), ids(), include_raw=include_raw)
    return [dump(part) for part in stream.finish()]


def test_a_finished_interaction_is_told_as_a_stream() -> None:
    steps = [
        {"type": "thought", "summary": [{"type": "text", "text": "hm"}]},
        output(
            {"type": "text", "text": "a", "annotations": [{"type": "url_citation", "url": "https://a.dev"}]},
            {"type": "text", "text": ""},
        ),
        output({"type": "image", "data": PIXEL}),
        {"type": "processing_call", "id": "p"},
        {"type": "google_search_call", "id": "g"},
        {"type": "google_search_result", "call_id": "g", "result": []},
    ]
    call = {"toolName": "google_search", "providerExecuted": True}
    assert synthesized(*steps, usage=USAGE) == [
        {"type": "response-metadata", "id": "i"},
        {"type": "reasoning-start", "id": "i:0"},
        {"type": "reasoning-delta", "id": "i:0", "delta": "hm"},
        {"type": "reasoning-end", "id": "i:0", **OWN},
        {"type": "text-start", "id": "i:1"},
        {"type": "text-delta", "id": "i:1", "delta": "a"},
        {"type": "text-end", "id": "i:1", **OWN},
        url_source(0, "https://a.dev"),
        {"type": "text-start", "id": "i:2"},
        {"type": "text-end", "id": "i:2", **OWN},
        file("image/png", type="data", data=PIXEL),
        {"type": "tool-input-start", "id": "g", **call},
        {"type": "tool-input-delta", "id": "g", "delta": "{}"},
        {"type": "tool-input-end", "id": "g"},
        {"type": "tool-call", "toolCallId": "g", "input": "{}", **call},
        {"type": "tool-result", "toolCallId": "g", "toolName": "google_search", "result": []},
        {
            "type": "finish",
            "finishReason": {"unified": "stop", "raw": "completed"},
            "usage": dump(read_response(answer(usage=USAGE), ids()).usage),
            "providerMetadata": {"google": {"interactionId": "i", "serviceTier": "h"}},
        },
    ]


def test_the_raw_interaction_comes_after_its_metadata() -> None:
    _, raw, *_ = synthesized(include_raw=True, new=1)
    assert raw == {"type": "raw", "rawValue": {"id": "i", "status": "completed", "steps": [], "new": 1}}


def test_a_synthesized_stream_has_no_events() -> None:
    stream = SynthesizedStream(answer(), ids(), include_raw=False)
    error = AISDKError("odd")
    assert (
        stream.feed(load(wire.GoogleInteractionsEventOther, {"event_type": "x"})),
        stream.error(error)[0].error,
    ) == ([], error)
