"""The types of the provider metadata say what answers say: nothing that is said is missing from them."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from ai_sdk.providers.anthropic import AnthropicMessageMetadata, AnthropicTextProviderMetadata
from tests.providers.anthropic.build import answer

ITERATION = {"type": "advisor_message", "model": "m", "input_tokens": 3, "output_tokens": 2}
CACHED = {**ITERATION, "cache_read_input_tokens": 1, "cache_creation_input_tokens": 1}
VERDICT = {"type": "evaluated", "outcome": "flagged", "explanation": "e"}
EXTRA = {
    "stop_sequence": "x",
    "service_tier": "standard",
    "usage": {"input_tokens": 3, "output_tokens": 2, "iterations": [ITERATION, CACHED]},
    "stop_details": {"type": "refusal", "category": "bio", "explanation": "e", "recommended_model": "m"},
    "input_transformations": [{"type": "t", "path": "p", "reason": "r"}],
    "safeguard_results": [{"type": "t", "status": {"type": "available", "tool_uses": {"1": VERDICT}}}],
    "container": {"expires_at": "e", "id": "c", "skills": [{"type": "custom", "skill_id": "s", "version": "1"}]},
    "context_management": {
        "applied_edits": [
            {"type": "clear_tool_uses_20250919", "cleared_tool_uses": 1, "cleared_input_tokens": 2},
            {"type": "clear_thinking_20251015", "cleared_thinking_turns": 1, "cleared_input_tokens": 2},
            {"type": "compact_20260112"},
        ]
    },
}


def test_the_metadata_of_an_answer_is_all_in_its_type() -> None:
    said = answer(extra=EXTRA)["metadata"]["anthropic"]
    assert set(said) == set(AnthropicMessageMetadata.__annotations__)
    assert TypeAdapter(AnthropicMessageMetadata).validate_python(said) == said


DOCUMENT = {"cited_text": "c", "document_index": 0, "document_title": None, "file_id": None}
CITATIONS = [
    {"type": "web_search_result_location", "cited_text": "c", "url": "u", "title": "T", "encrypted_index": "e"},
    {"type": "page_location", **DOCUMENT, "start_page_number": 1, "end_page_number": 2},
    {"type": "char_location", **DOCUMENT, "start_char_index": 1, "end_char_index": 2},
    {"type": "content_block_location", **DOCUMENT, "start_block_index": 1, "end_block_index": 2},
    {
        "type": "search_result_location",
        "cited_text": "c",
        "search_result_index": 0,
        "source": "s",
        "title": None,
        "start_block_index": 1,
        "end_block_index": 2,
    },
]


@pytest.mark.parametrize("citation", CITATIONS, ids=lambda citation: citation["type"])
def test_the_metadata_of_a_text_is_all_in_its_type(citation: dict[str, Any]) -> None:
    (text, *_) = answer({"type": "text", "text": "Hi", "citations": [citation]})["content"]
    said = text["providerMetadata"]
    assert said == {"anthropic": {"citations": [citation]}}
    assert TypeAdapter(AnthropicTextProviderMetadata).validate_python(said) == said
