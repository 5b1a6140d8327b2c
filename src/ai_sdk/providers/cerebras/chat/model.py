"""The chat model on Cerebras.

Ports: @ai-sdk/cerebras/src/cerebras-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ai_sdk_generated.cerebras.shared.wire import CerebrasError
from ai_sdk_generated.openai_compatible.chat import wire

from ai_sdk.provider import (
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4StreamPart,
    LanguageModelV4Text,
)
from ai_sdk.provider_utils.http_language_model import ModelOutput, PreparedRequest, StreamState
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.openai_compatible.chat.model import OpenAICompatibleChatLanguageModel
from ai_sdk.providers.openai_compatible.chat.stream import Chunk, OpenAICompatibleChatStream

__all__ = ["CerebrasChatLanguageModel"]

_TOOL_PARTS = frozenset({"tool-input-start", "tool-input-delta", "tool-input-end", "tool-call"})


class CerebrasChatLanguageModel(OpenAICompatibleChatLanguageModel):
    """Chat on Cerebras.

    GLM models may answer a demand for JSON with the JSON and repeat a tool call beside it; then the JSON is the answer.
    """

    def read_response(
        self, response: wire.OpenAICompatibleChatResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        output = super().read_response(response, request, raw_response)
        has_text = any(isinstance(part, LanguageModelV4Text) and part.text for part in output.content)
        if not (_wants_json(request) and has_text and output.finish_reason.raw == "tool_calls"):
            return output
        content: list[LanguageModelV4Content] = [part for part in output.content if part.type != "tool-call"]
        return replace(output, content=content, finish_reason=_stopped(output.finish_reason))

    def open_stream(self, request: PreparedRequest) -> StreamState[Chunk]:
        """Return the state of a new stream."""
        state = _JsonStream if _wants_json(request) else _CerebrasStream
        return state(request.context, self.dialect, self.config.generate_id)


class _CerebrasStream(OpenAICompatibleChatStream):
    """A stream whose errors are flat."""

    def feed(self, chunk: Chunk) -> Iterable[LanguageModelV4StreamPart]:
        return self._fail(dump_wire(chunk)) if isinstance(chunk, CerebrasError) else super().feed(chunk)


class _JsonStream(_CerebrasStream):
    """A stream that is to be JSON: once it has text, tool calls are left out."""

    _has_text = False

    def feed(self, chunk: Chunk) -> Iterable[LanguageModelV4StreamPart]:
        return self._without_repeated_calls(super().feed(chunk))

    def finish(self) -> Iterator[LanguageModelV4StreamPart]:
        return self._without_repeated_calls(super().finish())

    def _without_repeated_calls(
        self, parts: Iterable[LanguageModelV4StreamPart]
    ) -> Iterator[LanguageModelV4StreamPart]:
        for part in parts:
            if part.type == "text-delta" and part.delta:
                self._has_text = True
            if part.type == "finish" and self._has_text and part.finish_reason.raw == "tool_calls":
                yield replace(part, finish_reason=_stopped(part.finish_reason))
            elif not (self._has_text and part.type in _TOOL_PARTS):
                yield part


def _wants_json(request: PreparedRequest) -> bool:
    return isinstance(request.options.response_format, LanguageModelV4ResponseFormatJson)


def _stopped(finish_reason: LanguageModelV4FinishReason) -> LanguageModelV4FinishReason:
    return replace(finish_reason, unified="stop")
