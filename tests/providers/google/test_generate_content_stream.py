"""Streams of `generateContent`."""

from typing import Any

import pytest
from ai_sdk_generated.google.generate_content import wire
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.json import encode_json, json_parser
from ai_sdk.providers.google.generate_content.context import GenerateContentContext
from ai_sdk.providers.google.generate_content.stream.stream import GoogleContentStream
from tests.providers.google.calls import PIXEL, feed, ids, odd_json


def stream(**facts: Any) -> GoogleContentStream:
    settings = {"namespaces": ("google",), "tool_name_mapping": ToolNameMapping(), "generate_id": ids(), **facts}
    return GoogleContentStream(GenerateContentContext(**settings), {})


def chunk(*parts: Any, **more: Any) -> dict[str, Any]:
    return {"candidates": [{"content": {"parts": list(parts)}, **more}]}


def told(*chunks: Any, **facts: Any) -> list[Any]:
    """Return the parts before the end, the metadata left out where there is none."""
    return feed(stream(**facts), wire.Chunk, *chunks)[:-1]


def end(*chunks: Any) -> Any:
    return feed(stream(), wire.Chunk, *chunks)[-1]


def block(kind: str, block_id: str, *deltas: str) -> list[Any]:
    texts = [{"type": f"{kind}-delta", "id": block_id, "delta": delta} for delta in deltas]
    return [{"type": f"{kind}-start", "id": block_id}, *texts, {"type": f"{kind}-end", "id": block_id}]


def signed(signature: str) -> dict[str, Any]:
    return {"providerMetadata": {"google": {"thoughtSignature": signature}}}


def test_text_and_thoughts_are_blocks_that_take_turns() -> None:
    chunks = [chunk({"text": "a"}), chunk({"text": "b"}, {"text": "c", "thought": True}), chunk({"text": "d"})]
    assert told(*chunks) == [*block("text", "0", "a", "b"), *block("reasoning", "1", "c"), *block("text", "2", "d")]


def test_a_signature_without_text_stands_where_it_came() -> None:
    empty = {"text": "", "thoughtSignature": "s"}
    start, delta = {"type": "text-start", "id": "0"}, {"type": "text-delta", "id": "0", "delta": ""}
    alone = [{**start, **signed("s")}, {**delta, **signed("s")}, {"type": "text-end", "id": "0"}]
    assert told(chunk(empty)) == alone
    assert told(chunk({"text": "a"}, empty))[2] == {**delta, **signed("s")}
    kinds = [part["type"] for part in told(chunk({"text": "a", "thought": True}, {**empty, "thought": True}))]
    whole = ["reasoning-start", "reasoning-delta", "reasoning-end"]
    assert kinds == [*whole, *whole]
    assert told(chunk({"text": ""})) == []


def test_files_close_blocks_and_tools_of_google_do_not() -> None:
    image = {"inlineData": {"mimeType": "image/png", "data": PIXEL}}
    code = {"executableCode": {"language": "P", "code": "1"}}
    parts = told(
        chunk({"text": "a"}, code, {"codeExecutionResult": {"outcome": "OK"}}, {"text": "b"}, image, {"text": "c"})
    )
    types = [part["type"] for part in parts]
    assert types == [
        *("text-start", "text-delta", "tool-call", "tool-result", "text-delta", "text-end", "file"),
        *("text-start", "text-delta", "text-end"),
    ]
    assert told(chunk({"codeExecutionResult": {"outcome": "OK"}})) == []


def test_server_tools_are_calls_with_results() -> None:
    server = [{"toolCall": {"toolType": "S", "id": "1"}}, {"toolResponse": {"toolType": "S", "id": "2"}}]
    assert [(part["type"], part["toolCallId"]) for part in told(chunk(*server))] == [
        ("tool-call", "1"),
        ("tool-result", "1"),
    ]


@pytest.mark.parametrize(
    ("call", "deltas", "text"),
    [
        ({"name": "f", "args": {"a": 1.0}, "id": "1"}, ['{"a":1}'], '{"a":1}'),
        ({"name": "f", "args": '{"a": 1}', "id": "1"}, ['{"a": 1}'], '{"a": 1}'),
        ({"name": "f", "id": "1"}, [], "{}"),
        ({"name": "f", "id": "1", "willContinue": False}, [], "{}"),
    ],
)
def test_whole_calls_close_blocks_and_are_told_in_full(call: Any, deltas: list[str], text: str) -> None:
    parts = told(chunk({"text": "a"}, {"functionCall": call, "thoughtSignature": "s"}))
    assert parts == [
        *block("text", "0", "a"),
        {"type": "tool-input-start", "id": "1", "toolName": "f", **signed("s")},
        *({"type": "tool-input-delta", "id": "1", "delta": delta, **signed("s")} for delta in deltas),
        {"type": "tool-input-end", "id": "1", **signed("s")},
        {"type": "tool-call", "toolCallId": "1", "toolName": "f", "input": text, **signed("s")},
    ]


