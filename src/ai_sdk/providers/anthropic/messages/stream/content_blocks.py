"""The content blocks of a stream: one method for each kind of start, delta and end.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    LanguageModelV4ReasoningDelta,
    LanguageModelV4ReasoningEnd,
    LanguageModelV4ReasoningStart,
    LanguageModelV4StreamPart,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    stringify,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.anthropic.messages.citations import cite, create_citation_source
from ai_sdk.providers.anthropic.messages.request import MessagesContext
from ai_sdk.providers.anthropic.messages.response import TEXT_OR_THINKING_BLOCK_TYPES
from ai_sdk.providers.anthropic.messages.server_tool_results import ServerToolResults
from ai_sdk.providers.anthropic.messages.server_tools import read_server_tool
from ai_sdk.providers.anthropic.messages.stream.tool_calls import ToolCallBlock, open_server_tool_call, open_tool_call
from ai_sdk.providers.anthropic.messages.structured_output import JSON_RESPONSE_TOOL

__all__ = ["ContentBlocks"]

_Parts = list[LanguageModelV4StreamPart]


@dataclass(slots=True)
class _TextBlock:
    citations: list[wire.AnthropicCitation] = field(default_factory=list)


@dataclass(slots=True)
class _ReasoningBlock:
    pass


@dataclass(slots=True)
class _HeldBackText:
    """Text beside the tool that gives the JSON answer: the answer only if the model never calls the tool."""

    id: str
    text: str = ""
    citations: list[wire.AnthropicCitation] = field(default_factory=list)


class ContentBlocks:
    """The blocks that are open, by their index, and what is held back until the message ends."""

    def __init__(self, context: MessagesContext, generate_id: IdGenerator) -> None:
        self.is_json_response_from_tool = False
        self._context = context
        self._generate_id = generate_id
        self._results = ServerToolResults(context.tool_name_mapping, context.citation_documents, generate_id)
        self._open: dict[float, _TextBlock | _ReasoningBlock | ToolCallBlock] = {}
        self._current_type: str | None = None
        self._held_back: list[_HeldBackText] = []
        self._held_back_by_index: dict[float, _HeldBackText] = {}
        self._web_citations: list[wire.AnthropicCitation] = []

    def start_message(self) -> None:
        """Begin a message, whose blocks are counted anew."""
        self._held_back_by_index.clear()

    def finish_message(self, *, is_final_answer: bool) -> _Parts:
        """Return the sources and the text that were held back until it was clear that they are wanted."""
        parts: _Parts = []
        if not self._results.has_web_search_results:
            parts.extend(self._sources(self._web_citations))
        self._web_citations.clear()
        if is_final_answer and not self.is_json_response_from_tool:
            for held in self._held_back:
                parts.extend(self._release(held))
        self._held_back.clear()
        return parts

    def _release(self, held: _HeldBackText) -> _Parts:
        if not held.text:
            return []
        return [
            LanguageModelV4TextStart(id=held.id),
            LanguageModelV4TextDelta(id=held.id, delta=held.text),
            self._text_end(held.id, held.citations),
        ]

    def start(self, chunk: wire.AnthropicChunkContentBlockStart) -> _Parts:
        """Open a block; results of server tools arrive whole."""
        block = chunk.content_block
        if not isinstance(block, wire.AnthropicFallbackContent):
            self._current_type = block.type
            if block.type not in TEXT_OR_THINKING_BLOCK_TYPES:
                # Text before a call or a result leads up to it, and is not the answer.
                self._held_back.clear()
        elif self._context.earlier_release:
            return []
        found = self._results.read(block)
        return _STARTS[block.type](self, chunk.index, block) if found is None else [*found]

    def start_text(self, index: float, block: wire.AnthropicChunkContentBlockStartContentBlockText) -> _Parts:
        """Open a text; beside the tool that gives the JSON answer it is held back."""
        del block
        if self._context.uses_json_response_tool and self._context.earlier_release:
            return []
        if self._context.uses_json_response_tool:
            held = self._held_back_by_index[index] = _HeldBackText(stringify(index))
            self._held_back.append(held)
            return []
        self._open[index] = _TextBlock()
        return [LanguageModelV4TextStart(id=stringify(index))]

    def start_thinking(self, index: float, block: wire.AnthropicChunkContentBlockStartContentBlockThinking) -> _Parts:
        """Open a thought."""
        del block
        self._open[index] = _ReasoningBlock()
        return [LanguageModelV4ReasoningStart(id=stringify(index))]

    def start_redacted_thinking(
        self, index: float, block: wire.AnthropicChunkContentBlockStartContentBlockRedactedThinking
    ) -> _Parts:
        """Open a thought that only Anthropic can read."""
        self._open[index] = _ReasoningBlock()
        metadata = {"anthropic": {"redactedData": block.data}}
        return [LanguageModelV4ReasoningStart(id=stringify(index), provider_metadata=metadata)]

    def start_compaction(
        self, index: float, block: wire.AnthropicChunkContentBlockStartContentBlockCompaction
    ) -> _Parts:
        """Open a summary of the conversation so far."""
        self._open[index] = _TextBlock()
        own = omit_none({"type": "compaction", "signature": block.signature})
        start = LanguageModelV4TextStart(id=stringify(index), provider_metadata={"anthropic": own})
        # A compaction on demand is signed and arrives whole.
        if block.signature is None or not block.content:
            return [start]
        return [start, LanguageModelV4TextDelta(id=stringify(index), delta=block.content)]

    def start_tool_use(self, index: float, block: wire.AnthropicChunkContentBlockStartContentBlockToolUse) -> _Parts:
        """Open a call of one of the caller's tools, or the JSON answer."""
        if self._context.uses_json_response_tool and block.name == JSON_RESPONSE_TOOL:
            self.is_json_response_from_tool = True
            self._open[index] = _TextBlock()
            return [LanguageModelV4TextStart(id=stringify(index))]
        call = self._open[index] = open_tool_call(block, self._context)
        return [call.start()]

    def start_server_tool_use(
        self, index: float, block: wire.AnthropicChunkContentBlockStartContentBlockServerToolUse
    ) -> _Parts:
        """Open a call of a tool that Anthropic runs; one that is not known is left out."""
        tool = read_server_tool(block.name)
        if tool is None:
            return []
        if tool.is_tool_search:
            self._results.tool_search_calls[block.id] = block.name
        call = self._open[index] = open_server_tool_call(block, tool, self._context)
        return [call.start()]

    def add(self, chunk: wire.AnthropicChunkContentBlockDelta) -> _Parts:
        """Take a piece of a block."""
        return _DELTAS[chunk.delta.type](self, chunk.index, chunk.delta)

    def add_text(self, index: float, delta: wire.AnthropicChunkContentBlockDeltaDeltaTextDelta) -> _Parts:
        """Add to a text."""
        if not self._context.uses_json_response_tool:
            return [LanguageModelV4TextDelta(id=stringify(index), delta=delta.text)]
        held = self._held_back_by_index.get(index)
        if held is not None:
            held.text += delta.text
        return []

    def add_thinking(self, index: float, delta: wire.AnthropicChunkContentBlockDeltaDeltaThinkingDelta) -> _Parts:
        """Add to a thought."""
        return [LanguageModelV4ReasoningDelta(id=stringify(index), delta=delta.thinking)]

    def add_signature(self, index: float, delta: wire.AnthropicChunkContentBlockDeltaDeltaSignatureDelta) -> _Parts:
        """Sign a thought; nothing else is signed."""
        if self._current_type != "thinking":
            return []
        metadata = {"anthropic": {"signature": delta.signature}}
        return [LanguageModelV4ReasoningDelta(id=stringify(index), delta="", provider_metadata=metadata)]

    def add_compaction(self, index: float, delta: wire.AnthropicChunkContentBlockDeltaDeltaCompactionDelta) -> _Parts:
        """Add to a summary."""
        return [] if delta.content is None else [LanguageModelV4TextDelta(id=stringify(index), delta=delta.content)]

    def add_input(self, index: float, delta: wire.AnthropicChunkContentBlockDeltaDeltaInputJsonDelta) -> _Parts:
        """Add to the input of a call, or to the JSON answer that it stands for."""
        block, text = self._open.get(index), delta.partial_json
        # Empty pieces are skipped: the first character may have to be replaced.
        if not text:
            return []
        if self.is_json_response_from_tool:
            is_answer = isinstance(block, _TextBlock)
            return [LanguageModelV4TextDelta(id=stringify(index), delta=text)] if is_answer else []
        return block.add(text) if isinstance(block, ToolCallBlock) else []

    def add_citation(self, index: float, delta: wire.AnthropicChunkContentBlockDeltaDeltaCitationsDelta) -> _Parts:
        """Add a citation to a text."""
        citation = delta.citation
        for text in (self._open.get(index), self._held_back_by_index.get(index)):
            if isinstance(text, _TextBlock | _HeldBackText):
                text.citations.append(citation)
        is_web = isinstance(citation, wire.AnthropicCitationWebSearchResultLocation)
        if is_web and not self._context.earlier_release:
            # A source only if the search itself does not come with its results.
            self._web_citations.append(citation)
            return []
        return self._sources([citation])

    def stop(self, chunk: wire.AnthropicChunkContentBlockStop) -> _Parts:
        """Close a block."""
        self._current_type = None
        identifier = stringify(chunk.index)
        match self._open.pop(chunk.index, None):
            case _TextBlock(citations=citations):
                return [self._text_end(identifier, citations)]
            case _ReasoningBlock():
                return [LanguageModelV4ReasoningEnd(id=identifier)]
            case ToolCallBlock() as call:
                is_answer = self._context.uses_json_response_tool and call.tool_name == JSON_RESPONSE_TOOL
                return [] if is_answer else call.stop()
        return []

    def _text_end(self, identifier: str, citations: Sequence[wire.AnthropicCitation]) -> LanguageModelV4TextEnd:
        documents, earlier_release = self._results.citation_documents, self._context.earlier_release
        cited, metadata = cite(citations, documents, earlier_release=earlier_release)
        return LanguageModelV4TextEnd(id=identifier, citations=cited, provider_metadata=metadata)

    def _sources(self, citations: Sequence[wire.AnthropicCitation]) -> _Parts:
        documents = self._results.citation_documents
        sources = [create_citation_source(citation, documents, self._generate_id) for citation in citations]
        return [source for source in sources if source is not None]


_STARTS: dict[str, Callable[[ContentBlocks, float, Any], _Parts]] = {
    "text": ContentBlocks.start_text,
    "thinking": ContentBlocks.start_thinking,
    "redacted_thinking": ContentBlocks.start_redacted_thinking,
    "compaction": ContentBlocks.start_compaction,
    "tool_use": ContentBlocks.start_tool_use,
    "server_tool_use": ContentBlocks.start_server_tool_use,
}
_DELTAS: dict[str, Callable[[ContentBlocks, float, Any], _Parts]] = {
    "text_delta": ContentBlocks.add_text,
    "thinking_delta": ContentBlocks.add_thinking,
    "signature_delta": ContentBlocks.add_signature,
    "compaction_delta": ContentBlocks.add_compaction,
    "input_json_delta": ContentBlocks.add_input,
    "citations_delta": ContentBlocks.add_citation,
}
