"""Annotations of a text: what it cites, and the sources that are known from citations alone.

Ports: @ai-sdk/openai/src/responses/map-openai-responses-annotation.ts
"""

from collections.abc import Sequence

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4Citation,
    LanguageModelV4Source,
    LanguageModelV4SourceDocument,
    LanguageModelV4SourceUrl,
)
from ai_sdk.providers.openai.responses.context import ResponsesContext
from ai_sdk.providers.openai.responses.output.items import Annotation
from ai_sdk.providers.openai.responses.output.state import OutputState

__all__ = [
    "is_retrieved",
    "map_openai_responses_annotation_source",
    "map_openai_responses_citations",
]


_RANGED = (wire.OpenaiResponsesChunkAnnotationUrlCitation, wire.OpenaiResponsesChunkAnnotationContainerFileCitation)


def map_openai_responses_annotation_source(
    context: ResponsesContext, annotation: Annotation, source_id: str
) -> LanguageModelV4Source:
    """Return what an annotation cites, as a source."""
    if annotation.type == "url_citation":
        return LanguageModelV4SourceUrl(id=source_id, url=annotation.url, title=annotation.title)
    is_path = annotation.type == "file_path"
    filename = annotation.file_id if annotation.type == "file_path" else annotation.filename
    return LanguageModelV4SourceDocument(
        id=source_id,
        media_type="application/octet-stream" if is_path else "text/plain",
        title=filename,
        filename=filename,
        provider_metadata=context.metadata(_file_metadata(annotation)),
    )


def _file_metadata(annotation: Annotation) -> JSONObject:
    assert annotation.type != "url_citation"  # noqa: S101 - the caller has told URLs apart
    where = (
        {"containerId": annotation.container_id}
        if annotation.type == "container_file_citation"
        else {"index": annotation.index}
    )
    return {"type": annotation.type, "fileId": annotation.file_id, **where}


def map_openai_responses_citations(
    context: ResponsesContext, annotations: Sequence[Annotation]
) -> list[LanguageModelV4Citation] | None:
    """Return the citations of a text; `None` when it cites nothing. A path names a file without citing it."""
    cited = [annotation for annotation in annotations if annotation.type != "file_path"]
    return [_citation(context, annotation) for annotation in cited] or None


def _citation(context: ResponsesContext, annotation: Annotation) -> LanguageModelV4Citation:
    source_id = annotation.url if annotation.type == "url_citation" else annotation.file_id
    source = map_openai_responses_annotation_source(context, annotation, source_id)
    if isinstance(annotation, _RANGED):
        return LanguageModelV4Citation(
            source=source, start_index=annotation.start_index, end_index=annotation.end_index
        )
    return LanguageModelV4Citation(source=source)


def is_retrieved(state: OutputState, annotation: Annotation) -> bool:
    """Whether a search has already told of the source, so that the citation need not."""
    return (annotation.type == "url_citation" and state.has_web_search_sources) or (
        annotation.type == "file_citation" and state.has_file_search_results
    )
