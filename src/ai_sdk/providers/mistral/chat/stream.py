"""Mistral's chat chunks as stream parts, without waiting for anything.

Ports: @ai-sdk/mistral/src/mistral-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator

from ai_sdk_generated.mistral.chat import wire

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker
from ai_sdk.providers.mistral.chat.response import (
    Content,
    extract_reasoning,
    extract_text,
    no_choice,
    read_finish_reason,
)
from ai_sdk.providers.mistral.usage import convert_mistral_usage

__all__ = ["MistralChatStream"]


class MistralChatStream:
    """What has been said so far in one stream. Text and reasoning take turns; each turn of reasoning has its own id."""

    def __init__(self, generate_id: IdGenerator) -> None:
        self._generate_id = generate_id
        self._tool_calls = StreamingToolCallTracker(generate_id=generate_id)
        self._text = StreamBlock("text", "0")
        self._reasoning = StreamBlock("reasoning", "")
        # An end without the provider's own word for it is an interruption.
        self._finish_reason = LanguageModelV4FinishReason(unified="interrupted")
        self._usage: wire.MistralUsage | None = None
        self._is_first_chunk = True

    def feed(self, chunk: wire.MistralChatChunk) -> Iterable[LanguageModelV4StreamPart]:
        """Take a chunk; its parts raise `InvalidResponseDataError` for a missing choice and a call without a name."""
        parts = self._metadata(chunk)
        if chunk.usage is not None:
            self._usage = chunk.usage
        if not chunk.choices:
            return _without_choice(chunk, parts)
        choice = chunk.choices[0]
        if choice.finish_reason is not None:
            self._finish_reason = read_finish_reason(choice.finish_reason)
        parts += self._content(choice.delta.content)
        return self._tool_call_parts(choice.delta.tool_calls, parts) if choice.delta.tool_calls else parts

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take a chunk that could not be read."""
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        usage = convert_mistral_usage(None if self._usage is None else dump_wire(self._usage))
        finish = LanguageModelV4Finish(finish_reason=self._finish_reason, usage=usage)
        return [*self._reasoning.end(), *self._text.end(), *self._tool_calls.flush(), finish]

    def _metadata(self, chunk: wire.MistralChatChunk) -> list[LanguageModelV4StreamPart]:
        if not self._is_first_chunk:
            return []
        self._is_first_chunk = False
        metadata = create_language_model_response_metadata(id=chunk.id, model=chunk.model, created=chunk.created)
        return [
            LanguageModelV4ResponseMetadataPart(
                id=metadata.id, timestamp=metadata.timestamp, model_id=metadata.model_id
            )
        ]

    def _content(self, content: Content) -> list[LanguageModelV4StreamPart]:
        if isinstance(content, str):
            return self._text_delta(content)
        parts: list[LanguageModelV4StreamPart] = []
        for item in content or []:
            parts += self._reasoning_delta(extract_reasoning(item))
        return [*parts, *self._text_delta(extract_text(content))]

    def _text_delta(self, text: str) -> list[LanguageModelV4StreamPart]:
        return [*self._reasoning.end(), *self._text.delta(text)] if text else []

    def _reasoning_delta(self, reasoning: str) -> list[LanguageModelV4StreamPart]:
        if not reasoning:
            return []
        end = self._text.end()
        if not self._reasoning.is_open:
            self._reasoning = StreamBlock("reasoning", self._generate_id())
        return [*end, *self._reasoning.delta(reasoning)]

    def _tool_call_parts(
        self, deltas: list[wire.MistralChatChunkChoiceDeltaToolCall], parts: list[LanguageModelV4StreamPart]
    ) -> Iterator[LanguageModelV4StreamPart]:
        yield from parts
        for delta in deltas:
            yield from self._tool_calls.process_delta(dump_wire(delta))


def _without_choice(
    chunk: wire.MistralChatChunk, parts: list[LanguageModelV4StreamPart]
) -> Iterator[LanguageModelV4StreamPart]:
    yield from parts
    raise no_choice(dump_wire(chunk))
