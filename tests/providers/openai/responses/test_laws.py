"""Laws of streams and answers, whatever the provider sends."""

import json
from typing import Any

import pytest
from ai_sdk_generated.openai.responses import wire
from hypothesis import given, settings, strategies as st
from hypothesis.strategies import DataObject

from ai_sdk.provider import AISDKError, LanguageModelV4StreamPart
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.event_stream import EventStreamDecoder
from ai_sdk.provider_utils.json import stringify, validate_types
from ai_sdk.providers.openai.responses.response import read_response
from ai_sdk.providers.openai.responses.stream import OpenAIResponsesStream, StreamOrigin
from tests.providers.openai.responses.build import added, context, done, feed, parse_chunk
from tests.providers.openai.responses.samples import HOSTED_RESULTS, PATCH, SCREEN, WHOLE_ITEMS, item

FACTS: dict[str, Any] = {"function_names": frozenset({"f"}), "wants_logprobs": True}
ITEMS = [
    *(given for given, _ in WHOLE_ITEMS),
    *(given for given, *_ in HOSTED_RESULTS),
    SCREEN,
    item("message", role="assistant", content=[], phase=None),
    item("reasoning", encrypted_content=None, summary=[]),
    item("function_call", call_id="c", name="parallel", arguments="{}", status="completed"),
    item("custom_tool_call", call_id="c", name="p", input="x", status="completed"),
    item("apply_patch_call", call_id="c", status="completed", operation=PATCH),
    item("tool_search_call", execution="server", call_id=None, status="completed", arguments=1),
    item("local_shell_call", call_id="c", action={"type": "exec", "command": []}),
]
PIECE = {
    "item_id": "it",
    "output_index": 0,
    "summary_index": 0,
    "delta": "ä\n",
    "diff": "+",
    "code": "1",
    "arguments": "{}",
    "partial_image_b64": "aa",
    "refusal": "no",
    "logprobs": [],
    "annotation": {"type": "url_citation", "start_index": 0, "end_index": 1, "url": "u", "title": "t"},
}
PIECE_KINDS = (
    "output_text.delta",
    "refusal.delta",
    "refusal.done",
    "output_text.annotation.added",
    "reasoning_summary_part.added",
    "reasoning_summary_text.delta",
    "reasoning_summary_part.done",
    "function_call_arguments.delta",
    "custom_tool_call_input.delta",
    "apply_patch_call_operation_diff.delta",
    "apply_patch_call_operation_diff.done",
    "code_interpreter_call_code.delta",
    "code_interpreter_call_code.done",
    "image_generation_call.partial_image",
)
PIECES = [{**PIECE, "type": f"response.{kind}"} for kind in PIECE_KINDS]
ENDS = [
    {"type": "response.completed", "response": {"usage": {"input_tokens": 1, "output_tokens": 1}}},
    {"type": "response.failed", "sequence_number": 1, "response": {"error": {"message": "m"}}},
    {"type": "error", "sequence_number": 1, "message": "m"},
    {"type": "response.created", "response": {"id": "r", "created_at": 1, "model": "m"}},
]
EVENTS = [*map(added, ITEMS), *map(done, ITEMS), *PIECES, *ENDS]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def damaged(draw: Any, samples: list[Any]) -> Any:
    """Draw a sample with some value in it replaced, removed or left alone."""
    value = json.loads(json.dumps(draw(st.sampled_from(samples))))
    node = value
    while isinstance(node, dict | list) and node:
        key = draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        match draw(st.sampled_from(["deeper", "deeper", "replace", "remove", "keep"])):
            case "replace":
                node[key] = draw(json_values)
            case "remove":
                del node[key]
            case "deeper":
                node = node[key]
                continue
        break
    return value


def new_stream() -> OpenAIResponsesStream:
    return OpenAIResponsesStream(context(**FACTS), StreamOrigin(url="https://u", request_body_values={}))


def parts_of(pieces: list[bytes]) -> Any:
    stream, decoder = new_stream(), EventStreamDecoder()
    parts: list[LanguageModelV4StreamPart] = []
    for piece in pieces:
        for data in decoder.feed(piece):
            value = parse_chunk(data)
            parts += stream.error(value) if isinstance(value, AISDKError) else stream.feed(value)
    return [str(part) for part in dump([*parts, *stream.finish()])]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=8), st.data())
def test_any_split_of_the_bytes_gives_the_same_parts(chunks: list[Any], data: DataObject) -> None:
    body = b"".join(f"data: {stringify(chunk)}\n\n".encode() for chunk in chunks)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(body)), max_size=12)))
    pieces = [body[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    assert parts_of(pieces) == parts_of([body])


@settings(deadline=None, max_examples=300)
@given(st.lists(damaged(EVENTS) | json_values, max_size=8))
def test_whatever_json_a_stream_holds_becomes_parts_and_one_finish(chunks: list[Any]) -> None:
    stream = new_stream()
    parts = dump([part for chunk in chunks for part in feed(stream, chunk)] + list(stream.finish()))
    assert [part["type"] for part in parts].index("finish") == len(parts) - 1


@settings(deadline=None, max_examples=200)
@given(
    st.lists(damaged(ITEMS), max_size=4), st.dictionaries(st.sampled_from(["usage", "created_at", "id"]), json_values)
)
def test_whatever_json_an_answer_holds_is_content_or_an_error_of_ours(output: list[Any], values: Any) -> None:
    try:
        response = validate_types(wire.OpenaiResponsesResponse, {"output": output, **values})
    except AISDKError:
        return
    assert isinstance(dump(read_response(response, context(**FACTS)).content), list)


@pytest.mark.parametrize("given_item", ITEMS, ids=lambda value: value["type"])
def test_every_sample_is_an_item_that_answers_can_have(given_item: Any) -> None:
    response = validate_types(wire.OpenaiResponsesResponse, {"output": [given_item]})
    assert [read.type for read in response.output] == [given_item["type"]]
