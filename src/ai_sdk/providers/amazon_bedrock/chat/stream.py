"""Converse's events as stream parts, without waiting for anything.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk_generated.amazon_bedrock.chat import wire

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
)
from ai_sdk.provider_utils.json import stringify
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.providers.amazon_bedrock.chat.options import bedrock_metadata
from ai_sdk.providers.amazon_bedrock.chat.request import ConverseContext
from ai_sdk.providers.amazon_bedrock.chat.response import (
    convert_usage,
    read_finish_reason,
    read_service_metadata,
    read_stop_sequence,
)
from ai_sdk.providers.amazon_bedrock.chat.structured_output import JSON_RESPONSE_TOOL, JsonObjectTextExtractor
from ai_sdk.providers.amazon_bedrock.chat.tool_call_id import normalize_tool_call_id
from ai_sdk.providers.amazon_bedrock.errors import get_amazon_bedrock_stream_error_metadata
from ai_sdk.providers.amazon_bedrock.event_stream import ConverseEvent

__all__ = ["ConverseStream"]

Parts = list[LanguageModelV4StreamPart]

_EXCEPTIONS = (
    "internalServerException",
    "modelStreamErrorException",
    "serviceUnavailableException",
    "throttlingException",
    "validationException",
)


@dataclass(slots=True)
class _TextBlock:
    id: str

    def end(self) -> Parts:
        return [LanguageModelV4TextEnd(id=self.id)]


@dataclass(slots=True)
class _ReasoningBlock:
    id: str
    redacted_content: str | None = None

    def end(self) -> Parts:
        # Said once, at the end: of several metadata only the last would remain.
        hidden = self.redacted_content
        metadata = None if hidden is None else bedrock_metadata({"redactedContent": hidden})
        return [LanguageModelV4ReasoningEnd(id=self.id, provider_metadata=metadata)]


@dataclass(slots=True)
class _ToolBlock:
    id: str
    tool_call_id: str
    tool_name: str
    is_json_response: bool
    input: str = ""

    def end(self) -> Parts:
        if self.is_json_response:
            return [
                LanguageModelV4TextStart(id=self.id),
                LanguageModelV4TextDelta(id=self.id, delta=self.input),
                LanguageModelV4TextEnd(id=self.id),
            ]
        return [
            LanguageModelV4ToolInputEnd(id=self.tool_call_id),
            LanguageModelV4ToolCall(tool_call_id=self.tool_call_id, tool_name=self.tool_name, input=self.input or "{}"),
        ]


class ConverseStream:
    """What has been said so far in one stream."""

    def __init__(self, context: ConverseContext) -> None:
        self._context = context
        self._blocks: dict[float, _TextBlock | _ReasoningBlock | _ToolBlock] = {}
        self._finish_reason = LanguageModelV4FinishReason(unified="other")
        self._usage: wire.AmazonBedrockStreamMetadataUsage | None = None
        self._metadata: JSONObject | None = None
        self._is_json_response_from_tool = False
        self._stop_sequence: str | None = None
        self._extractor = JsonObjectTextExtractor() if context.uses_json_instruction else None

    def feed(self, event: ConverseEvent) -> Parts:
        """Take an event, which has one member."""
        chunk: wire.AmazonBedrockStream = event.chunk
        if chunk.content_block_delta is not None:
            return self._feed_delta(chunk.content_block_delta)
        if chunk.content_block_start is not None:
            return self._start_block(chunk.content_block_start)
        if chunk.content_block_stop is not None:
            return self._stop_block(chunk.content_block_stop.content_block_index)
        if chunk.message_stop is not None:
            self._read_stop(chunk.message_stop)
        elif chunk.metadata is not None:
            self._read_metadata(chunk.metadata)
        else:
            return self._feed_exception(event.value)
        return []

    def error(self, error: AISDKError) -> Parts:
        """Take an event that could not be read."""
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> Parts:
        """Say how it ended."""
        metadata = self._metadata
        if self._is_json_response_from_tool or self._stop_sequence is not None:
            from_tool = {"isJsonResponseFromTool": True} if self._is_json_response_from_tool else {}
            metadata = {**(metadata or {}), **from_tool, "stopSequence": self._stop_sequence}
        return [
            LanguageModelV4Finish(
                finish_reason=self._finish_reason,
                usage=convert_usage(self._usage),
                provider_metadata=None if metadata is None else bedrock_metadata(metadata),
            )
        ]

    def _feed_exception(self, value: JSONObject) -> Parts:
        kind = next((name for name in _EXCEPTIONS if value.get(name) is not None), None)
        if kind is None:
            return []
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        message = value[kind].get("message")
        status_code, is_retryable = get_amazon_bedrock_stream_error_metadata(kind)
        error = ProviderStreamError(
            message=message if isinstance(message, str) else f"Amazon Bedrock stream failed with {kind}",
            type=kind,
            status_code=status_code,
            is_retryable=is_retryable,
            data=value,
        )
        return [LanguageModelV4Error(error=error)]

    def _read_stop(self, stop: wire.AmazonBedrockStreamMessageStop) -> None:
        self._finish_reason = read_finish_reason(
            stop.stop_reason, is_json_response_from_tool=self._is_json_response_from_tool
        )
        self._stop_sequence = read_stop_sequence(stop.additional_model_response_fields)

    def _read_metadata(self, metadata: wire.AmazonBedrockStreamMetadata) -> None:
        self._usage = self._usage if metadata.usage is None else metadata.usage
        self._metadata = read_service_metadata(metadata) or self._metadata

    def _start_block(self, start: wire.AmazonBedrockStreamContentBlockStart) -> Parts:
        index = start.content_block_index
        tool_use = None if start.start is None else start.start.tool_use
        if tool_use is None:
            self._blocks[index] = _TextBlock(stringify(index))
            return [LanguageModelV4TextStart(id=stringify(index))]
        block = _ToolBlock(
            id=stringify(index),
            tool_call_id=normalize_tool_call_id(tool_use.tool_use_id, is_mistral=self._context.is_mistral),
            tool_name=tool_use.name,
            is_json_response=self._context.uses_json_response_tool and tool_use.name == JSON_RESPONSE_TOOL,
        )
        self._blocks[index] = block
        if block.is_json_response:
            return []
        return [LanguageModelV4ToolInputStart(id=block.tool_call_id, tool_name=block.tool_name)]

    def _stop_block(self, index: float) -> Parts:
        block = self._blocks.pop(index, None)
        if block is None:
            return []
        if isinstance(block, _ToolBlock) and block.is_json_response:
            self._is_json_response_from_tool = True
        return block.end()

    def _feed_delta(self, content: wire.AmazonBedrockStreamContentBlockDelta) -> Parts:
        index, delta = content.content_block_index, content.delta
        match delta:
            case wire.AmazonBedrockStreamContentBlockDeltaDeltaVariant1(text=text):
                return self._feed_text(index, text)
            case wire.AmazonBedrockStreamContentBlockDeltaDeltaVariant3(tool_use=tool_use):
                return self._feed_tool_input(index, tool_use.input)
            case (
                wire.AmazonBedrockStreamContentBlockDeltaDeltaVariant4(reasoning_content=reasoning)
                | wire.AmazonBedrockStreamContentBlockDeltaDeltaVariant5(reasoning_content=reasoning)
                | wire.AmazonBedrockStreamContentBlockDeltaDeltaVariant6(reasoning_content=reasoning)
                | wire.AmazonBedrockStreamContentBlockDeltaDeltaVariant7(reasoning_content=reasoning)
            ):
                return self._feed_reasoning(index, reasoning)
        return []

    def _feed_text(self, index: float, text: str) -> Parts:
        if not text:
            return []
        parts: Parts = []
        block_id = stringify(index)
        if index not in self._blocks:
            self._blocks[index] = _TextBlock(block_id)
            parts.append(LanguageModelV4TextStart(id=block_id))
        kept = text if self._extractor is None else self._extractor.process(text)
        return [*parts, LanguageModelV4TextDelta(id=block_id, delta=kept)] if kept else parts

    def _feed_tool_input(self, index: float, text: str) -> Parts:
        block = self._blocks.get(index)
        if not isinstance(block, _ToolBlock):
            return []
        block.input += text
        return [] if block.is_json_response else [LanguageModelV4ToolInputDelta(id=block.tool_call_id, delta=text)]

    def _feed_reasoning(self, index: float, reasoning: Any) -> Parts:
        block_id = stringify(index)
        said: Any = next(iter(reasoning.__dict__.values()))
        if not said:
            return []
        parts: Parts = []
        block = self._blocks.get(index)
        if block is None:
            block = self._blocks[index] = _ReasoningBlock(block_id)
            parts.append(LanguageModelV4ReasoningStart(id=block_id))
        match reasoning:
            case wire.AmazonBedrockStreamContentBlockDeltaDeltaVariant1(text=text):
                return [*parts, LanguageModelV4ReasoningDelta(id=block_id, delta=text)]
            case wire.AmazonBedrockStreamContentBlockDeltaDeltaReasoningContent(signature=signature):
                metadata = bedrock_metadata({"signature": signature})
            case wire.AmazonBedrockStreamContentBlockDeltaDeltaReasoningContent2(data=data):
                metadata = bedrock_metadata({"redactedData": data})
            case _:
                if isinstance(block, _ReasoningBlock):
                    block.redacted_content = (block.redacted_content or "") + reasoning.redacted_content
                return parts
        return [*parts, LanguageModelV4ReasoningDelta(id=block_id, delta="", provider_metadata=metadata)]
