"""The prompt as `contents` and a system instruction.

Ports: @ai-sdk/google/src/convert-to-google-messages.ts, @ai-sdk/google/src/google-prompt.ts
"""

from dataclasses import dataclass, field

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4AssistantMessage,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4Warning,
    SharedV4WarningOther,
    UnsupportedFunctionalityError,
)
from ai_sdk.providers.google.generate_content.messages.assistant import AssistantConverter, server_tool_response
from ai_sdk.providers.google.generate_content.messages.files import convert_user_file
from ai_sdk.providers.google.generate_content.messages.settings import MessageSettings
from ai_sdk.providers.google.generate_content.messages.tool_results import convert_tool_result

__all__ = ["GooglePrompt", "convert_to_google_messages"]


@dataclass(slots=True)
class GooglePrompt:
    """A prompt on the wire, and warnings about how it was changed."""

    contents: list[JSONObject] = field(default_factory=list)
    system_instruction: JSONObject | None = None
    warnings: list[SharedV4Warning] = field(default_factory=list)


def convert_to_google_messages(prompt: LanguageModelV4Prompt, settings: MessageSettings | None = None) -> GooglePrompt:
    """Return the wire's contents.

    Raises `UnsupportedFunctionalityError` for system messages after the start and for files that cannot be sent.
    """
    converter = _PromptConverter(settings or MessageSettings())
    for message in prompt:
        converter.add(message)
    return converter.finish()


class _PromptConverter:
    def __init__(self, settings: MessageSettings) -> None:
        self._settings = settings
        self._system: list[str] = []
        self._contents: list[JSONObject] = []
        self._allows_system = True
        self._unsigned_tool_names: list[str] = []

    def add(self, message: object) -> None:
        if isinstance(message, LanguageModelV4SystemMessage):
            self._add_system(message)
            return
        self._allows_system = False
        match message:
            case LanguageModelV4UserMessage():
                self._contents.append({"role": "user", "parts": self._user_parts(message)})
            case LanguageModelV4AssistantMessage():
                parts = AssistantConverter(self._settings, self._unsigned_tool_names).convert(message)
                self._contents.append({"role": "model", "parts": parts})
            case LanguageModelV4ToolMessage():
                self._contents.append({"role": "user", "parts": self._tool_parts(message)})

    def finish(self) -> GooglePrompt:
        prompt = GooglePrompt(contents=self._contents)
        if self._settings.is_gemma_model:
            self._prepend_system()
        elif self._system:
            prompt.system_instruction = {"parts": [{"text": text} for text in self._system]}
        if self._unsigned_tool_names:
            prompt.warnings.append(SharedV4WarningOther(message=_unsigned_message(self._unsigned_tool_names)))
        return prompt

    def _add_system(self, message: LanguageModelV4SystemMessage) -> None:
        if not self._allows_system:
            raise UnsupportedFunctionalityError(
                functionality="system messages are only supported at the beginning of the conversation"
            )
        self._system.append(message.content)

    def _prepend_system(self) -> None:
        """Say the system messages at the start of the first user turn: Gemma has no field for them."""
        if self._system and self._contents and self._contents[0]["role"] == "user":
            self._contents[0]["parts"].insert(0, {"text": "\n\n".join(self._system) + "\n\n"})

    def _user_parts(self, message: LanguageModelV4UserMessage) -> list[JSONObject]:
        return [
            {"text": part.text}
            if isinstance(part, LanguageModelV4TextPart)
            else convert_user_file(part, self._settings)
            for part in message.content
        ]

    def _tool_parts(self, message: LanguageModelV4ToolMessage) -> list[JSONObject]:
        results = [part for part in message.content if isinstance(part, LanguageModelV4ToolResultPart)]
        return [
            wire for part in results if not self._give_back(part) for wire in convert_tool_result(part, self._settings)
        ]

    def _give_back(self, part: LanguageModelV4ToolResultPart) -> bool:
        """Put the result of a tool that Google ran where it came from, into the model's own turn."""
        server_tool = self._settings.read_server_tool(part.provider_options)
        if server_tool is None or not self._contents or self._contents[-1]["role"] != "model":
            return False
        response = server_tool_response(part, server_tool, self._settings)
        if response is None:
            return False
        self._contents[-1]["parts"].append(response)
        return True


def _unsigned_message(tool_names: list[str]) -> str:
    tools = ", ".join(f"`{name}`" for name in dict.fromkeys(tool_names))
    return (
        f"Replayed {len(tool_names)} `functionCall` part(s) for a Gemini 3 model without a `thoughtSignature` "
        f"(tools: {tools}). Injected the documented `skip_thought_signature_validator` sentinel "
        "to keep the request from failing with HTTP 400. "
        "The likely cause is application code that drops `providerOptions.google.thoughtSignature` when persisting or "
        "serializing assistant tool-call messages. See https://ai.google.dev/gemini-api/docs/thought-signatures."
    )
