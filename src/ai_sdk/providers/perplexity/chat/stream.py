"""Perplexity's chat chunks as stream parts, without waiting for anything.

Ports: @ai-sdk/perplexity/src/perplexity-language-model.ts
"""

from ai_sdk_generated.perplexity.chat import wire

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.providers.perplexity.chat.response import (
    convert_perplexity_usage,
    create_sources,
    image_metadata,
    read_finish_reason,
    usage_metadata,
)

__all__ = ["PerplexityChatStream"]


class PerplexityChatStream:
    """What has been said so far in one stream."""

    def __init__(self, generate_id: IdGenerator) -> None:
        self._generate_id = generate_id
        self._text = StreamBlock("text", "0")
        self._finish_reason = LanguageModelV4FinishReason(unified="other")
        self._usage: wire.PerplexityUsage | None = None
        self._images: list[JSONObject] | None = None
        self._is_first_chunk = True

    def feed(self, chunk: wire.PerplexityChunk) -> list[LanguageModelV4StreamPart]:
        """Take a chunk; its sources count in the first one only."""
        parts: list[LanguageModelV4StreamPart] = []
        if self._is_first_chunk:
            self._is_first_chunk = False
            parts.append(create_response_metadata_part(id=chunk.id, model=chunk.model, created=chunk.created))
            parts += create_sources(chunk.citations, self._generate_id)
        if chunk.usage is not None:
            self._usage = chunk.usage
        if chunk.images is not None:
            self._images = image_metadata(chunk.images)
        for choice in chunk.choices[:1]:
            if choice.finish_reason is not None:
                self._finish_reason = read_finish_reason(choice.finish_reason)
            # An empty text is a delta too.
            if choice.delta.content is not None:
                parts += self._text.delta(choice.delta.content)
        return parts

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take a chunk that could not be read."""
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        finish = LanguageModelV4Finish(
            finish_reason=self._finish_reason,
            usage=convert_perplexity_usage(self._usage),
            provider_metadata={"perplexity": {**usage_metadata(self._usage), "images": self._images}},
        )
        return [*self._text.end(), finish]
