"""Moonshot AI's chunks become stream parts."""

import pytest
from ai_sdk_generated.moonshotai.chat import wire
from hypothesis import given

from ai_sdk.provider import (
    AISDKError,
    JSONParseError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.chat_response import create_chat_usage
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.providers.moonshotai.chat.stream import MoonshotAIChatStream
from tests.providers.chat_laws import chunk, chunks, out_of_order, run


def feed(*values):
    return run(MoonshotAIChatStream("moonshotai", lambda: "generated"), wire.MoonshotAIChatChunk, *values)


def finish(unified, raw=None, usage=None, **metadata):
    return LanguageModelV4Finish(
        finish_reason=LanguageModelV4FinishReason(unified=unified, raw=raw),
        usage=usage or LanguageModelV4Usage(),
        provider_metadata={"moonshotai": metadata},
    )


def counts(prompt):
    raw = {"prompt_tokens": prompt, "cached_tokens": 1}
    return raw, create_chat_usage(prompt=prompt, completion=0, cache_read=1, reasoning=0, raw=raw)


def choice(**fields):
    return {"choices": [{**chunk()["choices"][0], **fields}]}


def test_text_opens_before_reasoning_ends():
    assert feed(
        chunk({"role": "assistant", "reasoning_content": "Hm"}, object="chat.completion.chunk"),
        chunk({"content": "Yes"}, "stop"),
    ) == [
        create_response_metadata_part(id="r", model="m", created=0),
        LanguageModelV4ReasoningStart(id="reasoning-0"),
        LanguageModelV4ReasoningDelta(id="reasoning-0", delta="Hm"),
        LanguageModelV4TextStart(id="txt-0"),
        LanguageModelV4ReasoningEnd(id="reasoning-0"),
        LanguageModelV4TextDelta(id="txt-0", delta="Yes"),
        LanguageModelV4TextEnd(id="txt-0"),
        finish("stop", "stop", responseObject="chat.completion.chunk", choiceIndex=0, messageRole="assistant"),
    ]


def test_the_position_of_a_tool_call_stands_in_for_its_index():
    first = {"id": "1", "type": "function", "function": {"name": "a", "arguments": "{"}}
    second = {"id": "2", "type": "function", "function": {"name": "b", "arguments": "{}"}}
    parts = feed(
        chunk({"reasoning_content": "Hm"}),
        chunk({"tool_calls": [first, second]}),
        chunk({"tool_calls": [{"function": {"arguments": "}"}}]}, "tool_calls"),
    )
    calls = [part for part in parts if part.type == "tool-call"]
    assert [(call.tool_call_id, call.tool_name, call.input) for call in calls] == [("1", "a", "{}"), ("2", "b", "{}")]
    types = ["function", "function"]
    assert parts[-1] == finish("tool-calls", "tool_calls", choiceIndex=0, toolCallTypes=types)


def test_the_chunks_own_count_is_better_than_the_choices():
    (inner, of_choice), (outer, of_chunk) = counts(3), counts(5)
    assert feed(chunk(**choice(usage=inner)))[-1] == finish("other", None, of_choice, choiceIndex=0)
    counted = feed(chunk(usage=outer), chunk(**choice(usage=inner, delta=None)))
    assert counted[-1] == finish("other", None, of_chunk, choiceIndex=0)


def test_log_probabilities_are_collected():
    sure = {"token": "a", "logprob": -1, "bytes": None, "top_logprobs": []}
    parts = feed(
        chunk(**choice(logprobs={"content": [sure]})),
        chunk(**choice(logprobs={"content": None})),
    )
    assert parts[-1] == finish("other", choiceIndex=0, logprobs={"content": [sure]})


@pytest.mark.parametrize(
    ("error", "status"),
    [
        ({"type": "rate_limit_exceeded", "code": "c"}, (429, True)),
        ({"type": "permission_error"}, (403, False)),
        ({"code": "server_error"}, (None, None)),
    ],
)
def test_an_error_event_says_what_its_type_stands_for(error, status):
    event = {"error": {"message": "No.", **error}}
    said = ProviderStreamError(
        message="No.",
        type=error.get("type"),
        code=error.get("code"),
        status_code=status[0],
        is_retryable=status[1],
        data=event,
    )
    assert feed(event) == [LanguageModelV4Error(error=said), finish("error")]


def test_a_chunk_that_cannot_be_read_is_an_error_and_chunks_without_choices_say_nothing():
    error = JSONParseError(text="{", cause=ValueError())
    assert feed(error, {"choices": []}) == [
        LanguageModelV4Error(error=error),
        create_response_metadata_part(),
        finish("error"),
    ]


@given(chunks)
def test_any_stream_of_chunks_makes_parts_in_order_or_is_invalid(values):
    try:
        parts = feed(*values)
    except AISDKError:
        return
    assert out_of_order(parts) == []
