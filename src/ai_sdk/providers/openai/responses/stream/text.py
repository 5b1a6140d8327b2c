"""Text of a stream: messages, refusals, annotations.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Sequence

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import (
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.providers.openai.responses.output.annotations import (
    is_retrieved,
    map_openai_responses_annotation_source,
    map_openai_responses_citations,
)
from ai_sdk.providers.openai.responses.output.items import Annotation
from ai_sdk.providers.openai.responses.stream.state import Handler, Index, ResponsesStreamState

__all__ = ["TEXT_EVENTS", "deferred_sources", "end_message", "start_message"]

_DEFERRED = frozenset({"url_citation", "file_citation"})

Message = wire.OpenaiResponsesChunkResponseOutputItemAddedItemMessage


def start_message(state: ResponsesStreamState, item: Message, index: Index) -> Sequence[LanguageModelV4StreamPart]:
    """Open a text."""
    state.item_ids[index] = item.id
    state.annotations = []
    state.message_phase = item.phase
    metadata = state.context.metadata(omit_none({"itemId": item.id, "phase": item.phase}))
    return [LanguageModelV4TextStart(id=item.id, provider_metadata=metadata)]


def end_message(state: ResponsesStreamState, item: Message, index: Index) -> Sequence[LanguageModelV4StreamPart]:
    """Close a text, with all that it cites."""
    item_id = state.item_id(item.id, index)
    phase = state.message_phase if item.phase is None else item.phase
    state.message_phase = None
    annotations = [dump_wire(annotation) for annotation in state.annotations] or None
    metadata = omit_none({"itemId": item_id, "phase": phase, "annotations": annotations})
    state.item_ids.pop(index, None)
    return [
        LanguageModelV4TextEnd(
            id=item_id,
            citations=map_openai_responses_citations(state.context, state.annotations),
            provider_metadata=state.context.metadata(metadata),
        )
    ]


def _text_delta(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseOutputTextDelta
) -> Sequence[LanguageModelV4StreamPart]:
    if chunk.logprobs is not None and state.context.wants_logprobs:
        state.logprobs.append([dump_wire(logprob) for logprob in chunk.logprobs])
    return [LanguageModelV4TextDelta(id=state.item_id(chunk.item_id, chunk.output_index), delta=chunk.delta)]


def _refusal_delta(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseRefusalDelta
) -> Sequence[LanguageModelV4StreamPart]:
    state.has_refusal = True
    return [LanguageModelV4TextDelta(id=state.item_id(chunk.item_id, chunk.output_index), delta=chunk.delta)]


def _refusal_done(
    state: ResponsesStreamState, _: wire.OpenaiResponsesChunkResponseRefusalDone
) -> Sequence[LanguageModelV4StreamPart]:
    state.has_refusal = True
    return []


def _annotation_added(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseOutputTextAnnotationAdded
) -> Sequence[LanguageModelV4StreamPart]:
    state.annotations.append(chunk.annotation)
    # Search results may come after the citation: whether it is needed as a source is known at the end.
    if chunk.annotation.type in _DEFERRED:
        state.deferred_annotations.append(chunk.annotation)
        return []
    return [_source(state, chunk.annotation)]


def deferred_sources(state: ResponsesStreamState) -> Sequence[LanguageModelV4StreamPart]:
    """Return the sources that are known from citations alone."""
    return [
        _source(state, annotation) for annotation in state.deferred_annotations if not is_retrieved(state, annotation)
    ]


def _source(state: ResponsesStreamState, annotation: Annotation) -> LanguageModelV4StreamPart:
    return map_openai_responses_annotation_source(state.context, annotation, state.context.generate_id())


TEXT_EVENTS: dict[str, Handler] = {
    "response.output_text.delta": _text_delta,
    "response.refusal.delta": _refusal_delta,
    "response.refusal.done": _refusal_done,
    "response.output_text.annotation.added": _annotation_added,
}
