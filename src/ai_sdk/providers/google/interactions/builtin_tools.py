"""The tools that Google runs within an interaction, as its steps name them.

Ports: @ai-sdk/google/src/interactions/parse-google-interactions-outputs.ts
"""

from typing import Any

from ai_sdk.provider import JSONObject

__all__ = ["BUILTIN_TOOL_CALLS", "BUILTIN_TOOL_RESULTS", "builtin_tool_name", "text_or_none"]

BUILTIN_TOOL_CALLS = frozenset(
    {
        "google_search_call",
        "code_execution_call",
        "url_context_call",
        "file_search_call",
        "google_maps_call",
        "mcp_server_tool_call",
    }
)
BUILTIN_TOOL_RESULTS = frozenset(
    {
        "google_search_result",
        "code_execution_result",
        "url_context_result",
        "file_search_result",
        "google_maps_result",
        "mcp_server_tool_result",
    }
)
_MCP_STEPS = frozenset({"mcp_server_tool_call", "mcp_server_tool_result"})


def builtin_tool_name(step: JSONObject) -> str:
    """Return the name of a step's tool; MCP servers name their own.

    >>> builtin_tool_name({"type": "google_search_call"})
    'google_search'
    """
    kind: str = step["type"]
    if kind in _MCP_STEPS:
        name = step.get("name")
        return name if isinstance(name, str) else "mcp_server_tool"
    return kind.removesuffix("_call").removesuffix("_result")


def text_or_none(value: Any) -> str | None:
    """Return a text that is not empty; steps of new kinds may hold anything."""
    return value if isinstance(value, str) and value else None
