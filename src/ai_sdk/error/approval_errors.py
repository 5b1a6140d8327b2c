"""The answer to a tool's approval request does not belong to what was asked.

Ports: ai/src/error/invalid-tool-approval-error.ts, ai/src/error/invalid-tool-approval-signature-error.ts
Ports: ai/src/error/tool-call-not-found-for-approval-error.ts
"""

from ai_sdk.provider.errors import AISDKError

__all__ = ["InvalidToolApprovalError", "InvalidToolApprovalSignatureError", "ToolCallNotFoundForApprovalError"]


class InvalidToolApprovalError(AISDKError):
    """An approval response answers a request that is not in the messages."""

    name = "AI_InvalidToolApprovalError"
    fields = ("approval_id",)

    def __init__(self, *, approval_id: str) -> None:
        super().__init__(
            f'Tool approval response references unknown approvalId: "{approval_id}". '
            "No matching tool-approval-request found in message history."
        )
        self.approval_id = approval_id


class InvalidToolApprovalSignatureError(AISDKError):
    """The signature of an approval request is missing, or is not that of the tool call to run."""

    name = "AI_InvalidToolApprovalSignatureError"
    fields = ("approval_id", "tool_call_id")

    def __init__(self, *, approval_id: str, tool_call_id: str, reason: str) -> None:
        super().__init__(
            f'Tool approval signature verification failed for approval "{approval_id}" '
            f'(tool call "{tool_call_id}"): {reason}'
        )
        self.approval_id = approval_id
        self.tool_call_id = tool_call_id


class ToolCallNotFoundForApprovalError(AISDKError):
    """An approval request is about a tool call that is not in the messages."""

    name = "AI_ToolCallNotFoundForApprovalError"
    fields = ("tool_call_id", "approval_id")

    def __init__(self, *, tool_call_id: str, approval_id: str) -> None:
        super().__init__(f'Tool call "{tool_call_id}" not found for approval request "{approval_id}".')
        self.tool_call_id = tool_call_id
        self.approval_id = approval_id
