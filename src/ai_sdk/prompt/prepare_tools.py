"""Tools as the specification has them.

Ports: ai/src/prompt/prepare-tools.ts, ai/src/generate-text/tool-order.ts
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ai_sdk.provider import (
    LanguageModelV4FunctionTool,
    LanguageModelV4InputExample,
    LanguageModelV4ProviderTool,
    LanguageModelV4Tool,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.tool import Tool, ToolSet

__all__ = ["ToolOrder", "prepare_tools", "resolve_tool_description"]

ToolOrder = Sequence[str] | None
"""Names of the tools that are sent first, in this order; the others follow, sorted. `None` keeps the given order."""


async def prepare_tools(
    *,
    tools: ToolSet | None,
    tool_order: ToolOrder = None,
    tools_context: Mapping[str, Any] | None = None,
    experimental_sandbox: Any = None,
) -> list[LanguageModelV4Tool] | None:
    """Return the tools for a model, or `None` when there are none."""
    if not tools:
        return None
    return [
        _provider_tool(name, tool)
        if tool.type == "provider"
        else _function_tool(name, tool, tools_context or {}, experimental_sandbox)
        for name, tool in _ordered(tools, tool_order)
    ]


def _provider_tool(name: str, tool: Tool[Any, Any]) -> LanguageModelV4ProviderTool:
    return LanguageModelV4ProviderTool(name=name, id=tool.id or "", args=tool.args or {})


def _function_tool(
    name: str, tool: Tool[Any, Any], tools_context: Mapping[str, Any], sandbox: Any
) -> LanguageModelV4FunctionTool:
    return LanguageModelV4FunctionTool(
        name=name,
        description=resolve_tool_description(
            tool=tool, tool_name=name, tools_context=tools_context, experimental_sandbox=sandbox
        ),
        input_schema=tool.input_schema.json_schema,
        input_examples=_examples(tool.input_examples),
        strict=tool.strict,
        provider_options=tool.provider_options,
    )


def _examples(examples: list[dict[str, Any]] | None) -> list[LanguageModelV4InputExample] | None:
    if examples is None:
        return None
    return [LanguageModelV4InputExample(input=dump(example["input"])) for example in examples]


def _ordered(tools: ToolSet, tool_order: ToolOrder) -> list[tuple[str, Tool[Any, Any]]]:
    if tool_order is None:
        return list(tools.items())
    first = dict.fromkeys(name for name in tool_order if name in tools)
    # JavaScript compares texts by UTF-16 code units.
    others = sorted((name for name in tools if name not in first), key=lambda name: name.encode("utf-16-be"))
    return [(name, tools[name]) for name in (*first, *others)]


def resolve_tool_description(
    *, tool: Tool[Any, Any], tool_name: str, tools_context: Mapping[str, Any], experimental_sandbox: Any = None
) -> str | None:
    """Return the description, made for this call when it is a function."""
    if not callable(tool.description):
        return tool.description
    return tool.description(context=tools_context.get(tool_name), experimental_sandbox=experimental_sandbox)