def calling(**call: Any) -> dict[str, Any]:
    return chunk({"functionCall": call})


def test_arguments_in_pieces_are_deltas_of_one_call() -> None:
    name = {"jsonPath": "$.a", "stringValue": "x", "willContinue": True}
    chunks = [
        calling(name="f", willContinue=True, id="1"),
        chunk({"text": "meanwhile"}),
        calling(partialArgs=[name], willContinue=True),
        calling(partialArgs=[{"jsonPath": "$.a", "stringValue": "y"}]),
        calling(),
    ]
    assert told(*chunks) == [
        {"type": "tool-input-start", "id": "1", "toolName": "f"},
        *block("text", "0", "meanwhile")[:2],
        {"type": "tool-input-delta", "id": "1", "delta": '{"a":"x'},
        {"type": "tool-input-delta", "id": "1", "delta": 'y"'},
        {"type": "text-end", "id": "0"},
        {"type": "tool-input-delta", "id": "1", "delta": "}"},
        {"type": "tool-input-end", "id": "1"},
        {"type": "tool-call", "toolCallId": "1", "toolName": "f", "input": '{"a":"xy"}'},
    ]


def test_a_call_whose_pieces_are_complete_ends_at_once_and_pieces_without_a_call_are_nothing() -> None:
    whole = calling(name="f", partialArgs=[{"jsonPath": "$.a", "numberValue": 1}])
    assert [part["type"] for part in told(whole)][-2:] == ["tool-input-end", "tool-call"]
    assert (
        told(calling(partialArgs=[{"jsonPath": "$.a", "numberValue": 1}]), calling(), calling(willContinue=True)) == []
    )


def test_the_json_function_is_the_text_of_the_answer() -> None:
    chunks = [chunk({"text": "chat"}), calling(name="json", args={"a": 1}, id="1"), chunk(finishReason="STOP")]
    *parts, finish = feed(stream(json_response_tool_name="json"), wire.Chunk, *chunks)
    assert parts == block("text", "1", '{"a":1}')
    assert finish["finishReason"] == {"unified": "stop", "raw": "STOP"}


def test_sources_are_told_once() -> None:
    web = [{"web": {"uri": f"https://a.dev/{name}"}} for name in "aba"]
    grounding = {"groundingMetadata": {"groundingChunks": web}}
    sources = told(chunk(**grounding), chunk(**grounding))
    assert [source["url"] for source in sources] == ["https://a.dev/a", "https://a.dev/b"]


@pytest.mark.parametrize(
    ("chunks", "unified", "raw"),
    [
        ([chunk(finishReason="STOP")], "stop", "STOP"),
        ([calling(name="f"), chunk(finishReason="STOP")], "tool-calls", "STOP"),
        ([chunk({"text": "a"})], "interrupted", None),
        ([{"promptFeedback": {"blockReason": "SAFETY"}}, chunk(finishReason="STOP")], "content-filter", "SAFETY"),
        ([{"promptFeedback": {"blockReason": ""}}, chunk(finishReason="STOP")], "stop", "STOP"),
        ([chunk(finishReason="CONTINUATION")], "length", "CONTINUATION"),
    ],
)
def test_streams_end_for_a_reason(chunks: Any, unified: str, raw: str | None) -> None:
    finish = end(*chunks)["finishReason"]
    assert finish == {"unified": unified, **({} if raw is None else {"raw": raw})}


def test_what_is_written_after_a_refusal_is_not_shown_but_counted() -> None:
    blocked = {"promptFeedback": {"blockReason": "SAFETY"}}
    later = {**chunk({"text": "a"}, finishMessage="m"), "usageMetadata": {"promptTokenCount": 2}}
    (finish,) = feed(stream(), wire.Chunk, blocked, later, {"promptFeedback": {"blockReason": "OTHER"}})
    metadata = finish["providerMetadata"]["google"]
    assert (metadata["promptFeedback"], metadata["finishMessage"]) == ({"blockReason": "SAFETY"}, "m")
    assert finish["usage"]["inputTokens"]["total"] == 2


