"""The types of the provider metadata say what answers say: nothing that is said is missing from them."""

import httpx
import pytest
from pydantic import TypeAdapter

from ai_sdk.provider import LanguageModelV4SourceDocument, LanguageModelV4Text, TranscriptionModelV4CallOptions
from ai_sdk.providers.azure import (
    AzureResponsesProviderMetadata,
    AzureResponsesSourceDocumentProviderMetadata,
    AzureResponsesTextProviderMetadata,
    AzureTranscriptionProviderMetadata,
    create_azure,
)
from tests.providers.azure.test_sources import OPTIONS, message, model, response
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

FILE = {"type": "file_citation", "file_id": "f", "filename": "n", "index": 3}
TIMES = {"offsetMilliseconds": 500, "durationMilliseconds": 250}
PHRASE = {
    "text": "a",
    **TIMES,
    "locale": "en-US",
    "speaker": 1,
    "confidence": 0.5,
    "words": [{"text": "a", **TIMES}],
}


async def test_the_metadata_of_an_answer_and_of_its_parts_is_all_in_its_type():
    result = await model(Server(reply(response(message(FILE))))).do_generate(OPTIONS)
    text = next(part for part in result.content if isinstance(part, LanguageModelV4Text))
    source = next(part for part in result.content if isinstance(part, LanguageModelV4SourceDocument))
    for said, metadata_type in (
        (result.provider_metadata, AzureResponsesProviderMetadata),
        (text.provider_metadata, AzureResponsesTextProviderMetadata),
        (source.provider_metadata, AzureResponsesSourceDocumentProviderMetadata),
    ):
        assert TypeAdapter(metadata_type).validate_python(said) == said


async def test_the_metadata_of_a_transcription_is_all_in_its_type():
    server = Server(reply({"combinedPhrases": [{"text": "a"}], "phrases": [PHRASE]}))
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    transcription = create_azure(resource_name="dome", api_key="key", http_client=client).transcription(
        "mai-transcribe-2"
    )
    options = TranscriptionModelV4CallOptions(audio=b"RIFF", media_type="audio/wav")
    said = (await transcription.do_generate(options)).provider_metadata
    assert said == {"azure": {"phrases": [PHRASE]}}
    assert TypeAdapter(AzureTranscriptionProviderMetadata).validate_python(said) == said
