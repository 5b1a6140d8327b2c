"""The language model on xAI's Responses API, against a server in the process."""

import pytest
from ai_sdk_generated.xai.responses import wire
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, APICallError, LanguageModelV4ProviderTool
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.json import validate_types
from ai_sdk.providers.xai import create_xai
from ai_sdk.providers.xai.responses.hosted_tools import HostedToolNames, map_web_search_action
from ai_sdk.providers.xai.responses.usage import convert_xai_responses_usage
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, cut, odd_events, options, read

pytestmark = pytest.mark.anyio

ANSWER = {"id": "r", "created_at": 1, "model": "m", "object": "response", "status": "completed", "output": []}
USAGE = {"input_tokens": 9, "output_tokens": 4, "cost_in_usd_ticks": 7}
PLACE = {"item_id": "i1", "output_index": 0, "content_index": 0, "summary_index": 0}
CITATION = {"type": "url_citation", "url": "https://a.dev"}
MESSAGE = {
    "type": "message", "id": "i1", "role": "assistant", "status": "completed",
    "content": [{"type": "output_text", "text": "Züge", "annotations": [CITATION, {"type": "other"}]}],
}  # fmt: skip
CALL = {"type": "function_call", "id": "f1", "call_id": "c1", "name": "f", "arguments": "{}"}
REASONING = {"type": "reasoning", "id": "i1", "summary": [], "status": "completed", "encrypted_content": "e"}
SEARCH = {"type": "web_search_call", "id": "s1", "status": "completed", "action": {"type": "search", "query": "q"}}
CUSTOM = {"type": "custom_tool_call", "id": "k1", "status": "completed", "name": "x_thread_fetch", "input": "3"}
EVENTS = (
    {"type": "response.created", "response": ANSWER},
    {"type": "response.reasoning_text.delta", "delta": "größer", **PLACE},
    {"type": "response.output_item.done", "item": REASONING, "output_index": 0},
    {"type": "response.output_item.added", "item": SEARCH, "output_index": 1},
    {"type": "response.output_item.done", "item": SEARCH, "output_index": 1},
    {"type": "response.output_item.added", "item": {**CUSTOM, "input": ""}, "output_index": 2},
    {"type": "response.output_item.done", "item": CUSTOM, "output_index": 2},
    {"type": "response.output_item.added", "item": CALL, "output_index": 3},
    {"type": "response.function_call_arguments.delta", "delta": "{}", **PLACE, "output_index": 3},
    {"type": "response.output_item.done", "item": CALL, "output_index": 3},
    {"type": "response.output_text.delta", "delta": "Züge 🚂", **PLACE},
    {"type": "response.completed", "response": {**ANSWER, "usage": USAGE, "service_tier": "default"}},
)
EVENT_TYPES = [event["type"] for event in EVENTS] + [
    *("error", "response.failed", "response.incomplete", "response.output_text.annotation.added", "response.odd"),
    *("response.image_generation_call.generating", "response.reasoning_summary_part.added"),
]
ITEM_TYPES = [
    *("message", "function_call", "reasoning", "web_search_call", "custom_tool_call", "mcp_call"),
    *("file_search_call", "image_generation_call"),
]


def model(server):
    return create_xai(api_key="key", http_client=client(server))("grok-4.3")


