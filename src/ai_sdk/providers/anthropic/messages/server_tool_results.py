"""Results of the tools that Anthropic ran, or its MCP connector: the same blocks in answers and in streams.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Callable
from typing import Any

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4CustomContent,
    LanguageModelV4Source,
    LanguageModelV4SourceUrl,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
    SharedV4ProviderMetadata,
    stringify,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.providers.anthropic.messages.callers import caller_metadata
from ai_sdk.providers.anthropic.messages.citations import CitationDocument

__all__ = ["ServerToolContent", "ServerToolResults"]

ServerToolContent = (
    LanguageModelV4ToolCall | LanguageModelV4ToolResult | LanguageModelV4Source | LanguageModelV4CustomContent
)
_BM25, _REGEX = "tool_search_tool_bm25", "tool_search_tool_regex"


class ServerToolResults:
    """Reads result blocks; remembers the calls that they answer, and the documents that citations may name."""

    def __init__(
        self, mapping: ToolNameMapping, citation_documents: list[CitationDocument], generate_id: IdGenerator
    ) -> None:
        self.citation_documents = list(citation_documents)
        self.has_web_search_results = False
        self.tool_search_calls: dict[str, str] = {}
        """The tool search that was called, by the call's id."""
        self._mcp_tool_calls: dict[str, LanguageModelV4ToolCall] = {}
        self._mapping = mapping
        self._generate_id = generate_id

    def read(self, block: Any) -> list[ServerToolContent] | None:
        """Return what a block means; `None` when it is no result of a server tool."""
        read = _READERS.get(block.type)
        return None if read is None else read(self, block)

    def read_mcp_tool_use(self, block: wire.AnthropicChunkContentBlockStartContentBlockMcpToolUse) -> list[Any]:
        """Read a call of a tool of an MCP server."""
        metadata = {"anthropic": {"type": "mcp-tool-use", "serverName": block.server_name}}
        call = LanguageModelV4ToolCall(
            tool_call_id=block.id,
            tool_name=block.name,
            input=stringify(block.input),
            provider_executed=True,
            dynamic=True,
            provider_metadata=metadata,
        )
        self._mcp_tool_calls[block.id] = call
        return [call]

    def read_mcp_tool_result(
        self, block: wire.AnthropicChunkContentBlockStartContentBlockMcpToolResult
    ) -> list[ServerToolContent]:
        """Read the answer of an MCP server; raises `InvalidResponseDataError` when nothing was asked."""
        call = self._mcp_tool_calls.get(block.tool_use_id)
        if call is None:
            raise InvalidResponseDataError(
                f"Received an MCP tool result for the unknown tool call {block.tool_use_id}.", data=dump_wire(block)
            )
        return [
            LanguageModelV4ToolResult(
                tool_call_id=block.tool_use_id,
                tool_name=call.tool_name,
                is_error=block.is_error,
                result=dump_wire(block)["content"],
                dynamic=True,
                provider_metadata=call.provider_metadata,
            )
        ]

    def read_web_fetch(self, block: wire.AnthropicChunkContentBlockWebFetchToolResult) -> list[ServerToolContent]:
        """Read a fetched page, which becomes a document that citations may name."""
        content, metadata = block.content, caller_metadata(block.caller)
        if isinstance(content, wire.AnthropicChunkContentWebFetchToolResultError):
            return [self._error(block.tool_use_id, "web_fetch", content, metadata)]
        document = content.content
        title = content.url if document.title is None else document.title
        self.citation_documents.append(CitationDocument(title, document.source.media_type))
        source = document.source
        result = {
            "type": content.type,
            "url": content.url,
            "retrievedAt": content.retrieved_at,
            "content": {
                "type": document.type,
                "title": document.title,
                **omit_none({"citations": None if document.citations is None else dump_wire(document.citations)}),
                "source": {"type": source.type, "mediaType": source.media_type, "data": source.data},
            },
        }
        return [self._result(block.tool_use_id, "web_fetch", result, metadata)]

    def read_web_search(self, block: wire.AnthropicChunkContentBlockWebSearchToolResult) -> list[ServerToolContent]:
        """Read search results, each of them a source too."""
        content, metadata = block.content, caller_metadata(block.caller)
        if not isinstance(content, list):
            return [self._error(block.tool_use_id, "web_search", content, metadata)]
        self.has_web_search_results = self.has_web_search_results or bool(content)
        results = [
            {
                "url": result.url,
                **omit_none({"title": result.title}),
                "pageAge": result.page_age,
                "encryptedContent": result.encrypted_content,
                "type": result.type,
            }
            for result in content
        ]
        sources: list[ServerToolContent] = [
            LanguageModelV4SourceUrl(
                id=self._generate_id(),
                url=result.url,
                title=result.title,
                provider_metadata={"anthropic": {"pageAge": result.page_age}},
            )
            for result in content
        ]
        return [self._result(block.tool_use_id, "web_search", results, metadata), *sources]

    def read_code_execution(
        self, block: wire.AnthropicChunkContentBlockCodeExecutionToolResult
    ) -> list[ServerToolContent]:
        """Read what code printed."""
        content = block.content
        if isinstance(content, wire.AnthropicChunkContentCodeExecutionToolResultError):
            return [self._error(block.tool_use_id, "code_execution", content, None)]
        result = {**dump_wire(content), "content": [dump_wire(output) for output in content.content]}
        return [self._result(block.tool_use_id, "code_execution", result, None)]

    def read_code_execution_subtool(
        self,
        block: wire.AnthropicChunkContentBlockBashCodeExecutionToolResult
        | wire.AnthropicChunkContentBlockTextEditorCodeExecutionToolResult,
    ) -> list[ServerToolContent]:
        """Read what a shell command or the text editor answered, as it came."""
        return [self._result(block.tool_use_id, "code_execution", dump_wire(block.content), None)]

    def read_tool_search(self, block: wire.AnthropicChunkContentBlockToolSearchToolResult) -> list[ServerToolContent]:
        """Read the tools that a search found."""
        name, content = self._tool_search_name(block.tool_use_id), block.content
        if isinstance(content, wire.AnthropicChunkContentToolSearchToolResultError):
            return [self._error(block.tool_use_id, name, content, None)]
        found = [{"type": reference.type, "toolName": reference.tool_name} for reference in content.tool_references]
        return [self._result(block.tool_use_id, name, found, None)]

    def _tool_search_name(self, tool_use_id: str) -> str:
        """Return the search behind a result; without its call, the one that the request has."""
        called = self.tool_search_calls.get(tool_use_id)
        if called is not None:
            return called
        return _BM25 if self._mapping.to_custom_tool_name(_BM25) != _BM25 else _REGEX

    def read_advisor(
        self, block: wire.AnthropicChunkContentBlockStartContentBlockAdvisorToolResult
    ) -> list[ServerToolContent]:
        """Read an advisor's answer, which may be unreadable on purpose."""
        content = block.content
        match content:
            case wire.AnthropicChunkAdvisorToolResultContentAdvisorResult():
                own: JSONObject = {"text": content.text, "stopReason": content.stop_reason}
            case wire.AnthropicChunkAdvisorToolResultContentAdvisorRedactedResult():
                own = {"encryptedContent": content.encrypted_content, "stopReason": content.stop_reason}
            case _:
                return [self._error(block.tool_use_id, "advisor", content, None)]
        return [self._result(block.tool_use_id, "advisor", omit_none({"type": content.type, **own}), None)]

    def read_fallback(self, block: wire.AnthropicFallbackContent) -> list[ServerToolContent]:
        """Read that another model answered."""
        own = {"type": "fallback", "from": dump_wire(block.from_), "to": dump_wire(block.to)}
        return [LanguageModelV4CustomContent(kind="anthropic.fallback", provider_metadata={"anthropic": own})]

    def _result(
        self, tool_use_id: str, name: str, result: Any, metadata: SharedV4ProviderMetadata | None
    ) -> LanguageModelV4ToolResult:
        return LanguageModelV4ToolResult(
            tool_call_id=tool_use_id,
            tool_name=self._mapping.to_custom_tool_name(name),
            result=result,
            provider_metadata=metadata,
        )

    def _error(
        self, tool_use_id: str, name: str, content: Any, metadata: SharedV4ProviderMetadata | None
    ) -> LanguageModelV4ToolResult:
        result = self._result(tool_use_id, name, {"type": content.type, "errorCode": content.error_code}, metadata)
        result.is_error = True
        return result


_READERS: dict[str, Callable[[ServerToolResults, Any], list[ServerToolContent]]] = {
    "mcp_tool_use": ServerToolResults.read_mcp_tool_use,
    "mcp_tool_result": ServerToolResults.read_mcp_tool_result,
    "web_fetch_tool_result": ServerToolResults.read_web_fetch,
    "web_search_tool_result": ServerToolResults.read_web_search,
    "code_execution_tool_result": ServerToolResults.read_code_execution,
    "bash_code_execution_tool_result": ServerToolResults.read_code_execution_subtool,
    "text_editor_code_execution_tool_result": ServerToolResults.read_code_execution_subtool,
    "tool_search_tool_result": ServerToolResults.read_tool_search,
    "advisor_tool_result": ServerToolResults.read_advisor,
    "fallback": ServerToolResults.read_fallback,
}
