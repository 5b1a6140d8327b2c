"""Alibaba's chat chunks as stream parts, without waiting for anything.

Ports: @ai-sdk/alibaba/src/alibaba-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator

from ai_sdk_generated.alibaba.chat import wire

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.chat_response import read_chat_finish_reason
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker
from ai_sdk.providers.alibaba.chat.response import convert_alibaba_usage

__all__ = ["AlibabaChatStream"]


class AlibabaChatStream:
    """What has been said so far in one stream: one block is open at a time, each of reasoning with an id of its own."""

    def __init__(self, generate_id: IdGenerator) -> None:
        self._generate_id = generate_id
        self._tool_calls = StreamingToolCallTracker(generate_id=generate_id)
        self._text = StreamBlock("text", "0")
        self._reasoning: StreamBlock | None = None
        self._usage: wire.AlibabaUsage | None = None
        self._is_first_chunk = True
        self._finish_reason = LanguageModelV4FinishReason(unified="other")

    def feed(self, chunk: wire.AlibabaChatChunk) -> Iterator[LanguageModelV4StreamPart]:
        """Take a chunk; the parts raise `InvalidResponseDataError` for a new tool call without a name."""
        if self._is_first_chunk:
            self._is_first_chunk = False
            yield create_response_metadata_part(id=chunk.id, model=chunk.model, created=chunk.created)
        if chunk.usage is not None:
            self._usage = chunk.usage
        if not chunk.choices:
            return
        choice = chunk.choices[0]
        yield from self._delta(choice.delta)
        # Not before the delta: a tool call that breaks the stream leaves it unfinished.
        if choice.finish_reason is not None:
            self._finish_reason = read_chat_finish_reason(choice.finish_reason)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take a chunk that could not be read."""
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        usage = convert_alibaba_usage(self._usage)
        finish = LanguageModelV4Finish(finish_reason=self._finish_reason, usage=usage)
        return [*self._end_reasoning(), *self._text.end(), *self._tool_calls.flush(), finish]

    def _delta(self, delta: wire.AlibabaChatChunkChoiceDelta) -> Iterator[LanguageModelV4StreamPart]:
        if delta.reasoning_content:
            yield from self._text.end()
            yield from self._reason(delta.reasoning_content)
        if delta.content:
            yield from self._end_reasoning()
            yield from self._text.delta(delta.content)
        if delta.tool_calls:
            yield from self._end_reasoning()
            yield from self._text.end()
            for call in delta.tool_calls:
                yield from self._tool_calls.process_delta(dump_wire(call))

    def _reason(self, text: str) -> Iterable[LanguageModelV4StreamPart]:
        if self._reasoning is None:
            self._reasoning = StreamBlock("reasoning", self._generate_id())
        return self._reasoning.delta(text)

    def _end_reasoning(self) -> Iterable[LanguageModelV4StreamPart]:
        block, self._reasoning = self._reasoning, None
        return [] if block is None else block.end()
