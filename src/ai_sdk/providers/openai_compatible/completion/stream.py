"""Completion chunks as stream parts, without waiting for anything.

Ports: @ai-sdk/openai-compatible/src/completion/openai-compatible-completion-language-model.ts
"""

from typing import Any

from ai_sdk_generated.openai_compatible.completion import wire
from pydantic import BaseModel

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.providers.openai_compatible.completion.response import (
    convert_openai_compatible_completion_usage,
    get_response_metadata,
    read_finish_reason,
)
from ai_sdk.providers.openai_compatible.errors import read_error_event

__all__ = ["Chunk", "OpenAICompatibleCompletionStream"]

Chunk = wire.OpenAICompatibleCompletionChunkVariant1 | BaseModel
"""A chunk, or an error in the form that the dialect's error structure gives it."""


class OpenAICompatibleCompletionStream:
    """What has been said so far in one stream."""

    def __init__(self) -> None:
        self._text = StreamBlock("text", "0")
        self._finish_reason = LanguageModelV4FinishReason(unified="other")
        self._usage: wire.Usage | None = None

    def feed(self, chunk: Chunk) -> list[LanguageModelV4StreamPart]:
        """Take a chunk."""
        if not isinstance(chunk, wire.OpenAICompatibleCompletionChunkVariant1):
            return self._fail(read_error_event(chunk))
        parts = self._start(chunk)
        if chunk.usage is not None:
            self._usage = chunk.usage
        for choice in chunk.choices[:1]:
            if choice.finish_reason is not None:
                self._finish_reason = read_finish_reason(choice.finish_reason)
            parts += self._text.delta(choice.text)
        return parts

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take a chunk that could not be read."""
        return self._fail(error)

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        usage = convert_openai_compatible_completion_usage(self._usage)
        return [*self._text.end(), LanguageModelV4Finish(finish_reason=self._finish_reason, usage=usage)]

    def _fail(self, error: Any) -> list[LanguageModelV4StreamPart]:
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def _start(self, chunk: wire.OpenAICompatibleCompletionChunkVariant1) -> list[LanguageModelV4StreamPart]:
        if self._text.is_open:
            return []
        metadata = get_response_metadata(chunk)
        part = LanguageModelV4ResponseMetadataPart(
            id=metadata.id, timestamp=metadata.timestamp, model_id=metadata.model_id
        )
        return [part, *self._text.start()]