async def test_a_stream_tells_reasoning_hosted_tools_calls_and_text():
    parts = await read(model(Server(stream(events(*EVENTS)))), options())
    own = {"xai": {"itemId": "i1"}}
    search, fetch = {"toolName": "web_search"}, {"toolName": "x_search"}
    assert [dump(part) for part in parts[2:]] == [
        {"type": "reasoning-start", "id": "reasoning-i1", "providerMetadata": own},
        {"type": "reasoning-delta", "id": "reasoning-i1", "delta": "größer", "providerMetadata": own},
        {
            "type": "reasoning-end",
            "id": "reasoning-i1",
            "providerMetadata": {"xai": {"reasoningEncryptedContent": "e", "itemId": "i1"}},
        },
        {"type": "tool-input-start", "id": "s1", **search},
        {"type": "tool-input-delta", "id": "s1", "delta": ""},
        {"type": "tool-input-end", "id": "s1"},
        {"type": "tool-call", "toolCallId": "s1", **search, "input": "", "providerExecuted": True},
        {"type": "tool-result", "toolCallId": "s1", **search, "result": {"action": {"type": "search", "query": "q"}}},
        {"type": "tool-input-start", "id": "k1", **fetch},
        {"type": "tool-input-delta", "id": "k1", "delta": "3"},
        {"type": "tool-input-end", "id": "k1"},
        {"type": "tool-call", "toolCallId": "k1", **fetch, "input": "3", "providerExecuted": True},
        {"type": "tool-result", "toolCallId": "k1", **fetch, "result": {}},
        {"type": "tool-input-start", "id": "c1", "toolName": "f"},
        {"type": "tool-input-delta", "id": "c1", "delta": "{}"},
        {"type": "tool-input-end", "id": "c1"},
        {"type": "tool-call", "toolCallId": "c1", "toolName": "f", "input": "{}"},
        {"type": "text-start", "id": "text-i1"},
        {"type": "text-delta", "id": "text-i1", "delta": "Züge 🚂"},
        {"type": "text-end", "id": "text-i1"},
        {
            "type": "finish",
            "finishReason": {"unified": "tool-calls", "raw": "completed"},
            "usage": {
                "inputTokens": {"total": 9, "noCache": 9, "cacheRead": 0},
                "outputTokens": {"total": 4, "text": 4, "reasoning": 0},
                "raw": USAGE,
            },
            "providerMetadata": {"xai": {"costInUsdTicks": 7, "serviceTier": "default"}},
        },
    ]


async def test_a_text_that_came_as_deltas_is_not_told_again_but_its_sources_are():
    lines = [{"type": "response.output_text.delta", "delta": "a", **PLACE}]
    lines.append({"type": "response.output_item.done", "item": MESSAGE, "output_index": 0})
    parts = await read(model(Server(stream(events(*lines)))), options())
    assert [part.type for part in parts] == ["stream-start", "text-start", "text-delta", "source", "text-end", "finish"]
    assert (parts[3].url, parts[3].title) == ("https://a.dev", "https://a.dev")


@pytest.mark.parametrize(
    ("code", "status_code", "is_retryable"),
    [
        ("rate_limit_exceeded", 429, True),
        ("insufficient_quota", 429, False),
        ("service_unavailable", 503, True),
        ("timeout", 504, True),
        ("permission_error", 403, False),
        ("409", 409, True),
        ("418", 418, False),
        ("700", None, None),
        (None, None, None),
    ],
)
async def test_an_error_event_is_told_with_the_status_it_would_have_had(code, status_code, is_retryable):
    event = {"type": "error", "code": code, "message": "m"}
    parts = await read(model(Server(stream(events(event)))), options())
    assert dump(parts[1].error) == {
        name: value
        for name, value in {
            "message": "m", "type": "error", "code": code, "statusCode": status_code, "isRetryable": is_retryable,
            "data": event,
        }.items()
        if value is not None
    }  # fmt: skip


@pytest.mark.parametrize(
    ("event", "finish_reason", "types"),
    [
        ({"type": "response.incomplete", "response": {}}, {"unified": "other", "raw": "incomplete"}, []),
        (
            {"type": "response.incomplete", "response": {"incomplete_details": {"reason": "max_output_tokens"}}},
            {"unified": "length", "raw": "max_output_tokens"},
            [],
        ),
        ({"type": "response.failed", "response": {}}, {"unified": "error", "raw": "error"}, []),
        (
            {
                "type": "response.failed",
                "response": {"incomplete_details": {"reason": "content_filter"}, "error": {"message": "m"}},
            },
            {"unified": "content-filter", "raw": "content_filter"},
            ["error"],
        ),
    ],
)
async def test_how_a_stream_ended_is_told(event, finish_reason, types):
    parts = await read(model(Server(stream(events(event)))), options())
    assert [part.type for part in parts] == ["stream-start", *types, "finish"]
    assert dump(parts[-1].finish_reason) == finish_reason


