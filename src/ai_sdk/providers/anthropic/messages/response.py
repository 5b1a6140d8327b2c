"""An answer of the Messages API in the specification's words.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts, @ai-sdk/anthropic/src/anthropic-api.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4CustomContent,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    SharedV4ProviderMetadata,
    stringify,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.providers.anthropic.messages.callers import caller_metadata, read_caller
from ai_sdk.providers.anthropic.messages.citations import cite, create_citation_source
from ai_sdk.providers.anthropic.messages.message_metadata import (
    build_metadata,
    is_continuation_stop_reason,
    map_container,
    map_context_management,
    map_stop_details,
    map_stop_reason,
)
from ai_sdk.providers.anthropic.messages.request import MessagesContext
from ai_sdk.providers.anthropic.messages.server_tool_results import ServerToolResults
from ai_sdk.providers.anthropic.messages.server_tools import read_server_tool, with_programmatic_type
from ai_sdk.providers.anthropic.messages.structured_output import JSON_RESPONSE_TOOL
from ai_sdk.providers.anthropic.messages.toolset import to_toolset_member_input, validate_toolset_member
from ai_sdk.providers.anthropic.messages.usage import AnthropicUsage, convert_anthropic_usage

__all__ = ["TEXT_OR_THINKING_BLOCK_TYPES", "read_response"]

TEXT_OR_THINKING_BLOCK_TYPES = frozenset({"redacted_thinking", "text", "thinking"})


def read_response(response: wire.AnthropicResponse, context: MessagesContext, generate_id: IdGenerator) -> ModelOutput:
    """Turn a wire response into content.

    Raises `InvalidResponseDataError` for calls of a toolset that the request did not offer.
    """
    reader = _ContentReader(response, context, generate_id)
    content = reader.read_all()
    usage = response.usage
    details = usage.output_tokens_details
    raw_usage: JSONObject = dump_wire(usage)
    tokens = AnthropicUsage(
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        thinking_tokens=None if details is None else details.thinking_tokens,
        cache_creation_input_tokens=usage.cache_creation_input_tokens,
        cache_read_input_tokens=usage.cache_read_input_tokens,
        iterations=usage.iterations,
    )
    return ModelOutput(
        content=content,
        finish_reason=map_stop_reason(
            response.stop_reason, is_json_response_from_tool=reader.is_json_response_from_tool
        ),
        usage=convert_anthropic_usage(tokens, raw_usage),
        provider_metadata=_provider_metadata(response, context, raw_usage),
        metadata=LanguageModelV4ResponseMetadata(id=response.id, model_id=response.model),
    )


def _provider_metadata(
    response: wire.AnthropicResponse, context: MessagesContext, raw_usage: JSONObject
) -> SharedV4ProviderMetadata:
    usage, dumped = response.usage, dump_wire(response)
    service_tier = response.service_tier if usage.service_tier is None else usage.service_tier
    optional = {
        "serviceTier": None if context.earlier_release else service_tier,
        "stopDetails": map_stop_details(response.stop_details),
        "inputTransformations": dumped.get("input_transformations"),
        "safeguardResults": dumped.get("safeguard_results"),
    }
    return build_metadata(
        context.metadata_namespaces,
        usage=raw_usage,
        stop_sequence=response.stop_sequence,
        optional=optional,
        iterations=usage.iterations,
        container=map_container(response.container),
        context_management=map_context_management(response.context_management),
    )


class _ContentReader:
    """Reads the blocks of one answer in order."""

    def __init__(self, response: wire.AnthropicResponse, context: MessagesContext, generate_id: IdGenerator) -> None:
        self.is_json_response_from_tool = False
        self._blocks = response.content
        self._context = context
        self._mapping = context.tool_name_mapping
        self._results = ServerToolResults(context.tool_name_mapping, context.citation_documents, generate_id)
        self._generate_id = generate_id
        self._has_web_search_results = not context.earlier_release and any(
            isinstance(block, wire.AnthropicChunkContentBlockWebSearchToolResult)
            and isinstance(block.content, list)
            and block.content
            for block in response.content
        )
        self._answers: set[int] | None = None
        if context.uses_json_response_tool:
            self._answers = set() if context.earlier_release else _json_answers(response)

    def read_all(self) -> list[LanguageModelV4Content]:
        content: list[LanguageModelV4Content] = []
        for position, block in enumerate(self._blocks):
            if block.type == "text" and self._answers is not None and position not in self._answers:
                continue
            if block.type == "fallback" and self._context.earlier_release:
                continue
            found = self._results.read(block)
            content.extend(_READERS[block.type](self, block) if found is None else found)
        return content

    def read_text(self, block: wire.AnthropicResponseContentText) -> list[LanguageModelV4Content]:
        citations, documents = block.citations or [], self._results.citation_documents
        cited, metadata = cite(citations, documents, earlier_release=self._context.earlier_release)
        text = LanguageModelV4Text(text=block.text, citations=cited, provider_metadata=metadata)
        sources = [
            create_citation_source(citation, documents, self._generate_id)
            for citation in citations
            # What the search found is a source already.
            if not (citation.type == "web_search_result_location" and self._has_web_search_results)
        ]
        return [text, *(source for source in sources if source is not None)]

    def read_thinking(self, block: wire.AnthropicResponseContentThinking) -> list[LanguageModelV4Content]:
        metadata = {"anthropic": {"signature": block.signature}}
        return [LanguageModelV4Reasoning(text=block.thinking, provider_metadata=metadata)]

    def read_redacted_thinking(
        self, block: wire.AnthropicChunkContentBlockStartContentBlockRedactedThinking
    ) -> list[LanguageModelV4Content]:
        return [LanguageModelV4Reasoning(text="", provider_metadata={"anthropic": {"redactedData": block.data}})]

    def read_container_upload(
        self, block: wire.AnthropicResponseContentContainerUpload
    ) -> list[LanguageModelV4Content]:
        metadata = {"anthropic": {"fileId": block.file_id}}
        return [LanguageModelV4CustomContent(kind="anthropic.container_upload", provider_metadata=metadata)]

    def read_compaction(
        self, block: wire.AnthropicChunkContentBlockStartContentBlockCompaction
    ) -> list[LanguageModelV4Content]:
        if not block.content:
            return []
        own = omit_none({"type": "compaction", "signature": block.signature})
        return [LanguageModelV4Text(text=block.content, provider_metadata={"anthropic": own})]

    def read_tool_use(self, block: wire.AnthropicChunkMessageStartMessageContent) -> list[LanguageModelV4Content]:
        if self._context.uses_json_response_tool and block.name == JSON_RESPONSE_TOOL:
            self.is_json_response_from_tool = True
            return [LanguageModelV4Text(text=stringify(block.input))]
        if block.toolset_name is not None:
            return [self._read_toolset_call(block, block.toolset_name)]
        return [
            LanguageModelV4ToolCall(
                tool_call_id=block.id,
                tool_name=block.name,
                input=stringify(block.input),
                provider_metadata=caller_metadata(block.caller),
            )
        ]

    def _read_toolset_call(
        self, block: wire.AnthropicChunkMessageStartMessageContent, toolset_name: str
    ) -> LanguageModelV4ToolCall:
        validate_toolset_member(toolset_name, block.name, self._context.prepared_tools)
        own = omit_none({"toolsetName": toolset_name, "caller": read_caller(block.caller)})
        return LanguageModelV4ToolCall(
            tool_call_id=block.id,
            tool_name=self._mapping.to_custom_tool_name(toolset_name),
            input=stringify(to_toolset_member_input(block.name, block.input)),
            provider_metadata={"anthropic": own},
        )

    def read_server_tool_use(
        self, block: wire.AnthropicChunkContentBlockStartContentBlockServerToolUse
    ) -> list[LanguageModelV4Content]:
        tool = read_server_tool(block.name)
        if tool is None:
            return []
        if tool.is_tool_search:
            self._results.tool_search_calls[block.id] = block.name
        tool_input: Any = block.input
        if tool.is_subtool:
            tool_input = {"type": block.name, **(block.input or {})}
        elif tool.name == "code_execution":
            tool_input = with_programmatic_type(block.input)
        is_dynamic = self._context.mark_code_execution_dynamic and tool.name == "code_execution"
        return [
            LanguageModelV4ToolCall(
                tool_call_id=block.id,
                tool_name=self._mapping.to_custom_tool_name(tool.name),
                input=stringify(tool_input),
                provider_executed=True,
                dynamic=True if is_dynamic else None,
                provider_metadata=caller_metadata(block.caller),
            )
        ]


_READERS: dict[str, Callable[[_ContentReader, Any], list[LanguageModelV4Content]]] = {
    "text": _ContentReader.read_text,
    "thinking": _ContentReader.read_thinking,
    "redacted_thinking": _ContentReader.read_redacted_thinking,
    "container_upload": _ContentReader.read_container_upload,
    "compaction": _ContentReader.read_compaction,
    "tool_use": _ContentReader.read_tool_use,
    "server_tool_use": _ContentReader.read_server_tool_use,
}


def _json_answers(response: wire.AnthropicResponse) -> set[int]:
    """Return which text blocks are the answer when the model did not call the tool that was to give it.

    They follow the last call or result, in a message that is the last word.
    """
    answers: set[int] = set()
    if is_continuation_stop_reason(response.stop_reason):
        return answers
    for position, block in enumerate(response.content):
        if block.type == "tool_use" and block.name == JSON_RESPONSE_TOOL:
            return set()
        if block.type == "text":
            answers.add(position)
        elif block.type not in TEXT_OR_THINKING_BLOCK_TYPES:
            answers.clear()
    return answers
