"""Finish reasons, token counts, metadata and error statuses that chat-completions APIs share."""

from datetime import UTC, datetime

import pytest

from ai_sdk.provider import (
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.chat_response import create_chat_usage, read_chat_finish_reason
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.provider_utils.stream_error_status import STREAM_ERROR_STATUS_CODES, is_retryable_status_code


@pytest.mark.parametrize(
    ("raw", "unified"),
    [
        ("stop", "stop"),
        ("length", "length"),
        ("content_filter", "content-filter"),
        ("function_call", "tool-calls"),
        ("tool_calls", "tool-calls"),
        ("tired", "other"),
        (None, "other"),
    ],
)
def test_finish_reasons_have_the_specifications_word_and_the_providers(raw, unified):
    assert read_chat_finish_reason(raw) == LanguageModelV4FinishReason(unified=unified, raw=raw)


def test_what_the_cache_did_and_the_reasoning_are_parts_of_the_whole():
    raw = {"x": 1}
    assert create_chat_usage(
        prompt=10, completion=7, cache_read=2, cache_write=3, reasoning=4, raw=raw
    ) == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=10, no_cache=5, cache_read=2, cache_write=3),
        output_tokens=LanguageModelV4OutputTokens(total=7, text=3, reasoning=4),
        raw=raw,
    )


def test_absent_counts_are_zero_but_for_cache_writes_and_text_is_never_negative():
    assert create_chat_usage(
        prompt=None, completion=None, cache_read=None, reasoning=5, raw={}
    ) == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=0, no_cache=0, cache_read=0, cache_write=None),
        output_tokens=LanguageModelV4OutputTokens(total=0, text=0, reasoning=5),
        raw={},
    )


def test_a_stream_says_whose_answer_it_is():
    part = create_response_metadata_part(id="r", model="m", created=1.5)
    timestamp = datetime(1970, 1, 1, 0, 0, 1, 500000, tzinfo=UTC)
    assert part == LanguageModelV4ResponseMetadataPart(id="r", model_id="m", timestamp=timestamp)


@pytest.mark.parametrize(
    ("status_code", "retryable"), [(400, False), (404, False), (408, True), (409, True), (429, True), (500, True)]
)
def test_time_outs_conflicts_limits_and_server_errors_may_pass(status_code, retryable):
    assert is_retryable_status_code(status_code) is retryable


def test_every_known_error_has_an_error_status():
    assert {code // 100 for code in STREAM_ERROR_STATUS_CODES.values()} == {4, 5}
