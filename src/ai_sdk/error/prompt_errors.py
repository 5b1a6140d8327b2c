"""A prompt's messages or their data cannot be used.

Ports: ai/src/prompt/invalid-data-content-error.ts, ai/src/prompt/invalid-message-role-error.ts
Ports: ai/src/prompt/message-conversion-error.ts, ai/src/error/missing-tool-result-error.ts
"""

from collections.abc import Sequence
from typing import Any

from ai_sdk.provider.errors import AISDKError

__all__ = ["InvalidDataContentError", "InvalidMessageRoleError", "MessageConversionError", "MissingToolResultsError"]


class InvalidDataContentError(AISDKError):
    """The data of a file is neither bytes nor base64 text; `content` is what it is."""

    name = "AI_InvalidDataContentError"
    fields = ("content",)
    null_fields = frozenset({"content"})

    def __init__(self, message: str | None = None, *, content: Any, cause: BaseException | None = None) -> None:
        super().__init__(_describe(content) if message is None else message, cause=cause)
        self.content = content


def _describe(content: Any) -> str:
    kind = _javascript_type(content)
    return f"Invalid data content. Expected a base64 string, Uint8Array, ArrayBuffer, or Buffer, but got {kind}."


def _javascript_type(value: Any) -> str:
    match value:
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
    return "function" if callable(value) else "object"


class InvalidMessageRoleError(AISDKError):
    """A message has a role that does not exist."""

    name = "AI_InvalidMessageRoleError"
    fields = ("role",)

    def __init__(self, message: str | None = None, *, role: str) -> None:
        roles = '"system", "user", "assistant", "tool"'
        super().__init__(
            f"Invalid message role: '{role}'. Must be one of: {roles}." if message is None else message,
        )
        self.role = role


class MessageConversionError(AISDKError):
    """A message of a user interface cannot be turned into one for the model; `original_message` is that message."""

    name = "AI_MessageConversionError"
    fields = ("original_message",)

    def __init__(self, message: str, *, original_message: Any) -> None:
        super().__init__(message)
        self.original_message = original_message


class MissingToolResultsError(AISDKError):
    """The prompt has tool calls without a result; `tool_call_ids` are theirs."""

    name = "AI_MissingToolResultsError"
    fields = ("tool_call_ids",)

    def __init__(self, *, tool_call_ids: Sequence[str]) -> None:
        several = len(tool_call_ids) > 1
        super().__init__(
            f"Tool result{'s are' if several else ' is'} missing for tool call{'s' if several else ''} "
            f"{', '.join(tool_call_ids)}."
        )
        self.tool_call_ids = list(tool_call_ids)
