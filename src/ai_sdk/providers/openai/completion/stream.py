"""The parts of a Completions stream.

Ports: @ai-sdk/openai/src/completion/openai-completion-language-model.ts
"""

from typing import Any

from ai_sdk_generated.openai.completion import wire

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.providers.openai.completion.response import (
    convert_openai_completion_usage,
    get_response_metadata,
    read_finish_reason,
)
from ai_sdk.providers.openai.stream_error import create_openai_provider_stream_error

__all__ = ["OpenAICompletionStream", "get_error", "is_output_chunk"]

_Chunk = wire.OpenaiCompletionChunkVariant1 | wire.OpenaiErrorData


def get_error(chunk: _Chunk) -> Any:
    """Return the error in a chunk as JSON, or `None`."""
    return dump_wire(chunk.error) if isinstance(chunk, wire.OpenaiErrorData) else None


def is_output_chunk(chunk: _Chunk) -> bool:
    """Whether a chunk holds text."""
    return not isinstance(chunk, wire.OpenaiErrorData) and any(choice.text for choice in chunk.choices)


class OpenAICompletionStream:
    """The state of one stream."""

    def __init__(self) -> None:
        self._text = StreamBlock("text", "0")
        self._has_started = False
        # A body that ends without the provider's own word on it was interrupted.
        self._finish_reason = LanguageModelV4FinishReason(unified="interrupted")
        self._usage: wire.OpenaiCompletionChunkUsage | None = None
        self._provider_metadata: JSONObject = {}

    def feed(self, chunk: _Chunk) -> list[LanguageModelV4StreamPart]:
        """Take a chunk and return the parts it makes."""
        if isinstance(chunk, wire.OpenaiErrorData):
            error = get_error(chunk)
            return self._fail(create_openai_provider_stream_error(error) or error)
        parts = [] if self._has_started else self._start(chunk)
        if chunk.usage is not None:
            self._usage = chunk.usage
        if chunk.choices:
            parts += self._read_choice(chunk.choices[0])
        return parts

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take the news that a chunk could not be read."""
        return self._fail(error)

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        return [
            *self._text.end(),
            LanguageModelV4Finish(
                finish_reason=self._finish_reason,
                provider_metadata={"openai": self._provider_metadata},
                usage=convert_openai_completion_usage(self._usage),
            ),
        ]

    def _fail(self, error: Any) -> list[LanguageModelV4StreamPart]:
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def _start(self, chunk: wire.OpenaiCompletionChunkVariant1) -> list[LanguageModelV4StreamPart]:
        self._has_started = True
        metadata = get_response_metadata(chunk)
        part = LanguageModelV4ResponseMetadataPart(
            id=metadata.id, timestamp=metadata.timestamp, model_id=metadata.model_id
        )
        return [part, *self._text.start()]

    def _read_choice(self, choice: wire.OpenaiCompletionChunkChoice) -> list[LanguageModelV4StreamPart]:
        if choice.finish_reason is not None:
            self._finish_reason = read_finish_reason(choice.finish_reason)
        if choice.logprobs is not None:
            self._provider_metadata["logprobs"] = dump_wire(choice.logprobs)
        return self._text.delta(choice.text) if choice.text else []
