"""System messages: the instructions at the top, and those within a conversation with their controls.

Ports: @ai-sdk/anthropic/src/convert-to-anthropic-prompt.ts
"""

from dataclasses import dataclass, field
from typing import Any

from ai_sdk_generated.anthropic.messages.options import (
    AnthropicSystemMessageProviderOptions,
    AnthropicSystemMessageProviderOptionsToolAdditionVariant2,
)

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4Prompt,
    LanguageModelV4SystemMessage,
    LanguageModelV4Tool,
)
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.anthropic.messages.prompt.blocks import SystemBlock
from ai_sdk.providers.anthropic.messages.prompt.context import PromptContext, is_computer_tool

__all__ = ["convert_system_block", "get_inline_tools_from_prompt"]

_ToolAddition = AnthropicSystemMessageProviderOptionsToolAdditionVariant2


@dataclass(slots=True)
class _SystemMessage:
    content: list[JSONObject] = field(default_factory=list)
    clear_at: str | None = None
    effort: str | None = None
    tool_change_count: int = 0
    has_inline_tool_definition: bool = False

    @property
    def has_options(self) -> bool:
        return self.clear_at is not None or self.effort is not None


def get_inline_tools_from_prompt(prompt: LanguageModelV4Prompt) -> list[LanguageModelV4Tool]:
    """Return the tools that system messages define, so that their names are mapped like those of the call.

    Raises `InvalidArgumentError` when options of a system message do not fit.
    """
    tools = [
        _read_tool(change)
        for message in prompt
        if isinstance(message, LanguageModelV4SystemMessage)
        for change in _read_options(message).tool_changes or ()
        if isinstance(change, _ToolAddition)
    ]
    return [tool for tool in tools if not is_computer_tool(tool)]


def _read_options(message: LanguageModelV4SystemMessage) -> AnthropicSystemMessageProviderOptions:
    options = parse_provider_options("anthropic", message.provider_options, AnthropicSystemMessageProviderOptions)
    return options or AnthropicSystemMessageProviderOptions()


def _read_tool(change: _ToolAddition) -> LanguageModelV4Tool:
    tool: LanguageModelV4Tool = load(LanguageModelV4Tool, change.tool.model_dump(by_alias=True, exclude_unset=True))
    return tool


def convert_system_block(
    block: SystemBlock, context: PromptContext, system: list[JSONObject] | None, *, is_first: bool
) -> tuple[list[JSONObject] | None, list[JSONObject]]:
    """Return what the request's `system` becomes, and the system messages that stay among the messages."""
    converted = [found for message in block.messages if (found := _convert_message(message, context)) is not None]
    has_tool_changes = any(message.tool_change_count for message in converted)
    has_options = any(message.has_options for message in converted)
    if is_first or (system is None and not has_tool_changes and not has_options):
        return _convert_initial(converted, context, has_tool_changes=has_tool_changes)
    context.betas.add("mid-conversation-system-2026-04-07")
    return system, [_convert_inner(message, context) for message in converted]


def _convert_message(message: LanguageModelV4SystemMessage, context: PromptContext) -> _SystemMessage | None:
    options = _read_options(message)
    changes = options.tool_changes or []
    converted = _SystemMessage(clear_at=options.clear_at, effort=options.effort)
    # A message that only carries controls may have no text.
    if message.content or not (changes or converted.has_options):
        cache_control = context.validator.get_cache_control(message.provider_options, "system message")
        converted.content.append(omit_none({"type": "text", "text": message.content, "cache_control": cache_control}))
    for change in changes:
        _add_tool_change(change, converted, context)
    # Every change was ignored and nothing else is left to send.
    return converted if converted.content or converted.has_options else None


def _add_tool_change(change: Any, converted: _SystemMessage, context: PromptContext) -> None:
    if isinstance(change, _ToolAddition):
        _add_inline_tool(_read_tool(change), converted, context)
        return
    name = context.tool_name_mapping.to_provider_tool_name(change.tool_name)
    converted.content.append({"type": change.type, "tool": {"type": "tool_reference", "name": name}})
    converted.tool_change_count += 1


def _add_inline_tool(tool: LanguageModelV4Tool, converted: _SystemMessage, context: PromptContext) -> None:
    if is_computer_tool(tool):
        context.warn(
            f"The tool '{tool.name}' cannot be added by value in a tool change. "
            "Declare it in the tools option and add it by reference with toolName. "
            "The tool change has been ignored."
        )
        return
    converted_tool = context.convert_inline_tool(tool)
    context.warnings.extend(converted_tool.warnings)
    context.betas.add(*converted_tool.betas)
    if converted_tool.definition is None:
        return
    definition = {"type": "tool_definition", "definition": converted_tool.definition}
    converted.content.append({"type": "tool_addition", "tool": definition})
    converted.tool_change_count += 1
    converted.has_inline_tool_definition = True


def _convert_initial(
    converted: list[_SystemMessage], context: PromptContext, *, has_tool_changes: bool
) -> tuple[list[JSONObject], list[JSONObject]]:
    """Put the instructions into the request's `system`; messages that only set the effort stay messages."""
    if has_tool_changes:
        context.warn(
            "tool changes on the initial system message are not supported by Anthropic. "
            "Configure the initial tool set via the tools option instead. "
            "The tool changes have been ignored."
        )
    messages = [_convert_initial_options(message, context) for message in converted if message.has_options]
    system = [part for message in converted for part in message.content if part["type"] == "text"]
    return system, [message for message in messages if message is not None]


def _convert_initial_options(message: _SystemMessage, context: PromptContext) -> JSONObject | None:
    if not message.content and message.clear_at is None:
        context.betas.add("mid-conversation-output-config-2026-07-01")
        return {"role": "system", "content": [], "output_config": {"effort": message.effort}}
    context.warn(
        "clearAt and effort on this initial system message are not supported by Anthropic. "
        "Use a separate effort-only system message with empty content to set effort. "
        "These options have been ignored."
    )
    return None


def _convert_inner(message: _SystemMessage, context: PromptContext) -> JSONObject:
    # The beta of inline tools covers changes by reference too.
    if message.has_inline_tool_definition:
        context.betas.add("inline-tools-2026-09-15")
    elif message.tool_change_count:
        context.betas.add("mid-conversation-tool-changes-2026-07-01")
    if message.clear_at is not None:
        context.betas.add("mid-conversation-system-clear-at-2026-08-21")
    if message.effort is not None:
        context.betas.add("mid-conversation-output-config-2026-07-01")
    return omit_none(
        {
            "role": "system",
            "content": message.content,
            "clear_at": message.clear_at,
            "output_config": None if message.effort is None else {"effort": message.effort},
        }
    )
