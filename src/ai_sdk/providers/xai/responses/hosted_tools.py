"""The calls of tools that xAI runs itself: under which name they are told, with which input and which result.

Ports: @ai-sdk/xai/src/responses/xai-responses-language-model.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from ai_sdk_generated.xai.responses import wire

from ai_sdk.provider import JSONObject, LanguageModelV4ProviderTool, LanguageModelV4Tool, LanguageModelV4ToolResult
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.json import dump_wire, omit_none, validate_types

__all__ = ["HostedItem", "HostedToolNames", "NamedItem", "hosted_input", "hosted_result", "map_web_search_action"]

NamedItem = (
    wire.OutputItemWebSearchCall
    | wire.OutputItemXSearchCall
    | wire.OutputItemCodeInterpreterCall
    | wire.OutputItemCodeExecutionCall
    | wire.OutputItemViewImageCall
    | wire.OutputItemViewXVideoCall
    | wire.OutputItemCustomToolCall
    | wire.OutputItemMcpCall
)
"""An item that may say which tool of a family was called."""

HostedItem = NamedItem | wire.OutputItemFileSearchCall | wire.OutputItemImageGenerationCall

_WEB_SEARCH = frozenset({"web_search", "web_search_with_snippets", "browse_page"})
_X_SEARCH = frozenset({"x_user_search", "x_keyword_search", "x_semantic_search", "x_thread_fetch"})
_CODE_EXECUTION = frozenset({"code_interpreter_call", "code_execution_call"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedToolNames:
    """What the caller's tools are called, where they are given."""

    web_search: str = "web_search"
    x_search: str = "x_search"
    code_execution: str = "code_execution"
    file_search: str = "file_search"
    image_generation: str = "image_generation"
    mcp: str | None = None

    @classmethod
    def of(cls, tools: Sequence[LanguageModelV4Tool] | None) -> Self:
        """Return the names in a call's tools; the first of a kind counts."""
        given = [tool for tool in tools or () if isinstance(tool, LanguageModelV4ProviderTool)]
        names = {tool.id.removeprefix("xai."): tool.name for tool in reversed(given) if tool.id.startswith("xai.")}
        return cls(**{kind: names[kind] for kind in cls.__slots__ if kind in names})

    def name_of(self, item: HostedItem) -> str:
        """Return the name of the tool that an item calls."""
        match item:
            case wire.OutputItemFileSearchCall():
                return self.file_search
            case wire.OutputItemImageGenerationCall():
                return self.image_generation
        if item.name in _WEB_SEARCH or item.type == "web_search_call":
            return self.web_search
        if item.name in _X_SEARCH or item.type == "x_search_call":
            return self.x_search
        if item.name == "code_execution" or item.type in _CODE_EXECUTION:
            return self.code_execution
        return self._mcp_name(item) if isinstance(item, wire.OutputItemMcpCall) else item.name or ""

    def _mcp_name(self, item: wire.OutputItemMcpCall) -> str:
        if self.mcp is not None:
            return self.mcp
        return "mcp" if item.name is None else item.name


def hosted_input(item: HostedItem) -> str:
    """Return the input of a call as text; JSON where xAI tells it."""
    match item:
        case wire.OutputItemFileSearchCall():
            return ""
        case wire.OutputItemImageGenerationCall():
            return "{}"
        case wire.OutputItemCustomToolCall():
            return item.input or ""
    return item.arguments or ""


def hosted_result(item: HostedItem, tool_name: str) -> LanguageModelV4ToolResult:
    """Return what xAI tells of a call's result; nothing but `{}` for most tools."""
    result: Any = {}
    match item:
        case wire.OutputItemImageGenerationCall(result=None):
            text = f"Image generation failed (status: {item.status})."
            return LanguageModelV4ToolResult(tool_call_id=item.id, tool_name=tool_name, is_error=True, result=text)
        case wire.OutputItemImageGenerationCall():
            result = omit_none({"result": item.result, "prompt": item.prompt})
        case wire.OutputItemFileSearchCall():
            result = _file_search_result(item)
        case wire.OutputItemWebSearchCall():
            result = map_web_search_action(item.action)
    return LanguageModelV4ToolResult(tool_call_id=item.id, tool_name=tool_name, result=result)


def _file_search_result(item: wire.OutputItemFileSearchCall) -> JSONObject:
    results = [
        {"fileId": each.file_id, "filename": each.filename, "score": each.score, "text": each.text}
        for each in item.results or ()
    ]
    return {"queries": item.queries or [], "results": None if item.results is None else results}


def map_web_search_action(action: Any) -> JSONObject:
    """Return what a web search did and which pages it read; `{}` when xAI tells it in another way."""
    try:
        parsed = validate_types(wire.WebSearchWireAction, action)
    except TypeValidationError:
        return {}
    said = dump_wire(parsed)
    sources = [source for source in map(_source, parsed.sources or ()) if source is not None]
    extra = {"sources": sources} if sources else {}
    match parsed:
        case wire.WebSearchWireActionSearch():
            searched = omit_none({"query": parsed.query, "queries": parsed.queries})
            return {"action": {"type": "search", **searched}, **extra}
        case wire.WebSearchWireActionOpenPage():
            return {"action": {"type": "openPage", **_kept(said, "url")}, **extra}
    return {"action": {"type": "findInPage", **_kept(said, "url", "pattern")}, **extra}


def _kept(said: JSONObject, *keys: str) -> JSONObject:
    return {key: said[key] for key in keys if key in said}


def _source(value: Any) -> JSONObject | None:
    try:
        source: JSONObject = dump_wire(validate_types(wire.WebSearchWireSource, value))
    except TypeValidationError:
        return None
    return source
