"""The language model on the Hugging Face router, against a server in the process."""

import re

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    APICallError,
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceTool,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import dump
from ai_sdk.providers.huggingface import create_huggingface
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, cut, odd_events, options, read

pytestmark = pytest.mark.anyio

ANSWER = {
    "id": "r", "model": "m", "object": "response", "created_at": 1, "status": "completed", "error": None,
    "instructions": None, "max_output_tokens": None, "metadata": None, "tool_choice": "auto", "tools": [],
    "temperature": 1, "top_p": 1, "output": [],
}  # fmt: skip
MESSAGE = {"type": "message", "id": "m1", "role": "assistant"}
CALL = {"type": "function_call", "id": "f1", "call_id": "c1", "name": "depth", "arguments": "{}", "output": "2 m"}
USAGE = {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5}
NUMBERED = {"sequence_number": 1, "output_index": 0}
EVENTS = (
    {"type": "response.created", "response": {**ANSWER, "model": "größer"}},
    {"type": "response.output_item.added", "item": {"type": "reasoning", "id": "r1"}, **NUMBERED},
    {"type": "response.reasoning_text.delta", "item_id": "r1", "content_index": 0, "delta": "Hm", **NUMBERED},
    {"type": "response.reasoning_text.done", "item_id": "r1", "content_index": 0, "text": "Hm", **NUMBERED},
    {"type": "response.output_item.added", "item": MESSAGE, **NUMBERED},
    {"type": "response.output_text.delta", "item_id": "m1", "content_index": 0, "delta": "Züge 🚂", **NUMBERED},
    {"type": "response.output_item.done", "item": MESSAGE, **NUMBERED},
    {"type": "response.output_item.added", "item": CALL, **NUMBERED},
    {"type": "response.output_item.done", "item": CALL, **NUMBERED},
    {"type": "response.completed", "response": {**ANSWER, "usage": USAGE}, "sequence_number": 9},
)
EVENT_TYPES = [event["type"] for event in EVENTS] + ["error", "response.failed", "response.odd"]


def model(server):
    return create_huggingface(api_key="key", http_client=client(server))("m")


async def test_it_fetches_images_itself():
    assert model(Server()).supported_urls == {"image/*": [re.compile(r"^https?:\/\/.*$")]}


async def test_a_stream_tells_reasoning_text_and_calls():
    parts = await read(model(Server(stream(events(*EVENTS)))), options(include_raw_chunks=True))
    own = {"huggingface": {"itemId": "m1"}}
    assert [dump(part) for part in parts[2:-1]] == [
        {"type": "reasoning-start", "id": "r1", "providerMetadata": {"huggingface": {"itemId": "r1"}}},
        {"type": "reasoning-delta", "id": "r1", "delta": "Hm"},
        {"type": "reasoning-end", "id": "r1"},
        {"type": "text-start", "id": "m1", "providerMetadata": own},
        {"type": "text-delta", "id": "m1", "delta": "Züge 🚂"},
        {"type": "text-end", "id": "m1"},
        {"type": "tool-input-start", "id": "c1", "toolName": "depth"},
        {"type": "tool-input-end", "id": "c1"},
        {"type": "tool-call", "toolCallId": "c1", "toolName": "depth", "input": "{}"},
        {"type": "tool-result", "toolCallId": "c1", "toolName": "depth", "result": "2 m"},
    ]
    assert dump(parts[-1]) == {
        "type": "finish",
        "finishReason": {"unified": "stop"},
        "usage": {
            "inputTokens": {"total": 3, "noCache": 3, "cacheRead": 0},
            "outputTokens": {"total": 2, "text": 2, "reasoning": 0},
            "raw": USAGE,
        },
        "providerMetadata": {"huggingface": {"responseId": "r"}},
    }


@pytest.mark.parametrize(
    ("event", "raw"),
    [
        ({"type": "error", "error": {"message": "m", "code": 507}}, "507"),
        ({"type": "error", "message": "m"}, "error"),
        ({"type": "response.failed", "response": {"error": {"message": "m", "code": True}}}, "response.failed"),
    ],
)
async def test_an_error_event_is_told_with_its_code(event, raw):
    parts = await read(model(Server(stream(events(event)))), options())
    assert (parts[1].error.message, parts[1].error.data) == ("m", event)
    assert dump(parts[-1].finish_reason) == {"unified": "error", "raw": raw}


async def test_an_error_in_an_answer_is_raised_with_its_words():
    with pytest.raises(APICallError) as caught:
        await model(Server(reply({**ANSWER, "error": {"message": "Dry."}}))).do_generate(options())
    assert (caught.value.message, caught.value.status_code, caught.value.is_retryable) == ("Dry.", 400, False)


async def test_an_error_without_words_is_told_as_it_is():
    with pytest.raises(APICallError, match=r'^\["dry"\]$'):
        await model(Server(reply({**ANSWER, "error": ["dry"]}))).do_generate(options())


