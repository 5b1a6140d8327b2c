"""What one generation has found of the tools that are not loaded at once.

Ports: ai/src/tool-search/prepare-tool-search.ts
"""

import inspect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.prompt.prepare_tools import resolve_tool_description
from ai_sdk.provider_utils.tool import Tool, ToolExecutionOptions, ToolSet
from ai_sdk.provider_utils.tool_caller import DIRECT_TOOL_CALL, LocalToolCaller, get_tool_caller
from ai_sdk.tool_search.tool_search import ToolSearchOptions, ToolSearchTool, is_tool_search

__all__ = ["ToolSearchState", "create_tool_search_state"]

_CAMEL_CASE = re.compile(r"([a-z0-9])([A-Z])")
_WORD = re.compile(r"[^\W_]+")


def create_tool_search_state(
    *, tools: ToolSet | None, tool_callers: Mapping[str, Sequence[str]] | None
) -> "ToolSearchState":
    """Return the state of a new generation.

    Raises `InvalidArgumentError` when a tool that is found can be called neither by the model nor by code that is told
    of it in the conversation.
    """
    all_tools, callers = tools or {}, tool_callers or {}
    deferred = {name: tool for name, tool in all_tools.items() if tool.defer_loading or is_tool_search(tool)}
    for name, tool in deferred.items():
        reachable = all(_announces(caller, all_tools) for caller in callers.get(name, [DIRECT_TOOL_CALL]))
        if not reachable or (is_tool_search(tool) and tool.defer_loading):
            raise InvalidArgumentError(
                parameter="tools",
                value=name,
                message=f'tool "{name}" must be callable directly or through code mode with '
                "toolDiscovery: 'conversation'. The search tool itself must not defer loading.",
            )
    return ToolSearchState(tool_callers=callers, is_needed=bool(deferred))


def _announces(caller_name: str, tools: ToolSet) -> bool:
    """Whether the model learns of the tools that a caller can call."""
    if caller_name == DIRECT_TOOL_CALL:
        return True
    caller = get_tool_caller(tools.get(caller_name))
    return isinstance(caller, LocalToolCaller) and caller.prepare_model_message is not None


class ToolSearchState:
    """The tools found so far; it belongs to one generation, never to a tool that several share."""

    def __init__(self, *, tool_callers: Mapping[str, Sequence[str]], is_needed: bool) -> None:
        self._tool_callers = tool_callers
        self._is_needed = is_needed
        self._discovered: set[str] = set()

    def __call__(
        self,
        active_tools: ToolSet | None,
        *,
        tools_context: Mapping[str, Any] | None = None,
        experimental_sandbox: Any = None,
    ) -> ToolSet | None:
        """Return the tools of a step: those found before it and, bound to this state, the tools that search.

        What is found while the step runs belongs to the next one.
        """
        if active_tools is None or not self._is_needed:
            return active_tools
        step = _Step(active_tools, tools_context or {}, experimental_sandbox, self._discovered)
        return {
            name: step.bind(tool, self._candidates(name, active_tools)) if isinstance(tool, ToolSearchTool) else tool
            for name, tool in active_tools.items()
            if not tool.defer_loading or name in self._discovered
        }

    def _candidates(self, search_name: str, active_tools: ToolSet) -> list[str]:
        """Return the deferred tools that have a caller in common with the tool that searches."""
        callers = {each for each in self._callers(search_name) if each == DIRECT_TOOL_CALL or each in active_tools}
        return [
            name
            for name, tool in active_tools.items()
            if tool.defer_loading and not is_tool_search(tool) and callers.intersection(self._callers(name))
        ]

    def _callers(self, name: str) -> Sequence[str]:
        # A tool that is not mentioned is called by the model; one with an empty list by nobody.
        return self._tool_callers.get(name, [DIRECT_TOOL_CALL])


@dataclass(frozen=True, slots=True)
class _Step:
    """The searches of one step."""

    tools: ToolSet
    tools_context: Mapping[str, Any]
    sandbox: Any
    discovered: set[str]

    def bind(self, tool: ToolSearchTool, candidates: list[str]) -> Tool[Any, Any]:
        async def execute(value: Any, _options: ToolExecutionOptions[Any]) -> dict[str, Any]:
            found = await self._search(tool, value["query"], {name: self._describe(name) for name in candidates})
            self.discovered.update(each["name"] for each in found)
            return {"tools": found}

        return replace(tool, execute=execute)

    def _describe(self, name: str) -> dict[str, str]:
        description = resolve_tool_description(
            tool=self.tools[name],
            tool_name=name,
            tools_context=self.tools_context,
            experimental_sandbox=self.sandbox,
        )
        return {"name": name} if description is None else {"name": name, "description": description}

    @staticmethod
    async def _search(tool: ToolSearchTool, query: str, known: dict[str, dict[str, str]]) -> list[dict[str, str]]:
        if tool.search is None:
            names = _rank(query, known.values())
        else:
            ranked = tool.search(ToolSearchOptions(query=query, tools=[dict(each) for each in known.values()]))
            names = await ranked if inspect.isawaitable(ranked) else ranked
        return [known[name] for name in dict.fromkeys(names) if name in known][: tool.max_results]


def _rank(query: str, tools: Any) -> list[str]:
    terms = set(_words(query))
    scores: dict[str, int] = {}
    for tool in tools:
        name_words, description_words = set(_words(tool["name"])), set(_words(tool.get("description", "")))
        scores[tool["name"]] = 2 * len(terms & name_words) + len(terms & description_words)
    return sorted((name for name, score in scores.items() if score), key=lambda name: -scores[name])


def _words(text: str) -> list[str]:
    return _WORD.findall(_CAMEL_CASE.sub(r"\1 \2", text).lower())
