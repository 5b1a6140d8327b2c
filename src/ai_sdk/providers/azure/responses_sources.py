"""Sources of Responses answers on Azure: each citation is one, as it comes; what a search found is in its result only.

Ports: @ai-sdk/azure/src/azure-openai-provider.ts
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4Source,
    LanguageModelV4StreamPart,
    LanguageModelV4Text,
    LanguageModelV4TextEnd,
    LanguageModelV4ToolResult,
)
from ai_sdk.providers.openai.responses.context import ResponsesContext
from ai_sdk.providers.openai.responses.output.annotations import map_openai_responses_annotation_source
from ai_sdk.providers.openai.responses.output.hosted_tools import web_search_output
from ai_sdk.providers.openai.responses.output.items import Annotation, WebSearchCall
from ai_sdk.providers.openai.responses.stream.chunks import ResponsesChunk

__all__ = ["cite_in_stream", "cite_sources"]


def cite_sources(
    context: ResponsesContext,
    output: Sequence[wire.OpenaiResponsesResponseOutput],
    content: Sequence[LanguageModelV4Content],
) -> list[LanguageModelV4Content]:
    """Return the content of a whole answer with the citations of each text as sources behind it."""
    annotations = _annotations(output)
    searches = {item.id: item for item in output if item.type == "web_search_call"}
    cited: list[LanguageModelV4Content] = []
    for part in content:
        if isinstance(part, LanguageModelV4Text):
            cited.append(replace(part, citations=None))
            cited += [_source(context, annotation) for annotation in next(annotations)]
        elif isinstance(part, LanguageModelV4ToolResult):
            cited.append(_searched(part, searches))
        elif part.type != "source":
            cited.append(part)
    return cited


def _annotations(output: Sequence[wire.OpenaiResponsesResponseOutput]) -> Iterator[Sequence[Annotation]]:
    """Return the annotations of each text, in order; a refusal is a text without any."""
    for item in output:
        for part in item.content if item.type == "message" else ():
            yield part.annotations if part.type == "output_text" else ()


def cite_in_stream(
    context: ResponsesContext, chunk: ResponsesChunk, parts: Iterable[LanguageModelV4StreamPart]
) -> list[LanguageModelV4StreamPart]:
    """Return the parts of one event, with the citation that it brings as a source."""
    if isinstance(chunk, wire.OpenaiResponsesChunkResponseOutputTextAnnotationAdded):
        return [_source(context, chunk.annotation)]
    done = chunk.item if isinstance(chunk, wire.OpenaiResponsesChunkResponseOutputItemDone) else None
    searches = {} if done is None or done.type != "web_search_call" else {done.id: done}
    return [_cited(part, searches) for part in parts if part.type != "source"]


def _cited(part: LanguageModelV4StreamPart, searches: Mapping[str, WebSearchCall]) -> LanguageModelV4StreamPart:
    match part:
        case LanguageModelV4TextEnd():
            return replace(part, citations=None)
        case LanguageModelV4ToolResult():
            return _searched(part, searches)
    return part


def _searched(part: LanguageModelV4ToolResult, searches: Mapping[str, WebSearchCall]) -> LanguageModelV4ToolResult:
    """Return the result of a web search, which is no error while the search goes on."""
    search = searches.get(part.tool_call_id)
    return part if search is None else replace(part, result=web_search_output(search), is_error=None)


def _source(context: ResponsesContext, annotation: Annotation) -> LanguageModelV4Source:
    return map_openai_responses_annotation_source(context, annotation, context.generate_id())
