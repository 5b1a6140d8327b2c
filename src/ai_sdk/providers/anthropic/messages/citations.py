"""Citations: as sources beside a text, and as references that belong to it.

Ports: @ai-sdk/anthropic/src/map-anthropic-citation.ts, @ai-sdk/anthropic/src/anthropic-provider-metadata.ts
Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    LanguageModelV4Citation,
    LanguageModelV4FilePart,
    LanguageModelV4Prompt,
    LanguageModelV4Source,
    LanguageModelV4SourceDocument,
    LanguageModelV4SourceUrl,
    LanguageModelV4UserMessage,
    SharedV4ProviderMetadata,
    stringify,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire

__all__ = [
    "CitationDocument",
    "cite",
    "create_citation_source",
    "extract_citation_documents",
    "map_anthropic_citation",
]

_CITABLE = frozenset({"application/pdf", "text/plain"})


@dataclass(frozen=True, slots=True)
class CitationDocument:
    """A document that citations count from 0."""

    title: str
    media_type: str
    filename: str | None = None


def extract_citation_documents(prompt: LanguageModelV4Prompt) -> list[CitationDocument]:
    """Return the documents of a prompt whose citations are switched on."""
    parts = (part for message in prompt if isinstance(message, LanguageModelV4UserMessage) for part in message.content)
    return [
        CitationDocument(
            "Untitled Document" if part.filename is None else part.filename, part.media_type, part.filename
        )
        for part in parts
        if isinstance(part, LanguageModelV4FilePart) and _has_citations(part)
    ]


def _has_citations(part: LanguageModelV4FilePart) -> bool:
    own: Any = (part.provider_options or {}).get("anthropic") or {}
    return part.media_type in _CITABLE and bool((own.get("citations") or {}).get("enabled"))


def create_citation_source(
    citation: wire.AnthropicCitation, documents: Sequence[CitationDocument], generate_id: IdGenerator
) -> LanguageModelV4Source | None:
    """Return the source that a citation names, or `None` when there is none."""
    match citation:
        case wire.AnthropicCitationWebSearchResultLocation():
            own = {"citedText": citation.cited_text, "encryptedIndex": citation.encrypted_index}
            return LanguageModelV4SourceUrl(
                id=generate_id(), url=citation.url, title=citation.title, provider_metadata={"anthropic": own}
            )
        case wire.AnthropicCitationPageLocation():
            place = {"startPageNumber": citation.start_page_number, "endPageNumber": citation.end_page_number}
        case wire.AnthropicCitationCharLocation():
            place = {"startCharIndex": citation.start_char_index, "endCharIndex": citation.end_char_index}
        case _:
            return None
    document = _document(documents, citation.document_index)
    if document is None:
        return None
    return LanguageModelV4SourceDocument(
        id=generate_id(),
        media_type=document.media_type,
        title=document.title if citation.document_title is None else citation.document_title,
        filename=document.filename,
        provider_metadata={"anthropic": {"citedText": citation.cited_text, **place}},
    )


def map_anthropic_citation(
    citation: wire.AnthropicCitation, documents: Sequence[CitationDocument]
) -> LanguageModelV4Citation:
    """Return a citation in the specification's words."""
    return LanguageModelV4Citation(source=_citation_source(citation, documents), cited_text=citation.cited_text)


def _citation_source(citation: wire.AnthropicCitation, documents: Sequence[CitationDocument]) -> LanguageModelV4Source:
    metadata = {"anthropic": dump_wire(citation)}
    match citation:
        case wire.AnthropicCitationWebSearchResultLocation(url=url):
            return LanguageModelV4SourceUrl(id=url, url=url, title=citation.title, provider_metadata=metadata)
        case wire.AnthropicCitationSearchResultLocation(source=url):
            return LanguageModelV4SourceUrl(id=url, url=url, title=citation.title, provider_metadata=metadata)
    index = stringify(citation.document_index)
    document = _document(documents, citation.document_index)
    title = citation.document_title
    if title is None:
        title = f"Document {index}" if document is None else document.title
    return LanguageModelV4SourceDocument(
        id=index if citation.file_id is None else citation.file_id,
        media_type="text/plain" if document is None else document.media_type,
        title=title,
        filename=None if document is None else document.filename,
        provider_metadata=metadata,
    )


def cite(
    citations: Sequence[wire.AnthropicCitation], documents: Sequence[CitationDocument], *, earlier_release: bool
) -> tuple[list[LanguageModelV4Citation] | None, SharedV4ProviderMetadata | None]:
    """Return the citations of a text, and its metadata, which goes back to Anthropic with the text.

    With `earlier_release` there are only the metadata, of web searches.
    """
    if earlier_release:
        found = [each for each in citations if isinstance(each, wire.AnthropicCitationWebSearchResultLocation)]
        return None, _citation_metadata(found)
    return [map_anthropic_citation(each, documents) for each in citations] or None, _citation_metadata(citations)


def _citation_metadata(citations: Sequence[wire.AnthropicCitation]) -> SharedV4ProviderMetadata | None:
    if not citations:
        return None
    return {"anthropic": {"citations": [dump_wire(citation) for citation in citations]}}


def _document(documents: Sequence[CitationDocument], index: float) -> CitationDocument | None:
    position = int(index)
    return documents[position] if position == index and 0 <= position < len(documents) else None
