"""Mistral's conversation events as stream parts, without waiting for anything.

Ports: @ai-sdk/mistral/src/mistral-conversation-language-model.ts
"""

from dataclasses import dataclass
from typing import assert_never

from ai_sdk_generated.mistral.conversations import wire

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4SourceUrl,
    LanguageModelV4StreamPart,
    LanguageModelV4Text,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire, stringify
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker
from ai_sdk.provider_utils.timestamp import date_from_text
from ai_sdk.providers.mistral.conversations.content import ContentConverter, convert_conversation_usage
from ai_sdk.providers.mistral.errors import MistralError

__all__ = ["MistralConversationStream"]


@dataclass(slots=True)
class _Execution:
    name: str
    arguments: list[str]
    function: str | None


class MistralConversationStream:
    """What has been said and run so far in one stream."""

    def __init__(self, converter: ContentConverter, generate_id: IdGenerator) -> None:
        self._converter = converter
        self._tool_calls = StreamingToolCallTracker(generate_id=generate_id)
        self._executions: dict[str, _Execution] = {}
        self._block = StreamBlock("text", "")
        self._block_type = "text"
        self._usage: wire.MistralConversationChunkConversationResponseDoneUsage | None = None
        self._calls_functions = False
        self._has_error = False
        self._is_done = False
        self._has_model_id = False

    def feed(self, chunk: wire.MistralConversationChunk) -> list[LanguageModelV4StreamPart]:
        """Take an event."""
        match chunk:
            case wire.MistralConversationChunkConversationResponseStarted():
                timestamp = date_from_text(chunk.created_at)
                return [LanguageModelV4ResponseMetadataPart(id=chunk.conversation_id, timestamp=timestamp)]
            case wire.MistralConversationChunkConversationResponseDone():
                self._usage, self._is_done = chunk.usage, True
                return []
            case wire.MistralConversationChunkConversationResponseError():
                return self._error_part(dump_wire(chunk))
            case wire.MistralConversationChunkMessageOutputDelta():
                return [*self._model_id(chunk), *self._message_delta(chunk)]
            case wire.MistralConversationChunkFunctionCallDelta():
                return [*self._block.end(), *self._function_call_delta(chunk)]
            case wire.MistralConversationChunkToolExecutionStarted():
                return [*self._block.end(), *self._continue_execution(chunk)]
            case wire.MistralConversationChunkToolExecutionDone():
                return self._end_execution(chunk)
            case _:
                assert_never(chunk)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take an event that could not be read."""
        return self._error_part(error)

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended; an end before Mistral's own word for it is an error."""
        if self._has_error or not self._is_done or self._executions:
            finish_reason = LanguageModelV4FinishReason(unified="error")
        else:
            finish_reason = LanguageModelV4FinishReason(unified="tool-calls" if self._calls_functions else "stop")
        usage = convert_conversation_usage(self._usage)
        finish = LanguageModelV4Finish(finish_reason=finish_reason, usage=usage)
        return [*self._block.end(), *self._tool_calls.flush(), finish]

    def _error_part(self, error: object) -> list[LanguageModelV4StreamPart]:
        self._has_error = True
        return [LanguageModelV4Error(error=error)]

    def _model_id(self, chunk: wire.MistralConversationChunkMessageOutputDelta) -> list[LanguageModelV4StreamPart]:
        if self._has_model_id or chunk.model is None:
            return []
        self._has_model_id = True
        return [LanguageModelV4ResponseMetadataPart(model_id=chunk.model)]

    def _message_delta(self, chunk: wire.MistralConversationChunkMessageOutputDelta) -> list[LanguageModelV4StreamPart]:
        part = self._converter.convert_chunk(chunk.content)
        if part is None:
            return []
        if isinstance(part, LanguageModelV4SourceUrl):
            return [part]
        index = 0 if chunk.content_index is None else chunk.content_index
        return [*self._change_block(part, f"{chunk.id}-{stringify(index)}"), *self._block.delta(part.text)]

    def _change_block(
        self, part: LanguageModelV4Text | LanguageModelV4Reasoning, block_id: str
    ) -> list[LanguageModelV4StreamPart]:
        if (self._block_type, self._block.id) == (part.type, block_id):
            return []
        end = self._block.end()
        self._block_type, self._block = part.type, StreamBlock(part.type, block_id)
        return end

    def _function_call_delta(
        self, chunk: wire.MistralConversationChunkFunctionCallDelta
    ) -> list[LanguageModelV4StreamPart]:
        self._calls_functions = True
        function = {"name": chunk.name, "arguments": chunk.arguments}
        return self._tool_calls.process_delta(
            {"id": chunk.tool_call_id, "index": chunk.output_index, "function": function}
        )

    def _continue_execution(
        self, chunk: wire.MistralConversationChunkToolExecutionStarted
    ) -> list[LanguageModelV4StreamPart]:
        execution = self._executions.get(chunk.id)
        if execution is not None:
            execution.arguments.append(chunk.arguments)
            return []
        self._executions[chunk.id] = _Execution(chunk.name, [chunk.arguments], chunk.function)
        tool_name = self._converter.tool_names.to_custom_tool_name(chunk.name)
        return [LanguageModelV4ToolInputStart(id=chunk.id, tool_name=tool_name, provider_executed=True)]

    def _end_execution(self, chunk: wire.MistralConversationChunkToolExecutionDone) -> list[LanguageModelV4StreamPart]:
        execution = self._executions.pop(chunk.id, None)
        if execution is None:
            return self._error_part(MistralError(f"Missing tool execution start for {chunk.id}"))
        call, result = self._converter.convert_tool(
            wire.MistralConversationToolExecution(
                type="tool.execution",
                id=chunk.id,
                name=execution.name,
                arguments="".join(execution.arguments),
                function=execution.function if chunk.function is None else chunk.function,
                info=chunk.info,
            )
        )
        return [
            LanguageModelV4ToolInputDelta(id=chunk.id, delta=call.input),
            LanguageModelV4ToolInputEnd(id=chunk.id),
            call,
            result,
        ]
