"""Language models on Azure: OpenAI's, with answers read as upstream's Azure package reads them.

That package rests on an older version of `@ai-sdk/openai`: a stream without the provider's own word on its end ends
with `other`, not with `interrupted`, and sources are the citations as they come, not what a search found.

Ports: @ai-sdk/azure/src/azure-openai-provider.ts
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Finish,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.http_language_model import ModelOutput, PreparedRequest, StreamState
from ai_sdk.providers.azure.responses_sources import cite_in_stream, cite_sources
from ai_sdk.providers.openai.chat.model import OpenAIChatLanguageModel
from ai_sdk.providers.openai.completion.model import OpenAICompletionLanguageModel
from ai_sdk.providers.openai.responses.context import ResponsesContext
from ai_sdk.providers.openai.responses.model import OpenAIResponsesLanguageModel
from ai_sdk.providers.openai.responses.stream.chunks import ResponsesChunk

__all__ = ["AzureChatLanguageModel", "AzureCompletionLanguageModel", "AzureResponsesLanguageModel"]

ChunkT = TypeVar("ChunkT")


class _AzureStream(Generic[ChunkT]):
    """A stream that ends with `other` when it just ends."""

    def __init__(self, stream: StreamState[ChunkT]) -> None:
        self._stream = stream

    def feed(self, chunk: ChunkT) -> Iterable[LanguageModelV4StreamPart]:
        return self._stream.feed(chunk)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        return self._stream.error(error)

    def finish(self) -> Iterable[LanguageModelV4StreamPart]:
        for part in self._stream.finish():
            yield _ended(part) if isinstance(part, LanguageModelV4Finish) else part


def _ended(part: LanguageModelV4Finish) -> LanguageModelV4Finish:
    if part.finish_reason.unified != "interrupted":
        return part
    return replace(part, finish_reason=replace(part.finish_reason, unified="other"))


class _AzureResponsesStream(_AzureStream[ResponsesChunk]):
    """A stream whose sources are its citations."""

    def __init__(self, stream: StreamState[ResponsesChunk], context: ResponsesContext) -> None:
        super().__init__(stream)
        self._context = context

    def feed(self, chunk: ResponsesChunk) -> Iterable[LanguageModelV4StreamPart]:
        return cite_in_stream(self._context, chunk, super().feed(chunk))

    def finish(self) -> Iterable[LanguageModelV4StreamPart]:
        return (part for part in super().finish() if part.type != "source")


class AzureResponsesLanguageModel(OpenAIResponsesLanguageModel):
    """A language model on the Responses API of Azure."""

    def read_response(
        self, response: wire.OpenaiResponsesResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn an answer into content."""
        output = super().read_response(response, request, raw_response)
        return replace(output, content=cite_sources(request.context, response.output or [], output.content))

    def open_stream(self, request: PreparedRequest) -> StreamState[ResponsesChunk]:  # type: ignore[override]
        """Return the state of a new stream."""
        context, _ = request.context
        return _AzureResponsesStream(super().open_stream(request), context)


class AzureChatLanguageModel(OpenAIChatLanguageModel):
    """A language model on the Chat Completions API of Azure."""

    def open_stream(self, request: PreparedRequest) -> StreamState[Any]:  # type: ignore[override]
        """Return the state of a new stream."""
        return _AzureStream(super().open_stream(request))


class AzureCompletionLanguageModel(OpenAICompletionLanguageModel):
    """A language model on the Completions API of Azure."""

    def open_stream(self, request: PreparedRequest) -> StreamState[Any]:  # type: ignore[override]
        """Return the state of a new stream."""
        return _AzureStream(super().open_stream(request))
