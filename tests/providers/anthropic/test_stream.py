"""Streams, event by event."""

import pytest

from ai_sdk.provider import InvalidResponseDataError
from tests.providers.anthropic.build import END, START, STOP, block, delta, parts, stop

FINISH_METADATA = {
    "usage": {"input_tokens": 3, "output_tokens": 2},
    "stopSequence": None,
    "iterations": None,
    "container": None,
    "contextManagement": None,
}
FINISH = {
    "type": "finish",
    "finishReason": {"unified": "stop", "raw": "end_turn"},
    "usage": {
        "inputTokens": {"total": 3, "noCache": 3, "cacheRead": 0, "cacheWrite": 0},
        "outputTokens": {"total": 2},
        "raw": {"input_tokens": 3, "output_tokens": 2},
    },
    "providerMetadata": {"anthropic": FINISH_METADATA},
}
JSON = {
    "model_id": "claude-3-haiku-20240307",
    "responseFormat": {"type": "json", "schema": {"type": "object", "properties": {}, "additionalProperties": False}},
}
DESK = {"tools": [{"type": "provider", "id": "anthropic.computer_toolset_20260801", "name": "desk", "args": {}}]}
WEB = {
    "type": "web_search_result_location",
    "cited_text": "c",
    "url": "https://w.dev",
    "title": None,
    "encrypted_index": "e",
}


def text(index, *pieces):
    return [
        block(index, type="text", text=""),
        *[delta(index, type="text_delta", text=piece) for piece in pieces],
        stop(index),
    ]


def call(index, *pieces, **content):
    return [
        block(index, **content),
        *[delta(index, type="input_json_delta", partial_json=piece) for piece in pieces],
        stop(index),
    ]


def inside(*events, **options):
    """Return the parts of what comes between the start and the end of a message."""
    found = parts(START, *events, END, STOP, **options)
    assert [part["type"] for part in (found[0], found[-1])] == ["response-metadata", "finish"]
    return found[2:-1]


def test_a_message_begins_with_its_metadata_and_ends_with_its_finish():
    assert parts(START, *text(0, "a", "b"), END, STOP) == [
        {"type": "response-metadata", "id": "msg_1", "modelId": "m"},
        {
            "type": "custom",
            "kind": "anthropic.message_start",
            "providerMetadata": {"anthropic": {"id": "msg_1", "model": "m", "usage": {"input_tokens": 3}}},
        },
        {"type": "text-start", "id": "0"},
        {"type": "text-delta", "id": "0", "delta": "a"},
        {"type": "text-delta", "id": "0", "delta": "b"},
        {"type": "text-end", "id": "0"},
        FINISH,
    ]


def test_thoughts_are_signed_and_nothing_else_is():
    events = [
        block(0, type="thinking", thinking=""),
        delta(0, type="thinking_delta", thinking="t"),
        delta(0, type="signature_delta", signature="s"),
        stop(0),
        block(1, type="redacted_thinking", data="r"),
        delta(1, type="signature_delta", signature="s"),
        stop(1),
    ]
    assert inside(*events) == [
        {"type": "reasoning-start", "id": "0"},
        {"type": "reasoning-delta", "id": "0", "delta": "t"},
        {"type": "reasoning-delta", "id": "0", "delta": "", "providerMetadata": {"anthropic": {"signature": "s"}}},
        {"type": "reasoning-end", "id": "0"},
        {"type": "reasoning-start", "id": "1", "providerMetadata": {"anthropic": {"redactedData": "r"}}},
        {"type": "reasoning-end", "id": "1"},
    ]


def test_tool_input_arrives_in_pieces_or_at_once_or_not_at_all():
    pieces = call(0, "", '{"a":', "1}", type="tool_use", id="1", name="focus", input={})
    whole = call(1, type="tool_use", id="2", name="focus", input={"a": 1}, caller={"type": "direct"})
    nothing = call(2, type="tool_use", id="3", name="park")
    assert inside(*pieces, *whole, *nothing) == [
        {"type": "tool-input-start", "id": "1", "toolName": "focus"},
        {"type": "tool-input-delta", "id": "1", "delta": '{"a":'},
        {"type": "tool-input-delta", "id": "1", "delta": "1}"},
        {"type": "tool-input-end", "id": "1"},
        {"type": "tool-call", "toolCallId": "1", "toolName": "focus", "input": '{"a":1}'},
        {"type": "tool-input-start", "id": "2", "toolName": "focus"},
        {"type": "tool-input-end", "id": "2"},
        {
            "type": "tool-call",
            "toolCallId": "2",
            "toolName": "focus",
            "input": '{"a":1}',
            "providerMetadata": {"anthropic": {"caller": {"type": "direct"}}},
        },
        {"type": "tool-input-start", "id": "3", "toolName": "park"},
        {"type": "tool-input-end", "id": "3"},
        {"type": "tool-call", "toolCallId": "3", "toolName": "park", "input": "{}"},
    ]


