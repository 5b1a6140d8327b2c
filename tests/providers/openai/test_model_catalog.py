from dataclasses import asdict

import pytest
from hypothesis import given, strategies as st

from ai_sdk.providers.openai.model_catalog import (
    OpenAIImageModelEntry,
    OpenAITranscriptionModelEntry,
    get_openai_image_model_entry,
    get_openai_language_model_entry,
    get_openai_transcription_model_entry,
)

CUSTOM = {
    "supports_reasoning": False,
    "reasoning_efforts": None,
    "samples_without_reasoning": False,
    "supports_flex_processing": False,
    "supports_priority_processing": False,
    "supports_configuration_updates": False,
    "supports_async_tools": False,
    "supports_prompt_cache_retention": True,
    "chat_temperature_without_reasoning": True,
    "chat_function_tools_with_reasoning": True,
    "responses_logprobs_require_non_reasoning": False,
    "system_message_mode": "system",
}
REASONING = {"supports_reasoning": True, "system_message_mode": "developer"}
TIERS = {"supports_flex_processing": True, "supports_priority_processing": True}
GPT_6 = {
    **REASONING,
    **TIERS,
    "supports_configuration_updates": True,
    "supports_async_tools": True,
    "supports_prompt_cache_retention": False,
    "responses_logprobs_require_non_reasoning": True,
    "reasoning_efforts": ("low", "medium", "high", "xhigh", "max"),
}
PRIORITY = {"supports_priority_processing": True}


@pytest.mark.parametrize(
    ("model_id", "facts"),
    [
        ("own-model", {}),
        ("o1", REASONING),
        ("o3-mini", {**REASONING, **TIERS}),
        ("gpt-3.5-turbo", {}),
        ("gpt-4.1", PRIORITY),
        ("gpt-4o-mini-search-preview", {**PRIORITY, "chat_temperature_without_reasoning": False}),
        ("gpt-5", {**REASONING, **TIERS, "reasoning_efforts": ("minimal", "low", "medium", "high")}),
        ("gpt-5-codex", {**REASONING, **TIERS}),
        ("gpt-5-chat-latest", {}),
        (
            "gpt-5-nano-2025-08-07",
            {
                **REASONING,
                "supports_flex_processing": True,
                "reasoning_efforts": ("minimal", "low", "medium", "high"),
            },
        ),
        (
            "gpt-5.1",
            {
                **REASONING,
                **TIERS,
                "samples_without_reasoning": True,
                "reasoning_efforts": ("none", "low", "medium", "high"),
            },
        ),
        ("gpt-5.2-chat-latest", {**REASONING, **TIERS, "samples_without_reasoning": True}),
        (
            "gpt-5.4",
            {
                **REASONING,
                **TIERS,
                "samples_without_reasoning": True,
                "reasoning_efforts": ("none", "low", "medium", "high", "xhigh"),
            },
        ),
        (
            "gpt-5.6-sol",
            {
                **REASONING,
                **TIERS,
                "samples_without_reasoning": True,
                "chat_function_tools_with_reasoning": False,
                "reasoning_efforts": ("none", "low", "medium", "high", "xhigh", "max"),
            },
        ),
        ("gpt-6.1-sol", GPT_6),
        (
            "gpt-6-luna",
            {
                **GPT_6,
                "samples_without_reasoning": True,
                "reasoning_efforts": ("none", "low", "medium", "high", "xhigh", "max"),
            },
        ),
    ],
)
def test_a_language_model_has_the_facts_of_its_family(model_id: str, facts: dict[str, object]) -> None:
    assert asdict(get_openai_language_model_entry(model_id)) == CUSTOM | facts


@given(st.text())
def test_every_text_is_a_model_id(model_id: str) -> None:
    assert get_openai_language_model_entry(model_id).system_message_mode in {"system", "developer"}


def image(*, edits: bool | None, count: int, default_format: bool) -> OpenAIImageModelEntry:
    return OpenAIImageModelEntry(
        supports_file_inputs=edits,
        supports_mask_inputs=edits,
        max_images_per_call=count,
        has_default_response_format=default_format,
    )


@pytest.mark.parametrize(
    ("model_id", "entry"),
    [
        ("gpt-image-1", image(edits=True, count=10, default_format=True)),
        ("dall-e-3", image(edits=False, count=1, default_format=False)),
        ("dall-e-2", image(edits=True, count=10, default_format=False)),
        ("gpt-image-9", image(edits=None, count=10, default_format=True)),
        ("chatgpt-image-9", image(edits=None, count=1, default_format=True)),
        ("own-model", image(edits=None, count=1, default_format=False)),
    ],
)
def test_an_image_model_has_its_facts(model_id: str, entry: OpenAIImageModelEntry) -> None:
    assert get_openai_image_model_entry(model_id) == entry


LIVE = OpenAITranscriptionModelEntry(
    supports_transcription=False, supports_streaming=True, supports_streaming_delay=True, language_field="languages"
)


@pytest.mark.parametrize(
    ("model_id", "entry"),
    [
        ("whisper-1", OpenAITranscriptionModelEntry(response_format="verbose_json")),
        ("gpt-4o-transcribe", OpenAITranscriptionModelEntry()),
        (
            "gpt-4o-transcribe-diarize",
            OpenAITranscriptionModelEntry(response_format="diarized_json", chunking_strategy="auto"),
        ),
        ("gpt-live-transcribe", LIVE),
        ("gpt-live-transcribe-2026-01-01", LIVE),
        ("own-model", OpenAITranscriptionModelEntry()),
    ],
)
def test_a_transcription_model_has_its_facts(model_id: str, entry: OpenAITranscriptionModelEntry) -> None:
    assert get_openai_transcription_model_entry(model_id) == entry
