"""Answers of Converse, whole and in events."""

from typing import Any

from ai_sdk_generated.amazon_bedrock.chat import wire

from ai_sdk.provider import (
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Reasoning,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.json import validate_types
from ai_sdk.providers.amazon_bedrock.chat.request import ConverseContext
from ai_sdk.providers.amazon_bedrock.chat.response import convert_usage, read_finish_reason, read_response
from ai_sdk.providers.amazon_bedrock.chat.stream import ConverseStream
from ai_sdk.providers.amazon_bedrock.event_stream import ConverseEvent
from tests.providers.amazon_bedrock.build import USAGE, answer

CONTEXT = ConverseContext(model_id="m", is_mistral=False, uses_json_instruction=False, uses_json_response_tool=False)
BY_TOOL = ConverseContext(model_id="m", is_mistral=False, uses_json_instruction=False, uses_json_response_tool=True)
IN_WORDS = ConverseContext(model_id="m", is_mistral=False, uses_json_instruction=True, uses_json_response_tool=False)
MISTRAL = ConverseContext(model_id="m", is_mistral=True, uses_json_instruction=False, uses_json_response_tool=False)


def both(**payload: Any) -> dict[str, Any]:
    return {"amazonBedrock": payload, "bedrock": payload}


def read(body: dict[str, Any], context: ConverseContext = CONTEXT):
    return read_response(validate_types(wire.AmazonBedrockResponse, body), context, lambda: "made-up")


def stream(*events: dict[str, Any], context: ConverseContext = CONTEXT) -> list[Any]:
    state = ConverseStream(context)
    fed = [
        part
        for value in events
        for part in state.feed(ConverseEvent(validate_types(wire.AmazonBedrockStream, value), value))
    ]
    return [*fed, *state.finish()]


def delta(index: int, **content: Any) -> dict[str, Any]:
    return {"contentBlockDelta": {"contentBlockIndex": index, "delta": content}}


def thought(index: int, **content: str) -> dict[str, Any]:
    return delta(index, reasoningContent=content)


def start(index: int, **block: Any) -> dict[str, Any]:
    return {"contentBlockStart": {"contentBlockIndex": index, "start": block}}


def stop(index: int) -> dict[str, Any]:
    return {"contentBlockStop": {"contentBlockIndex": index}}


def test_text_comes_from_blocks_and_from_citations() -> None:
    cited = {"content": [{"text": "b"}, {"text": None}, {"text": "c"}]}
    output = read(answer({"text": "a"}, {"citationsContent": cited}, {"citationsContent": {}}))
    assert output.content == [LanguageModelV4Text(text=text) for text in "abc"]


def test_reasoning_has_three_shapes() -> None:
    output = read(
        answer(
            {"reasoningContent": {"reasoningText": {"text": "a", "signature": "s"}}},
            {"reasoningContent": {"reasoningText": {"text": "b"}}},
            {"reasoningContent": {"redactedReasoning": {"data": "c"}}},
            {"reasoningContent": {"redactedContent": "d"}},
        )
    )
    assert output.content == [
        LanguageModelV4Reasoning(text="a", provider_metadata=both(signature="s")),
        LanguageModelV4Reasoning(text="b"),
        LanguageModelV4Reasoning(text="", provider_metadata=both(redactedData="c")),
        LanguageModelV4Reasoning(text="", provider_metadata=both(redactedContent="d")),
    ]


def test_tool_calls_have_ids_and_inputs() -> None:
    body = answer(
        {"toolUse": {"toolUseId": "1", "name": "t", "input": {"a": 1.0}}},
        {"toolUse": {"toolUseId": "", "name": "t"}},
        stop_reason="tool_use",
    )
    output = read(body)
    assert output.content == [
        LanguageModelV4ToolCall(tool_call_id="1", tool_name="t", input='{"a":1}'),
        LanguageModelV4ToolCall(tool_call_id="made-up", tool_name="t", input="{}"),
    ]
    assert output.finish_reason == LanguageModelV4FinishReason(unified="tool-calls", raw="tool_use")
    assert [len(call.tool_call_id) for call in read(body, MISTRAL).content] == [9, 9]


def test_a_json_answer_is_the_input_of_its_tool_or_the_first_object() -> None:
    output = read(
        answer({"toolUse": {"toolUseId": "1", "name": "json", "input": {"a": 1}}}, stop_reason="tool_use"), BY_TOOL
    )
    assert output.content == [LanguageModelV4Text(text='{"a":1}')]
    assert output.finish_reason == LanguageModelV4FinishReason(unified="stop", raw="tool_use")
    assert output.provider_metadata == both(isJsonResponseFromTool=True, stopSequence=None)
    assert read(answer({"text": 'So: {"a":'}, {"text": "1} ok"}), IN_WORDS).content == [
        LanguageModelV4Text(text='{"a":'),
        LanguageModelV4Text(text="1}"),
    ]


def test_metadata_say_how_the_request_was_served() -> None:
    usage = {
        **USAGE,
        "cacheReadInputTokens": 2,
        "cacheWriteInputTokens": 0,
        "cacheDetails": [{"inputTokens": 1, "ttl": "5m"}],
    }
    body = answer(
        {"text": "a"},
        trace={},
        performanceConfig={"latency": "optimized"},
        serviceTier={"type": "flex"},
        additionalModelResponseFields={"delta": {"stop_sequence": "END"}},
    )
    output = read({**body, "usage": usage})
    assert output.provider_metadata == both(
        trace={},
        performanceConfig={"latency": "optimized"},
        serviceTier={"type": "flex"},
        usage={"cacheWriteInputTokens": 0, "cacheDetails": [{"inputTokens": 1, "ttl": "5m"}]},
        stopSequence="END",
    )
    assert output.usage == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=5, no_cache=3, cache_read=2, cache_write=0),
        output_tokens=LanguageModelV4OutputTokens(total=4, text=4),
        raw=usage,
    )
    assert convert_usage(None) == LanguageModelV4Usage()


