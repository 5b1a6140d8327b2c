"""The parts of a Chat Completions stream.

Ports: @ai-sdk/openai/src/chat/openai-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ai_sdk_generated.openai.chat import wire

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker
from ai_sdk.providers.openai.chat.response import (
    convert_openai_chat_usage,
    get_response_metadata,
    map_openai_finish_reason,
    read_logprobs,
    read_prediction_tokens,
    read_source,
)
from ai_sdk.providers.openai.stream_error import create_openai_provider_stream_error

__all__ = ["OpenAIChatStream", "get_error", "is_output_chunk"]

_Chunk = wire.OpenaiChatChunkVariant1 | wire.OpenaiErrorData


def get_error(chunk: _Chunk) -> Any:
    """Return the error in a chunk as JSON, or `None`."""
    return dump_wire(chunk.error) if isinstance(chunk, wire.OpenaiErrorData) else None


def is_output_chunk(chunk: _Chunk) -> bool:
    """Whether a chunk holds something that the model wrote."""
    choices = [] if isinstance(chunk, wire.OpenaiErrorData) else chunk.choices
    deltas = (choice.delta for choice in choices if choice.delta is not None)
    return any(delta.content or delta.refusal or delta.tool_calls or delta.annotations for delta in deltas)


class OpenAIChatStream:
    """The state of one stream."""

    def __init__(self, generate_id: IdGenerator) -> None:
        self._generate_id = generate_id
        self._text = StreamBlock("text", "0")
        self._tool_calls = StreamingToolCallTracker(generate_id=generate_id, type_validation="if-present")
        # A body that ends without the provider's own word on it was interrupted.
        self._finish_reason = LanguageModelV4FinishReason(unified="interrupted")
        # Mapped at the end only: a refusal, which changes its meaning, may come in the same chunk.
        self._raw_finish_reason: str | None = None
        self._has_metadata = False
        self._has_refusal = False
        self._usage: wire.OpenaiChatChunkUsage | None = None
        self._logprobs: list[JSONObject] | None = None
        self._provider_metadata: JSONObject = {}

    def feed(self, chunk: _Chunk) -> Iterable[LanguageModelV4StreamPart]:
        """Take a chunk; the parts raise `InvalidResponseDataError` for a tool call without a name."""
        if isinstance(chunk, wire.OpenaiErrorData):
            error = get_error(chunk)
            return self._fail(create_openai_provider_stream_error(error) or error)
        parts = [] if self._has_metadata else self._read_metadata(chunk)
        if chunk.usage is not None:
            self._usage = chunk.usage
            self._provider_metadata |= read_prediction_tokens(chunk.usage)
        return self._read_choice(chunk.choices[0], parts) if chunk.choices else parts

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take the news that a chunk could not be read."""
        return self._fail(error)

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        raw = self._raw_finish_reason
        if raw is not None:
            unified = map_openai_finish_reason(raw, has_refusal=self._has_refusal)
            self._finish_reason = LanguageModelV4FinishReason(unified=unified, raw=raw)
        if self._logprobs is not None:
            self._provider_metadata["logprobs"] = self._logprobs
        return [
            *self._text.end(),
            *self._tool_calls.flush(),
            LanguageModelV4Finish(
                finish_reason=self._finish_reason,
                usage=convert_openai_chat_usage(self._usage),
                provider_metadata={"openai": self._provider_metadata},
            ),
        ]

    def _fail(self, error: Any) -> list[LanguageModelV4StreamPart]:
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        self._raw_finish_reason = None
        return [LanguageModelV4Error(error=error)]

    def _read_metadata(self, chunk: wire.OpenaiChatChunkVariant1) -> list[LanguageModelV4StreamPart]:
        """Return the metadata of the first chunk that has some; Azure may send one without before it."""
        if not (chunk.id or chunk.model or chunk.created):
            return []
        self._has_metadata = True
        metadata = get_response_metadata(chunk)
        return [
            LanguageModelV4ResponseMetadataPart(
                id=metadata.id, timestamp=metadata.timestamp, model_id=metadata.model_id
            )
        ]

    def _read_choice(
        self, choice: wire.OpenaiChatChunkChoice, parts: list[LanguageModelV4StreamPart]
    ) -> Iterable[LanguageModelV4StreamPart]:
        if choice.finish_reason is not None:
            self._raw_finish_reason = choice.finish_reason
        if choice.logprobs is not None:
            self._collect_logprobs(choice.logprobs)
        delta = choice.delta
        if delta is None:
            return parts
        if delta.refusal:
            self._has_refusal = True
        for text in _texts(delta):
            parts += self._text.delta(text)
        return self._read_calls_and_sources(delta, parts) if delta.tool_calls or delta.annotations else parts

    def _read_calls_and_sources(
        self, delta: wire.OpenaiChatChunkChoiceDelta, parts: list[LanguageModelV4StreamPart]
    ) -> Iterator[LanguageModelV4StreamPart]:
        yield from parts
        for call in delta.tool_calls or ():
            yield from self._tool_calls.process_delta(dump_wire(call))
        for annotation in delta.annotations or ():
            yield read_source(annotation, self._generate_id)

    def _collect_logprobs(self, logprobs: wire.OpenaiChatChunkChoiceLogprobs) -> None:
        tokens = read_logprobs(logprobs)
        if self._logprobs is None:
            self._logprobs = tokens
        else:
            self._logprobs += tokens or ()


def _texts(delta: wire.OpenaiChatChunkChoiceDelta) -> list[str]:
    """Return what the model wrote; an empty content alone counts too."""
    texts = [text for text in (delta.content, delta.refusal) if text]
    return [""] if not texts and delta.content == "" else texts
