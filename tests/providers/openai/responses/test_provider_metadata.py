"""The types of the provider metadata say what answers say: nothing that is said is missing from them."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from ai_sdk.providers import openai
from ai_sdk.providers.openai.responses.provider_metadata import ResponsesProviderMetadata
from tests.providers.openai.responses.build import answer, content, context
from tests.providers.openai.responses.samples import item
from tests.providers.openai.responses.test_response import CONTAINER, FILE, FUNCTION, LOGPROBS, PATH, URL, message, text

SUMMARY = [{"type": "summary_text", "text": "a"}]
CALLED = {**FUNCTION, "async": True, "namespace": "crm", "caller": {"type": "program", "caller_id": "p"}}
CACHE_MISS = {"type": "miss", "reason": "r", "cache_missed_tokens": 1, "comparison_reusable_tokens": 2}


def parts() -> list[Any]:
    """A part of each kind that has metadata of its own."""
    cited = message(text("Hi", URL, FILE, CONTAINER, PATH), phase="final_answer")
    thought = item("reasoning", encrypted_content="e", summary=SUMMARY)
    return content(cited, thought, CALLED, item("compaction", encrypted_content="e"))


METADATA_TYPES = {
    "text": openai.OpenaiResponsesTextProviderMetadata,
    "source": openai.OpenaiResponsesSourceDocumentProviderMetadata,
    "reasoning": openai.OpenaiResponsesReasoningProviderMetadata,
    "tool-call": openai.OpenaiResponsesToolCallProviderMetadata,
    "custom": openai.OpenaiResponsesCompactionProviderMetadata,
}


@pytest.mark.parametrize("kind", METADATA_TYPES)
def test_the_metadata_of_a_part_is_all_in_its_type(kind: str) -> None:
    said = [part["providerMetadata"] for part in parts() if part["type"] == kind and "providerMetadata" in part]
    metadata_type: TypeAdapter[Any] = TypeAdapter(METADATA_TYPES[kind])
    assert said
    assert [metadata_type.validate_python(each) for each in said] == said


def test_the_metadata_of_an_answer_is_all_in_its_type() -> None:
    said = answer(
        message(text("Hi", logprobs=LOGPROBS)),
        service_tier="flex",
        reasoning={"context": "all"},
        usage={"input_tokens": 1, "output_tokens": 1},
        prompt_cache_diagnostics=CACHE_MISS,
        facts=context(wants_logprobs=True),
    )["metadata"]
    assert set(said["openai"]) == set(ResponsesProviderMetadata.__annotations__)
    assert TypeAdapter(openai.OpenaiResponsesProviderMetadata).validate_python(said) == said