async def test_an_answer_is_read_item_by_item():
    texts = [{"type": "output_text", "text": "Mill", "annotations": [{"url": "https://a.dev"}, None]}]
    items = [
        {"type": "reasoning", "id": "r1", "content": [{"type": "reasoning_text", "text": "Hm"}]},
        {**MESSAGE, "content": texts},
        {"type": "mcp_list_tools", "id": "l1", "server_label": "mill", "tools": []},
        {"type": "mcp_call", "id": "k1", "name": "gauge", "arguments": "{}", "output": "3 m"},
        CALL,
    ]
    answer = {**ANSWER, "output": items, "incomplete_details": {"reason": "flood"}}
    result = await model(Server(reply(answer))).do_generate(options())
    listed, hosted, called = (
        {"toolCallId": call_id, "toolName": name}
        for call_id, name in (("l1", "list_tools"), ("k1", "gauge"), ("c1", "depth"))
    )
    content = [dump(part) for part in result.content]
    assert [source.pop("id") != "" for source in content[2:4]] == [True, True]
    assert content == [
        {"type": "reasoning", "text": "Hm", "providerMetadata": {"huggingface": {"itemId": "r1"}}},
        {"type": "text", "text": "Mill", "providerMetadata": {"huggingface": {"itemId": "m1"}}},
        {"type": "source", "sourceType": "url", "url": "https://a.dev"},
        {"type": "source", "sourceType": "url", "url": ""},
        {"type": "tool-call", **listed, "input": '{"server_label":"mill"}', "providerExecuted": True},
        {"type": "tool-result", **listed, "result": {"tools": []}},
        {"type": "tool-call", **hosted, "input": "{}", "providerExecuted": True},
        {"type": "tool-result", **hosted, "result": "3 m"},
        {"type": "tool-call", **called, "input": "{}"},
        {"type": "tool-result", **called, "result": "2 m"},
    ]
    assert dump(result.finish_reason) == {"unified": "other", "raw": "flood"}


async def test_a_request_says_what_it_leaves_out():
    server = Server(reply(ANSWER))
    assistant = {"role": "assistant", "content": [{"type": "reasoning", "text": "Hm"}]}
    call = options(assistant, {"role": "tool", "content": []}, top_k=1, seed=1, stop_sequences=["."])
    result = await model(server).do_generate(call)
    assert [warning.feature for warning in result.warnings] == ["topK", "seed", "stopSequences", "tool messages"]
    answered = {"role": "assistant", "content": [{"type": "output_text", "text": "Hm"}]}
    assert server.body == {"model": "m", "input": [answered], "stream": False}


FUNCTION = LanguageModelV4FunctionTool(name="f", description="d", input_schema={"type": "object"}, strict=True)
SENT = {"type": "function", "name": "f", "description": "d", "parameters": {"type": "object"}}
SEARCH = LanguageModelV4ProviderTool(id="openai.web_search", name="s", args={})
SCHEMA = {"type": "json_schema", "strict": False, "name": "response", "schema": {}}


@pytest.mark.parametrize(
    ("settings", "added", "features"),
    [
        ({"tools": [FUNCTION]}, {"tools": [SENT]}, []),
        ({"tools": [SEARCH]}, {"tools": []}, ["provider-defined tool openai.web_search"]),
        (
            {"tools": [FUNCTION], "tool_choice": LanguageModelV4ToolChoiceTool(tool_name="f")},
            {"tools": [SENT], "tool_choice": {"type": "function", "function": {"name": "f"}}},
            [],
        ),
        ({"tools": [FUNCTION], "tool_choice": LanguageModelV4ToolChoiceNone()}, {"tools": [SENT]}, []),
        ({"tools": [], "tool_choice": LanguageModelV4ToolChoiceTool(tool_name="f")}, {}, []),
        ({"response_format": LanguageModelV4ResponseFormatJson()}, {}, []),
        ({"response_format": LanguageModelV4ResponseFormatJson(schema={})}, {"text": {"format": SCHEMA}}, []),
        (
            {"provider_options": {"huggingface": {"reasoningEffort": "low", "metadata": {"a": "b"}}}},
            {"reasoning": {"effort": "low"}, "metadata": {"a": "b"}},
            [],
        ),
    ],
)
async def test_tools_schemas_and_options_stand_in_the_body(settings, added, features):
    server = Server(reply(ANSWER))
    result = await model(server).do_generate(options({"role": "system", "content": "S"}, **settings))
    assert server.body == {"model": "m", "input": [{"role": "system", "content": "S"}], "stream": False, **added}
    assert [warning.feature for warning in result.warnings] == features


@pytest.mark.parametrize(
    ("data", "url"),
    [
        ({"type": "data", "data": "iVBORw0KGgo="}, "data:image/png;base64,iVBORw0KGgo="),
        ({"type": "url", "url": "https://a.dev/x"}, "https://a.dev/x"),
        # The TypeScript provider does not encode bytes either.
        ({"type": "data", "data": b"\x89PNG"}, "data:image/png;base64,137,80,78,71"),
    ],
)
async def test_images_go_as_urls(data, url):
    server = Server(reply(ANSWER))
    part = {"type": "file", "mediaType": "image/png", "data": data}
    await model(server).do_generate(options({"role": "user", "content": [part]}))
    assert server.body["input"][0]["content"] == [{"type": "input_image", "image_url": url}]


@pytest.mark.parametrize(
    ("data", "media_type", "functionality"),
    [
        ({"type": "reference", "reference": {"a": "1"}}, "image/png", "file parts with provider references"),
        ({"type": "text", "text": "a"}, "text/plain", "text file parts"),
        ({"type": "data", "data": "aGk="}, "application/pdf", "file part media type application/pdf"),
    ],
)
async def test_files_other_than_images_are_refused(data, media_type, functionality):
    part = {"type": "file", "mediaType": media_type, "data": data}
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        await model(Server()).do_generate(options({"role": "user", "content": [part]}))
    assert caught.value.functionality == functionality


BODY = events(*EVENTS)


@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    whole = await read(model(Server(stream(BODY))), options())
    assert await read(model(Server(stream(cut(BODY, cuts)))), options()) == whole


@given(odd_events(EVENT_TYPES, ["message", "reasoning", "function_call", "mcp_call"]))
async def test_any_json_events_end_in_a_finish_or_an_error_of_ours(values):
    try:
        parts = await read(model(Server(stream(events(*values)))), options())
    except AISDKError:
        return
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")
