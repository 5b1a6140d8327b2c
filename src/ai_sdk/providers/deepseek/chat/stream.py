"""DeepSeek's chat chunks as stream parts, without waiting for anything.

Ports: @ai-sdk/deepseek/src/chat/deepseek-chat-language-model.ts
"""

from collections.abc import Iterable, Iterator

from ai_sdk_generated.deepseek.chat import wire

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
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.provider_utils.streaming_tool_call_tracker import StreamingToolCallTracker
from ai_sdk.providers.deepseek.chat.errors import create_deepseek_stream_error
from ai_sdk.providers.deepseek.chat.response import convert_deepseek_usage, map_deepseek_finish_reason

__all__ = ["Chunk", "DeepSeekChatStream"]

Chunk = wire.DeepseekChatChunkVariant1 | wire.DeepSeekError


class DeepSeekChatStream:
    """What has been said so far in one stream."""

    def __init__(self, provider_options_name: str, generate_id: IdGenerator) -> None:
        self._provider_options_name = provider_options_name
        self._tool_calls = StreamingToolCallTracker(generate_id=generate_id)
        self._text = StreamBlock("text", "txt-0")
        self._reasoning = StreamBlock("reasoning", "reasoning-0")
        self._finish_reason = LanguageModelV4FinishReason(unified="other")
        self._usage: wire.TokenUsageValue | None = None
        self._is_first_chunk = True
        # The last word on each; chunks repeat them.
        self._facts: JSONObject = {}
        self._tool_call_types: dict[float, str] = {}
        self._logprobs: dict[str, list[JSONObject]] = {"content": [], "reasoning_content": []}

    def feed(self, chunk: Chunk) -> Iterable[LanguageModelV4StreamPart]:
        """Take a chunk; the parts raise `InvalidResponseDataError` for a new tool call without a name."""
        if isinstance(chunk, wire.DeepSeekError):
            return self._fail(create_deepseek_stream_error(chunk))
        parts: list[LanguageModelV4StreamPart] = []
        if self._is_first_chunk:
            self._is_first_chunk = False
            parts.append(create_response_metadata_part(id=chunk.id, model=chunk.model, created=chunk.created))
        if chunk.usage is not None:
            self._usage = chunk.usage
        self._facts |= omit_none({"responseObject": chunk.object, "systemFingerprint": chunk.system_fingerprint})
        choice = chunk.choices[0] if chunk.choices else None
        if choice is not None:
            self._note(choice)
        return parts if choice is None or choice.delta is None else self._delta(choice.delta, parts)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take a chunk that could not be read."""
        return self._fail(error)

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Close what is open and say how it ended."""
        finish = LanguageModelV4Finish(
            finish_reason=self._finish_reason,
            usage=convert_deepseek_usage(self._usage),
            provider_metadata={self._provider_options_name: self._metadata()},
        )
        return [*self._reasoning.end(), *self._text.end(), *self._tool_calls.flush(), finish]

    def _fail(self, error: object) -> list[LanguageModelV4StreamPart]:
        self._finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=error)]

    def _note(self, choice: wire.DeepseekChatChunkChoice) -> None:
        self._facts |= omit_none({"choiceIndex": choice.index})
        if choice.finish_reason is not None:
            unified = map_deepseek_finish_reason(choice.finish_reason)
            self._finish_reason = LanguageModelV4FinishReason(unified=unified, raw=choice.finish_reason)
        if choice.logprobs is not None:
            for name, logprobs in dump_wire(choice.logprobs).items():
                self._logprobs[name] += logprobs or []

    def _metadata(self) -> JSONObject:
        usage = self._usage
        types = [kind for _, kind in sorted(self._tool_call_types.items())]
        logprobs = {name: found for name, found in self._logprobs.items() if found}
        collected = {
            "promptCacheHitTokens": None if usage is None else usage.prompt_cache_hit_tokens,
            "promptCacheMissTokens": None if usage is None else usage.prompt_cache_miss_tokens,
            "toolCallTypes": types or None,
            "logprobs": logprobs or None,
        }
        return {**omit_none(collected), **self._facts}

    def _delta(
        self, delta: wire.DeepseekChatChunkChoiceDelta, parts: list[LanguageModelV4StreamPart]
    ) -> Iterable[LanguageModelV4StreamPart]:
        self._facts |= omit_none({"messageRole": delta.role})
        if delta.reasoning_content:
            parts += self._reasoning.delta(delta.reasoning_content)
        if delta.content:
            parts += [*self._text.start(), *self._reasoning.end(), *self._text.delta(delta.content)]
        return self._tool_call_parts(delta.tool_calls, parts) if delta.tool_calls else parts

    def _tool_call_parts(
        self, deltas: list[wire.DeepseekChatChunkChoiceDeltaToolCall], parts: list[LanguageModelV4StreamPart]
    ) -> Iterator[LanguageModelV4StreamPart]:
        yield from parts
        yield from self._reasoning.end()
        for delta in deltas:
            if delta.type is not None:
                self._tool_call_types[delta.index] = delta.type
            yield from self._tool_calls.process_delta(dump_wire(delta))