@pytest.mark.parametrize(
    ("error", "status", "is_retryable"),
    [
        ({"code": 429, "message": "m", "status": "RESOURCE_EXHAUSTED"}, 429, True),
        ({"code": None, "message": "m", "status": "UNAVAILABLE"}, 503, True),
        ({"code": 400, "message": "m", "status": "INVALID_ARGUMENT", "details": [1]}, 400, False),
    ],
)
def test_an_error_event_is_an_error_part_and_the_end(*, error: Any, status: int, is_retryable: bool) -> None:
    part, finish = feed(stream(), wire.Chunk, {"error": error, **chunk({"text": "a"})})
    code = {} if error["code"] is None else {"code": error["code"]}
    expected = {"message": "m", "type": error["status"], **code, "statusCode": status, "isRetryable": is_retryable}
    assert part == {"type": "error", "error": {**expected, "data": error}}
    assert finish["finishReason"] == {"unified": "error"}


def test_an_error_of_an_unknown_kind_has_no_status() -> None:
    part, _ = feed(stream(), wire.Chunk, {"error": {"code": None, "message": "m", "status": "ODD"}})
    assert part["error"] == {
        "message": "m",
        "type": "ODD",
        "isRetryable": False,
        "data": {"code": None, "message": "m", "status": "ODD"},
    }


def test_a_chunk_that_cannot_be_read_ends_a_stream_that_has_no_other_end() -> None:
    error = AISDKError("odd")
    state = stream()
    (part,) = state.error(error)
    assert part.error is error
    assert next(iter(state.finish())).finish_reason.unified == "error"
    finished = stream()
    list(finished.feed(load(wire.Chunk, chunk(finishReason="STOP"))))
    finished.error(error)
    assert next(iter(finished.finish())).finish_reason.unified == "stop"


def test_a_continued_stream_counts_all_its_requests() -> None:
    state = stream()
    first = {
        **chunk(
            {"text": "a"},
            finishReason="CONTINUATION",
            continuationToken="t",
            groundingMetadata={"webSearchQueries": ["a"]},
        ),
        "usageMetadata": {"promptTokenCount": 3, "candidatesTokenCount": 1},
    }
    list(state.feed(load(wire.Chunk, first)))
    assert (state.take_continuation_token(), state.take_continuation_token()) == ("t", None)
    state.start_continuation()
    last = {**chunk(finishReason="MAX_TOKENS", continuationToken="u"), "usageMetadata": {"promptTokenCount": 8}}
    *_, finish = feed(state, wire.Chunk, last)
    metadata = finish["providerMetadata"]["google"]
    told = ("usageMetadata", "groundingMetadataPerRequest", "continuationToken", "initialPromptTokenCount")
    assert {key: metadata[key] for key in told} == {
        "usageMetadata": {"promptTokenCount": 11, "candidatesTokenCount": 1},
        "groundingMetadataPerRequest": [{"webSearchQueries": ["a"]}, None],
        "continuationToken": "u",
        "initialPromptTokenCount": 3,
    }
    assert (
        "continuationToken" not in end(chunk(finishReason="STOP", continuationToken="c"))["providerMetadata"]["google"]
    )


WORDS = (
    *("candidates", "content", "parts", "text", "thought", "functionCall", "name", "args", "partialArgs", "jsonPath"),
    *("$.a", "$.a[0]", "stringValue", "willContinue", "inlineData", "mimeType", "data", "toolCall", "toolType", "id"),
    *("executableCode", "code", "language", "codeExecutionResult", "outcome", "groundingMetadata", "error", "message"),
    *("finishReason", "usageMetadata", "promptFeedback", "blockReason", "status", "thoughtSignature", "responseId"),
)
_PIECES = st.fixed_dictionaries({}, optional={name: odd_json("a", "$.a") for name in WORDS})


@given(st.lists(odd_json(*WORDS) | st.lists(_PIECES, max_size=3).map(lambda parts: chunk(*parts)), max_size=4))
def test_odd_chunks_raise_nothing_but_errors_of_this_library(chunks: list[Any]) -> None:
    state, parse = stream(), json_parser(wire.Chunk)
    try:
        for each in chunks:
            value = parse(encode_json(each))
            for part in state.error(value) if isinstance(value, AISDKError) else state.feed(value):
                dump(part)
    except AISDKError:
        return
    assert dump(list(state.finish())[-1])["type"] == "finish"
