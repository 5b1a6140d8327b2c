"""A finished interaction told as a stream: each block whole, in the order and shape of a real one.

Ports: @ai-sdk/google/src/interactions/synthesize-google-interactions-agent-stream.ts
"""

from collections.abc import Iterator
from typing import Any, Literal

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Content,
    LanguageModelV4Error,
    LanguageModelV4File,
    LanguageModelV4Finish,
    LanguageModelV4Raw,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4SourceDocument,
    LanguageModelV4SourceUrl,
    LanguageModelV4StreamPart,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    LanguageModelV4ToolResult,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_blocks import StreamBlock
from ai_sdk.providers.google.interactions.response import InteractionAnswer, read_response

__all__ = ["SynthesizedStream"]


class SynthesizedStream:
    """A stream without events: all is said at its end."""

    def __init__(self, answer: InteractionAnswer, generate_id: IdGenerator, *, include_raw: bool) -> None:
        self._answer = answer
        self._generate_id = generate_id
        self._include_raw = include_raw
        self._block_count = 0

    def feed(self, chunk: Any) -> list[LanguageModelV4StreamPart]:
        """Take an event; there are none."""
        del chunk
        return []

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take an event that could not be read; there are none."""
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> Iterator[LanguageModelV4StreamPart]:
        """Tell the interaction."""
        output = read_response(self._answer, self._generate_id)
        metadata = output.metadata
        yield LanguageModelV4ResponseMetadataPart(
            id=metadata.id, model_id=metadata.model_id, timestamp=metadata.timestamp
        )
        if self._include_raw:
            yield LanguageModelV4Raw(raw_value=dump_wire(self._answer.response))
        for part in output.content:
            yield from self._tell(part, metadata.id)
        yield _finish(output)

    def _tell(self, part: LanguageModelV4Content, interaction_id: str | None) -> Iterator[LanguageModelV4StreamPart]:
        match part:
            case LanguageModelV4Text() | LanguageModelV4Reasoning():
                yield from self._tell_block(part.type, part, interaction_id)
            case LanguageModelV4ToolCall():
                yield from _tell_tool_call(part)
            case (
                LanguageModelV4ToolResult()
                | LanguageModelV4File()
                | LanguageModelV4SourceUrl()
                | LanguageModelV4SourceDocument()
            ):
                yield part

    def _tell_block(
        self,
        kind: Literal["text", "reasoning"],
        part: LanguageModelV4Text | LanguageModelV4Reasoning,
        interaction_id: str | None,
    ) -> Iterator[LanguageModelV4StreamPart]:
        block = StreamBlock(kind, f"{'agent' if interaction_id is None else interaction_id}:{self._block_count}")
        self._block_count += 1
        yield from block.start()
        yield from block.delta(part.text) if part.text else ()
        yield from block.end(part.provider_metadata)


def _tell_tool_call(call: LanguageModelV4ToolCall) -> Iterator[LanguageModelV4StreamPart]:
    yield LanguageModelV4ToolInputStart(
        id=call.tool_call_id, tool_name=call.tool_name, provider_executed=call.provider_executed
    )
    yield LanguageModelV4ToolInputDelta(id=call.tool_call_id, delta=call.input)
    yield LanguageModelV4ToolInputEnd(id=call.tool_call_id)
    yield call


def _finish(output: ModelOutput) -> LanguageModelV4Finish:
    """Return the end; tokens by modality are only told of real streams."""
    google = (output.provider_metadata or {}).get("google", {})
    kept = {key: value for key, value in google.items() if key != "outputTokensByModality"}
    return LanguageModelV4Finish(
        finish_reason=output.finish_reason, usage=output.usage, provider_metadata={"google": kept}
    )
