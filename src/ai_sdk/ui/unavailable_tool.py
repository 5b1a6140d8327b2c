"""Calls of tools that are no longer there.

Ports: ai/src/ui/unavailable-tool.ts
"""

from collections.abc import Mapping
from typing import Any

__all__ = ["is_tool_part_from_unavailable_tool", "mark_tool_part_as_unavailable"]


def mark_tool_part_as_unavailable(part: dict[str, Any]) -> dict[str, Any]:
    """Say in a dynamic tool part that its tool was a static one, so that its output is never shown to a model raw."""
    part["dynamic"] = False
    return part


def is_tool_part_from_unavailable_tool(part: Mapping[str, Any]) -> bool:
    """Whether a part is the call of a tool that was known once and is no longer."""
    return part.get("type") == "dynamic-tool" and part.get("dynamic") is False
