"""Chat chunks as stream parts, without waiting for anything.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ai_sdk_generated.openai_compatible.chat import wire
from pydantic import BaseModel

from ai_sdk.provider import (
    AISDKError,
    InvalidResponseDataError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
from ai_sdk.providers.openai_compatible.chat.metadata_extractor import StreamMetadataExtractor
from ai_sdk.providers.openai_compatible.chat.response import (
    convert_content,
    convert_usage,
    get_response_metadata,
    map_openai_compatible_finish_reason,
    predicted_tokens,
)
from ai_sdk.providers.openai_compatible.chat.tool_call_deltas import ToolCallDeltas
from ai_sdk.providers.openai_compatible.errors import read_error_event

__all__ = ["Chunk", "OpenAICompatibleChatStream", "open_stream"]

Chunk = wire.ChunkBase | BaseModel
"""A chunk, or an error in the form that the dialect's error structure gives it."""


def open_stream(metadata_key: str, dialect: ChatDialect, generate_id: IdGenerator) -> "OpenAICompatibleChatStream":
    """Return the state of a new stream, which shows raw chunks to the dialect's metadata extractor when it has one."""
    if dialect.metadata_extractor is None:
        return OpenAICompatibleChatStream(metadata_key, dialect, generate_id)
    extractor = dialect.metadata_extractor.create_stream_extractor()
    return _ExtractingStream(metadata_key, dialect, generate_id, extractor)


class OpenAICompatibleChatStream:
    """What has been said so far in one stream."""

    def __init__(self, metadata_key: str, dialect: ChatDialect, generate_id: IdGenerator) -> None:
        self._metadata_key = metadata_key
        self._dialect = dialect
        self._tool_calls = ToolCallDeltas(metadata_key, generate_id)
        self._text = StreamBlock("text", "txt-0")
        self._reasoning = StreamBlock("reasoning", "reasoning-0")
        self._usage: wire.OpenaiCompatibleTokenUsageValue | None = None
        self._raw_finish_reason: str | None = None
        self._has_failed = False
        self._has_refusal = False
        self._has_metadata = False

    def feed(self, chunk: Chunk) -> Iterable[LanguageModelV4StreamPart]:
        """Take a chunk; the parts raise `InvalidResponseDataError` for a new tool call without a name."""
        if not isinstance(chunk, wire.ChunkBase):
            return self._fail(read_error_event(chunk))
        if chunk.model_extra and "error" in chunk.model_extra:
            return self._fail(chunk.model_extra["error"])
        parts = [] if self._has_metadata else self._metadata(chunk)
        if chunk.usage is not None:
            self._usage = chunk.usage
        choice = chunk.choices[0] if chunk.choices else None
        if choice is None:
            return parts
        # It is mapped when the stream has ended: a refusal may come with it, and changes what it means.
        if choice.finish_reason is not None:
            self._raw_finish_reason = choice.finish_reason
        return parts if choice.delta is None else self._delta(choice.delta, parts)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take a chunk that could not be read."""
        return self._fail(error)

    def finish(self) -> Iterator[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended; raises `InvalidResponseDataError` for a tool call without a name."""
        yield from self._reasoning.end()
        yield from self._text.end()
        yield from self._tool_calls.flush()
        finish_reason = self._finish_reason()
        if finish_reason is None:
            finish_reason = LanguageModelV4FinishReason(unified="error")
            message = "Response stream ended without a finish reason."
            yield LanguageModelV4Error(error=InvalidResponseDataError(message, data=None))
        yield LanguageModelV4Finish(
            finish_reason=finish_reason,
            usage=convert_usage(self._usage, self._dialect),
            provider_metadata=predicted_tokens(self._usage, self._metadata_key, self.extracted_metadata()),
        )

    def extracted_metadata(self) -> SharedV4ProviderMetadata | None:
        """Return what a metadata extractor found; there is none here."""
        return None

    def _fail(self, error: Any) -> list[LanguageModelV4StreamPart]:
        self._has_failed = True
        self._raw_finish_reason = None
        return [LanguageModelV4Error(error=error)]

    def _finish_reason(self) -> LanguageModelV4FinishReason | None:
        if self._raw_finish_reason is None:
            return LanguageModelV4FinishReason(unified="error") if self._has_failed else None
        unified = map_openai_compatible_finish_reason(self._raw_finish_reason, has_refusal=self._has_refusal)
        return LanguageModelV4FinishReason(unified=unified, raw=self._raw_finish_reason)

    def _metadata(self, chunk: wire.ChunkBase) -> list[LanguageModelV4StreamPart]:
        """Return response metadata, which comes once; some providers send a chunk ahead whose fields are all empty."""
        metadata = get_response_metadata(chunk)
        self._has_metadata = bool(metadata.id or metadata.model_id or metadata.timestamp)
        part = LanguageModelV4ResponseMetadataPart(
            id=metadata.id, timestamp=metadata.timestamp, model_id=metadata.model_id
        )
        return [part] if self._has_metadata else []

    def _delta(
        self, delta: wire.ChunkBaseChoiceDelta, parts: list[LanguageModelV4StreamPart]
    ) -> Iterable[LanguageModelV4StreamPart]:
        reasoning = delta.reasoning if delta.reasoning_content is None else delta.reasoning_content
        if reasoning:
            parts += self._reasoning_delta(reasoning)
        if isinstance(delta.content, str):
            parts += self._text_delta(delta.content) if delta.content else []
        else:
            parts += self._content_parts(delta.content)
        # A refusal comes instead of content, or after it.
        if isinstance(delta.refusal, str) and delta.refusal:
            self._has_refusal = True
            parts += self._text_delta(delta.refusal)
        return self._tool_call_parts(delta.tool_calls, parts) if delta.tool_calls else parts

    def _content_parts(
        self, content: list[wire.OpenAICompatibleContentValue] | None
    ) -> Iterator[LanguageModelV4StreamPart]:
        for part in convert_content(content):
            is_reasoning = isinstance(part, LanguageModelV4Reasoning)
            yield from self._reasoning_delta(part.text) if is_reasoning else self._text_delta(part.text)

    def _reasoning_delta(self, text: str) -> list[LanguageModelV4StreamPart]:
        delta = self._reasoning.delta(text)
        return [*self._text.end(), *delta] if self._text.is_open else delta

    def _text_delta(self, text: str) -> list[LanguageModelV4StreamPart]:
        delta = self._text.delta(text)
        return [*self._reasoning.end(), *delta] if self._reasoning.is_open else delta

    def _tool_call_parts(
        self, deltas: list[wire.ChunkBaseChoiceDeltaToolCall], parts: list[LanguageModelV4StreamPart]
    ) -> Iterator[LanguageModelV4StreamPart]:
        yield from parts
        yield from self._reasoning.end()
        for delta in deltas:
            yield from self._tool_calls.process_delta(dump_wire(delta))


class _ExtractingStream(OpenAICompatibleChatStream):
    """A stream that shows its raw chunks to a metadata extractor."""

    def __init__(
        self, metadata_key: str, dialect: ChatDialect, generate_id: IdGenerator, extractor: StreamMetadataExtractor
    ) -> None:
        super().__init__(metadata_key, dialect, generate_id)
        self._extractor = extractor

    def read_raw(self, value: Any) -> None:
        self._extractor.process_chunk(value)

    def extracted_metadata(self) -> SharedV4ProviderMetadata | None:
        return self._extractor.build_metadata()
