"""The tools that a step may use.

Ports: ai/src/generate-text/filter-active-tools.ts, ai/src/generate-text/active-tools.ts
"""

from collections.abc import Sequence
from typing import overload

from ai_sdk.provider_utils.tool import ToolSet

__all__ = ["ActiveTools", "filter_active_tools"]

ActiveTools = Sequence[str] | None
"""Names of the tools that may be used; `None` means all of them."""


@overload
def filter_active_tools(*, tools: ToolSet, active_tools: ActiveTools) -> ToolSet: ...
@overload
def filter_active_tools(*, tools: ToolSet | None, active_tools: ActiveTools) -> ToolSet | None: ...
def filter_active_tools(*, tools: ToolSet | None, active_tools: ActiveTools) -> ToolSet | None:
    """Return the active ones among the tools, in the order of the tools.

    >>> from ai_sdk import dynamic_tool
    >>> tools = {"read": dynamic_tool(input_schema={}), "write": dynamic_tool(input_schema={})}
    >>> list(filter_active_tools(tools=tools, active_tools=["read"]))
    ['read']
    """
    if tools is None or active_tools is None:
        return tools
    return {name: tool for name, tool in tools.items() if name in active_tools}
