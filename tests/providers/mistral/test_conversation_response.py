"""Mistral's conversation responses as content."""

import pytest
from ai_sdk_generated.mistral.conversations import wire

from ai_sdk.provider import (
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.providers.mistral.conversations.content import ContentConverter, convert_conversation_usage
from ai_sdk.providers.mistral.conversations.response import read_response

NAMES = ToolNameMapping(provider_names={"look_up": "web_search"}, custom_names={"web_search": "look_up"})


def read(*outputs, usage=None) -> ModelOutput:
    response = {"conversation_id": "conv", "outputs": list(outputs), "usage": usage}
    converter = ContentConverter(NAMES, iter(("id-1", "id-2")).__next__)
    return read_response(wire.MistralConversationResponse.model_validate(response), converter)


def message(content, model=None):
    return {"type": "message.output", "content": content, "model": model}


def text(value):
    return {"type": "text", "text": value}


def page(url, title=None):
    return {"type": "tool_reference", "url": url, "title": title}


def test_what_was_said_keeps_its_order_and_every_page_is_a_source_once():
    thinking = {"type": "thinking", "thinking": [text("H"), text("m.")]}
    pages = [page("https://a.dev", "A"), page("https://a.dev", "B"), page(None), page("https://b.dev")]
    output = read(message([thinking, text("Twelve"), *pages, text(""), {**thinking, "thinking": []}], "m-1"))
    assert output == ModelOutput(
        content=[
            LanguageModelV4Reasoning(text="Hm."),
            LanguageModelV4Text(text="Twelve"),
            LanguageModelV4SourceUrl(id="id-1", url="https://a.dev", title="A"),
            LanguageModelV4SourceUrl(id="id-2", url="https://b.dev", title="https://b.dev"),
        ],
        finish_reason=LanguageModelV4FinishReason(unified="stop"),
        usage=LanguageModelV4Usage(),
        metadata=LanguageModelV4ResponseMetadata(id="conv", model_id="m-1"),
    )


def test_what_mistral_ran_is_a_call_and_a_result_by_the_callers_name():
    execution = {"type": "tool.execution", "id": "e", "name": "web_search", "arguments": '{"q":1}', "function": "open"}
    output = read({**execution, "info": {"result": "slow"}}, {**execution, "function": None, "name": "other"})
    metadata = {"type": "tool.execution", "name": "web_search", "function": "open"}
    ran = {"tool_call_id": "e", "input": '{"arguments":"{\\"q\\":1}"}', "provider_executed": True}
    assert output.content == [
        LanguageModelV4ToolCall(tool_name="look_up", provider_metadata={"mistral": metadata}, **ran),
        LanguageModelV4ToolResult(tool_call_id="e", tool_name="look_up", result={"info": {"result": "slow"}}),
        LanguageModelV4ToolCall(
            tool_name="other", provider_metadata={"mistral": {"type": "tool.execution", "name": "other"}}, **ran
        ),
        LanguageModelV4ToolResult(tool_call_id="e", tool_name="other", result={}),
    ]


def test_calls_of_functions_decide_how_it_ended():
    call = {"type": "function.call", "tool_call_id": "c", "name": "clock"}
    outputs = {**call, "arguments": "{ }"}, {**call, "arguments": {"a": 1.0}}, message("", "m-1"), message("x")
    output = read(*outputs)
    assert output.finish_reason == LanguageModelV4FinishReason(unified="tool-calls")
    assert output.metadata == LanguageModelV4ResponseMetadata(id="conv", model_id="m-1")
    assert output.content == [
        LanguageModelV4ToolCall(tool_call_id="c", tool_name="clock", input="{ }"),
        LanguageModelV4ToolCall(tool_call_id="c", tool_name="clock", input='{"a":1}'),
        LanguageModelV4Text(text="x"),
    ]


@pytest.mark.parametrize("given", [{}, {"prompt_tokens": 5, "connectors": {"web": 1}}])
def test_counts_that_are_missing_are_zero(given):
    usage = wire.MistralConversationResponse.model_validate(
        {"conversation_id": "c", "outputs": [], "usage": given}
    ).usage
    total = given.get("prompt_tokens", 0)
    assert convert_conversation_usage(usage) == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=total, no_cache=total),
        output_tokens=LanguageModelV4OutputTokens(total=0, text=0),
        raw={"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0, **given},
    )
