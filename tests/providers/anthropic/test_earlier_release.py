"""Platforms whose package builds on Anthropic's earlier release: what that one does otherwise."""

from functools import partial

import pytest

from tests.providers.anthropic.build import ASK, END, START, STOP, answer, block, build, delta, parts, stop, warnings

EARLIER = {"hooks": {"earlier_release": True}}
MODEL = "minimax-m3"
build, answer, parts = (partial(make, model_id=MODEL, **EARLIER) for make in (build, answer, parts))

TOOL = {"type": "function", "name": "clock", "inputSchema": {"type": "object"}}
OTHER = {**TOOL, "name": "bell"}
SCHEMA = {"type": "json", "schema": {"type": "object"}}
TEXT = {"type": "text", "text": "Noon."}
CALL = {"type": "tool_use", "id": "t", "name": "json", "input": {"hour": 12}}
WEB = {
    "type": "web_search_result_location",
    "cited_text": "w",
    "url": "https://w.dev",
    "title": None,
    "encrypted_index": "e",
}
PAGE = {
    "type": "page_location",
    "cited_text": "p",
    "document_index": 0,
    "document_title": None,
    "start_page_number": 1,
    "end_page_number": 2,
}
FOUND = {
    "type": "web_search_tool_result",
    "tool_use_id": "ws",
    "content": [
        {"type": "web_search_result", "url": "https://w.dev", "title": "W", "encrypted_content": "c", "page_age": None}
    ],
}
FALLBACK = {"type": "fallback", "from": {"model": "a"}, "to": {"model": "b"}}
TIER = {"minimax": {"serviceTier": "auto"}}
PINGS = {"anthropic": {"includePings": True}}


def test_the_choice_none_leaves_the_tools_out():
    body = build(tools=[TOOL], toolChoice={"type": "none"}).body
    assert {"tools", "tool_choice"} & set(body) == set()


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        ({"type": "required"}, {"type": "any"}),
        ({"type": "tool", "toolName": "clock"}, {"type": "tool", "name": "clock"}),
    ],
)
def test_tools_are_forced_while_the_model_thinks(choice, sent):
    thinking = {"anthropic": {"thinking": {"type": "enabled", "budgetTokens": 2000}}}
    body = build(tools=[TOOL], toolChoice=choice, providerOptions=thinking).body
    assert (body["tool_choice"], len(body["tools"])) == (sent, 1)


def test_a_model_that_refuses_forced_tools_is_named_as_the_reason():
    request = build(tools=[TOOL, OTHER], toolChoice={"type": "tool", "toolName": "bell"}, model_id="claude-opus-5-5")
    assert [tool["name"] for tool in request.body["tools"]] == ["bell"]
    reason = "toolChoice 'tool' is not supported by this model because it rejects forced tool use."
    assert [text for text in warnings(request) if text.startswith(reason)] != []


def test_every_tool_is_offered_beside_the_json_answer():
    chosen = {"tools": [TOOL, OTHER], "toolChoice": {"type": "tool", "toolName": "bell"}}
    body = build(responseFormat=SCHEMA, **chosen).body
    assert [tool["name"] for tool in body["tools"]] == ["clock", "bell", "json"]


def test_any_word_on_strictness_is_warned_of():
    request = build(tools=[{**TOOL, "strict": False}])
    assert warnings(request)[-1].startswith("Tool 'clock' has strict: false, but strict mode is not supported")


def test_a_service_tier_is_sent_as_it_is():
    request = build(hooks={"earlier_release": True, "provider": "minimax.messages"}, providerOptions=TIER)
    assert (request.body["service_tier"], len(warnings(request))) == ("auto", 1)


def test_a_message_thread_is_left_out():
    assert "thread" not in build(providerOptions={"anthropic": {"thread": {"type": "create"}}}).body


def test_empty_text_and_inputs_that_are_text_go_back_as_they_are_and_a_change_of_the_model_does_not():
    turn = [
        {"type": "text", "text": ""},
        {"type": "custom", "kind": "anthropic.fallback", "providerOptions": {"anthropic": FALLBACK}},
        {"type": "tool-call", "toolCallId": "t", "toolName": "clock", "input": "{}"},
    ]
    request = build(prompt=[*ASK, {"role": "assistant", "content": turn}])
    assert request.body["messages"][1]["content"] == [
        {"type": "text", "text": ""},
        {"type": "tool_use", "id": "t", "name": "clock", "input": {"rawInvalidInput": "{}"}},
    ]
    assert list(request.context.betas) == []


@pytest.mark.parametrize(("content", "texts"), [([TEXT], []), ([TEXT, CALL], ['{"hour":12}'])])
def test_text_beside_the_json_answer_is_dropped(content, texts):
    assert [part["text"] for part in answer(*content, responseFormat=SCHEMA)["content"]] == texts


def test_only_web_searches_are_cited_and_each_is_a_source():
    cited = answer(FOUND, {**TEXT, "citations": [WEB, PAGE]})["content"]
    assert [part["type"] for part in cited] == ["tool-result", "source", "text", "source"]
    assert cited[2] == {**TEXT, "providerMetadata": {"anthropic": {"citations": [WEB]}}}
    assert answer({**TEXT, "citations": [PAGE]})["content"] == [TEXT]


def test_an_answer_reports_neither_a_change_of_the_model_nor_a_service_tier():
    found = answer(FALLBACK, TEXT, extra={"service_tier": "priority"})
    assert found["content"] == [TEXT]
    assert "serviceTier" not in found["metadata"]["anthropic"]


def test_a_stream_reports_neither_its_start_nor_a_change_of_the_model_nor_pings():
    texts = (block(1, type="text", text=""), delta(1, type="text_delta", text="Noon."), stop(1))
    found = parts({"type": "ping"}, START, block(0, **FALLBACK), stop(0), *texts, END, STOP, providerOptions=PINGS)
    assert [part["type"] for part in found] == ["response-metadata", "text-start", "text-delta", "text-end", "finish"]


def test_a_stream_drops_text_beside_the_json_answer():
    texts = (block(0, type="text", text=""), delta(0, type="text_delta", text="Noon."), stop(0))
    found = parts(START, *texts, END, STOP, responseFormat=SCHEMA)
    assert [part["type"] for part in found] == ["response-metadata", "finish"]


def test_a_stream_cites_web_searches_at_once():
    cited = (block(0, type="text", text=""), delta(0, type="citations_delta", citation=WEB), stop(0))
    found = parts(START, *cited, END, STOP)
    assert [part["type"] for part in found] == ["response-metadata", "text-start", "source", "text-end", "finish"]
    assert found[3] == {"type": "text-end", "id": "0", "providerMetadata": {"anthropic": {"citations": [WEB]}}}


def test_a_stream_that_is_cut_off_ends_without_a_finish():
    found = parts(START, block(0, type="text", text=""), delta(0, type="text_delta", text="No"))
    assert [part["type"] for part in found] == ["response-metadata", "text-start", "text-delta"]
