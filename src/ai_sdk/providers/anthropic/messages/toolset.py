"""Calls of a toolset's members: one tool to the caller, its member the `action` of the input.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts, @ai-sdk/anthropic/src/tool/computer-toolset_20260801.ts
"""

from collections.abc import Sequence
from typing import Any

from ai_sdk.provider import InvalidResponseDataError, JSONObject
from ai_sdk.providers.anthropic.tools import COMPUTER_TOOLSET_MEMBERS

__all__ = ["to_toolset_member_input", "validate_toolset_member"]


def validate_toolset_member(toolset_name: str, member_name: str, tools: Sequence[JSONObject] | None) -> None:
    """Raise `InvalidResponseDataError` for a member that the request did not offer."""
    toolset = next((tool for tool in tools or () if tool.get("type") == "computer_toolset_20260801"), None)
    is_offered = (
        toolset_name == "computer"
        and toolset is not None
        and member_name in COMPUTER_TOOLSET_MEMBERS
        and (toolset.get("configs") or {}).get(member_name, {}).get("enabled") is not False
    )
    if not is_offered:
        raise InvalidResponseDataError(
            f"Received an unavailable toolset member: {toolset_name}.{member_name}.",
            data={"toolsetName": toolset_name, "memberName": member_name},
        )


def to_toolset_member_input(member_name: str, tool_input: Any) -> JSONObject:
    """Return the input with the member as its action; raises `InvalidResponseDataError` when it is no object."""
    if not isinstance(tool_input, dict):
        raise InvalidResponseDataError("Invalid toolset member input: expected an object.", data=tool_input)
    return {**tool_input, "action": member_name}
