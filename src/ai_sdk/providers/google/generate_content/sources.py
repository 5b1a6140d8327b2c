"""The sources that an answer is grounded in.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider import LanguageModelV4Source, LanguageModelV4SourceDocument, LanguageModelV4SourceUrl
from ai_sdk.provider_utils.generate_id import IdGenerator

__all__ = ["extract_sources"]

_UNKNOWN_TITLE = "Unknown Document"
_UNKNOWN_MEDIA_TYPE = "application/octet-stream"
_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A source that has no id yet, and what makes it the same as another."""

    key: _Key
    source: LanguageModelV4Source


def extract_sources(
    grounding: wire.GetGroundingMetadata | None, generate_id: IdGenerator, emitted: set[_Key] | None = None
) -> list[LanguageModelV4Source]:
    """Return the sources of an answer; those whose keys are in `emitted` are left out, and the others' added to it."""
    sources: list[LanguageModelV4Source] = []
    for chunk in (grounding.grounding_chunks if grounding else None) or ():
        for found in _read_chunk(chunk, generate_id):
            if emitted is not None:
                if found.key in emitted:
                    continue
                emitted.add(found.key)
            sources.append(found.source)
    return sources


def _read_chunk(chunk: wire.GetGroundingMetadataGroundingChunk, generate_id: IdGenerator) -> Iterator[_Found]:
    if chunk.web is not None:
        yield _url(chunk.web.uri, chunk.web.title, generate_id)
    elif chunk.image is not None:
        # Google wants the page to be named, not the image on it.
        yield _url(chunk.image.source_uri, chunk.image.title, generate_id)
    elif chunk.retrieved_context is not None:
        yield from _read_context(chunk.retrieved_context, generate_id)
    elif chunk.maps is not None and chunk.maps.uri:
        yield _url(chunk.maps.uri, chunk.maps.title, generate_id)


def _read_context(
    context: wire.GetGroundingMetadataGroundingChunkRetrievedContext, generate_id: IdGenerator
) -> Iterator[_Found]:
    uri, store = context.uri, context.file_search_store
    title = _UNKNOWN_TITLE if context.title is None else context.title
    if uri and uri.startswith(("http://", "https://")):
        yield _url(uri, context.title, generate_id)
    elif uri:
        yield _document(("document", uri), uri, title, _media_type(uri), generate_id)
    elif store:
        yield _document(("file-search", store, title), store, title, _UNKNOWN_MEDIA_TYPE, generate_id)


def _media_type(uri: str) -> str:
    return next((kind for ending, kind in _MEDIA_TYPES.items() if uri.endswith(ending)), _UNKNOWN_MEDIA_TYPE)


def _url(url: str, title: str | None, generate_id: IdGenerator) -> _Found:
    return _Found(("url", url), LanguageModelV4SourceUrl(id=generate_id(), url=url, title=title))


def _document(key: _Key, path: str, title: str, media_type: str, generate_id: IdGenerator) -> _Found:
    filename = path.rpartition("/")[2]
    source = LanguageModelV4SourceDocument(id=generate_id(), media_type=media_type, title=title, filename=filename)
    return _Found(key, source)