def test_stop_reasons_are_translated() -> None:
    reasons = ("end_turn", "stop_sequence", "max_tokens", "content_filtered", "guardrail_intervened", "tired")
    unified = [read_finish_reason(reason, is_json_response_from_tool=False).unified for reason in reasons]
    assert unified == ["stop", "stop", "length", "content-filter", "content-filter", "other"]


def test_blocks_of_text_may_be_announced() -> None:
    parts = stream(start(0), delta(0, text="a"), delta(0, text=""), stop(0), delta(1, text="b"), stop(1), stop(7))
    assert parts[:-1] == [
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="a"),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4TextStart(id="1"),
        LanguageModelV4TextDelta(id="1", delta="b"),
        LanguageModelV4TextEnd(id="1"),
    ]


def test_hidden_reasoning_is_said_at_its_end() -> None:
    parts = stream(
        thought(0, text=""),
        thought(0, data="d"),
        thought(0, redactedContent="a"),
        thought(0, redactedContent="b"),
        stop(0),
        delta(1, text="x"),
        thought(1, redactedContent="lost"),
    )
    assert parts[:4] == [
        LanguageModelV4ReasoningStart(id="0"),
        LanguageModelV4ReasoningDelta(id="0", delta="", provider_metadata=both(redactedData="d")),
        LanguageModelV4ReasoningEnd(id="0", provider_metadata=both(redactedContent="ab")),
        LanguageModelV4TextStart(id="1"),
    ]
    assert [part.type for part in parts[4:]] == ["text-delta", "finish"]


def test_the_tool_of_a_json_answer_is_streamed_as_text_when_it_is_whole() -> None:
    use = {"toolUse": {"toolUseId": "1", "name": "json"}}
    parts = stream(
        start(0, **use),
        delta(0, toolUse={"input": '{"a"'}),
        delta(0, toolUse={"input": ":1}"}),
        stop(0),
        {"messageStop": {"stopReason": "tool_use"}},
        context=BY_TOOL,
    )
    assert parts == [
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta='{"a":1}'),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4Finish(
            finish_reason=LanguageModelV4FinishReason(unified="stop", raw="tool_use"),
            usage=LanguageModelV4Usage(),
            provider_metadata=both(isJsonResponseFromTool=True, stopSequence=None),
        ),
    ]


def test_words_around_a_json_answer_are_left_out() -> None:
    parts = stream(delta(0, text="So: "), delta(0, text='{"a": 1} ok'), context=IN_WORDS)
    assert parts[:2] == [LanguageModelV4TextStart(id="0"), LanguageModelV4TextDelta(id="0", delta='{"a": 1}')]


def test_deltas_without_a_place_or_a_meaning_make_nothing() -> None:
    events = (
        delta(3, toolUse={"input": "x"}),
        delta(0, citation={}),
        {"contentBlockDelta": {"contentBlockIndex": 0}},
        {},
    )
    assert [part.type for part in stream(*events)] == ["finish"]


def test_a_tool_without_input_has_an_empty_object() -> None:
    parts = stream(start(0, toolUse={"toolUseId": "1", "name": "t"}), stop(0))
    assert parts[-2] == LanguageModelV4ToolCall(tool_call_id="1", tool_name="t", input="{}")


def test_the_finish_has_the_metadata_and_the_stop_sequence() -> None:
    metadata = {"usage": {**USAGE, "cacheWriteInputTokens": 2}, "trace": {"a": 1}, "serviceTier": {"type": "flex"}}
    fields = {"delta": {"stop_sequence": "END"}}
    stopped = {"messageStop": {"stopReason": "stop_sequence", "additionalModelResponseFields": fields}}
    (finish,) = stream(stopped, {"metadata": metadata}, {"metadata": {}})
    assert finish.provider_metadata == both(
        usage={"cacheWriteInputTokens": 2}, trace={"a": 1}, serviceTier={"type": "flex"}, stopSequence="END"
    )
    assert finish.usage.raw == metadata["usage"]