@pytest.mark.parametrize(
    ("name", "pieces", "given", "tool_input"),
    [
        ("code_execution", ('{"code":"1"}',), {}, '{"type": "programmatic-tool-call","code":"1"}'),
        ("bash_code_execution", ('{"command":', '"ls"}'), {}, '{"type": "bash_code_execution","command":"ls"}'),
        ("code_execution", (), {"code": "1"}, '{"type":"programmatic-tool-call","code":"1"}'),
        ("code_execution", (), None, "{}"),
        ("code_execution", ("no json",), {}, '{"type": "programmatic-tool-call",o json'),
        ("web_search", ('{"query":"q"}',), {}, '{"query":"q"}'),
        ("tool_search_tool_bm25", (), {"query": "q"}, "{}"),
        ("advisor", (), {}, "{}"),
    ],
)
def test_calls_of_server_tools_say_what_they_are(name, pieces, given, tool_input):
    found = inside(*call(0, *pieces, type="server_tool_use", id="1", name=name, input=given))
    tool = "code_execution" if name.endswith("code_execution") else name
    assert found[0] == {"type": "tool-input-start", "id": "1", "toolName": tool, "providerExecuted": True}
    assert found[-1] == {
        "type": "tool-call",
        "toolCallId": "1",
        "toolName": tool,
        "input": tool_input,
        "providerExecuted": True,
    }


def test_calls_of_unknown_server_tools_are_left_out():
    assert inside(*call(0, "{}", type="server_tool_use", id="1", name="unheard_of", input={})) == []


def test_toolset_input_is_one_delta_with_the_member_as_action():
    found = inside(*call(0, '{"text":', '"a"}', type="tool_use", id="1", name="key", toolset_name="computer"), **DESK)
    assert found[1:] == [
        {"type": "tool-input-delta", "id": "1", "delta": '{"text":"a","action":"key"}'},
        {"type": "tool-input-end", "id": "1"},
        {
            "type": "tool-call",
            "toolCallId": "1",
            "toolName": "desk",
            "input": '{"text":"a","action":"key"}',
            "providerMetadata": {"anthropic": {"toolsetName": "computer"}},
        },
    ]


@pytest.mark.parametrize(("name", "pieces"), [("fly", ()), ("key", ("[1]",)), ("key", ("{",))])
def test_toolset_calls_that_cannot_be_end_the_stream(name, pieces):
    with pytest.raises(InvalidResponseDataError):
        inside(*call(0, *pieces, type="tool_use", id="1", name=name, toolset_name="computer"), **DESK)


def test_summaries_come_in_pieces_or_signed_and_whole():
    found = inside(
        block(0, type="compaction"),
        delta(0, type="compaction_delta", content=None),
        delta(0, type="compaction_delta", content="a"),
        stop(0),
        block(1, type="compaction", content="b", signature="s"),
        stop(1),
    )
    assert [(part["type"], part.get("delta"), part.get("providerMetadata")) for part in found] == [
        ("text-start", None, {"anthropic": {"type": "compaction"}}),
        ("text-delta", "a", None),
        ("text-end", None, None),
        ("text-start", None, {"anthropic": {"type": "compaction", "signature": "s"}}),
        ("text-delta", "b", None),
        ("text-end", None, None),
    ]


def test_web_citations_are_sources_at_the_end_unless_the_search_came_with_its_results():
    cited = [block(0, type="text", text=""), delta(0, type="citations_delta", citation=WEB), stop(0)]
    results = [{"type": "web_search_result", "url": "u", "title": None, "encrypted_content": "e"}]
    search = block(1, type="web_search_tool_result", tool_use_id="w", content=results)
    assert [part["type"] for part in inside(*cited)] == ["text-start", "text-end", "source"]
    assert [part["type"] for part in inside(search, *cited)] == ["tool-result", "source", "text-start", "text-end"]
    assert inside(*cited)[1]["providerMetadata"] == {"anthropic": {"citations": [WEB]}}


def test_a_fallback_does_not_end_the_block_around_it():
    fallback = block(1, type="fallback", **{"from": {"model": "a"}}, to={"model": "b"})
    thought = [
        block(0, type="thinking", thinking=""),
        fallback,
        delta(0, type="signature_delta", signature="s"),
        stop(0),
    ]
    assert [part["type"] for part in inside(*thought)] == [
        "reasoning-start",
        "custom",
        "reasoning-delta",
        "reasoning-end",
    ]


