"""Tool calls of a generation, and what became of them.

Ports: ai/src/generate-text/tool-call.ts, ai/src/generate-text/tool-result.ts, ai/src/generate-text/tool-error.ts
Ports: ai/src/generate-text/tool-output.ts, ai/src/generate-text/tool-output-denied.ts
Ports: ai/src/generate-text/tool-approval-request-output.ts, ai/src/generate-text/tool-approval-response-output.ts
"""

from dataclasses import dataclass
from typing import Any, Generic, Literal, cast

from typing_extensions import TypeVar

from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.shared import SharedV4ProviderMetadata
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.tool_call import TypedToolCall, TypedToolResult

__all__ = [
    "ToolApprovalRequestOutput",
    "ToolApprovalResponseOutput",
    "ToolOutput",
    "TypedToolCall",
    "TypedToolError",
    "TypedToolOutputDenied",
    "TypedToolResult",
]

InputT = TypeVar("InputT", default=Any)


@dataclass(slots=True, kw_only=True)
class TypedToolError(Spec, Generic[InputT]):
    """What a tool raised, or why it could not be called."""

    type: Literal["tool-error"] = "tool-error"
    tool_call_id: str
    tool_name: str
    input: InputT = cast("InputT", None)  # noqa: RUF009 - absent when the call is not known
    error: Any
    provider_executed: bool | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    tool_metadata: JSONObject | None = None
    dynamic: bool | None = None
    title: str | None = None


ToolOutput = TypedToolResult[Any, Any] | TypedToolError[Any]


@dataclass(slots=True, kw_only=True)
class TypedToolOutputDenied(Spec):
    """A tool call was denied: the tool did not run."""

    type: Literal["tool-output-denied"] = "tool-output-denied"
    tool_call_id: str
    tool_name: str
    provider_executed: bool | None = None
    dynamic: bool | None = None


@dataclass(slots=True, kw_only=True)
class ToolApprovalRequestOutput(Spec):
    """A tool call waits for approval, or was decided by the policy itself (`is_automatic`)."""

    type: Literal["tool-approval-request"] = "tool-approval-request"
    approval_id: str
    tool_call: TypedToolCall[Any]
    reason: str | None = None
    is_automatic: bool | None = None
    signature: str | None = None


@dataclass(slots=True, kw_only=True)
class ToolApprovalResponseOutput(Spec):
    """The answer to an approval request."""

    type: Literal["tool-approval-response"] = "tool-approval-response"
    approval_id: str
    tool_call: TypedToolCall[Any]
    approved: bool
    reason: str | None = None
    provider_executed: bool | None = None
