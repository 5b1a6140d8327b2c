"""Chat responses in the specification's words."""

from datetime import UTC, datetime

import pytest
from ai_sdk_generated.groq.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import validate_types
from ai_sdk.providers.groq.chat.request import GroqChatContext
from ai_sdk.providers.groq.chat.response import convert_groq_usage, read_response


def read(message, finish_reason="stop", json_tool=None, **fields):
    body = {"choices": [{"index": 0, "message": message, "finish_reason": finish_reason}], **fields}
    response = validate_types(wire.GroqChatResponse, body)
    return read_response(response, GroqChatContext(json_tool), body, lambda: "generated")


def call(name, arguments="{}", **fields):
    return {"type": "function", "function": {"name": name, "arguments": arguments}, **fields}


def test_reasoning_text_and_tool_calls_are_content_in_this_order():
    message = {"content": "Noon.", "reasoning": "Hm.", "tool_calls": [call("clock", '{"a": 1}', id="1"), call("bell")]}
    usage = {"prompt_tokens": 3, "completion_tokens": 2, "unknown": 1}
    assert read(message, "tool_calls", id="r", model="m", created=1, usage=usage) == ModelOutput(
        content=[
            LanguageModelV4Reasoning(text="Hm."),
            LanguageModelV4Text(text="Noon."),
            LanguageModelV4ToolCall(tool_call_id="1", tool_name="clock", input='{"a": 1}'),
            LanguageModelV4ToolCall(tool_call_id="generated", tool_name="bell", input="{}"),
        ],
        finish_reason=LanguageModelV4FinishReason(unified="tool-calls", raw="tool_calls"),
        usage=LanguageModelV4Usage(
            input_tokens=LanguageModelV4InputTokens(total=3, no_cache=3),
            output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
            raw={"prompt_tokens": 3, "completion_tokens": 2},
        ),
        metadata=LanguageModelV4ResponseMetadata(
            id="r", model_id="m", timestamp=datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
        ),
    )


def test_empty_texts_are_no_content():
    assert read({"content": "", "reasoning": ""}, None) == ModelOutput(
        content=[], finish_reason=LanguageModelV4FinishReason(unified="other"), usage=LanguageModelV4Usage()
    )


@pytest.mark.parametrize(
    ("calls", "finish_reason", "content", "unified"),
    [
        (["json"], "tool_calls", [LanguageModelV4Text(text="{}")], "stop"),
        (["json"], "length", [LanguageModelV4Text(text="{}")], "length"),
        (
            ["json", "clock"],
            "tool_calls",
            [
                LanguageModelV4Text(text="{}"),
                LanguageModelV4ToolCall(tool_call_id="generated", tool_name="clock", input="{}"),
            ],
            "tool-calls",
        ),
        ([], "tool_calls", [], "tool-calls"),
    ],
)
def test_the_json_tools_input_is_the_text_and_conversation_is_left_out(calls, finish_reason, content, unified):
    output = read({"content": "Here:", "tool_calls": [call(name) for name in calls]}, finish_reason, json_tool="json")
    assert output.content == content
    assert output.finish_reason == LanguageModelV4FinishReason(unified=unified, raw=finish_reason)


def test_a_response_without_choices_is_invalid():
    with pytest.raises(InvalidResponseDataError, match="did not contain any choices") as caught:
        read_response(validate_types(wire.GroqChatResponse, {"choices": []}), GroqChatContext(None), {"a": 1}, str)
    assert caught.value.data == {"a": 1}


@pytest.mark.parametrize(
    ("finish_reason", "unified"),
    [
        ("stop", "stop"),
        ("length", "length"),
        ("content_filter", "content-filter"),
        ("function_call", "tool-calls"),
        ("tool_calls", "tool-calls"),
        ("new", "other"),
    ],
)
def test_finish_reasons(finish_reason, unified):
    assert read({}, finish_reason).finish_reason == LanguageModelV4FinishReason(unified=unified, raw=finish_reason)


def test_usage_has_cached_and_reasoning_tokens_when_groq_says_so():
    raw = {
        "prompt_tokens": 10,
        "completion_tokens": 5,
        "prompt_tokens_details": {"cached_tokens": 4},
        "completion_tokens_details": {"reasoning_tokens": 7},
    }
    assert convert_groq_usage(validate_types(wire.GroqChatChunkXGroqUsage, raw)) == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=10, no_cache=6, cache_read=4),
        output_tokens=LanguageModelV4OutputTokens(total=5, text=0, reasoning=7),
        raw=raw,
    )
