"""A prompt as the inputs and instructions of a Mistral conversation.

Ports: @ai-sdk/mistral/src/convert-to-mistral-conversation-inputs.ts
"""

from typing import Any, assert_never

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.provider_utils.serialize_tool_call_arguments import serialize_tool_call_arguments
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles
from ai_sdk.provider_utils.tool_result_text import tool_result_text
from ai_sdk.providers.mistral.chat.messages import answer_content, user_content

__all__ = ["convert_to_mistral_conversation_inputs"]


def convert_to_mistral_conversation_inputs(
    prompt: LanguageModelV4Prompt, tool_names: ToolNameMapping
) -> tuple[list[JSONObject], str | None]:
    """Return inputs and instructions; raises `UnsupportedFunctionalityError` for content that Mistral does not take."""
    inputs = _Inputs(tool_names)
    instructions: list[str] = []
    for message in prompt:
        match message:
            case LanguageModelV4SystemMessage():
                instructions.append(message.content)
            case LanguageModelV4UserMessage():
                inputs.add_message("user", user_content(message))
            case LanguageModelV4AssistantMessage():
                inputs.add_answer(message)
            case LanguageModelV4ToolMessage():
                for part in message.content:
                    if isinstance(part, LanguageModelV4ToolResultPart):
                        inputs.add_tool_result(part)
            case _:
                assert_never(message)
    return inputs.items, "\n\n".join(instructions) if instructions else None


class _Inputs:
    """The inputs so far, and which calls in them Mistral ran itself.

    Those are sent as calls and results of functions: a conversation takes no executions.
    """

    def __init__(self, tool_names: ToolNameMapping) -> None:
        self.items: list[JSONObject] = []
        self._tool_names = tool_names
        self._executed: set[str] = set()

    def add_message(self, role: str, content: list[JSONObject]) -> None:
        self.items.append({"type": "message.input", "role": role, "content": content})

    def add_answer(self, message: LanguageModelV4AssistantMessage) -> None:
        content: list[JSONObject] = []
        for part in message.content:
            match part:
                case LanguageModelV4TextPart() | LanguageModelV4ReasoningPart():
                    content.append(answer_content(part))
                    continue
                case LanguageModelV4ToolCallPart() | LanguageModelV4ToolResultPart():
                    pass
                case _:
                    raise UnsupportedFunctionalityError(functionality=f"assistant content type: {part.type}")
            if content:
                self.add_message("assistant", content)
                content = []
            if isinstance(part, LanguageModelV4ToolCallPart):
                self._add_tool_call(part)
            else:
                self.add_tool_result(part)
        if content:
            self.add_message("assistant", content)

    def add_tool_result(self, part: LanguageModelV4ToolResultPart) -> None:
        was_executed = part.tool_call_id in self._executed
        result = _execution_result(part.output) if was_executed else tool_result_text(part.output)
        self.items.append({"type": "function.result", "tool_call_id": part.tool_call_id, "result": result})

    def _add_tool_call(self, part: LanguageModelV4ToolCallPart) -> None:
        name, arguments = part.tool_name, None
        if part.provider_executed:
            self._executed.add(part.tool_call_id)
            sent = _executed_name(part)
            name = self._tool_names.to_provider_tool_name(name) if sent is None else sent
            arguments = part.input.get("arguments") if isinstance(part.input, dict) else None
        self.items.append(
            {
                "type": "function.call",
                "tool_call_id": part.tool_call_id,
                "name": name,
                "arguments": arguments if isinstance(arguments, str) else serialize_tool_call_arguments(part.input),
            }
        )


def _executed_name(part: LanguageModelV4ToolCallPart) -> str | None:
    given = (part.provider_options or {}).get("mistral") or {}
    name = given.get("name") if given.get("function") is None else given["function"]
    return name if isinstance(name, str) else None


def _execution_result(output: LanguageModelV4ToolResultOutput) -> str:
    """Return the result of what Mistral ran: `info.result` where there is one."""
    value: Any = output.value if isinstance(output, LanguageModelV4ToolResultOutputJson) else None
    result = value.get("info") if isinstance(value, dict) else None
    if not isinstance(result, dict):
        return "null"
    if result.get("result") is not None:
        result = result["result"]
    return result if isinstance(result, str) else stringify_with_bigint_and_cycles(result)
