"""Groq's chat chunks as stream parts, without waiting for anything.

Ports: @ai-sdk/groq/src/groq-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator

from ai_sdk_generated.groq.chat import wire

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.chat_response import read_chat_finish_reason
from ai_sdk.provider_utils.convert_json_response_tool_stream import convert_json_response_tool_stream
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import StreamState
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker
from ai_sdk.providers.groq.chat.errors import create_groq_stream_error
from ai_sdk.providers.groq.chat.request import GroqChatContext
from ai_sdk.providers.groq.chat.response import convert_groq_usage

__all__ = ["GroqChatStream", "open_stream"]

Chunk = wire.GroqChatChunkVariant1 | wire.GroqErrorData


def open_stream(context: GroqChatContext, generate_id: IdGenerator) -> StreamState[Chunk]:
    """Return the state of a new stream, which answers with text where a tool stands in for the JSON answer."""
    stream = GroqChatStream(generate_id)
    name = context.json_response_tool_name
    return stream if name is None else _JsonResponseStream(stream, name)


class GroqChatStream:
    """What has been said so far in one stream."""

    def __init__(self, generate_id: IdGenerator) -> None:
        self._tool_calls = StreamingToolCallTracker(generate_id=generate_id, type_validation="required")
        self._text = StreamBlock("text", "txt-0")
        self._reasoning = StreamBlock("reasoning", "reasoning-0")
        # An end without the provider's own word for it is an interruption.
        self._finish_reason = LanguageModelV4FinishReason(unified="interrupted")
        self._usage: wire.GroqChatChunkXGroqUsage | None = None
        self._is_first_chunk = True

    def feed(self, chunk: Chunk) -> Iterable[LanguageModelV4StreamPart]:
        """Take a chunk; the parts raise `InvalidResponseDataError` for a tool call without a type or a name."""
        if isinstance(chunk, wire.GroqErrorData):
            return self._error_event(chunk)
        parts = self._metadata(chunk)
        if chunk.x_groq is not None and chunk.x_groq.usage is not None:
            self._usage = chunk.x_groq.usage
        choice = chunk.choices[0] if chunk.choices else None
        if choice is None:
            return parts
        if choice.finish_reason is not None:
            self._finish_reason = read_chat_finish_reason(choice.finish_reason)
        return parts if choice.delta is None else self._delta(choice.delta, parts)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take a chunk that could not be read."""
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        finish = LanguageModelV4Finish(finish_reason=self._finish_reason, usage=convert_groq_usage(self._usage))
        return [*self._reasoning.end(), *self._text.end(), *self._tool_calls.flush(), finish]

    def _error_event(self, event: wire.GroqErrorData) -> list[LanguageModelV4StreamPart]:
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=create_groq_stream_error(event))]

    def _metadata(self, chunk: wire.GroqChatChunkVariant1) -> list[LanguageModelV4StreamPart]:
        if not self._is_first_chunk:
            return []
        self._is_first_chunk = False
        return [create_response_metadata_part(id=chunk.id, model=chunk.model, created=chunk.created)]

    def _delta(
        self, delta: wire.GroqChatChunkChoiceDelta, parts: list[LanguageModelV4StreamPart]
    ) -> Iterable[LanguageModelV4StreamPart]:
        if delta.reasoning:
            parts += self._reasoning.delta(delta.reasoning)
        if delta.content:
            parts += [*self._reasoning.end(), *self._text.delta(delta.content)]
        return self._tool_call_parts(delta.tool_calls, parts) if delta.tool_calls else parts

    def _tool_call_parts(
        self, deltas: list[wire.GroqChatChunkChoiceDeltaToolCall], parts: list[LanguageModelV4StreamPart]
    ) -> Iterator[LanguageModelV4StreamPart]:
        yield from parts
        yield from self._reasoning.end()
        for delta in deltas:
            yield from self._tool_calls.process_delta(dump_wire(delta))


class _JsonResponseStream:
    """A stream in which one tool's input is the answer's text."""

    def __init__(self, stream: GroqChatStream, tool_name: str) -> None:
        self._stream = stream
        self._convert = convert_json_response_tool_stream(tool_name)

    def feed(self, chunk: Chunk) -> Iterable[LanguageModelV4StreamPart]:
        return self._convert(self._stream.feed(chunk))

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        return list(self._convert(self._stream.error(error)))

    def finish(self) -> Iterable[LanguageModelV4StreamPart]:
        return self._convert(self._stream.finish())
