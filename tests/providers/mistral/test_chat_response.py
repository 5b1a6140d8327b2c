"""Mistral's chat responses as content, and its token counts."""

import pytest
from ai_sdk_generated.mistral.chat import wire

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
from ai_sdk.providers.mistral.chat.response import read_finish_reason, read_response
from ai_sdk.providers.mistral.usage import convert_mistral_usage

USAGE = {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}


def read(content, **message) -> ModelOutput:
    choice = {"index": 0, "message": {"role": "assistant", "content": content, **message}, "finish_reason": "stop"}
    response = {"id": "r", "model": "m", "object": "chat.completion", "choices": [choice], "usage": USAGE}
    return read_response(wire.MistralChatResponse.model_validate(response), response)


def text(value):
    return {"type": "text", "text": value}


def thinking(*values):
    return {"type": "thinking", "thinking": [text(value) for value in values]}


def test_a_text_and_calls_are_content():
    call = {"id": "c", "function": {"name": "clock", "arguments": ""}}
    assert read("Hello", tool_calls=[call]) == ModelOutput(
        content=[
            LanguageModelV4Text(text="Hello"),
            LanguageModelV4ToolCall(tool_call_id="c", tool_name="clock", input=""),
        ],
        finish_reason=LanguageModelV4FinishReason(unified="stop", raw="stop"),
        usage=LanguageModelV4Usage(
            input_tokens=LanguageModelV4InputTokens(total=5, no_cache=5),
            output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
            raw=USAGE,
        ),
        metadata=LanguageModelV4ResponseMetadata(id="r", model_id="m"),
    )


def test_parts_keep_their_order_and_what_says_nothing_is_left_out():
    reference, image = {"type": "reference", "reference_ids": [1, "b"]}, {"type": "image_url", "image_url": "u"}
    content = read(
        [thinking("H", "m."), text(""), text("Hello"), reference, image, thinking(), thinking("Done")]
    ).content
    assert content == [
        LanguageModelV4Reasoning(text="Hm."),
        LanguageModelV4Text(text="Hello"),
        LanguageModelV4Reasoning(text="Done"),
    ]


@pytest.mark.parametrize("content", ["", None, []])
def test_nothing_said_is_no_content(content):
    assert read(content).content == []


def test_a_response_without_a_choice_raises():
    response = {"object": "chat.completion", "choices": [], "usage": USAGE}
    with pytest.raises(InvalidResponseDataError) as caught:
        read_response(wire.MistralChatResponse.model_validate(response), response)
    assert caught.value.data == response


@pytest.mark.parametrize(
    ("raw", "unified"),
    [
        ("stop", "stop"),
        ("length", "length"),
        ("model_length", "length"),
        ("tool_calls", "tool-calls"),
        ("error", "error"),
        ("tired", "other"),
        (None, "other"),
    ],
)
def test_finish_reasons(raw, unified):
    assert read_finish_reason(raw) == LanguageModelV4FinishReason(unified=unified, raw=raw)


@pytest.mark.parametrize(
    ("more", "cached"),
    [
        ({"num_cached_tokens": 3, "prompt_tokens_details": {"cached_tokens": 4}}, 3),
        ({"num_cached_tokens": None, "prompt_tokens_details": {"cached_tokens": 4}}, 4),
        ({"prompt_tokens_details": None, "prompt_token_details": {"cached_tokens": 2}}, 2),
        ({"num_cached_tokens": 0, "prompt_tokens_details": {"cached_tokens": 4}}, 0),
        ({"prompt_tokens_details": {}}, 0),
    ],
)
def test_cached_tokens_are_counted_by_whichever_name(more, cached):
    usage = USAGE | more
    assert convert_mistral_usage(usage) == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=5, no_cache=5 - cached, cache_read=cached or None),
        output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
        raw=usage,
    )


def test_no_usage_is_nothing_known():
    assert convert_mistral_usage(None) == LanguageModelV4Usage()
