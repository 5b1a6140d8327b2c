"""Extensions write tools and earlier turns, and read items and events."""

import pytest

from ai_sdk.provider import (
    LanguageModelV4ProviderTool,
    LanguageModelV4TextDelta,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolChoiceTool,
    LanguageModelV4ToolInputStart,
    LanguageModelV4ToolResult,
)
from ai_sdk.provider.codec import dump
from ai_sdk.providers.open_responses import OpenResponsesExtension, create_open_responses
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, options, read

pytestmark = pytest.mark.anyio

ITEM = {"type": "acme:hatch", "id": "h1", "status": "completed", "egg": 7}
TICK = {"type": "acme:tick", "sequence_number": 1, "at": 3}
TOOL = LanguageModelV4ProviderTool(id="acme.hatch", name="hatch", args={"days": 3})
CARRIER = {
    "type": "custom",
    "kind": "open-responses.extension-replay",
    "providerMetadata": {"barn": {"openResponsesExtension": {"id": "acme.hatch", "item": ITEM}}},
}
REFERENCE = {"openResponsesExtension": {"id": "acme.hatch", "itemId": "h1"}}
ANSWER = {"id": "r", "created_at": 1, "model": "m", "output": []}


async def decode_item(*, item, mode):
    call = LanguageModelV4ToolCall(
        tool_call_id=item["id"], tool_name="hatch", input=mode, provider_metadata={"barn": {"own": 1}, "x": {}}
    )
    return [call, LanguageModelV4ToolResult(tool_call_id=item["id"], tool_name="hatch", result=item["egg"])]


def decode_event(*, event, state):
    state["ticks"] = state.get("ticks", 0) + event["at"]
    return [LanguageModelV4TextDelta(id="t", delta=str(state["ticks"]))]


def encode_tool(*, name, args):
    return {"label": name, "type": "ignored", **args}


def hatch(**given):
    settings = {
        "tool_type": "acme:hatch_tool",
        "encode_tool": encode_tool,
        "item_types": ["acme:hatch"],
        "decode_item": decode_item,
        "event_types": ["acme:tick"],
        "decode_event": decode_event,
    }
    return OpenResponsesExtension(id="acme.hatch", **{**settings, **given})


def model(server, extension=None):
    extensions = [extension or hatch()]
    provider = create_open_responses(
        name="barn", url="https://barn.dev/r", http_client=client(server), experimental_extensions=extensions
    )
    return provider("m")


async def body(extension, *messages, **settings):
    server = Server(reply(ANSWER))
    result = await model(server, extension).do_generate(options(*messages, **{"tools": [TOOL], **settings}))
    return server.body, [dump(warning) for warning in result.warnings]


async def test_a_tool_is_written_with_its_type_and_may_be_chosen():
    choice = LanguageModelV4ToolChoiceTool(tool_name="hatch")
    sent, warnings = await body(hatch(), tool_choice=choice)
    assert (sent["tools"], sent["tool_choice"], warnings) == (
        [{"label": "hatch", "type": "acme:hatch_tool", "days": 3}],
        {"type": "acme:hatch_tool"},
        [],
    )


async def encode_choice(*, name, args):
    return {"only": f"{name} {args['days']}"}


async def test_a_choice_is_written_by_its_own_function():
    choice = LanguageModelV4ToolChoiceTool(tool_name="hatch")
    sent, _ = await body(hatch(encode_tool_choice=encode_choice), tool_choice=choice)
    assert sent["tool_choice"] == {"only": "hatch 3", "type": "acme:hatch_tool"}


def fail(**_given):
    raise RuntimeError("no hay")


@pytest.mark.parametrize("encode", [fail, lambda **_given: None, lambda **_given: {"a": {1: 2}}])
async def test_a_tool_that_cannot_be_written_is_left_out_with_its_choice(encode):
    sent, warnings = await body(hatch(encode_tool=encode), tool_choice=LanguageModelV4ToolChoiceTool(tool_name="hatch"))
    assert {"tools", "tool_choice"} & set(sent) == set()
    assert warnings == [{"type": "unsupported", "feature": "provider-defined tool acme.hatch"}]


@pytest.mark.parametrize("encode", [fail, lambda **_given: None])
async def test_a_choice_that_cannot_be_written_is_left_out(encode):
    sent, warnings = await body(
        hatch(encode_tool_choice=encode), tool_choice=LanguageModelV4ToolChoiceTool(tool_name="hatch")
    )
    assert "tool_choice" not in sent
    assert warnings == [{"type": "unsupported", "feature": "tool choice for provider-defined tool acme.hatch"}]


async def test_an_item_is_read_and_kept_for_later_turns():
    server = Server(reply({**ANSWER, "output": [ITEM, {**ITEM, "type": "other:hatch"}]}))
    result = await model(server).do_generate(options())
    assert [dump(part) for part in result.content] == [
        CARRIER,
        {
            "type": "tool-call",
            "toolCallId": "h1",
            "toolName": "hatch",
            "input": "generate",
            "providerMetadata": {"barn": {"own": 1, **REFERENCE}, "x": {}},
        },
        {
            "type": "tool-result",
            "toolCallId": "h1",
            "toolName": "hatch",
            "result": 7,
            "providerMetadata": {"barn": REFERENCE},
        },
    ]
    assert result.finish_reason.unified == "tool-calls"


