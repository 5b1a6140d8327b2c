"""A stream of xAI's Responses events as stream parts, without waiting for anything.

Law: every event has one handler, found by its type; an event without one says nothing.

Ports: @ai-sdk/xai/src/responses/xai-responses-language-model.ts
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar

from ai_sdk_generated.xai.responses import wire

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.providers.xai.responses.hosted_tools import HostedItem, HostedToolNames, hosted_input, hosted_result
from ai_sdk.providers.xai.responses.response import citation_sources, reasoning_metadata
from ai_sdk.providers.xai.responses.stream_error import create_xai_responses_stream_error
from ai_sdk.providers.xai.responses.usage import (
    convert_xai_responses_usage,
    map_xai_responses_finish_reason,
    response_provider_metadata,
)

__all__ = ["XaiResponsesStream"]

Started = wire.XaiResponsesChunkResponseCreated | wire.XaiResponsesChunkResponseInProgress
ItemEvent = wire.XaiResponsesChunkResponseOutputItemAdded | wire.XaiResponsesChunkResponseOutputItemDone
ReasoningDelta = (
    wire.XaiResponsesChunkResponseReasoningSummaryTextDelta | wire.XaiResponsesChunkResponseReasoningTextDelta
)
ImageProgress = (
    wire.XaiResponsesChunkResponseImageGenerationCallInProgress
    | wire.XaiResponsesChunkResponseImageGenerationCallGenerating
    | wire.XaiResponsesChunkResponseImageGenerationCallCompleted
)
Completed = wire.XaiResponsesChunkResponseCompleted | wire.XaiResponsesChunkResponseDone

Parts = Sequence[LanguageModelV4StreamPart]


class XaiResponsesStream:
    """What has been said so far in one stream."""

    def __init__(self, names: HostedToolNames, generate_id: IdGenerator) -> None:
        self._names = names
        self._generate_id = generate_id
        self._finish_reason = LanguageModelV4FinishReason(unified="other")
        self._usage: wire.XaiResponsesUsage | None = None
        # Only the usage of a completed answer tells its price.
        self._cost_in_usd_ticks: int | float | None = None
        self._told: dict[str, str | None] = {}
        self._has_metadata = False
        self._has_function_call = False
        self._texts: dict[str, StreamBlock] = {}
        self._open_reasoning: set[str] = set()
        self._announced: set[str] = set()
        self._calls: dict[float, str] = {}

    def feed(self, chunk: wire.XaiResponsesChunk) -> Parts:
        """Take an event."""
        handler = self._EVENTS.get(chunk.type)
        return () if handler is None else handler(self, chunk)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take an event that could not be read."""
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close the texts and say how it ended."""
        told = self._told
        finish = LanguageModelV4Finish(
            finish_reason=self._finish_reason,
            usage=convert_xai_responses_usage(self._usage),
            provider_metadata=response_provider_metadata(
                cost_in_usd_ticks=self._cost_in_usd_ticks,
                service_tier=told.get("service_tier"),
                prompt_cache_key=told.get("prompt_cache_key"),
                safety_identifier=told.get("safety_identifier"),
            ),
        )
        return [*(part for block in self._texts.values() for part in block.end()), finish]

    def _started(self, event: Started) -> Parts:
        if self._has_metadata:
            return ()
        self._has_metadata = True
        response = event.response
        metadata = create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created_at
        )
        return [
            LanguageModelV4ResponseMetadataPart(
                id=metadata.id, timestamp=metadata.timestamp, model_id=metadata.model_id
            )
        ]

    def _completed(self, event: Completed) -> Parts:
        status = event.response.status
        self._take_totals(event.response)
        if status:
            unified = "tool-calls" if self._has_function_call else map_xai_responses_finish_reason(status)
            self._finish_reason = LanguageModelV4FinishReason(unified=unified, raw=status)
        return ()

    def _incomplete(self, event: wire.XaiResponsesChunkResponseIncomplete) -> Parts:
        self._take_totals(event.response)
        details = event.response.incomplete_details
        reason = "incomplete" if details is None else details.reason
        self._finish_reason = LanguageModelV4FinishReason(unified=map_xai_responses_finish_reason(reason), raw=reason)
        return ()

    def _take_totals(
        self, response: wire.XaiResponsesResponse | wire.XaiResponsesChunkResponseIncompleteResponse
    ) -> None:
        if response.usage is not None:
            self._usage = response.usage
            self._cost_in_usd_ticks = response.usage.cost_in_usd_ticks
        self._told = {
            "service_tier": response.service_tier,
            "prompt_cache_key": response.prompt_cache_key,
            "safety_identifier": response.safety_identifier,
        }

    def _failed(self, event: wire.XaiResponsesChunkResponseFailed) -> Parts:
        response = event.response
        reason = None if response.incomplete_details is None else response.incomplete_details.reason
        self._finish_reason = LanguageModelV4FinishReason(
            unified=map_xai_responses_finish_reason(reason) if reason else "error",
            raw="error" if reason is None else reason,
        )
        if response.usage is not None:
            self._usage = response.usage
        error = response.error
        if error is None:
            return ()
        return [LanguageModelV4Error(error=create_xai_responses_stream_error(event, error.message, error.code))]

    def _error_event(self, event: wire.XaiResponsesChunkError) -> Parts:
        return [LanguageModelV4Error(error=create_xai_responses_stream_error(event, event.message, event.code))]

    def _text_delta(self, event: wire.XaiResponsesChunkResponseOutputTextDelta) -> Parts:
        return self._texts.setdefault(event.item_id, StreamBlock("text", f"text-{event.item_id}")).delta(event.delta)

    def _text_done(self, event: wire.XaiResponsesChunkResponseOutputTextDone) -> Parts:
        return citation_sources(event.annotations, self._generate_id)

    def _annotation_added(self, event: wire.XaiResponsesChunkResponseOutputTextAnnotationAdded) -> Parts:
        return citation_sources([event.annotation], self._generate_id)

    def _summary_part_added(self, event: wire.XaiResponsesChunkResponseReasoningSummaryPartAdded) -> Parts:
        return self._start_reasoning(event.item_id, _item_metadata(event.item_id))

    def _summary_delta(self, event: ReasoningDelta) -> Parts:
        metadata = _item_metadata(event.item_id)
        block_id = f"reasoning-{event.item_id}"
        return [LanguageModelV4ReasoningDelta(id=block_id, delta=event.delta, provider_metadata=metadata)]

    def _reasoning_delta(self, event: ReasoningDelta) -> Parts:
        return [*self._start_reasoning(event.item_id, _item_metadata(event.item_id)), *self._summary_delta(event)]

    def _start_reasoning(self, item_id: str, metadata: SharedV4ProviderMetadata) -> Parts:
        if item_id in self._open_reasoning:
            return ()
        self._open_reasoning.add(item_id)
        return [LanguageModelV4ReasoningStart(id=f"reasoning-{item_id}", provider_metadata=metadata)]

    def _arguments_delta(self, event: wire.XaiResponsesChunkResponseFunctionCallArgumentsDelta) -> Parts:
        call_id = self._calls.get(event.output_index)
        return () if call_id is None else [LanguageModelV4ToolInputDelta(id=call_id, delta=event.delta)]

    def _image_progress(self, event: ImageProgress) -> Parts:
        return self._announce(event.item_id, self._names.image_generation, "{}")

    def _announce(self, call_id: str, tool_name: str, tool_input: str) -> Parts:
        """Tell a call of a tool that xAI runs, once."""
        if call_id in self._announced:
            return ()
        self._announced.add(call_id)
        return [
            LanguageModelV4ToolInputStart(id=call_id, tool_name=tool_name),
            LanguageModelV4ToolInputDelta(id=call_id, delta=tool_input),
            LanguageModelV4ToolInputEnd(id=call_id),
            LanguageModelV4ToolCall(
                tool_call_id=call_id, tool_name=tool_name, input=tool_input, provider_executed=True
            ),
        ]

    def _item(self, event: ItemEvent) -> Parts:
        is_done = isinstance(event, wire.XaiResponsesChunkResponseOutputItemDone)
        match event.item:
            case wire.OutputItemMessage():
                return list(self._message(event.item))
            case wire.OutputItemReasoning():
                return self._reasoning_done(event.item) if is_done else ()
            case wire.OutputItemFunctionCall():
                index = event.output_index
                return self._call_done(event.item, index) if is_done else self._call_added(event.item, index)
        return self._hosted_call(event.item, is_done=is_done)

    def _message(self, item: wire.OutputItemMessage) -> Iterator[LanguageModelV4StreamPart]:
        for part in item.content:
            # What came as deltas is not told again.
            if part.text and item.id not in self._texts:
                block = self._texts[item.id] = StreamBlock("text", f"text-{item.id}")
                yield from block.delta(part.text)
            yield from citation_sources(part.annotations, self._generate_id)

    def _reasoning_done(self, item: wire.OutputItemReasoning) -> Parts:
        # Encrypted reasoning comes without a start of its own.
        start = self._start_reasoning(item.id, _item_metadata(item.id))
        self._open_reasoning.discard(item.id)
        metadata = reasoning_metadata(item)
        return [*start, LanguageModelV4ReasoningEnd(id=f"reasoning-{item.id}", provider_metadata=metadata)]

    def _call_added(self, item: wire.OutputItemFunctionCall, output_index: float) -> Parts:
        self._calls[output_index] = item.call_id
        return [LanguageModelV4ToolInputStart(id=item.call_id, tool_name=item.name)]

    def _call_done(self, item: wire.OutputItemFunctionCall, output_index: float) -> Parts:
        self._has_function_call = True
        self._calls.pop(output_index, None)
        return [
            LanguageModelV4ToolInputEnd(id=item.call_id),
            LanguageModelV4ToolCall(tool_call_id=item.call_id, tool_name=item.name, input=item.arguments),
        ]

    def _hosted_call(self, item: HostedItem, *, is_done: bool) -> Parts:
        name = self._names.name_of(item)
        # The input of a custom tool is whole only at its end.
        is_whole = is_done or item.type != "custom_tool_call"
        call = self._announce(item.id, name, hosted_input(item)) if is_whole else ()
        return [*call, hosted_result(item, name)] if is_done else call

    _EVENTS: ClassVar[Mapping[str, Callable[["XaiResponsesStream", Any], Parts]]] = MappingProxyType(
        {
            "response.created": _started,
            "response.in_progress": _started,
            "response.output_item.added": _item,
            "response.output_item.done": _item,
            "response.output_text.delta": _text_delta,
            "response.output_text.done": _text_done,
            "response.output_text.annotation.added": _annotation_added,
            "response.reasoning_summary_part.added": _summary_part_added,
            "response.reasoning_summary_text.delta": _summary_delta,
            "response.reasoning_text.delta": _reasoning_delta,
            "response.function_call_arguments.delta": _arguments_delta,
            "response.image_generation_call.in_progress": _image_progress,
            "response.image_generation_call.generating": _image_progress,
            "response.image_generation_call.completed": _image_progress,
            "response.incomplete": _incomplete,
            "response.failed": _failed,
            "response.done": _completed,
            "response.completed": _completed,
            "error": _error_event,
        }
    )


def _item_metadata(item_id: str) -> SharedV4ProviderMetadata:
    return {"xai": {"itemId": item_id}}
