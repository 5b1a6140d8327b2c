"""Cohere's chat events as stream parts, without waiting for anything.

Ports: @ai-sdk/cohere/src/cohere-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ai_sdk_generated.cohere.chat import wire

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
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
)
from ai_sdk.provider_utils.json import parse_json, stringify
from ai_sdk.provider_utils.streaming_tool_call_argument_state import JAVASCRIPT_WHITESPACE
from ai_sdk.providers.cohere.chat.response import convert_cohere_usage, read_finish_reason

__all__ = ["CohereChatStream"]


@dataclass(slots=True)
class _PendingToolCall:
    id: str
    name: str
    arguments: list[str]


class CohereChatStream:
    """What has been said so far in one stream. Cohere itself says where each block starts and ends."""

    def __init__(self) -> None:
        self._finish_reason = LanguageModelV4FinishReason(unified="other")
        self._usage: wire.CohereUsage | None = None
        self._tool_call: _PendingToolCall | None = None
        self._is_reasoning = False

    def feed(self, chunk: wire.CohereChatChunk) -> Iterable[LanguageModelV4StreamPart]:
        """Take an event; the parts of a finished tool call raise `JSONParseError` for arguments that are not JSON."""
        match chunk:
            case wire.CohereChatChunkContentStart():
                return [self._start_block(chunk)]
            case wire.CohereChatChunkContentDelta():
                return [_block_delta(chunk)]
            case wire.CohereChatChunkContentEnd():
                return [self._end_block(stringify(chunk.index))]
            case wire.CohereChatChunkToolCallStart():
                return self._start_tool_call(chunk.delta.message.tool_calls)
            case wire.CohereChatChunkToolCallDelta():
                return self._continue_tool_call(chunk.delta.message.tool_calls.function.arguments)
            case wire.CohereChatChunkToolCallEnd():
                return self._end_tool_call()
            case wire.CohereChatChunkMessageStart():
                return [LanguageModelV4ResponseMetadataPart(id=chunk.id)]
            case wire.CohereChatChunkMessageEnd():
                self._finish_reason = read_finish_reason(chunk.delta.finish_reason)
                self._usage = chunk.delta.usage
        return []

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take an event that could not be read."""
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Say how it ended."""
        usage = convert_cohere_usage(self._usage)
        return [LanguageModelV4Finish(finish_reason=self._finish_reason, usage=usage)]

    def _start_block(self, chunk: wire.CohereChatChunkContentStart) -> LanguageModelV4StreamPart:
        block_id = stringify(chunk.index)
        if chunk.delta.message.content.type == "thinking":
            self._is_reasoning = True
            return LanguageModelV4ReasoningStart(id=block_id)
        return LanguageModelV4TextStart(id=block_id)

    def _end_block(self, block_id: str) -> LanguageModelV4StreamPart:
        if self._is_reasoning:
            self._is_reasoning = False
            return LanguageModelV4ReasoningEnd(id=block_id)
        return LanguageModelV4TextEnd(id=block_id)

    def _start_tool_call(
        self, call: wire.CohereChatChunkToolCallStartDeltaMessageToolCalls
    ) -> list[LanguageModelV4StreamPart]:
        arguments = call.function.arguments
        self._tool_call = _PendingToolCall(call.id, call.function.name, [arguments])
        parts: list[LanguageModelV4StreamPart] = [
            LanguageModelV4ToolInputStart(id=call.id, tool_name=call.function.name)
        ]
        if arguments:
            parts.append(LanguageModelV4ToolInputDelta(id=call.id, delta=arguments))
        return parts

    def _continue_tool_call(self, arguments: str) -> list[LanguageModelV4StreamPart]:
        if self._tool_call is None:
            return []
        self._tool_call.arguments.append(arguments)
        return [LanguageModelV4ToolInputDelta(id=self._tool_call.id, delta=arguments)]

    def _end_tool_call(self) -> Iterator[LanguageModelV4StreamPart]:
        call = self._tool_call
        if call is None:
            return
        yield LanguageModelV4ToolInputEnd(id=call.id)
        arguments = "".join(call.arguments).strip(JAVASCRIPT_WHITESPACE) or "{}"
        yield LanguageModelV4ToolCall(tool_call_id=call.id, tool_name=call.name, input=stringify(parse_json(arguments)))
        self._tool_call = None


def _block_delta(chunk: wire.CohereChatChunkContentDelta) -> LanguageModelV4StreamPart:
    block_id, content = stringify(chunk.index), chunk.delta.message.content
    if isinstance(content, wire.CohereChatChunkContentDeltaDeltaMessageContentVariant2):
        return LanguageModelV4ReasoningDelta(id=block_id, delta=content.thinking)
    return LanguageModelV4TextDelta(id=block_id, delta=content.text)
