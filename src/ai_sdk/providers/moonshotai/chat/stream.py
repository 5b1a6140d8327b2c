"""Moonshot AI's chat chunks as stream parts, without waiting for anything.

Ports: @ai-sdk/moonshotai/src/moonshotai-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator

from ai_sdk_generated.moonshotai.chat import wire

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.chat_response import read_chat_finish_reason
from ai_sdk.provider_utils.create_language_model_response_metadata import create_response_metadata_part
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker
from ai_sdk.providers.moonshotai.chat.errors import create_moonshotai_stream_error
from ai_sdk.providers.moonshotai.chat.response import convert_moonshotai_chat_usage

__all__ = ["Chunk", "MoonshotAIChatStream"]

Chunk = wire.MoonshotAIChatChunkVariant1 | wire.MoonshotAIError


class MoonshotAIChatStream:
    """What has been said so far in one stream."""

    def __init__(self, provider_options_name: str, generate_id: IdGenerator) -> None:
        self._provider_options_name = provider_options_name
        self._tool_calls = StreamingToolCallTracker(generate_id=generate_id)
        self._tool_call_types: dict[float, str] = {}
        self._text = StreamBlock("text", "txt-0")
        self._reasoning = StreamBlock("reasoning", "reasoning-0")
        self._has_metadata = False
        self._metadata: JSONObject = {}
        self._logprobs: list[JSONObject] = []
        self._usage: wire.TokenUsageValue | None = None
        # Some models count tokens in the choice; the chunk's own count is better.
        self._choice_usage: wire.TokenUsageValue | None = None
        self._finish_reason = LanguageModelV4FinishReason(unified="other")

    def feed(self, chunk: Chunk) -> Iterable[LanguageModelV4StreamPart]:
        """Take a chunk; the parts raise `InvalidResponseDataError` for a new tool call without a name."""
        if isinstance(chunk, wire.MoonshotAIError):
            return self._fail(create_moonshotai_stream_error(chunk))
        parts = self._begin(chunk)
        self._usage = self._usage if chunk.usage is None else chunk.usage
        self._metadata |= omit_none({"responseObject": chunk.object})
        if not chunk.choices:
            return parts
        delta = self._read_choice(chunk.choices[0])
        if delta is None:
            return parts
        if delta.reasoning_content:
            parts += self._reasoning.delta(delta.reasoning_content)
        if delta.content:
            parts += [*self._text.start(), *self._reasoning.end(), *self._text.delta(delta.content)]
        return self._calls(delta.tool_calls, parts) if delta.tool_calls else parts

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take a chunk that could not be read."""
        return self._fail(error)

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        metadata = dict(self._metadata)
        if self._logprobs:
            metadata["logprobs"] = {"content": self._logprobs}
        if self._tool_call_types:
            metadata["toolCallTypes"] = [kind for _, kind in sorted(self._tool_call_types.items())]
        usage = self._choice_usage if self._usage is None else self._usage
        finish = LanguageModelV4Finish(
            finish_reason=self._finish_reason,
            usage=convert_moonshotai_chat_usage(usage),
            provider_metadata={self._provider_options_name: metadata},
        )
        return [*self._reasoning.end(), *self._text.end(), *self._tool_calls.flush(), finish]

    def _fail(self, error: object) -> list[LanguageModelV4StreamPart]:
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def _begin(self, chunk: wire.MoonshotAIChatChunkVariant1) -> list[LanguageModelV4StreamPart]:
        if self._has_metadata:
            return []
        self._has_metadata = True
        return [create_response_metadata_part(id=chunk.id, model=chunk.model, created=chunk.created)]

    def _read_choice(self, choice: wire.MoonshotAIChatChunkChoice) -> wire.MoonshotAIChatChunkChoiceDelta | None:
        """Remember what a choice says of the answer, and return what it adds to it."""
        role = None if choice.delta is None else choice.delta.role
        self._metadata |= omit_none({"choiceIndex": choice.index, "messageRole": role})
        if choice.usage is not None:
            self._choice_usage = choice.usage
        if choice.finish_reason is not None:
            self._finish_reason = read_chat_finish_reason(choice.finish_reason)
        if choice.logprobs is not None:
            self._logprobs += map(dump_wire, choice.logprobs.content or [])
        return choice.delta

    def _calls(
        self, deltas: list[wire.MoonshotAIChatChunkChoiceDeltaToolCall], parts: list[LanguageModelV4StreamPart]
    ) -> Iterator[LanguageModelV4StreamPart]:
        yield from [*parts, *self._reasoning.end()]
        for position, delta in enumerate(deltas):
            index = position if delta.index is None else delta.index
            if delta.type is not None:
                self._tool_call_types[index] = delta.type
            yield from self._tool_calls.process_delta({**dump_wire(delta), "index": index})
