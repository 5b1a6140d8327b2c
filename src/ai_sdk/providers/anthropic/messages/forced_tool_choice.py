"""Keeps other tools away when a forced tool choice cannot be sent as such.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceTool,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping

__all__ = ["InlineDefinition", "restrict_tools"]


@dataclass(frozen=True, slots=True)
class InlineDefinition:
    """A tool that a message defines: the caller's name, and the wire form."""

    sdk_name: str
    definition: JSONObject


def restrict_tools(
    body: JSONObject,
    options: LanguageModelV4CallOptions,
    inline_definitions: Iterable[InlineDefinition],
    mapping: ToolNameMapping,
    *,
    has_response_tool: bool,
) -> None:
    """Switch off MCP servers, and refuse inline tools, that a forced choice left out of `tools` does not name.

    Raises `InvalidArgumentError` when a message defines such a tool.
    """
    if not _is_restricted(body, options, has_response_tool=has_response_tool):
        return
    for server in body.get("mcp_servers") or ():
        server["tool_configuration"] = {**_allowed_tools(server), "enabled": False}
    sent = list(_sent_definitions(body["messages"]))
    selected = _Selection(options, mapping, has_response_tool)
    for inline in inline_definitions:
        if any(inline.definition is definition for definition in sent) and selected.conflicts_with(inline):
            raise InvalidArgumentError(
                f"Inline tool '{inline.definition.get('name', inline.definition.get('type'))}' conflicts with "
                f"{selected.describe()}. Inline definitions must respect the tool choice when forced tool use "
                "falls back or the JSON response tool is used.",
                argument="toolChoice",
            )


def _is_restricted(body: JSONObject, options: LanguageModelV4CallOptions, *, has_response_tool: bool) -> bool:
    choice = options.tool_choice
    if isinstance(choice, LanguageModelV4ToolChoiceTool):
        return has_response_tool or (body.get("tool_choice") or {}).get("type") == "auto"
    return isinstance(choice, LanguageModelV4ToolChoiceNone) and has_response_tool


def _allowed_tools(server: JSONObject) -> JSONObject:
    configuration = server.get("tool_configuration") or {}
    return {"allowed_tools": configuration["allowed_tools"]} if "allowed_tools" in configuration else {}


def _sent_definitions(messages: Iterable[JSONObject]) -> Iterable[JSONObject]:
    """Yield the tools that messages define; those of initial system messages were left out."""
    for message in messages:
        for part in message["content"] if message["role"] == "system" else ():
            if part["type"] == "tool_addition" and part["tool"]["type"] == "tool_definition":
                yield part["tool"]["definition"]


class _Selection:
    """The tool that the caller's choice names, if any, by both its names."""

    def __init__(self, options: LanguageModelV4CallOptions, mapping: ToolNameMapping, has_response_tool: bool) -> None:  # noqa: FBT001 - private
        choice = options.tool_choice
        self._has_response_tool = has_response_tool
        self._sdk_name = choice.tool_name if isinstance(choice, LanguageModelV4ToolChoiceTool) else None
        self._provider_name = self._sdk_name
        tool = next((tool for tool in options.tools or () if tool.name == self._sdk_name), None)
        if has_response_tool and self._sdk_name is not None and not isinstance(tool, LanguageModelV4FunctionTool):
            self._provider_name = mapping.to_provider_tool_name(self._sdk_name)

    def conflicts_with(self, inline: InlineDefinition) -> bool:
        # Beside the JSON tool, tools are chosen by the caller's name; else by the one that is sent.
        if self._sdk_name is None or (self._has_response_tool and inline.sdk_name != self._sdk_name):
            return True
        return "name" not in inline.definition or inline.definition["name"] != self._provider_name

    def describe(self) -> str:
        return "tool choice 'none'" if self._sdk_name is None else f"named tool choice '{self._sdk_name}'"
