"""The language model on Open Responses, against a server in the process."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, APICallError, InvalidResponseDataError, UnsupportedFunctionalityError
from ai_sdk.provider.codec import dump
from ai_sdk.providers.open_responses import create_open_responses
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, cut, odd_events, options, read

pytestmark = pytest.mark.anyio

USAGE = {"input_tokens": 3, "output_tokens": 2, "input_tokens_details": {"cached_tokens": 1}}
ANSWER = {"id": "r", "created_at": 1, "model": "m", "usage": USAGE, "output": []}
CITATION = {"type": "url_citation", "start_index": 0, "end_index": 1, "url": "https://a.dev", "title": "A"}
MESSAGE = {
    "type": "message",
    "id": "m1",
    "content": [{"type": "output_text", "text": "Züge", "annotations": [CITATION]}],
}
REASONING = {"type": "reasoning", "id": "r1", "summary": [{"type": "summary_text", "text": "Hm"}]}
CALL = {"type": "function_call", "id": "f1", "call_id": "c1", "name": "coop", "arguments": "{}"}
EVENTS = (
    {"type": "response.output_item.added", "item": REASONING},
    {"type": "response.reasoning_summary_text.delta", "item_id": "r1", "delta": "größer"},
    {"type": "response.output_item.done", "item": {**REASONING, "encrypted_content": "e"}},
    {"type": "response.output_item.added", "item": {**MESSAGE, "content": []}},
    {"type": "response.output_text.delta", "item_id": "m1", "delta": "Züge 🚂"},
    {"type": "response.output_item.done", "item": MESSAGE},
    {"type": "response.output_item.added", "item": {**CALL, "arguments": ""}},
    {"type": "response.function_call_arguments.delta", "item_id": "f1", "delta": '{"row'},
    {"type": "response.function_call_arguments.delta", "item_id": "f1", "delta": '":1}'},
    {"type": "response.output_item.done", "item": CALL},
    {"type": "response.completed", "response": ANSWER},
)
EVENT_TYPES = [event["type"] for event in EVENTS] + [
    *("response.failed", "response.incomplete", "error", "response.reasoning_text.delta", "acme:tick"),
    "response.function_call_arguments.done",
]


def model(server):
    return create_open_responses(name="barn", url="https://barn.dev/r", http_client=client(server))("m")


async def test_a_stream_tells_reasoning_text_and_calls():
    parts = await read(model(Server(stream(events(*EVENTS)))), options())
    reasoning = {"itemId": "r1", "reasoningSummary": REASONING["summary"], "reasoningContent": None}
    assert [dump(part) for part in parts[1:-1]] == [
        {"type": "reasoning-start", "id": "r1"},
        {"type": "reasoning-delta", "id": "r1", "delta": "größer"},
        {
            "type": "reasoning-end",
            "id": "r1",
            "providerMetadata": {"barn": {**reasoning, "reasoningEncryptedContent": "e"}},
        },
        {"type": "text-start", "id": "m1"},
        {"type": "text-delta", "id": "m1", "delta": "Züge 🚂"},
        {"type": "text-end", "id": "m1", "providerMetadata": {"barn": {"itemId": "m1", "annotations": [CITATION]}}},
        {
            "type": "tool-call",
            "toolCallId": "c1",
            "toolName": "coop",
            "input": '{"row":1}',
            "providerMetadata": {"barn": {"itemId": "f1"}},
        },
    ]
    assert dump(parts[-1]) == {
        "type": "finish",
        "finishReason": {"unified": "tool-calls"},
        "usage": {
            "inputTokens": {"total": 3, "noCache": 2, "cacheRead": 1},
            "outputTokens": {"total": 2, "text": 2},
            "raw": USAGE,
        },
    }


async def test_reasoning_that_stays_open_is_closed_at_the_end():
    parts = await read(model(Server(stream(events(EVENTS[0])))), options())
    assert [part.type for part in parts] == ["stream-start", "reasoning-start", "reasoning-end", "finish"]


@pytest.mark.parametrize(
    ("event", "types"),
    [
        ({"type": "response.failed", "response": {"error": {"message": "m", "code": "c"}}}, ["error"]),
        ({"type": "response.failed", "response": {"status": "c", "usage": USAGE}}, []),
        ({"type": "error", "error": {"message": "m", "code": "c"}}, ["error"]),
    ],
)
async def test_a_failure_is_told_with_its_code(event, types):
    parts = await read(model(Server(stream(events(event)))), options())
    assert [part.type for part in parts] == ["stream-start", *types, "finish"]
    assert dump(parts[-1].finish_reason) == {"unified": "error", "raw": "c"}


@pytest.mark.parametrize("event", [{"type": "error", "message": "m"}, {"type": "response.output_item.added"}])
async def test_an_event_that_lacks_what_it_is_about_breaks_the_stream_off(event):
    result = await model(Server(stream(events(event)))).do_stream(options())
    with pytest.raises(InvalidResponseDataError) as caught:
        [part async for part in result.stream]
    assert caught.value.data == event


@pytest.mark.parametrize(
    ("answer", "message", "status_code"),
    [
        ({"error": {"message": "Shut."}}, "Shut.", 400),
        ({"error": "Shut."}, "", 400),
        ({"incomplete_details": {"reason": "rain"}}, "Responses API returned no output (rain)", 500),
        ([], "Responses API returned no output", 500),
    ],
)
async def test_an_answer_that_is_an_error_or_has_no_output_raises(answer, message, status_code):
    with pytest.raises(APICallError) as caught:
        await model(Server(reply(answer))).do_generate(options())
    error = caught.value
    assert (error.message, error.status_code, error.response_body, error.is_retryable) == (
        message,
        status_code,
        answer,
        False,
    )


async def test_an_answer_is_read_item_by_item():
    thoughts = [{"type": "reasoning_text", "text": "A"}, {"type": "reasoning_text", "text": "B"}]
    items = [REASONING, {**REASONING, "content": thoughts}, MESSAGE, {"type": "odd"}, CALL]
    answer = {**ANSWER, "output": items, "incomplete_details": {"reason": "rain"}}
    result = await model(Server(reply(answer))).do_generate(options())
    reasoning = {"itemId": "r1", "reasoningSummary": REASONING["summary"]}
    assert [dump(part) for part in result.content] == [
        {"type": "reasoning", "text": "Hm", "providerMetadata": {"barn": {**reasoning, "reasoningContent": None}}},
        *(
            {
                "type": "reasoning",
                "text": thought["text"],
                "providerMetadata": {"barn": {**reasoning, "reasoningContent": [thought]}},
            }
            for thought in thoughts
        ),
        {"type": "text", "text": "Züge", "providerMetadata": {"barn": {"itemId": "m1", "annotations": [CITATION]}}},
        {
            "type": "tool-call",
            "toolCallId": "c1",
            "toolName": "coop",
            "input": "{}",
            "providerMetadata": {"barn": {"itemId": "f1"}},
        },
    ]
    assert dump(result.finish_reason) == {"unified": "tool-calls", "raw": "rain"}


@pytest.mark.parametrize(
    "item", [None, {"type": "reasoning", "id": "r"}, {"type": "message"}, {"type": "function_call"}]
)
async def test_an_item_that_lacks_a_part_of_itself_raises_an_error_of_ours(item):
    with pytest.raises(InvalidResponseDataError) as caught:
        await model(Server(reply({**ANSWER, "output": [item]}))).do_generate(options())
    assert caught.value.data == {**ANSWER, "output": [item]}


async def test_parts_of_earlier_turns_remember_their_items():
    thought = {"type": "reasoning_text", "text": "A"}
    own = {"itemId": "r1", "reasoningContent": [thought]}
    content = [
        {"type": "reasoning", "text": "A", "providerOptions": {"barn": {**own, "reasoningSummary": [1]}}},
        {"type": "reasoning", "text": "A", "providerMetadata": {"barn": own}},
        {"type": "text", "text": "a", "providerOptions": {"barn": {"itemId": "m1", "annotations": [CITATION]}}},
        {"type": "text", "text": "b", "providerOptions": {"barn": {"itemId": "m1", "annotations": [{}]}}},
        {"type": "text", "text": "c", "providerOptions": {"other": {}}},
        {"type": "tool-call", "toolCallId": "c1", "toolName": "coop", "input": "raw"},
    ]
    server = Server(reply(ANSWER))
    await model(server).do_generate(
        options({"role": "system", "content": "S"}, {"role": "assistant", "content": content})
    )
    message = {"type": "message", "role": "assistant"}
    assert (server.body["instructions"], server.body["input"]) == (
        "S",
        [
            {"type": "reasoning", "summary": [], "id": "r1", "content": [thought, thought]},
            {
                **message,
                "id": "m1",
                "content": [
                    {"type": "output_text", "text": "a", "annotations": [CITATION]},
                    {"type": "output_text", "text": "b"},
                ],
            },
            {**message, "content": [{"type": "output_text", "text": "c"}]},
            {"type": "function_call", "call_id": "c1", "name": "coop", "arguments": "raw"},
        ],
    )


@pytest.mark.parametrize(
    ("data", "converted"),
    [
        ({"type": "url", "url": "https://a.dev/x"}, {"type": "input_file", "file_url": "https://a.dev/x"}),
        (
            {"type": "data", "data": b"%PDF-"},
            {"type": "input_file", "filename": "data", "file_data": "data:application/pdf;base64,JVBERi0="},
        ),
    ],
)
async def test_documents_go_by_url_or_in_the_request(data, converted):
    server = Server(reply(ANSWER))
    part = {"type": "file", "mediaType": "application/pdf", "data": data}
    output = {"type": "content", "value": [part, {**part, "data": {"type": "text", "text": "a"}}, {"type": "custom"}]}
    result = {"type": "tool-result", "toolCallId": "c", "toolName": "t", "output": output}
    call = options({"role": "user", "content": [part]}, {"role": "tool", "content": [result]})
    answer = await model(server).do_generate(call)
    assert [item.get("content") or item["output"] for item in server.body["input"]] == [[converted], [converted]]
    assert [warning.message for warning in answer.warnings] == [
        "unsupported tool content part type: file with data type: text",
        "unsupported tool content part type: custom",
    ]


@pytest.mark.parametrize("data", [{"type": "reference", "reference": {"barn": "1"}}, {"type": "text", "text": "a"}])
async def test_uploaded_files_and_text_data_are_refused(data):
    part = {"type": "file", "mediaType": "text/plain", "data": data}
    with pytest.raises(UnsupportedFunctionalityError):
        model(Server()).build_request(options({"role": "user", "content": [part]}))


BODY = events(*EVENTS)


@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    whole = await read(model(Server(stream(BODY))), options())
    assert await read(model(Server(stream(cut(BODY, cuts)))), options()) == whole


@given(odd_events(EVENT_TYPES, ["message", "reasoning", "function_call", "acme:hatch"]))
async def test_any_json_events_end_in_a_finish_or_an_error_of_ours(values):
    try:
        parts = await read(model(Server(stream(events(*values)))), options())
    except AISDKError:
        return
    assert (parts[0].type, parts[-1].type) == ("stream-start", "finish")


@given(odd_events(["message", "reasoning", "function_call"], ["message"]))
async def test_any_json_output_is_read_or_raises_an_error_of_ours(items):
    try:
        result = await model(Server(reply({**ANSWER, "output": items}))).do_generate(options())
    except AISDKError:
        return
    assert isinstance(result.content, list)
