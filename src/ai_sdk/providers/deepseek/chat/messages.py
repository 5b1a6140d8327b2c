"""A prompt as DeepSeek's chat messages.

Ports: @ai-sdk/deepseek/src/chat/convert-to-deepseek-chat-messages.ts
Ports: @ai-sdk/deepseek/src/chat/is-deepseek-v4-model.ts
"""

from dataclasses import dataclass, field
from typing import assert_never

from ai_sdk_generated.deepseek.chat.options import (
    DeepseekAssistantMessageProviderOptions as MessageOptions,
    DeepseekFilePartProviderOptions as FilePartOptions,
)

from ai_sdk.provider import (
    InvalidPromptError,
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4ReasoningPart,
    LanguageModelV4ResponseFormat,
    LanguageModelV4ResponseFormatJson,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutput,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningUnsupported,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.chat_tools import convert_tool_call
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.tool_result_text import tool_result_text
from ai_sdk.providers.deepseek.chat.config import DeepSeekChatConfig
from ai_sdk.providers.deepseek.chat.images import convert_image, is_image, is_usable_image, uploaded_image

__all__ = ["convert_to_deepseek_chat_messages", "is_deepseek_v4_model"]


def is_deepseek_v4_model(model_id: str) -> bool:
    """Say whether the model is of the fourth generation: it thinks unless told not to, and wants all its thoughts back.

    >>> is_deepseek_v4_model("deepseek-flash"), is_deepseek_v4_model("deepseek-chat")
    (True, False)
    """
    return "deepseek-v4" in model_id or model_id.startswith(("deepseek-flash", "deepseek-pro"))


def convert_to_deepseek_chat_messages(
    prompt: LanguageModelV4Prompt,
    response_format: LanguageModelV4ResponseFormat | None,
    model_id: str,
    config: DeepSeekChatConfig,
) -> tuple[list[JSONObject], list[SharedV4Warning]]:
    """Return the messages, and a warning for each thing left out.

    Raises `InvalidPromptError` and `UnsupportedFunctionalityError` for what DeepSeek does not take, and
    `InvalidArgumentError` for provider options that do not fit.
    """
    last_user = max((index for index, message in enumerate(prompt) if message.role == "user"), default=-1)
    conversion = _Conversion(prompt, config, is_v4=is_deepseek_v4_model(model_id), last_user=last_user)
    messages = conversion.json_instruction(response_format)
    for index, message in enumerate(prompt):
        messages += conversion.convert(message, index)
    return messages, conversion.warnings


@dataclass(slots=True)
class _Conversion:
    prompt: LanguageModelV4Prompt
    config: DeepSeekChatConfig
    is_v4: bool
    last_user: int
    warnings: list[SharedV4Warning] = field(default_factory=list)

    def json_instruction(self, response_format: LanguageModelV4ResponseFormat | None) -> list[JSONObject]:
        if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
            return []
        if response_format.schema is None:
            return [{"role": "system", "content": "Return JSON."}]
        if self.config.supports_structured_outputs:
            return []
        details = "JSON response schema is injected into the system message."
        self.warnings.append(SharedV4WarningCompatibility(feature="responseFormat JSON schema", details=details))
        instruction = "Return JSON that conforms to the following schema: "
        return [{"role": "system", "content": instruction + stringify(response_format.schema)}]

    def convert(self, message: LanguageModelV4Message, index: int) -> list[JSONObject]:
        options = (
            parse_provider_options(self.config.provider_options_name, message.provider_options, MessageOptions)
            or MessageOptions()
        )
        if options.prefix and not isinstance(message, LanguageModelV4AssistantMessage):
            requirement = "DeepSeek assistant prefix completion requires `prefix: true` on an assistant message."
            raise InvalidPromptError(requirement, prompt=self.prompt)
        match message:
            case LanguageModelV4SystemMessage():
                return [omit_none({"role": "system", "content": message.content, "name": options.name})]
            case LanguageModelV4UserMessage():
                return [omit_none({"role": "user", "content": self._user_content(message), "name": options.name})]
            case LanguageModelV4AssistantMessage():
                return [self._assistant_message(message, options, index)]
            case LanguageModelV4ToolMessage():
                return self._tool_messages(message, options)
            case _:
                assert_never(message)

    def _user_content(self, message: LanguageModelV4UserMessage) -> str | list[JSONObject]:
        if any(isinstance(part, LanguageModelV4FilePart) and is_usable_image(part) for part in message.content):
            return [converted for part in message.content for converted in self._user_part(part)]
        text = ""
        for part in message.content:
            if isinstance(part, LanguageModelV4TextPart):
                text += part.text
            else:
                self._leave_out(f"user message part type: {part.type}")
        return text

    def _user_part(self, part: LanguageModelV4TextPart | LanguageModelV4FilePart) -> list[JSONObject]:
        if isinstance(part, LanguageModelV4TextPart):
            return [{"type": "text", "text": part.text}]
        if is_image(part):
            options = self._file_part_options(part)
            if isinstance(part.data, SharedV4FileDataReference):
                return [uploaded_image(part.data)]
            if not isinstance(part.data, SharedV4FileDataText):
                return [convert_image(part, part.data, options, self.prompt)]
        self._leave_out(f"user message part type: {part.type}")
        return []

    def _assistant_message(
        self, message: LanguageModelV4AssistantMessage, options: MessageOptions, index: int
    ) -> JSONObject:
        if options.prefix:
            self._check_prefix(index)
        text = "".join(part.text for part in message.content if isinstance(part, LanguageModelV4TextPart))
        calls = [convert_tool_call(part) for part in message.content if isinstance(part, LanguageModelV4ToolCallPart)]
        converted = {
            "role": "assistant",
            "content": text,
            "name": options.name,
            "prefix": options.prefix,
            "reasoning_content": self._reasoning(message, index),
            "tool_calls": calls or None,
        }
        return omit_none(converted)

    def _reasoning(self, message: LanguageModelV4AssistantMessage, index: int) -> str | None:
        # R1 must not see what it thought before the last question; V4 must see it, and that it did not think.
        parts = [part.text for part in message.content if isinstance(part, LanguageModelV4ReasoningPart)]
        if self.is_v4:
            return "".join(parts)
        return "".join(parts) if parts and index > self.last_user else None

    def _check_prefix(self, index: int) -> None:
        if index != len(self.prompt) - 1:
            raise InvalidPromptError(
                "DeepSeek assistant prefix completion requires the prefixed assistant message to be the final message.",
                prompt=self.prompt,
            )
        if not self.config.supports_assistant_prefix_completion:
            raise UnsupportedFunctionalityError(
                "DeepSeek assistant prefix completion requires a beta base URL ending in `/beta`.",
                functionality="DeepSeek assistant prefix completion",
            )

    def _tool_messages(self, message: LanguageModelV4ToolMessage, options: MessageOptions) -> list[JSONObject]:
        if options.name is not None:
            self._leave_out("message name on tool messages")
        return [
            {"role": "tool", "tool_call_id": part.tool_call_id, "content": self._tool_content(part.output)}
            for part in message.content
            if isinstance(part, LanguageModelV4ToolResultPart)
        ]

    def _tool_content(self, output: LanguageModelV4ToolResultOutput) -> str | list[JSONObject]:
        parts = output.value if isinstance(output, LanguageModelV4ToolResultOutputContent) else []
        if not any(isinstance(part, LanguageModelV4ToolResultContentFile) and is_usable_image(part) for part in parts):
            return tool_result_text(output)
        content: list[JSONObject] = []
        for part in parts:
            if isinstance(part, LanguageModelV4ToolResultContentText):
                content.append({"type": "text", "text": part.text})
            elif isinstance(part, LanguageModelV4ToolResultContentFile) and is_image(part):
                content += self._tool_image(part)
            else:
                self._leave_out(f"tool result content part type: {part.type}")
        return content

    def _tool_image(self, part: LanguageModelV4ToolResultContentFile) -> list[JSONObject]:
        if isinstance(part.data, SharedV4FileDataText):
            self._leave_out(f"tool result content part type: {part.type}")
            return []
        if isinstance(part.data, SharedV4FileDataReference):
            return [uploaded_image(part.data)]
        # `fileData` is for user messages only.
        options = self._file_part_options(part).model_copy(update={"file_data": None})
        return [convert_image(part, part.data, options, self.prompt)]

    def _file_part_options(
        self, part: LanguageModelV4FilePart | LanguageModelV4ToolResultContentFile
    ) -> FilePartOptions:
        name = self.config.provider_options_name
        return parse_provider_options(name, part.provider_options, FilePartOptions) or FilePartOptions()

    def _leave_out(self, feature: str) -> None:
        self.warnings.append(SharedV4WarningUnsupported(feature=feature))
