"""DeepSeek's chunks become stream parts."""

import pytest
from ai_sdk_generated.deepseek.chat import wire
from hypothesis import given

from ai_sdk.provider import (
    AISDKError,
    JSONParseError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.providers.deepseek.chat.stream import DeepSeekChatStream
from tests.providers.chat_laws import chunk, chunks, out_of_order, run

METADATA = create_response_metadata_part(id="r", model="m", created=0)


def feed(*values):
    return run(DeepSeekChatStream("deepseek", lambda: "generated"), wire.DeepseekChatChunk, *values)


def finish(unified, raw=None, usage=None, **metadata):
    reason = LanguageModelV4FinishReason(unified=unified, raw=raw)
    metadata = {"deepseek": {"choiceIndex": 0, **metadata} if metadata.pop("chosen", True) else metadata}
    return LanguageModelV4Finish(
        finish_reason=reason, usage=usage or LanguageModelV4Usage(), provider_metadata=metadata
    )


def test_text_opens_before_reasoning_ends():
    usage = {"prompt_tokens": 5, "completion_tokens": 3, "prompt_cache_hit_tokens": 2, "prompt_cache_miss_tokens": None}
    assert feed(
        chunk({"role": "assistant", "reasoning_content": "Hm"}, object="chat.completion.chunk"),
        chunk({"content": "Yes"}, system_fingerprint="f1"),
        chunk({}, "stop", usage=usage, system_fingerprint="f2"),
    ) == [
        METADATA,
        LanguageModelV4ReasoningStart(id="reasoning-0"),
        LanguageModelV4ReasoningDelta(id="reasoning-0", delta="Hm"),
        LanguageModelV4TextStart(id="txt-0"),
        LanguageModelV4ReasoningEnd(id="reasoning-0"),
        LanguageModelV4TextDelta(id="txt-0", delta="Yes"),
        LanguageModelV4TextEnd(id="txt-0"),
        finish(
            "stop",
            "stop",
            LanguageModelV4Usage(
                input_tokens=LanguageModelV4InputTokens(total=5, no_cache=3, cache_read=2),
                output_tokens=LanguageModelV4OutputTokens(total=3, text=3, reasoning=0),
                raw=usage,
            ),
            messageRole="assistant",
            responseObject="chat.completion.chunk",
            systemFingerprint="f2",
            promptCacheHitTokens=2,
        ),
    ]


def test_tool_calls_end_reasoning_and_their_types_are_told_in_order():
    second = {"index": 1, "id": "2", "type": "function", "function": {"name": "b", "arguments": "{}"}}
    first = {"index": 0, "id": "1", "type": "function", "function": {"name": "a", "arguments": None}}
    assert feed(chunk({"reasoning_content": "Hm", "tool_calls": [second, first]}, "tool_calls")) == [
        METADATA,
        LanguageModelV4ReasoningStart(id="reasoning-0"),
        LanguageModelV4ReasoningDelta(id="reasoning-0", delta="Hm"),
        LanguageModelV4ReasoningEnd(id="reasoning-0"),
        LanguageModelV4ToolInputStart(id="2", tool_name="b"),
        LanguageModelV4ToolInputDelta(id="2", delta="{}"),
        LanguageModelV4ToolInputStart(id="1", tool_name="a"),
        LanguageModelV4ToolInputEnd(id="1"),
        LanguageModelV4ToolCall(tool_call_id="1", tool_name="a", input=""),
        LanguageModelV4ToolInputEnd(id="2"),
        LanguageModelV4ToolCall(tool_call_id="2", tool_name="b", input="{}"),
        finish("tool-calls", "tool_calls", toolCallTypes=["function", "function"]),
    ]


def test_log_probabilities_are_collected():
    def choice(**logprobs):
        return chunk()["choices"][0] | {"logprobs": logprobs}

    sure = {"token": "a", "logprob": -1, "bytes": None, "top_logprobs": []}
    parts = feed(
        chunk(choices=[choice(content=[sure], reasoning_content=None)]),
        chunk(choices=[choice(content=[sure])]),
    )
    assert parts[-1] == finish("other", logprobs={"content": [sure, sure]})


def test_a_stream_without_chunks_ends_for_no_known_reason():
    assert feed() == [finish("other", chosen=False)]


def test_a_chunk_that_cannot_be_read_is_an_error_and_the_stream_goes_on():
    error = JSONParseError(text="{", cause=ValueError())
    assert feed(error, chunk(choices=[])) == [
        LanguageModelV4Error(error=error),
        METADATA,
        finish("error", chosen=False),
    ]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        ({"type": "overloaded_error"}, (503, True)),
        ({"code": "invalid_api_key", "type": "server_error"}, (401, False)),
        ({"code": "rate_limit_exceeded"}, (429, True)),
        ({"code": "429"}, (429, True)),
        ({"code": 400.0, "type": "server_error"}, (400, False)),
        ({"code": 408}, (408, True)),
        ({"code": "299", "type": "storm"}, (None, None)),
        ({"type": "insufficient_quota", "code": "500"}, (429, False)),
    ],
)
def test_an_error_event_says_what_code_or_type_stand_for(error, status):
    event = {"error": {"message": "No.", **error}}
    status_code, is_retryable = status
    said = ProviderStreamError(
        message="No.",
        type=error.get("type"),
        code=error.get("code"),
        status_code=status_code,
        is_retryable=is_retryable,
        data=event,
    )
    assert feed(event) == [LanguageModelV4Error(error=said), finish("error", chosen=False)]


@given(chunks)
def test_any_stream_of_chunks_makes_parts_in_order_or_is_invalid(values):
    try:
        parts = feed(*values)
    except AISDKError:
        return
    assert out_of_order(parts) == []
