"""The sources of an interaction: cited in its texts, and found by its tools.

Ports: @ai-sdk/google/src/interactions/extract-google-interactions-sources.ts
"""

from collections.abc import Callable, Iterator
from typing import Any

from ai_sdk.provider import JSONObject, LanguageModelV4Source, LanguageModelV4SourceDocument, LanguageModelV4SourceUrl
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.providers.google.interactions.builtin_tools import text_or_none

__all__ = ["annotations_to_sources", "builtin_tool_result_to_sources", "source_key"]

_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_UNKNOWN_MEDIA_TYPE = "application/octet-stream"

_Sources = Iterator[LanguageModelV4Source]


def source_key(source: LanguageModelV4Source) -> str:
    """Return what makes a source the same as another."""
    if isinstance(source, LanguageModelV4SourceUrl):
        return f"url:{source.url}"
    return f"doc:{source.title if source.filename is None else source.filename}"


def annotations_to_sources(annotations: Any, generate_id: IdGenerator) -> list[LanguageModelV4Source]:
    """Return the sources that a text cites, each once."""
    sources: dict[str, LanguageModelV4Source] = {}
    for annotation in _dicts(annotations):
        reader = _ANNOTATIONS.get(str(annotation.get("type")))
        for source in () if reader is None else reader(annotation, generate_id):
            sources.setdefault(source_key(source), source)
    return list(sources.values())


def builtin_tool_result_to_sources(step: JSONObject, generate_id: IdGenerator) -> list[LanguageModelV4Source]:
    """Return the sources that a tool found."""
    reader = _RESULTS.get(step["type"])
    entries = () if reader is None else _dicts(step.get("result"))
    return [source for entry in entries if reader is not None for source in reader(entry, generate_id)]


def _dicts(value: Any) -> list[JSONObject]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _first_given(entry: JSONObject, *keys: str) -> Any:
    return next((entry[key] for key in keys if entry.get(key) is not None), None)


def _url(url: Any, title: Any, generate_id: IdGenerator) -> _Sources:
    text = text_or_none(url)
    if text is not None:
        yield LanguageModelV4SourceUrl(id=generate_id(), url=text, title=title)


def _file(uri: Any, url_title: Any, document_title: Any, filename: Any, generate_id: IdGenerator) -> _Sources:
    text = text_or_none(uri)
    if text is None:
        return
    if text.startswith(("http://", "https://")):
        yield from _url(text, url_title, generate_id)
        return
    name = text.rpartition("/")[2] or None if filename is None else filename
    yield LanguageModelV4SourceDocument(
        id=generate_id(),
        media_type=_media_type(text),
        title=next(title for title in (document_title, name, text) if title is not None),
        filename=name,
    )


def _media_type(uri: str) -> str:
    lower = uri.lower()
    return next((kind for ending, kind in _MEDIA_TYPES.items() if lower.endswith(ending)), _UNKNOWN_MEDIA_TYPE)


def _url_citation(annotation: JSONObject, generate_id: IdGenerator) -> _Sources:
    return _url(annotation.get("url"), annotation.get("title"), generate_id)


def _place_citation(annotation: JSONObject, generate_id: IdGenerator) -> _Sources:
    return _url(annotation.get("url"), annotation.get("name"), generate_id)


def _file_citation(annotation: JSONObject, generate_id: IdGenerator) -> _Sources:
    uri, name = _first_given(annotation, "url", "document_uri", "file_name"), annotation.get("file_name")
    return _file(uri, name, name, name, generate_id)


def _fetched_url(entry: JSONObject, generate_id: IdGenerator) -> _Sources:
    is_there = entry.get("status") in {None, "success"}
    return _url(entry.get("url") if is_there else None, None, generate_id)


def _places(entry: JSONObject, generate_id: IdGenerator) -> _Sources:
    for place in _dicts(entry.get("places")):
        yield from _url(place.get("url"), place.get("name"), generate_id)


def _found_file(entry: JSONObject, generate_id: IdGenerator) -> _Sources:
    uri, title = _first_given(entry, "url", "document_uri", "file_name"), entry.get("title")
    name = entry.get("file_name")
    return _file(uri, title, name if title is None else title, name, generate_id)


_Reader = Callable[[JSONObject, IdGenerator], _Sources]
_ANNOTATIONS: dict[str, _Reader] = {
    "url_citation": _url_citation,
    "file_citation": _file_citation,
    "place_citation": _place_citation,
}
_RESULTS: dict[str, _Reader] = {
    "url_context_result": _fetched_url,
    "google_search_result": _url_citation,
    "google_maps_result": _places,
    "file_search_result": _found_file,
}
