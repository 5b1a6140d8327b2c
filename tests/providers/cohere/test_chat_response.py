"""Cohere's chat responses as content."""

import pytest
from ai_sdk_generated.cohere.chat import wire

from ai_sdk.provider import (
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4SourceDocument,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.providers.cohere.chat.response import convert_cohere_usage, read_finish_reason, read_response

USAGE = {"tokens": {"input_tokens": 3, "output_tokens": 2, "image_tokens": 0}, "later": [None]}


def read(**message) -> ModelOutput:
    response = {
        "generation_id": "g",
        "message": {"role": "assistant", **message},
        "finish_reason": "COMPLETE",
        "usage": USAGE,
    }
    return read_response(wire.CohereChatResponse.model_validate(response), iter(("id-1", "id-2")).__next__)


def test_text_and_thinking_keep_their_order_and_empty_ones_are_left_out():
    thinking = [{"type": "thinking", "thinking": value} for value in ("Hm.", "")]
    texts = [{"type": "text", "text": value} for value in ("", "Maren.")]
    assert read(content=[*thinking, *texts]) == ModelOutput(
        content=[LanguageModelV4Reasoning(text="Hm."), LanguageModelV4Text(text="Maren.")],
        finish_reason=LanguageModelV4FinishReason(unified="stop", raw="COMPLETE"),
        usage=LanguageModelV4Usage(
            input_tokens=LanguageModelV4InputTokens(total=3, no_cache=3),
            output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
            raw=USAGE,
        ),
        metadata=LanguageModelV4ResponseMetadata(id="g"),
    )


def test_citations_are_sources_between_text_and_tool_calls():
    cited = {"id": "d", "document": {"id": "d", "text": "Maren kept it.", "title": "Log"}}
    citations = [
        {"start": 0, "end": 5, "text": "Maren", "sources": [cited], "type": "TEXT_CONTENT"},
        {"start": 6, "end": 7, "text": ".", "sources": []},
    ]
    calls = [{"id": "c", "type": "function", "function": {"name": "clock", "arguments": "null"}}]
    content = read(content=[{"type": "text", "text": "Maren."}], citations=citations, tool_calls=calls).content
    first = {"start": 0, "end": 5, "text": "Maren", "sources": [cited], "citationType": "TEXT_CONTENT"}
    second = {"start": 6, "end": 7, "text": ".", "sources": []}
    assert content == [
        LanguageModelV4Text(text="Maren."),
        LanguageModelV4SourceDocument(
            id="id-1", media_type="text/plain", title="Log", provider_metadata={"cohere": first}
        ),
        LanguageModelV4SourceDocument(
            id="id-2", media_type="text/plain", title="Document", provider_metadata={"cohere": second}
        ),
        LanguageModelV4ToolCall(tool_call_id="c", tool_name="clock", input="{}"),
    ]


def test_nothing_said_is_no_content():
    assert read(content=None, tool_plan="I wait.").content == []


@pytest.mark.parametrize(
    ("raw", "unified"),
    [
        ("COMPLETE", "stop"),
        ("STOP_SEQUENCE", "stop"),
        ("MAX_TOKENS", "length"),
        ("ERROR", "error"),
        ("TOOL_CALL", "tool-calls"),
        ("TIMEOUT", "other"),
    ],
)
def test_finish_reasons(raw, unified):
    assert read_finish_reason(raw) == LanguageModelV4FinishReason(unified=unified, raw=raw)


def test_no_usage_is_nothing_known():
    assert convert_cohere_usage(None) == LanguageModelV4Usage()
