"""The prompt as one text that a completion model goes on writing.

Ports: @ai-sdk/openai/src/completion/convert-to-openai-completion-prompt.ts
"""

from typing import assert_never

from ai_sdk.provider import (
    InvalidPromptError,
    LanguageModelV4AssistantMessage,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4UserMessage,
    UnsupportedFunctionalityError,
)

__all__ = ["convert_to_openai_completion_prompt"]


def convert_to_openai_completion_prompt(
    prompt: LanguageModelV4Prompt, *, user: str = "user", assistant: str = "assistant"
) -> tuple[str, list[str]]:
    """Return the text, and the sequences at which the model must stop so that it does not play the user too.

    Raises `InvalidPromptError` for a system message that is not the first, and `UnsupportedFunctionalityError` for
    tool calls and their results.
    """
    match prompt:
        case [LanguageModelV4SystemMessage(content=instructions), *messages]:
            head = f"{instructions}\n\n"
        case messages:
            head = ""
    turns = "".join(_turn(message, messages, user=user, assistant=assistant) for message in messages)
    return f"{head}{turns}{assistant}:\n", [f"\n{user}:"]


def _turn(message: LanguageModelV4Message, prompt: LanguageModelV4Prompt, *, user: str, assistant: str) -> str:
    match message:
        case LanguageModelV4SystemMessage():
            raise InvalidPromptError(f"Unexpected system message in prompt: {message.content}", prompt=prompt)
        case LanguageModelV4UserMessage():
            return f"{user}:\n{_text(message)}\n\n"
        case LanguageModelV4AssistantMessage():
            if any(isinstance(part, LanguageModelV4ToolCallPart) for part in message.content):
                raise UnsupportedFunctionalityError(functionality="tool-call messages")
            return f"{assistant}:\n{_text(message)}\n\n"
        case LanguageModelV4ToolMessage():
            raise UnsupportedFunctionalityError(functionality="tool messages")
    assert_never(message)


def _text(message: LanguageModelV4UserMessage | LanguageModelV4AssistantMessage) -> str:
    return "".join(part.text for part in message.content if isinstance(part, LanguageModelV4TextPart))
