"""A tool that finds other tools.

Ports: ai/src/tool-search/tool-search.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.schema import json_schema
from ai_sdk.provider_utils.tool import Tool, ToolExecutionOptions

__all__ = ["ToolSearchFunction", "ToolSearchOptions", "ToolSearchTool", "is_tool_search", "tool_search"]

_LARGEST_SAFE_INTEGER = 2**53 - 1
_DEFAULT_MAX_RESULTS = 5


@dataclass(slots=True, kw_only=True)
class ToolSearchOptions(Spec):
    """What a search function is told: the query, and the tools among which to search."""

    query: str
    tools: list[dict[str, str]]
    """Each with a `name` and perhaps a `description`."""


ToolSearchFunction = Callable[[ToolSearchOptions], list[str] | Awaitable[list[str]]]
"""Returns the names of the tools that match, the best first. Unknown names and repetitions are ignored."""


@dataclass(slots=True, kw_only=True, eq=False)
class ToolSearchTool(Tool[dict[str, Any], dict[str, Any]]):
    """What `tool_search` returns."""

    search: ToolSearchFunction | None = None
    max_results: int = _DEFAULT_MAX_RESULTS


def tool_search(*, search: ToolSearchFunction | None = None, max_results: int = _DEFAULT_MAX_RESULTS) -> ToolSearchTool:
    """Return a tool that finds the tools with `defer_loading=True`, which a model is not told of before.

    What it finds can be called from the next step on. It compares the words of the query with those of names and
    descriptions, unless `search` does something better; at most `max_results` tools are found at a time.

    Raises `InvalidArgumentError` when `max_results` is not a positive integer.

    >>> tool_search(max_results=3).max_results
    3
    """
    if type(max_results) is not int or not 1 <= max_results <= _LARGEST_SAFE_INTEGER:
        raise InvalidArgumentError(
            parameter="maxResults", value=max_results, message="maxResults must be a positive safe integer."
        )
    return ToolSearchTool(
        description=_describe(search, max_results),
        input_schema=json_schema(_INPUT),
        output_schema=json_schema(_OUTPUT),
        execute=_not_bound,
        search=search,
        max_results=max_results,
    )


def is_tool_search(tool: Tool[Any, Any]) -> bool:
    """Whether the tool finds other tools."""
    return isinstance(tool, ToolSearchTool)


def _describe(search: ToolSearchFunction | None, max_results: int) -> str:
    what = (
        "Search for tools by keywords in their names and descriptions."
        if search is None
        else "Search for tools matching a query."
    )
    count = "five" if max_results == _DEFAULT_MAX_RESULTS else str(max_results)
    return (
        f"{what} Returns up to {count} matching tools. Matches become available on the next model step, after this "
        "execution finishes. Wait for their tool definitions before calling the discovered tools. If no tools match, "
        "try different keywords."
    )


def _not_bound(_input: Any, _options: ToolExecutionOptions[Any]) -> Any:
    raise RuntimeError("toolSearch must be bound by an AI SDK generation.")


_INPUT: dict[str, Any] = {
    "type": "object",
    "properties": {"query": {"type": "string", "minLength": 1}},
    "required": ["query"],
    "additionalProperties": False,
}
_OUTPUT: dict[str, Any] = {
    "type": "object",
    "properties": {
        "tools": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"name": {"type": "string"}, "description": {"type": "string"}},
                "required": ["name"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["tools"],
    "additionalProperties": False,
}
