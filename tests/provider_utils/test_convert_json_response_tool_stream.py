from ai_sdk.provider import (
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ReasoningStart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils import convert_json_response_tool_stream as module


def convert_json_response_tool_stream(tool_name: str):
    """The conversion with its result as a list."""
    convert = module.convert_json_response_tool_stream(tool_name)
    return lambda parts: list(convert(parts))


METADATA = {"groq": {"note": 1}}


def finish(unified: LanguageModelV4UnifiedFinishReason):
    return LanguageModelV4Finish(
        usage=LanguageModelV4Usage(), finish_reason=LanguageModelV4FinishReason(unified=unified, raw="tool_calls")
    )


def json_call(*deltas: str):
    return [
        LanguageModelV4ToolInputStart(id="1", tool_name="json", provider_metadata=METADATA),
        *(LanguageModelV4ToolInputDelta(id="1", delta=delta, provider_metadata=METADATA) for delta in deltas),
        LanguageModelV4ToolInputEnd(id="1"),
        LanguageModelV4ToolCall(
            tool_call_id="1", tool_name="json", input="".join(deltas) or "{}", provider_metadata=METADATA
        ),
    ]


WEATHER_CALL = [
    LanguageModelV4ToolInputStart(id="2", tool_name="weather"),
    LanguageModelV4ToolInputDelta(id="2", delta="{}"),
    LanguageModelV4ToolInputEnd(id="2"),
    LanguageModelV4ToolCall(tool_call_id="2", tool_name="weather", input="{}"),
]


def test_the_tools_input_becomes_text_and_the_finish_reason_stop():
    convert = convert_json_response_tool_stream("json")
    assert convert([*json_call('{"a"', ":1}"), finish("tool-calls")]) == [
        LanguageModelV4TextStart(id="1", provider_metadata=METADATA),
        LanguageModelV4TextDelta(id="1", delta='{"a"', provider_metadata=METADATA),
        LanguageModelV4TextDelta(id="1", delta=":1}", provider_metadata=METADATA),
        LanguageModelV4TextEnd(id="1", provider_metadata=METADATA),
        finish("stop"),
    ]


def test_input_without_deltas_is_taken_from_the_call():
    convert = convert_json_response_tool_stream("json")
    assert convert(json_call("")) == [
        LanguageModelV4TextStart(id="1", provider_metadata=METADATA),
        LanguageModelV4TextDelta(id="1", delta="", provider_metadata=METADATA),
        LanguageModelV4TextDelta(id="1", delta="{}", provider_metadata=METADATA),
        LanguageModelV4TextEnd(id="1", provider_metadata=METADATA),
    ]


def test_conversational_text_is_left_out_and_other_parts_pass():
    convert = convert_json_response_tool_stream("json")
    conversation = [
        LanguageModelV4TextStart(id="t"),
        LanguageModelV4TextDelta(id="t", delta="Hi"),
        LanguageModelV4TextEnd(id="t"),
    ]
    assert convert([*conversation, LanguageModelV4ReasoningStart(id="r"), finish("stop")]) == [
        LanguageModelV4ReasoningStart(id="r"),
        finish("stop"),
    ]


def test_calls_of_other_tools_pass_and_keep_the_finish_reason():
    convert = convert_json_response_tool_stream("json")
    converted = convert(json_call("{}")) + convert(WEATHER_CALL) + convert([finish("tool-calls")])
    assert converted[3:] == [*WEATHER_CALL, finish("tool-calls")]


def test_a_tool_that_the_provider_ran_does_not_keep_the_finish_reason():
    convert = convert_json_response_tool_stream("json")
    searched = LanguageModelV4ToolCall(tool_call_id="3", tool_name="search", input="{}", provider_executed=True)
    assert convert([*json_call("{}"), searched, finish("tool-calls")])[-1] == finish("stop")


def test_another_finish_reason_is_kept():
    assert convert_json_response_tool_stream("json")([*json_call("{}"), finish("length")])[-1] == finish("length")
