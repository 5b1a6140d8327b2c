"""A prompt as Moonshot AI's chat messages.

Ports: @ai-sdk/moonshotai/src/convert-to-moonshotai-chat-messages.ts
"""

from dataclasses import dataclass, field
from typing import assert_never

from ai_sdk_generated.moonshotai.chat.options import (
    MoonshotaiAllMessageProviderOptions as MessageOptions,
    MoonshotaiDynamicTool,
)

from ai_sdk.provider import (
    InvalidPromptError,
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FunctionTool,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.chat_tools import convert_tool_call
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.tool_result_text import tool_result_text
from ai_sdk.providers.moonshotai.chat.content_parts import convert_content_part
from ai_sdk.providers.moonshotai.chat.tools import prepare_tools
from ai_sdk.providers.moonshotai.model_catalog import get_moonshotai_model_family

__all__ = ["convert_to_moonshotai_chat_messages"]

_LOADS_TOOLS = frozenset({"kimi-k3", "unknown"})


def convert_to_moonshotai_chat_messages(
    prompt: LanguageModelV4Prompt,
    *,
    model_id: str,
    provider_options_name: str = "moonshotai",
    is_json_object: bool = False,
) -> tuple[list[JSONObject], list[SharedV4Warning]]:
    """Return the messages, and a warning for each thing left out; `is_json_object` is the response format.

    Raises `InvalidPromptError` and `UnsupportedFunctionalityError` for what Moonshot AI does not take, and
    `InvalidArgumentError` for provider options that do not fit.
    """
    conversion = _Conversion(prompt, model_id, provider_options_name, is_json_object)
    messages = [converted for index, message in enumerate(prompt) for converted in conversion.convert(message, index)]
    return messages, conversion.warnings


@dataclass(slots=True)
class _Conversion:
    prompt: LanguageModelV4Prompt
    model_id: str
    provider_options_name: str
    is_json_object: bool
    warnings: list[SharedV4Warning] = field(default_factory=list)

    def convert(self, message: LanguageModelV4Message, index: int) -> list[JSONObject]:
        given = parse_provider_options(self.provider_options_name, message.provider_options, MessageOptions)
        options = given or MessageOptions()
        if options.partial and message.role != "assistant":
            self._refuse("Moonshot AI Partial Mode requires `partial: true` on an assistant message.")
        if options.tools is not None and message.role != "system":
            self._refuse("Moonshot dynamic tools must be configured on a system message.")
        match message:
            case LanguageModelV4SystemMessage():
                return self._system_message(message, options)
            case LanguageModelV4UserMessage():
                return [omit_none({"role": "user", "content": _user_content(message), "name": options.name})]
            case LanguageModelV4AssistantMessage():
                if options.partial:
                    self._check_partial(index)
                return [_assistant_message(message, options)]
            case LanguageModelV4ToolMessage():
                return self._tool_messages(message, options)
            case _:
                assert_never(message)

    def _system_message(self, message: LanguageModelV4SystemMessage, options: MessageOptions) -> list[JSONObject]:
        if not options.tools:
            return [omit_none({"role": "system", "content": message.content, "name": options.name})]
        if message.content:
            self._refuse(
                "A Moonshot dynamic-tool system message must use empty content "
                "because the API forbids content alongside tools."
            )
        if get_moonshotai_model_family(self.model_id) not in _LOADS_TOOLS:
            details = (
                "Moonshot documents dynamic tool loading only for Kimi K3. The dynamic system message has been omitted."
            )
            self._leave_out(f'dynamic tool loading for model "{self.model_id}"', details)
            return []
        tools, _, warnings = prepare_tools([_function_tool(tool) for tool in options.tools], None, self.model_id)
        self.warnings += warnings
        return [{"role": "system", "tools": tools}]

    def _check_partial(self, index: int) -> None:
        if index != len(self.prompt) - 1:
            self._refuse("Moonshot AI Partial Mode requires the partial assistant message to be the final message.")
        if self.is_json_object:
            self._refuse("Moonshot AI Partial Mode cannot be combined with JSON object response format.")

    def _tool_messages(self, message: LanguageModelV4ToolMessage, options: MessageOptions) -> list[JSONObject]:
        if options.name is not None:
            self._leave_out("message name on tool messages")
        return [
            {"role": "tool", "tool_call_id": part.tool_call_id, "content": tool_result_text(part.output)}
            for part in message.content
            if isinstance(part, LanguageModelV4ToolResultPart)
        ]

    def _refuse(self, reason: str) -> None:
        raise InvalidPromptError(reason, prompt=self.prompt)

    def _leave_out(self, feature: str, details: str | None = None) -> None:
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))


def _function_tool(tool: MoonshotaiDynamicTool) -> LanguageModelV4FunctionTool:
    return LanguageModelV4FunctionTool(
        name=tool.name, description=tool.description, input_schema=tool.input_schema, strict=tool.strict
    )


def _user_content(message: LanguageModelV4UserMessage) -> str | list[JSONObject]:
    match message.content:
        case [LanguageModelV4TextPart(text=text)]:
            return text
    return [convert_content_part(part) for part in message.content]


def _assistant_message(message: LanguageModelV4AssistantMessage, options: MessageOptions) -> JSONObject:
    text = "".join(part.text for part in message.content if isinstance(part, LanguageModelV4TextPart))
    reasoning = "".join(part.text for part in message.content if isinstance(part, LanguageModelV4ReasoningPart))
    calls = [convert_tool_call(part) for part in message.content if isinstance(part, LanguageModelV4ToolCallPart)]
    details = {
        "name": options.name,
        "partial": options.partial,
        "reasoning_content": reasoning or None,
        "tool_calls": calls or None,
    }
    # Calls without text have null for their text.
    return {"role": "assistant", "content": (text or None) if calls else text, **omit_none(details)}
