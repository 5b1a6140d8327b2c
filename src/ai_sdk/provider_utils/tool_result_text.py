"""The result of an earlier tool call as the one text that chat APIs want.

Ports: @ai-sdk/groq/src/convert-to-groq-chat-messages.ts
Ports: @ai-sdk/mistral/src/convert-to-mistral-chat-messages.ts
Ports: @ai-sdk/cohere/src/convert-to-cohere-chat-prompt.ts
"""

from typing import assert_never

from ai_sdk.provider import (
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultOutputText,
)
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles

__all__ = ["tool_result_text"]


def tool_result_text(output: LanguageModelV4ToolResultOutput) -> str:
    """Return text as it is, JSON and content as JSON text, and of a tool that may not run the reason.

    >>> tool_result_text(LanguageModelV4ToolResultOutputJson(value={"sky": "blue"}))
    '{"sky":"blue"}'
    """
    match output:
        case LanguageModelV4ToolResultOutputText() | LanguageModelV4ToolResultOutputErrorText():
            return output.value
        case LanguageModelV4ToolResultOutputExecutionDenied():
            return "Tool call execution denied." if output.reason is None else output.reason
        case (
            LanguageModelV4ToolResultOutputContent()
            | LanguageModelV4ToolResultOutputJson()
            | LanguageModelV4ToolResultOutputErrorJson()
        ):
            return stringify_with_bigint_and_cycles(output.value)
        case _:
            assert_never(output)
