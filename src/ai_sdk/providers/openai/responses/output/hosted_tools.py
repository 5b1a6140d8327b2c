"""Calls and results of tools that the provider runs: searches, code, images, MCP servers, programs.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from typing import Any

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CustomContent,
    LanguageModelV4SourceDocument,
    LanguageModelV4SourceUrl,
    LanguageModelV4ToolApprovalRequest,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none, stringify
from ai_sdk.providers.openai.responses.output import items
from ai_sdk.providers.openai.responses.output.state import OutputPart, OutputState

__all__ = [
    "code_interpreter_input",
    "code_interpreter_result",
    "compaction",
    "file_search_result",
    "hosted_call",
    "image_generation_result",
    "mcp_approval_request",
    "mcp_call",
    "program",
    "program_output",
    "skipped",
    "tool_search_call",
    "tool_search_output",
    "web_search_call",
    "web_search_output",
    "web_search_result",
]

_PAGE_ACTIONS = {"open_page": "openPage", "find_in_page": "findInPage"}


def skipped(_state: OutputState, _item: Any) -> list[OutputPart]:
    """Return nothing: the item is no news for the caller."""
    return []


def hosted_call(
    state: OutputState, item_id: str, provider_tool_name: str, tool_input: str = "{}"
) -> LanguageModelV4ToolCall:
    """Return the call of a tool that goes by its item id."""
    return state.provider_call(item_id, state.context.tool_name(provider_tool_name), tool_input)


def web_search_call(state: OutputState, item_id: str) -> LanguageModelV4ToolCall:
    """Return the call of a web search."""
    return state.provider_call(item_id, state.context.web_search_tool_name, "{}")


def web_search_result(state: OutputState, item: items.WebSearchCall) -> list[OutputPart]:
    """Return what a web search did, and the pages it found."""
    tool_name = state.context.web_search_tool_name
    if item.status == "completed":
        result = state.result(item.id, tool_name, web_search_output(item))
    else:
        result = state.result(item.id, tool_name, {"status": item.status})
        result.is_error = True
    return [result, *_web_sources(state, item)]


def web_search_output(item: items.WebSearchCall) -> JSONObject:
    """Return what a web search did, as the result of its tool."""
    if item.action is None:
        return {}
    action: JSONObject = dump_wire(item.action)
    if item.action.type != "search":
        return {"action": {**action, "type": _PAGE_ACTIONS[item.action.type]}}
    sources = action.pop("sources", None)
    return omit_none({"action": omit_none(action), "sources": sources})


def _web_sources(state: OutputState, item: items.WebSearchCall) -> list[OutputPart]:
    if item.action is None or item.action.type != "search":
        return []
    urls = [source.url for source in item.action.sources or () if source.type == "url"]
    state.has_web_search_sources = state.has_web_search_sources or bool(urls)
    return [LanguageModelV4SourceUrl(id=state.context.generate_id(), url=url) for url in urls]


def file_search_result(state: OutputState, item: items.FileSearchCall) -> list[OutputPart]:
    """Return what a file search found, each file as a source once."""
    results = None if item.results is None else [_file_search_entry(dump_wire(result)) for result in item.results]
    result = state.result(
        item.id, state.context.tool_name("file_search"), {"queries": item.queries, "results": results}
    )
    return [result, *_file_sources(state, item)]


def _file_search_entry(result: JSONObject) -> JSONObject:
    return {"fileId" if key == "file_id" else key: value for key, value in result.items()}


def _file_sources(state: OutputState, item: items.FileSearchCall) -> list[OutputPart]:
    sources: list[OutputPart] = []
    for result in item.results or ():
        state.has_file_search_results = True
        if result.file_id not in state.retrieved_file_ids:
            state.retrieved_file_ids.add(result.file_id)
            metadata = state.context.metadata({"type": "file_search", "fileId": result.file_id})
            sources.append(
                LanguageModelV4SourceDocument(
                    id=state.context.generate_id(),
                    media_type="text/plain",
                    title=result.filename,
                    filename=result.filename,
                    provider_metadata=metadata,
                )
            )
    return sources


def code_interpreter_input(code: str | None, container_id: str | None) -> str:
    """Return the input of the code interpreter."""
    return stringify({"code": code, "containerId": container_id})


def code_interpreter_result(state: OutputState, item: items.CodeInterpreterCall) -> list[OutputPart]:
    """Return what code printed and drew."""
    outputs = None if item.outputs is None else [dump_wire(output) for output in item.outputs]
    return [state.result(item.id, state.context.tool_name("code_interpreter"), {"outputs": outputs})]


def image_generation_result(state: OutputState, item_id: str, image: str) -> LanguageModelV4ToolResult:
    """Return an image that the provider made, in base64."""
    return state.result(item_id, state.context.tool_name("image_generation"), {"result": image})


def tool_search_call(
    state: OutputState, item: items.ToolSearchCall, tool_call_id: str, tool_name: str, call_id: str | None
) -> LanguageModelV4ToolCall:
    """Return a search for tools, which either side may run; `call_id` is what its input says."""
    return LanguageModelV4ToolCall(
        tool_call_id=tool_call_id,
        tool_name=tool_name,
        input=stringify({"arguments": item.arguments, "call_id": call_id}),
        provider_executed=True if item.execution == "server" else None,
        provider_metadata=state.context.item_metadata(item.id),
    )


def tool_search_output(state: OutputState, item: items.ToolSearchOutput) -> list[OutputPart]:
    """Return the tools that the provider found; its searches are answered in order when they do not say which."""
    waiting = state.hosted_tool_search_call_ids
    tool_call_id = item.call_id
    if tool_call_id is None:
        tool_call_id = waiting.popleft() if waiting else item.id
    result = {"tools": dump_wire(item)["tools"]}
    return [state.result(tool_call_id, state.context.tool_name("tool_search"), result, item_id=item.id)]


def program(state: OutputState, item: items.Program) -> list[OutputPart]:
    """Return a program that the model wrote to call tools."""
    tool_input = stringify({"code": item.code, "fingerprint": item.fingerprint})
    tool_name = state.context.tool_name("programmatic_tool_calling")
    return [state.provider_call(item.call_id, tool_name, tool_input, item_id=item.id)]


def program_output(state: OutputState, item: items.ProgramOutput) -> list[OutputPart]:
    """Return what such a program returned."""
    tool_name = state.context.tool_name("programmatic_tool_calling")
    result = {"result": item.result, "status": item.status}
    return [state.result(item.call_id, tool_name, result, item_id=item.id)]


def mcp_call(state: OutputState, item: items.McpCall) -> list[OutputPart]:
    """Return a call on an MCP server with its result, under the id that its approval went by."""
    tool_call_id, tool_name = _mcp_tool_call_id(state, item), f"mcp.{item.name}"
    call = state.provider_call(tool_call_id, tool_name, item.arguments)
    call.dynamic = True
    result = {
        "type": "call",
        "serverLabel": item.server_label,
        "name": item.name,
        "arguments": item.arguments,
        "output": item.output,
        "error": item.error if item.error is None or isinstance(item.error, str) else dump_wire(item.error),
    }
    return [call, state.result(tool_call_id, tool_name, omit_none(result), item_id=item.id)]


def _mcp_tool_call_id(state: OutputState, item: items.McpCall) -> str:
    approval_id = item.approval_request_id
    if approval_id is None:
        return item.id
    asked_before = state.context.approval_tool_call_ids.get(approval_id, item.id)
    return state.approval_tool_call_ids.get(approval_id, asked_before)


def mcp_approval_request(state: OutputState, item: items.McpApprovalRequest) -> tuple[str, str, list[OutputPart]]:
    """Return the ids of an approval request and of the call made up for it, and the parts that ask the user."""
    approval_id = item.id if item.approval_request_id is None else item.approval_request_id
    tool_call_id = state.context.generate_id()
    call = state.provider_call(tool_call_id, f"mcp.{item.name}", item.arguments)
    call.dynamic = True
    request = LanguageModelV4ToolApprovalRequest(approval_id=approval_id, tool_call_id=tool_call_id)
    return approval_id, tool_call_id, [call, request]


def compaction(state: OutputState, item: items.Compaction) -> list[OutputPart]:
    """Return the provider's compacted history."""
    metadata = {"type": "compaction", "itemId": item.id, "encryptedContent": item.encrypted_content}
    return [LanguageModelV4CustomContent(kind="openai.compaction", provider_metadata=state.context.metadata(metadata))]
