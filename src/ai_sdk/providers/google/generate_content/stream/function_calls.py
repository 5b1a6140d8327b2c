"""Function calls in a stream: whole ones, and those whose arguments come in pieces.

Ports: @ai-sdk/google/src/google-language-model.ts
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider import (
    LanguageModelV4StreamPart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolInputDelta,
    LanguageModelV4ToolInputEnd,
    LanguageModelV4ToolInputStart,
    SharedV4ProviderMetadata,
    stringify,
)
from ai_sdk.providers.google.generate_content.context import GenerateContentContext
from ai_sdk.providers.google.generate_content.stream.blocks import ContentBlocks
from ai_sdk.providers.google.generate_content.stream.json_accumulator import GoogleJSONAccumulator

__all__ = ["FunctionCalls"]


@dataclass(slots=True, kw_only=True)
class _Call:
    """A call: its parts in a stream, all with the same metadata."""

    tool_call_id: str
    tool_name: str
    metadata: SharedV4ProviderMetadata | None
    accumulator: GoogleJSONAccumulator = field(default_factory=GoogleJSONAccumulator)

    def start(self) -> LanguageModelV4ToolInputStart:
        return LanguageModelV4ToolInputStart(
            id=self.tool_call_id, tool_name=self.tool_name, provider_metadata=self.metadata
        )

    def delta(self, text: str) -> LanguageModelV4ToolInputDelta:
        return LanguageModelV4ToolInputDelta(id=self.tool_call_id, delta=text, provider_metadata=self.metadata)

    def end(self, arguments: str) -> list[LanguageModelV4StreamPart]:
        return [
            LanguageModelV4ToolInputEnd(id=self.tool_call_id, provider_metadata=self.metadata),
            LanguageModelV4ToolCall(
                tool_call_id=self.tool_call_id,
                tool_name=self.tool_name,
                input=arguments,
                provider_metadata=self.metadata,
            ),
        ]


class FunctionCalls:
    """The calls that are being written, the latest last."""

    def __init__(self, context: GenerateContentContext, blocks: ContentBlocks) -> None:
        self._context = context
        self._blocks = blocks
        self._active: list[_Call] = []
        self.has_calls = False
        """Whether a call was completed."""

    def read(self, part: wire.GetContentPartVariant1) -> Iterator[LanguageModelV4StreamPart]:
        """Take a function call, or a piece of one.

        Raises `InvalidResponseDataError` when a piece of the arguments has no place.
        """
        call = part.function_call
        if call.partial_args is not None or (call.name is not None and call.will_continue is True):
            yield from self._read_piece(part)
        elif call.name is not None:
            yield from self._read_whole(part, call.name)
        elif call.args is None and call.will_continue is None and self._active:
            yield from self._finish()

    def _start(self, part: wire.GetContentPartVariant1, name: str) -> _Call:
        return _Call(
            tool_call_id=part.function_call.id or self._context.generate_id(),
            tool_name=name,
            metadata=self._context.signature_metadata(part.thought_signature),
        )

    def _read_whole(self, part: wire.GetContentPartVariant1, name: str) -> Iterator[LanguageModelV4StreamPart]:
        yield from self._blocks.close()
        call, arguments = self._start(part, name), part.function_call.args
        yield call.start()
        if arguments is None:
            text = "{}"
        else:
            text = arguments if isinstance(arguments, str) else stringify(arguments)
            yield call.delta(text)
        yield from call.end(text)
        self.has_calls = True

    def _read_piece(self, part: wire.GetContentPartVariant1) -> Iterator[LanguageModelV4StreamPart]:
        piece = part.function_call
        if piece.name is not None:
            self._active.append(self._start(part, piece.name))
            yield self._active[-1].start()
        if piece.partial_args is None or not self._active:
            return
        call = self._active[-1]
        text = call.accumulator.process_partial_args(piece.partial_args)
        if text:
            metadata = self._context.signature_metadata(part.thought_signature)
            yield LanguageModelV4ToolInputDelta(id=call.tool_call_id, delta=text, provider_metadata=metadata)
        continues = any(argument.will_continue is True for argument in piece.partial_args)
        if piece.will_continue is not True and not continues:
            yield from self._finish()

    def _finish(self) -> Iterator[LanguageModelV4StreamPart]:
        call = self._active.pop()
        yield from self._blocks.close()
        final, closing = call.accumulator.finalize()
        if closing:
            yield call.delta(closing)
        yield from call.end(final)
        self.has_calls = True
