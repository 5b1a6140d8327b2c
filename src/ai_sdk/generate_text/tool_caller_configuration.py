"""Which tools the model calls itself, and which it calls from code that another tool runs.

Ports: ai/src/generate-text/tool-caller-configuration.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider_utils.model_message import ModelMessage, UserModelMessage
from ai_sdk.provider_utils.tool import Tool, ToolSet
from ai_sdk.provider_utils.tool_caller import DIRECT_TOOL_CALL, LocalToolCaller, ProviderToolCaller, get_tool_caller

__all__ = [
    "PreparedToolCallers",
    "ToolCallers",
    "append_tool_caller_messages",
    "prepare_tools_for_tool_callers",
    "resolve_tool_caller_configuration",
]

ToolCallers = Mapping[str, Sequence[str] | None]
"""By tool name the names of its callers; a tool that is not mentioned is called by the model."""


@dataclass(slots=True, kw_only=True)
class PreparedToolCallers:
    """The tools to run, the tools the model is told of, and messages about those that only callers can call."""

    execution_tools: ToolSet | None
    model_tools: ToolSet | None
    tool_caller_messages: list[UserModelMessage] = field(default_factory=list)


def resolve_tool_caller_configuration(
    *, tools: ToolSet | None, tool_callers: ToolCallers | None
) -> dict[str, Sequence[str]] | None:
    """Return the callers by tool. Raises `InvalidArgumentError` when a tool is not known."""
    if tools is None or tool_callers is None:
        return None
    for name in tool_callers:
        if name not in tools:
            raise InvalidArgumentError(
                parameter="experimental_toolCallers", value=tool_callers, message=f'unknown tool "{name}".'
            )
    return {name: callers for name, callers in tool_callers.items() if callers is not None}


def prepare_tools_for_tool_callers(
    *, tools: ToolSet | None, tool_callers: Mapping[str, Sequence[str]] | None
) -> PreparedToolCallers:
    """Bind the callers among the tools to the tools that they may call."""
    if tools is None or tool_callers is None:
        return PreparedToolCallers(execution_tools=tools, model_tools=tools)
    prepared = _Preparation(dict(tools), dict(tools))
    for name, callers in tool_callers.items():
        if name in prepared.execution_tools:
            prepared.route(name, callers)
    for name, tool in list(prepared.execution_tools.items()):
        caller = get_tool_caller(tool)
        if isinstance(caller, LocalToolCaller):
            prepared.bind(name, caller)
    return PreparedToolCallers(
        execution_tools=prepared.execution_tools,
        model_tools=prepared.model_tools,
        tool_caller_messages=prepared.messages,
    )


@dataclass(slots=True)
class _Preparation:
    execution_tools: ToolSet
    model_tools: ToolSet
    local_tools: dict[str, ToolSet] = field(default_factory=dict)
    """The tools of each local caller."""
    messages: list[UserModelMessage] = field(default_factory=list)

    def route(self, name: str, callers: Sequence[str]) -> None:
        """Give a tool to its callers."""
        tool: Tool[Any, Any] = self.execution_tools[name]
        visible = False
        for caller_name in callers:
            caller = get_tool_caller(self.execution_tools.get(caller_name))
            if caller_name == DIRECT_TOOL_CALL:
                visible = True
            elif isinstance(caller, ProviderToolCaller):
                visible = True
                tool = replace(tool, provider_options=caller.prepare_provider_options(tool.provider_options))
            elif isinstance(caller, LocalToolCaller):
                self.local_tools.setdefault(caller_name, {})[name] = tool
        self.execution_tools[name] = tool
        if visible:
            self.model_tools[name] = tool
        else:
            self.model_tools.pop(name, None)

    def bind(self, name: str, caller: LocalToolCaller) -> None:
        """Bind a local caller to its tools, and tell the model of them."""
        tools = self.local_tools.get(name, {})
        bound = caller.bind(tools)
        self.execution_tools[name] = bound
        if name not in self.model_tools:
            return
        if caller.prepare_model_message is None:
            self.model_tools[name] = bound
            return
        content = caller.prepare_model_message(tools)
        if content is not None:
            self.messages.append(UserModelMessage(content=content))


def append_tool_caller_messages(
    *, messages: list[ModelMessage], tool_caller_messages: Sequence[UserModelMessage]
) -> list[ModelMessage]:
    """Add what the model has not been told by the latest message of the user."""
    texts = [each.content for each in messages if isinstance(each, UserModelMessage) and isinstance(each.content, str)]
    told = set(texts[-1:])
    additions: list[ModelMessage] = []
    for message in tool_caller_messages:
        if isinstance(message.content, str) and message.content not in told:
            told.add(message.content)
            additions.append(message)
    return [*messages, *additions] if additions else messages
