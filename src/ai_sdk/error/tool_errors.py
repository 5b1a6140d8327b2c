"""The model called a tool in a way that cannot be carried out.

Ports: ai/src/error/invalid-tool-input-error.ts, ai/src/error/no-such-tool-error.ts
Ports: ai/src/error/tool-call-repair-error.ts, ai/src/error/tool-choice-violation-error.ts
"""

from collections.abc import Sequence

from ai_sdk.provider.errors import AISDKError, get_error_message
from ai_sdk.provider.language_model import (
    LanguageModelV4Content,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    LanguageModelV4UnifiedFinishReason,
)

__all__ = [
    "EnforcedToolChoice",
    "InvalidToolInputError",
    "NoSuchToolError",
    "ToolCallRepairError",
    "ToolChoiceViolationError",
]

EnforcedToolChoice = LanguageModelV4ToolChoiceNone | LanguageModelV4ToolChoiceRequired | LanguageModelV4ToolChoiceTool
"""A tool choice that a response can violate."""


class InvalidToolInputError(AISDKError):
    """The model called a tool with an input that is no JSON or does not fit; `tool_input` is the text it sent."""

    name = "AI_InvalidToolInputError"
    fields = ("tool_input", "tool_name")

    def __init__(
        self, message: str | None = None, *, tool_input: str, tool_name: str, cause: BaseException | None = None
    ) -> None:
        text = f"Invalid input for tool {tool_name}: {get_error_message(cause)}" if message is None else message
        super().__init__(text, cause=cause)
        self.tool_input = tool_input
        self.tool_name = tool_name


class NoSuchToolError(AISDKError):
    """The model called a tool that it was not given; `available_tools` are those it was, if any."""

    name = "AI_NoSuchToolError"
    fields = ("tool_name", "available_tools")

    def __init__(
        self, message: str | None = None, *, tool_name: str, available_tools: Sequence[str] | None = None
    ) -> None:
        super().__init__(_describe_missing_tool(tool_name, available_tools) if message is None else message)
        self.tool_name = tool_name
        self.available_tools = None if available_tools is None else list(available_tools)


def _describe_missing_tool(tool_name: str, available_tools: Sequence[str] | None) -> str:
    known = "No tools are available." if available_tools is None else f"Available tools: {', '.join(available_tools)}."
    return f"Model tried to call unavailable tool '{tool_name}'. {known}"


class ToolCallRepairError(AISDKError):
    """The function that repairs tool calls failed; `original_error` says what it was to repair."""

    name = "AI_ToolCallRepairError"
    fields = ("original_error",)

    def __init__(
        self,
        message: str | None = None,
        *,
        original_error: NoSuchToolError | InvalidToolInputError,
        cause: BaseException | None = None,
    ) -> None:
        text = f"Error repairing tool call: {get_error_message(cause)}" if message is None else message
        super().__init__(text, cause=cause)
        self.original_error = original_error


class ToolChoiceViolationError(AISDKError):
    """A response does not do what the tool choice demands.

    `content` is what the model returned, in which a tool call may be found that it wrote as text.
    """

    name = "AI_ToolChoiceViolationError"
    fields = ("tool_choice", "finish_reason", "provider", "model_id", "content")

    def __init__(
        self,
        message: str | None = None,
        *,
        tool_choice: EnforcedToolChoice,
        finish_reason: LanguageModelV4UnifiedFinishReason,
        provider: str,
        model_id: str,
        content: list[LanguageModelV4Content],
    ) -> None:
        super().__init__(_describe_violation(tool_choice) if message is None else message)
        self.tool_choice = tool_choice
        self.finish_reason = finish_reason
        self.provider = provider
        self.model_id = model_id
        self.content = content


def _describe_violation(tool_choice: EnforcedToolChoice) -> str:
    match tool_choice:
        case LanguageModelV4ToolChoiceNone():
            return "Model response contained a tool call even though tool choice was none."
        case LanguageModelV4ToolChoiceRequired():
            return "Model response did not contain a tool call even though tool choice was required."
    return f"Model response did not contain a call to the required tool '{tool_choice.tool_name}'."
