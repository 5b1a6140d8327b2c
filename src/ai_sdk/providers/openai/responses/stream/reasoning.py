"""Reasoning of a stream: items of one or more summary parts, each part a block of its own.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Sequence
from typing import Any

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import (
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4StreamPart,
    SharedV4ProviderMetadata,
    stringify,
)
from ai_sdk.providers.openai.responses.stream.state import ActiveReasoning, Handler, Index, ResponsesStreamState

__all__ = ["REASONING_EVENTS", "end_reasoning", "start_reasoning"]

Reasoning = wire.OpenaiResponsesChunkResponseOutputItemAddedItemReasoning


def start_reasoning(state: ResponsesStreamState, item: Reasoning, index: Index) -> Sequence[LanguageModelV4StreamPart]:
    """Open a reasoning item with its first summary part, which is there even when it stays empty."""
    state.item_ids[index] = item.id
    state.reasoning[item.id] = ActiveReasoning(item.encrypted_content)
    metadata = _metadata(state, item.id, reasoningEncryptedContent=item.encrypted_content)
    return [LanguageModelV4ReasoningStart(id=_block_id(item.id, 0), provider_metadata=metadata)]


def end_reasoning(state: ResponsesStreamState, item: Reasoning, index: Index) -> Sequence[LanguageModelV4StreamPart]:
    """Close what is open of a reasoning item, now that its encrypted content is known."""
    item_id = state.item_id(item.id, index)
    state.item_ids.pop(index, None)
    active = state.reasoning.pop(item_id, None)
    if active is None:
        return []
    metadata = {"reasoningEncryptedContent": item.encrypted_content}
    return [
        _end(state, item_id, summary_index, **metadata) for summary_index in active.indices("active", "can-conclude")
    ]


def _part_added(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseReasoningSummaryPartAdded
) -> Sequence[LanguageModelV4StreamPart]:
    item_id = state.item_id(chunk.item_id, chunk.output_index)
    active = state.reasoning.get(item_id)
    # The item itself has opened its first part.
    if chunk.summary_index <= 0 or active is None:
        return []
    active.summary_parts[chunk.summary_index] = "active"
    concluded = active.indices("can-conclude")
    active.summary_parts.update(dict.fromkeys(concluded, "concluded"))
    metadata = _metadata(state, item_id, reasoningEncryptedContent=active.encrypted_content)
    start = LanguageModelV4ReasoningStart(id=_block_id(item_id, chunk.summary_index), provider_metadata=metadata)
    return [*(_end(state, item_id, index) for index in concluded), start]


def _text_delta(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseReasoningSummaryTextDelta
) -> Sequence[LanguageModelV4StreamPart]:
    item_id = state.item_id(chunk.item_id, chunk.output_index)
    return [
        LanguageModelV4ReasoningDelta(
            id=_block_id(item_id, chunk.summary_index),
            delta=chunk.delta,
            provider_metadata=state.context.item_metadata(item_id),
        )
    ]


def _part_done(
    state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseReasoningSummaryPartDone
) -> Sequence[LanguageModelV4StreamPart]:
    """Close a part at once when the provider stores it; otherwise its end waits for the encrypted content."""
    item_id = state.item_id(chunk.item_id, chunk.output_index)
    active = state.reasoning.get(item_id)
    if active is None:
        return []
    active.summary_parts[chunk.summary_index] = "concluded" if state.context.store else "can-conclude"
    return [_end(state, item_id, chunk.summary_index)] if state.context.store else []


def _end(
    state: ResponsesStreamState, item_id: str, summary_index: Index, **metadata: Any
) -> LanguageModelV4ReasoningEnd:
    return LanguageModelV4ReasoningEnd(
        id=_block_id(item_id, summary_index), provider_metadata=_metadata(state, item_id, **metadata)
    )


def _metadata(state: ResponsesStreamState, item_id: str, **values: Any) -> SharedV4ProviderMetadata:
    return state.context.metadata({"itemId": item_id, **values})


def _block_id(item_id: str, summary_index: Index) -> str:
    return f"{item_id}:{summary_index if isinstance(summary_index, int) else stringify(summary_index)}"


REASONING_EVENTS: dict[str, Handler] = {
    "response.reasoning_summary_part.added": _part_added,
    "response.reasoning_summary_text.delta": _text_delta,
    "response.reasoning_summary_part.done": _part_done,
}
