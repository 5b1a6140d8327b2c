"""A prompt as the text that a completion model continues.

Ports: @ai-sdk/openai-compatible/src/completion/convert-to-openai-compatible-completion-prompt.ts
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

__all__ = ["convert_to_openai_compatible_completion_prompt"]


def convert_to_openai_compatible_completion_prompt(
    prompt: LanguageModelV4Prompt, *, user: str = "user", assistant: str = "assistant"
) -> tuple[str, list[str]]:
    """Return the prompt's text, and the sequence at which the model must stop: the user's next turn.

    Raises `InvalidPromptError` for an empty prompt or a system message that is not the first, and
    `UnsupportedFunctionalityError` for tool calls and their results.
    """
    if not prompt:
        raise InvalidPromptError("Messages must not be empty", prompt=prompt)
    text, turns = "", prompt
    if isinstance(prompt[0], LanguageModelV4SystemMessage):
        text, turns = f"{prompt[0].content}\n\n", prompt[1:]
    text += "".join(_turn(message, turns, user, assistant) for message in turns)
    return f"{text}{assistant}:\n", [f"\n{user}:"]


def _turn(message: LanguageModelV4Message, prompt: LanguageModelV4Prompt, user: str, assistant: str) -> str:
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
        case _:
            assert_never(message)


def _text(message: LanguageModelV4UserMessage | LanguageModelV4AssistantMessage) -> str:
    return "".join(part.text for part in message.content if isinstance(part, LanguageModelV4TextPart))
