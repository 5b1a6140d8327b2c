"""The state of one stream: events in, parts out.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4Ping,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.providers.anthropic.messages.message_metadata import is_continuation_stop_reason
from ai_sdk.providers.anthropic.messages.request import MessagesContext
from ai_sdk.providers.anthropic.messages.stream.content_blocks import ContentBlocks
from ai_sdk.providers.anthropic.messages.stream.message import MessageState
from ai_sdk.providers.anthropic.messages.stream_error import create_anthropic_stream_error

__all__ = ["AnthropicStream"]

_Parts = list[LanguageModelV4StreamPart]
_DELTAS = (LanguageModelV4TextDelta, LanguageModelV4ReasoningDelta, LanguageModelV4ToolInputDelta)


class AnthropicStream:
    """Turns the events of the Messages API into stream parts; says so when a message is cut off."""

    def __init__(self, context: MessagesContext, generate_id: IdGenerator) -> None:
        self._blocks = ContentBlocks(context, generate_id)
        self._message = MessageState(context.metadata_namespaces, earlier_release=context.earlier_release)
        self._sequence = context.sequence
        self._include_pings = context.include_pings
        self._reports_interruption = not context.earlier_release
        self._has_output = False
        self._has_error = False
        self._last_finish: LanguageModelV4Finish | None = None

    def feed(self, chunk: Any) -> _Parts:
        """Take an event; raises `InvalidResponseDataError` for calls that cannot be."""
        parts = _EVENTS[chunk.type](self, chunk)
        for part in parts:
            self._watch(part)
        return parts

    def error(self, error: AISDKError) -> _Parts:
        """Report an event that could not be read."""
        self._has_error = True
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> _Parts:
        """Return a finish for output that has none; without output, the end speaks for itself."""
        if not self._reports_interruption or not self._has_output or self._has_error:
            return []
        last = self._last_finish
        return [
            LanguageModelV4Finish(
                finish_reason=LanguageModelV4FinishReason(unified="interrupted"),
                usage=LanguageModelV4Usage() if last is None else last.usage,
                provider_metadata=None if last is None else last.provider_metadata,
            )
        ]

    def _watch(self, part: LanguageModelV4StreamPart) -> None:
        """Remember whether there is output that no finish has followed."""
        match part:
            case LanguageModelV4ResponseMetadataPart():
                self._has_output = False
            case LanguageModelV4Finish():
                self._has_output, self._last_finish = False, part
            case LanguageModelV4Error():
                self._has_error = True
            case LanguageModelV4ToolCall():
                self._has_output = True
            case _ if isinstance(part, _DELTAS):
                self._has_output = self._has_output or bool(part.delta)

    def ping(self, chunk: wire.AnthropicChunkPing) -> _Parts:
        """Pass on a sign of life, when the caller wants them."""
        del chunk
        return [LanguageModelV4Ping()] if self._include_pings else []

    def message_start(self, chunk: wire.AnthropicChunkMessageStart) -> _Parts:
        """Begin a message."""
        try:
            if not self._sequence.start(chunk):
                return []
        except InvalidResponseDataError as error:
            return [LanguageModelV4Error(error=error)]
        self._blocks.start_message()
        return self._message.start(chunk.message, is_json_response_from_tool=self._blocks.is_json_response_from_tool)

    def content_block_start(self, chunk: wire.AnthropicChunkContentBlockStart) -> _Parts:
        """Open a content block."""
        return self._blocks.start(chunk)

    def content_block_delta(self, chunk: wire.AnthropicChunkContentBlockDelta) -> _Parts:
        """Add to a content block."""
        return self._blocks.add(chunk)

    def content_block_stop(self, chunk: wire.AnthropicChunkContentBlockStop) -> _Parts:
        """Close a content block."""
        return self._blocks.stop(chunk)

    def message_delta(self, chunk: wire.AnthropicChunkMessageDelta) -> _Parts:
        """Take news of the message as a whole."""
        self._message.update(chunk, is_json_response_from_tool=self._blocks.is_json_response_from_tool)
        return []

    def message_stop(self, chunk: wire.AnthropicChunkMessageStop) -> _Parts:
        """End a message."""
        del chunk
        self._sequence.stop()
        # A message that hands over is not the final answer.
        is_final = not is_continuation_stop_reason(self._message.finish_reason.raw)
        return [*self._blocks.finish_message(is_final_answer=is_final), self._message.finish()]

    def report_error(self, chunk: wire.AnthropicChunkError) -> _Parts:
        """Report an error of the provider."""
        return [LanguageModelV4Error(error=create_anthropic_stream_error(chunk.error))]


_EVENTS: dict[str, Callable[[AnthropicStream, Any], _Parts]] = {
    "ping": AnthropicStream.ping,
    "message_start": AnthropicStream.message_start,
    "content_block_start": AnthropicStream.content_block_start,
    "content_block_delta": AnthropicStream.content_block_delta,
    "content_block_stop": AnthropicStream.content_block_stop,
    "message_delta": AnthropicStream.message_delta,
    "message_stop": AnthropicStream.message_stop,
    "error": AnthropicStream.report_error,
}
