"""What a stream says of the message as a whole: usage, stop reason, container, and the metadata made of them.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Iterable

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CustomContent,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    SharedV4ProviderMetadata,
    stringify,
)
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.anthropic.messages.callers import caller_metadata
from ai_sdk.providers.anthropic.messages.message_metadata import (
    build_metadata,
    map_container,
    map_context_management,
    map_stop_details,
    map_stop_reason,
)
from ai_sdk.providers.anthropic.messages.usage import AnthropicUsage, convert_anthropic_usage

__all__ = ["MessageState"]


class MessageState:
    """Collects from the start and the deltas of a message what its end reports."""

    def __init__(self, metadata_namespaces: Iterable[str], *, earlier_release: bool) -> None:
        self._earlier_release = earlier_release
        self.finish_reason = LanguageModelV4FinishReason(unified="other")
        self._namespaces = tuple(metadata_namespaces)
        self._usage = AnthropicUsage(cache_creation_input_tokens=0, cache_read_input_tokens=0)
        self._raw_usage: JSONObject | None = None
        self._optional: JSONObject = {
            "serviceTier": None,
            "stopDetails": None,
            "inputTransformations": None,
            "safeguardResults": None,
        }
        self._stop_sequence: str | None = None
        self._container: JSONObject | None = None
        self._context_management: JSONObject | None = None

    def start(
        self, message: wire.AnthropicChunkMessageStartMessage, *, is_json_response_from_tool: bool
    ) -> list[LanguageModelV4StreamPart]:
        """Take the beginning of a message, which may hold calls that code execution made."""
        self._read_start(message)
        if message.stop_reason is not None:
            self.finish_reason = map_stop_reason(
                message.stop_reason, is_json_response_from_tool=is_json_response_from_tool
            )
        parts: list[LanguageModelV4StreamPart] = [
            LanguageModelV4ResponseMetadataPart(id=message.id, model_id=message.model)
        ]
        if not self._earlier_release:
            own = {"id": message.id, "model": message.model, "usage": self._raw_usage}
            metadata: SharedV4ProviderMetadata = {"anthropic": own}
            parts.append(LanguageModelV4CustomContent(kind="anthropic.message_start", provider_metadata=metadata))
        for block in message.content or ():
            parts.extend(_complete_tool_call(block))
        return parts

    def _read_start(self, message: wire.AnthropicChunkMessageStartMessage) -> None:
        usage = message.usage
        self._optional["serviceTier"] = message.service_tier if usage.service_tier is None else usage.service_tier
        self._usage.input_tokens = usage.input_tokens
        self._usage.cache_read_input_tokens = usage.cache_read_input_tokens or 0
        self._usage.cache_creation_input_tokens = usage.cache_creation_input_tokens or 0
        self._raw_usage = dump_wire(usage)
        if message.input_transformations is not None:
            self._optional["inputTransformations"] = dump_wire(message)["input_transformations"]
        if message.container is not None:
            self._container = {
                "expiresAt": message.container.expires_at,
                "id": message.container.id,
                "skills": None,
            }

    def update(self, chunk: wire.AnthropicChunkMessageDelta, *, is_json_response_from_tool: bool) -> None:
        """Take news of the message; what is absent leaves older news standing, but for stop and container."""
        delta = chunk.delta
        self._read_usage(chunk.usage)
        self.finish_reason = map_stop_reason(delta.stop_reason, is_json_response_from_tool=is_json_response_from_tool)
        self._stop_sequence = delta.stop_sequence
        self._optional["stopDetails"] = map_stop_details(delta.stop_details)
        self._container = map_container(delta.container)
        if chunk.context_management is not None:
            self._context_management = map_context_management(chunk.context_management)
        if chunk.input_transformations is not None:
            self._optional["inputTransformations"] = dump_wire(chunk)["input_transformations"]
        # Null means that the classifier is still at work.
        if delta.safeguard_results is not None:
            self._optional["safeguardResults"] = dump_wire(delta)["safeguard_results"]

    def _read_usage(self, usage: wire.AnthropicChunkMessageDeltaUsage) -> None:
        self._usage.output_tokens = usage.output_tokens
        for name in ("input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens", "iterations"):
            if getattr(usage, name) is not None:
                setattr(self._usage, name, getattr(usage, name))
        if usage.output_tokens_details is not None:
            self._usage.thinking_tokens = usage.output_tokens_details.thinking_tokens
        if usage.service_tier is not None:
            self._optional["serviceTier"] = usage.service_tier
        self._raw_usage = {**(self._raw_usage or {}), **dump_wire(usage)}

    def finish(self) -> LanguageModelV4Finish:
        """Return the part that ends the message."""
        return LanguageModelV4Finish(
            finish_reason=self.finish_reason,
            usage=convert_anthropic_usage(self._usage, self._raw_usage or _empty_usage()),
            provider_metadata=build_metadata(
                self._namespaces,
                usage=self._raw_usage,
                stop_sequence=self._stop_sequence,
                optional={**self._optional, "serviceTier": None} if self._earlier_release else self._optional,
                iterations=self._usage.iterations,
                container=self._container,
                context_management=self._context_management,
            ),
        )


def _empty_usage() -> JSONObject:
    """Return the usage of a message that never said any."""
    tokens = ("input_tokens", "output_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    return {**dict.fromkeys(tokens, 0), "iterations": None}


def _complete_tool_call(block: wire.AnthropicChunkMessageStartMessageContent) -> list[LanguageModelV4StreamPart]:
    tool_input = stringify({} if block.input is None else block.input)
    return [
        LanguageModelV4ToolInputStart(id=block.id, tool_name=block.name),
        LanguageModelV4ToolInputDelta(id=block.id, delta=tool_input),
        LanguageModelV4ToolInputEnd(id=block.id),
        LanguageModelV4ToolCall(
            tool_call_id=block.id,
            tool_name=block.name,
            input=tool_input,
            provider_metadata=caller_metadata(block.caller),
        ),
    ]
