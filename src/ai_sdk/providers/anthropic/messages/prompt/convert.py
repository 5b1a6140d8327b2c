"""A prompt as Anthropic's system text and messages.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from dataclasses import dataclass, field

from ai_sdk.provider import JSONObject, LanguageModelV4Prompt, LanguageModelV4UserMessage
from ai_sdk.providers.anthropic.messages.prompt.assistant import convert_assistant_block
from ai_sdk.providers.anthropic.messages.prompt.blocks import Block, SystemBlock, UserBlock, group_into_blocks
from ai_sdk.providers.anthropic.messages.prompt.callers import drop_stale_callers
from ai_sdk.providers.anthropic.messages.prompt.context import PromptContext
from ai_sdk.providers.anthropic.messages.prompt.system import convert_system_block
from ai_sdk.providers.anthropic.messages.prompt.tool_results import convert_tool_message
from ai_sdk.providers.anthropic.messages.prompt.user import convert_user_message

__all__ = ["AnthropicPrompt", "convert_to_anthropic_prompt"]


@dataclass(slots=True)
class AnthropicPrompt:
    """What a prompt becomes in the body."""

    system: list[JSONObject] | None = None
    messages: list[JSONObject] = field(default_factory=list)


def convert_to_anthropic_prompt(prompt: LanguageModelV4Prompt, context: PromptContext) -> AnthropicPrompt:
    """Convert a prompt; warnings and betas are collected in `context`.

    Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files that Anthropic
    does not take, and `TypeValidationError` for results that its tools cannot have given.
    """
    converted = AnthropicPrompt()
    last_user_message_index = -1
    blocks = group_into_blocks(prompt)
    for position, block in enumerate(blocks):
        if isinstance(block, UserBlock) and _has_user_content(block):
            last_user_message_index = len(converted.messages)
        is_last = position == len(blocks) - 1
        _add_block(block, converted, context, is_first=position == 0, is_last=is_last)
    drop_stale_callers(converted.messages, last_user_message_index, context)
    return converted


def _has_user_content(block: UserBlock) -> bool:
    return any(isinstance(message, LanguageModelV4UserMessage) and message.content for message in block.messages)


def _add_block(
    block: Block, converted: AnthropicPrompt, context: PromptContext, *, is_first: bool, is_last: bool
) -> None:
    match block:
        case SystemBlock():
            converted.system, messages = convert_system_block(block, context, converted.system, is_first=is_first)
            converted.messages.extend(messages)
        case UserBlock():
            converted.messages.append({"role": "user", "content": _convert_user_block(block, context)})
        case _:
            message = convert_assistant_block(block, context, is_last=is_last)
            converted.messages.extend([] if message is None else [message])


def _convert_user_block(block: UserBlock, context: PromptContext) -> list[JSONObject]:
    content: list[JSONObject] = []
    for message in block.messages:
        if isinstance(message, LanguageModelV4UserMessage):
            content.extend(convert_user_message(message, context))
        else:
            content.extend(convert_tool_message(message, context))
    return content
