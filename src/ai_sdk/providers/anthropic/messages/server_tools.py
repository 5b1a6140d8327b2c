"""The tools that Anthropic runs itself, by the names of their calls.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from dataclasses import dataclass
from typing import Any

__all__ = ["ServerTool", "read_server_tool", "with_programmatic_type"]


@dataclass(frozen=True, slots=True)
class ServerTool:
    """A server tool: its name in requests, and the type that its input gets, if any."""

    name: str
    input_type: str | None = None
    is_subtool: bool = False
    """Whether the call is of one of the tools inside code execution, named by the type in the input."""

    @property
    def is_tool_search(self) -> bool:
        """Whether it looks for tools."""
        return self.name.startswith("tool_search_tool_")


_SERVER_TOOLS = {
    "web_fetch": ServerTool("web_fetch"),
    "web_search": ServerTool("web_search"),
    "code_execution": ServerTool("code_execution", "programmatic-tool-call"),
    "bash_code_execution": ServerTool("code_execution", "bash_code_execution", is_subtool=True),
    "text_editor_code_execution": ServerTool("code_execution", "text_editor_code_execution", is_subtool=True),
    "tool_search_tool_regex": ServerTool("tool_search_tool_regex"),
    "tool_search_tool_bm25": ServerTool("tool_search_tool_bm25"),
    "advisor": ServerTool("advisor"),
}


def read_server_tool(name: str) -> ServerTool | None:
    """Return the tool that a call names; `None` for one that is not known."""
    return _SERVER_TOOLS.get(name)


def with_programmatic_type(tool_input: Any) -> Any:
    """Return the input of a code execution, marked as programmatic when it is code and nothing else says what it is."""
    if isinstance(tool_input, dict) and "code" in tool_input and "type" not in tool_input:
        return {"type": "programmatic-tool-call", **tool_input}
    return tool_input