async def test_an_item_that_says_nothing_is_passed_over():
    extension = hatch(decode_item=lambda **_given: None)
    result = await model(Server(reply({**ANSWER, "output": [ITEM]})), extension).do_generate(options())
    assert (result.content, result.finish_reason.unified) == ([], "stop")


async def test_what_was_read_goes_back_once_and_as_it_was():
    content = [
        {**CARRIER, "providerOptions": CARRIER["providerMetadata"]},
        {
            "type": "tool-call",
            "toolCallId": "h1",
            "toolName": "hatch",
            "input": {},
            "providerOptions": {"barn": REFERENCE},
        },
        CARRIER,
        {"type": "text", "text": "Nine."},
    ]
    result = {
        "type": "tool-result",
        "toolCallId": "h1",
        "toolName": "hatch",
        "output": {"type": "json", "value": 7},
        "providerOptions": CARRIER["providerMetadata"],
    }
    sent, warnings = await body(
        hatch(encode_input_item=fail), {"role": "assistant", "content": content}, {"role": "tool", "content": [result]}
    )
    text = {"type": "output_text", "text": "Nine."}
    assert sent["input"] == [ITEM, {"type": "message", "role": "assistant", "content": [text]}]
    assert warnings == []


CALLED = {"type": "tool-call", "toolCallId": "h1", "toolName": "hatch", "input": {"egg": 1}}
ANSWERED = {"type": "tool-result", "toolCallId": "h1", "toolName": "hatch", "output": {"type": "text", "value": "1"}}
TURNS = ({"role": "assistant", "content": [CALLED]}, {"role": "tool", "content": [ANSWERED]})


async def encode_input_item(*, part, tool):
    item = {**ITEM, "of": [part.type, tool.name]}
    return item if part.type == "tool-call" else [item, item]


async def test_earlier_turns_without_an_item_are_written_by_the_extension():
    sent, warnings = await body(hatch(encode_input_item=encode_input_item), *TURNS)
    call, result = {**ITEM, "of": ["tool-call", "hatch"]}, {**ITEM, "of": ["tool-result", "hatch"]}
    assert (sent["input"], warnings) == ([call, result, result], [])


@pytest.mark.parametrize("encode", [None, fail, lambda **_given: [], lambda **_given: {**ITEM, "type": "acme:other"}])
async def test_earlier_turns_that_cannot_be_written_are_left_out(encode):
    sent, warnings = await body(hatch(encode_input_item=encode), *TURNS)
    assert sent["input"] == []
    assert [warning["feature"] for warning in warnings] == [
        "provider-defined tool acme.hatch tool-call history",
        "provider-defined tool acme.hatch tool-result history",
    ]


@pytest.mark.parametrize(
    "data", [[], {"id": 3}, {"id": "acme.gone", "item": ITEM}, {"id": "acme.hatch", "item": {**ITEM, "id": 3}}]
)
async def test_what_no_known_extension_read_is_sent_as_usual(data):
    call = {**CALLED, "toolName": "other", "providerOptions": {"barn": {"openResponsesExtension": data}}}
    sent, _ = await body(hatch(), {"role": "assistant", "content": [call]})
    assert sent["input"] == [
        {"type": "function_call", "call_id": "h1", "name": "other", "arguments": '{"egg":1}'},
    ]


DONE = {"type": "response.output_item.done", "item": ITEM}
END = {"type": "response.completed", "response": ANSWER}


async def test_events_and_items_of_a_stream_are_read_with_one_state():
    server = Server(stream(events(TICK, {**TICK, "at": 4}, {**TICK, "type": "acme:other"}, DONE, END)))
    parts = await read(model(server), options())
    assert [dump(part) for part in parts[1:4]] == [
        {"type": "text-delta", "id": "t", "delta": "3"},
        {"type": "text-delta", "id": "t", "delta": "7"},
        CARRIER,
    ]
    assert [part.type for part in parts[4:]] == ["tool-call", "tool-result", "finish"]
    assert (parts[4].input, parts[-1].finish_reason.unified) == ("stream", "tool-calls")


async def test_a_tool_input_of_an_event_counts_as_a_call():
    extension = hatch(decode_event=lambda **_given: [LanguageModelV4ToolInputStart(id="1", tool_name="hatch")])
    parts = await read(model(Server(stream(events(TICK, END))), extension), options())
    assert parts[-1].finish_reason.unified == "tool-calls"


@pytest.mark.parametrize(("event", "given"), [(TICK, {"decode_event": fail}), (DONE, {"decode_item": fail})])
async def test_an_extension_that_fails_in_a_stream_makes_an_error_part(event, given):
    parts = await read(model(Server(stream(events(event, END))), hatch(**given)), options())
    assert [part.type for part in parts] == ["stream-start", "error", "finish"]
    assert repr(parts[1].error) == "RuntimeError('no hay')"


async def test_events_without_an_extension_go_on_as_they_are():
    broken = '{"type":'
    parts = await read(
        model(Server(stream(events(broken, [1], {"type": "response.odd", "item": ITEM}, END)))), options()
    )
    assert [part.type for part in parts] == ["stream-start", "error", "finish"]
