"""Chat responses in the specification's words."""

from datetime import UTC, datetime
from typing import Any

import pytest
from ai_sdk_generated.openai_compatible.chat import wire

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
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
from ai_sdk.providers.openai_compatible.chat.response import (
    convert_content,
    convert_openai_compatible_chat_usage,
    read_response,
)


def read(message, finish_reason="stop", dialect=None, **fields) -> ModelOutput:
    body = {"choices": [{"message": message, "finish_reason": finish_reason}], **fields}
    response = validate_types(wire.OpenAICompatibleChatResponse, body)
    return read_response(response, "acme", body, dialect or ChatDialect(), lambda: "generated")


def call(name, **fields):
    return {"function": {"name": name, "arguments": "{}"}, **fields}


def test_reasoning_text_refusal_and_tool_calls_are_content_in_this_order():
    message = {
        "content": "Noon.",
        "refusal": "No more.",
        "reasoning_content": "Hm.",
        "reasoning": "ignored",
        "tool_calls": [
            call("clock", id="1", extra_content={"google": {"thought_signature": "s"}}),
            call("bell", id="", extra_content={"google": None}),
        ],
    }
    assert read(message, "tool_calls", id="r", model="m", created=1) == ModelOutput(
        content=[
            LanguageModelV4Reasoning(text="Hm."),
            LanguageModelV4Text(text="Noon."),
            LanguageModelV4Text(text="No more."),
            LanguageModelV4ToolCall(
                tool_call_id="1",
                tool_name="clock",
                input="{}",
                provider_metadata={"acme": {"thoughtSignature": "s"}},
            ),
            LanguageModelV4ToolCall(tool_call_id="generated", tool_name="bell", input="{}"),
        ],
        finish_reason=LanguageModelV4FinishReason(unified="tool-calls", raw="tool_calls"),
        usage=LanguageModelV4Usage(),
        provider_metadata={"acme": {}},
        metadata=LanguageModelV4ResponseMetadata(
            id="r", model_id="m", timestamp=datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
        ),
    )


@pytest.mark.parametrize(
    ("message", "finish_reason", "unified"),
    [
        ({"refusal": "No."}, "stop", "content-filter"),
        ({"refusal": "No."}, "length", "length"),
        ({"refusal": ""}, "stop", "stop"),
        ({"refusal": False}, "stop", "stop"),
        ({"refusal": None}, "stop", "stop"),
        ({}, "content_filter", "content-filter"),
        ({}, "function_call", "tool-calls"),
        ({}, "new", "other"),
        ({}, None, "other"),
    ],
)
def test_finish_reasons(message, finish_reason, unified):
    reason = LanguageModelV4FinishReason(unified=unified, raw=finish_reason)
    assert read(message, finish_reason).finish_reason == reason


def test_a_time_of_zero_is_no_time():
    assert read({}, created=0).metadata == LanguageModelV4ResponseMetadata()


def test_a_response_without_choices_is_invalid():
    response = validate_types(wire.OpenAICompatibleChatResponse, {"choices": []})
    with pytest.raises(InvalidResponseDataError, match="did not contain any choices") as caught:
        read_response(response, "acme", {"a": 1}, ChatDialect(), str)
    assert caught.value.data == {"a": 1}


@pytest.mark.parametrize(
    ("content", "converted"),
    [
        (None, []),
        ("", []),
        ("Hi", [LanguageModelV4Text(text="Hi")]),
        (
            [
                {
                    "type": "thinking",
                    "thinking": [{"type": "text", "text": "H"}, {"type": "text", "text": "m"}, 1, None],
                },
                {"type": "text", "text": "Hi"},
                {"type": "text", "text": ""},
                {"type": "text", "text": 1},
                {"type": "thinking", "thinking": "Hm"},
                {"type": "thinking", "thinking": [{"type": "image"}]},
                {"type": "new"},
            ],
            [LanguageModelV4Reasoning(text="Hm"), LanguageModelV4Text(text="Hi")],
        ),
    ],
)
def test_content_is_text_or_parts_of_text_and_thinking(content, converted):
    assert convert_content(validate_types(wire.OpenAICompatibleContent, content)) == converted


USAGE: dict[str, Any] = {
    "prompt_tokens": 10,
    "completion_tokens": 5,
    "prompt_tokens_details": {"cached_tokens": 4, "own": 1},
    "completion_tokens_details": {
        "reasoning_tokens": 7,
        "accepted_prediction_tokens": 2,
        "rejected_prediction_tokens": 0,
    },
    "cost": 0.5,
}


def test_usage_keeps_what_the_provider_adds_and_predictions_are_metadata():
    output = read({}, usage=USAGE)
    assert output.usage == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=10, no_cache=6, cache_read=4),
        output_tokens=LanguageModelV4OutputTokens(total=5, text=0, reasoning=7),
        raw=USAGE,
    )
    assert output.provider_metadata == {"acme": {"acceptedPredictionTokens": 2, "rejectedPredictionTokens": 0}}


def test_what_usage_does_not_say_is_zero():
    assert convert_openai_compatible_chat_usage({"prompt_tokens": None}) == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=0, no_cache=0, cache_read=0),
        output_tokens=LanguageModelV4OutputTokens(total=0, text=0, reasoning=0),
        raw={"prompt_tokens": None},
    )


def test_the_dialect_converts_usage_or_leaves_it():
    own = LanguageModelV4Usage(raw={"own": True})
    seen: list[Any] = []

    def convert(raw):
        seen.append(raw)
        return own if raw else None

    dialect = ChatDialect(convert_usage=convert)
    assert read({}, dialect=dialect, usage=USAGE).usage == own
    assert read({}, dialect=dialect).usage == LanguageModelV4Usage()
    assert seen == [USAGE, None]


class Extractor:
    def __init__(self, metadata):
        self.metadata = metadata

    def extract_metadata(self, *, parsed_body):
        return self.metadata if parsed_body["choices"] else {}

    def create_stream_extractor(self):
        raise NotImplementedError


@pytest.mark.parametrize(
    ("extracted", "metadata"),
    [
        (None, {"acme": {"acceptedPredictionTokens": 2, "rejectedPredictionTokens": 0}}),
        (
            {"acme": {"own": 1}, "other": {"a": 2}},
            {"acme": {"own": 1, "acceptedPredictionTokens": 2, "rejectedPredictionTokens": 0}, "other": {"a": 2}},
        ),
    ],
)
def test_the_dialects_extractor_adds_metadata(extracted, metadata):
    output = read({}, dialect=ChatDialect(metadata_extractor=Extractor(extracted)), usage=USAGE)
    assert output.provider_metadata == metadata