async def test_an_answer_is_read_item_by_item():
    output = [REASONING, SEARCH, CUSTOM, MESSAGE, CALL, {**REASONING, "encrypted_content": None}]
    result = await model(Server(reply({**ANSWER, "output": output, "usage": USAGE}))).do_generate(options())
    assert [part.type for part in result.content] == [
        *("reasoning", "tool-call", "tool-result", "tool-call", "text", "source", "tool-call"),
    ]
    assert dump(result.content[0]) == {
        "type": "reasoning",
        "text": "",
        "providerMetadata": {"xai": {"reasoningEncryptedContent": "e", "itemId": "i1"}},
    }
    assert dump(result.finish_reason) == {"unified": "tool-calls", "raw": "completed"}
    assert result.provider_metadata == {"xai": {"costInUsdTicks": 7}}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": {"message": "m", "code": 3}}, "m"),
        ({"code": "c", "error": "m"}, "c: m"),
        ({"error": "m"}, "m"),
        ({"detail": "m"}, "Too Many Requests"),
    ],
)
async def test_an_error_status_raises_with_xais_words(body, message):
    with pytest.raises(APICallError) as caught:
        await model(Server(reply(body, 429))).do_generate(options())
    assert (caught.value.message, caught.value.status_code, caught.value.is_retryable) == (message, 429, True)


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ({"type": "mcp_call", "name": "prune"}, "farm"),
        ({"type": "code_execution_call"}, "code_execution"),
        ({"type": "view_image_call", "name": "view_image"}, "view_image"),
        ({"type": "custom_tool_call", "name": "browse_page"}, "find"),
        ({"type": "custom_tool_call"}, ""),
    ],
)
def test_a_hosted_call_goes_by_the_name_of_the_callers_tool(item, name):
    tools = [LanguageModelV4ProviderTool(id=f"xai.{kind}", name=name, args={}) for kind, name in [
        ("web_search", "find"), ("web_search", "second"), ("mcp", "farm")]]  # fmt: skip
    parsed = validate_types(wire.OutputItem, {"id": "i", "status": "completed", **item})
    assert HostedToolNames.of(tools).name_of(parsed) == name


@pytest.mark.parametrize(("said", "name"), [({"name": "prune"}, "prune"), ({}, "mcp")])
def test_an_mcp_call_without_a_tool_goes_by_its_own_name(said, name):
    item = wire.OutputItemMcpCall(type="mcp_call", id="i", status="s", **said)
    assert HostedToolNames.of(None).name_of(item) == name


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (None, {}),
        ({"type": "search", "queries": ["a"], "sources": []}, {"action": {"type": "search", "queries": ["a"]}}),
        (
            {"type": "open_page", "url": None, "sources": [{"type": "url", "url": "u"}, 3]},
            {"action": {"type": "openPage", "url": None}, "sources": [{"type": "url", "url": "u"}]},
        ),
        ({"type": "find_in_page", "pattern": "p"}, {"action": {"type": "findInPage", "pattern": "p"}}),
    ],
)
def test_a_web_search_says_what_it_did(action, said):
    assert map_web_search_action(action) == said


def test_cached_tokens_that_stand_beside_the_input_are_added_to_it():
    details = wire.XaiResponsesUsageInputTokensDetails(cached_tokens=5)
    usage = convert_xai_responses_usage(
        wire.XaiResponsesUsage(input_tokens=2, output_tokens=1, input_tokens_details=details)
    )
    assert dump(usage)["inputTokens"] == {"total": 7, "noCache": 2, "cacheRead": 5}


BODY = events(*EVENTS)


@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    whole = await read(model(Server(stream(BODY))), options())
    assert await read(model(Server(stream(cut(BODY, cuts)))), options()) == whole


@given(odd_events(EVENT_TYPES, ITEM_TYPES))
async def test_any_json_events_end_in_a_finish_or_an_error_of_ours(values):
    try:
        parts = await read(model(Server(stream(events(*values)))), options())
    except AISDKError:
        return
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")