@pytest.mark.parametrize(
    ("events", "texts"),
    [
        ([*text(0, "x"), *call(1, '{"a"', ":1}", type="tool_use", id="1", name="json", input={})], ['{"a"', ":1}"]),
        ([*text(0, "{", "}"), *text(1)], ["{}"]),
        (
            [*text(0, "x"), *call(1, type="server_tool_use", id="1", name="web_search", input={}), *text(2, "{}")],
            ["{}"],
        ),
    ],
)
def test_the_json_answer_is_the_tools_input_or_else_the_last_text(events, texts):
    found = inside(*events, **JSON)
    assert [part["delta"] for part in found if part["type"] == "text-delta"] == texts


def test_a_message_that_hands_over_is_no_json_answer():
    paused = {**END, "delta": {"stop_reason": "pause_turn"}}
    assert [part["type"] for part in parts(START, *text(0, "{}"), paused, STOP, **JSON)][2:] == ["finish"]


def test_calls_may_come_with_the_start_of_a_message():
    first = {"type": "tool_use", "id": "1", "name": "focus", "input": None, "caller": {"type": "direct"}}
    message = {**START["message"], "content": [first], "stop_reason": "tool_use"}
    found = parts({**START, "message": message}, STOP)
    assert [part["type"] for part in found[2:]] == [
        "tool-input-start",
        "tool-input-delta",
        "tool-input-end",
        "tool-call",
        "finish",
    ]
    assert found[-1]["finishReason"] == {"unified": "tool-calls", "raw": "tool_use"}


def test_the_last_news_of_a_message_counts():
    message = {
        **START["message"],
        "service_tier": "standard",
        "container": {"expires_at": "e", "id": "c"},
        "input_transformations": [{"type": "t", "path": "p", "reason": "r"}],
    }
    news = {
        "type": "message_delta",
        "delta": {
            "stop_reason": "refusal",
            "stop_sequence": "x",
            "stop_details": {"type": "refusal"},
            "safeguard_results": [{"type": "t", "status": {"type": "s"}}],
        },
        "usage": {
            "input_tokens": 5,
            "output_tokens": 7,
            "cache_read_input_tokens": 1,
            "cache_creation_input_tokens": 2,
            "output_tokens_details": {"thinking_tokens": 4},
            "service_tier": "priority",
        },
        "context_management": {"applied_edits": [{"type": "compact_20260112"}]},
        "input_transformations": [{"type": "u", "path": "p", "reason": "r"}],
    }
    finish = parts({**START, "message": message}, news, STOP)[-1]
    assert finish["usage"]["inputTokens"] == {"total": 8, "noCache": 5, "cacheRead": 1, "cacheWrite": 2}
    assert finish["usage"]["outputTokens"] == {"total": 7, "text": 3, "reasoning": 4}
    assert finish["providerMetadata"]["anthropic"] == {
        "usage": news["usage"],
        "stopSequence": "x",
        "serviceTier": "priority",
        "stopDetails": {"type": "refusal"},
        "inputTransformations": news["input_transformations"],
        "safeguardResults": news["delta"]["safeguard_results"],
        "iterations": None,
        "container": None,
        "contextManagement": {"appliedEdits": [{"type": "compact_20260112"}]},
    }


def test_a_message_that_never_began_has_an_empty_usage():
    (finish,) = parts(STOP)
    assert finish["usage"]["raw"] == {
        "input_tokens": 0,
        "output_tokens": 0,
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": 0,
        "iterations": None,
    }
    assert finish["providerMetadata"]["anthropic"]["usage"] is None


def test_a_stream_that_is_cut_off_says_so_when_there_was_output():
    assert parts(START, *text(0, "a")[:2])[-1] == {
        "type": "finish",
        "finishReason": {"unified": "interrupted"},
        "usage": {"inputTokens": {}, "outputTokens": {}},
    }
    assert parts(START, *text(0)[:1])[-1]["type"] == "text-start"
    again = parts(START, END, STOP, START, *text(0, "a"))
    assert (again[-1]["finishReason"], again[-1]["usage"]) == ({"unified": "interrupted"}, FINISH["usage"])


def test_after_an_error_the_end_speaks_for_itself():
    error = {"type": "error", "error": {"type": "overloaded_error", "message": "Later", "data": [1]}}
    found = parts(START, *text(0, "a"), error)
    assert found[-1] == {
        "type": "error",
        "error": {
            "message": "Later",
            "type": "overloaded_error",
            "statusCode": 529,
            "isRetryable": True,
            "data": [1],
        },
    }
