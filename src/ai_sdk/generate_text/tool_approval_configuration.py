"""How a caller decides which tool calls may run.

Ports: ai/src/generate-text/tool-approval-configuration.ts
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool import ToolSet

__all__ = [
    "GenericToolApprovalFunction",
    "GenericToolApprovalOptions",
    "SingleToolApprovalFunction",
    "SingleToolApprovalOptions",
    "ToolApprovalConfiguration",
    "ToolApprovalDecision",
    "ToolApprovalStatus",
    "ToolApprovalType",
]

ToolApprovalType = Literal["not-applicable", "approved", "denied", "user-approval"]
"""No approval is needed; approved or denied without asking; or the user is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolApprovalDecision(Spec):
    """A status with the reason for it: told to the user who is asked, or written into the automatic answer."""

    type: ToolApprovalType
    reason: str | None = None


ToolApprovalStatus = ToolApprovalType | ToolApprovalDecision | Mapping[str, Any] | None
"""A status, alone or as an object `{"type": ..., "reason": ...}`; `None` is `not-applicable`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleToolApprovalOptions(Spec):
    """What the approval function of one tool is told beside the input."""

    tool_call_id: str
    messages: list[ModelMessage]
    tool_context: Any = None
    runtime_context: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericToolApprovalOptions(Spec):
    """What the approval function of all tools is told.

    `messages` are those that led to the call, without instructions and without the answer that holds the call.
    """

    tool_call: TypedToolCall[Any]
    tools: ToolSet | None
    tools_context: Mapping[str, Any]
    messages: list[ModelMessage]
    runtime_context: Any = None


SingleToolApprovalFunction = Callable[..., ToolApprovalStatus | Awaitable[ToolApprovalStatus]]
"""Takes the input, and `SingleToolApprovalOptions` if it has a second parameter."""

GenericToolApprovalFunction = Callable[[GenericToolApprovalOptions], ToolApprovalStatus | Awaitable[ToolApprovalStatus]]

ToolApprovalConfiguration = GenericToolApprovalFunction | Mapping[str, ToolApprovalStatus | SingleToolApprovalFunction]
"""One function for all calls, or by tool name a status or a function."""
